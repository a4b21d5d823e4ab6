/** A paper as its source has it: to be cleaned and checked by `paperOf`. */
export type Draft = {
  pmcid?: string | null;
  pmid?: string | null;
  doi?: string | null;
  title: string | null;
  abstract?: string | null;
  authors?: readonly string[];
  journal?: string | null;
  /** As printed: a date is good enough. */
  year?: string | number | null;
  volume?: string | null;
  issue?: string | null;
  pages?: string | null;
  publicationTypes?: readonly string[];
  keywords?: readonly string[];
  retracted?: boolean;
};
