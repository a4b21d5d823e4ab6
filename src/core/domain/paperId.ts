/** What names a paper: to be looked up, or to be found among those that are kept. */
export type PaperId = { kind: 'pmid' | 'pmcid' | 'doi'; value: string };

const LONGEST = 300;

/**
 * The number in a text as people write or paste it: "PMID 9347598", "PMC123", "10.1000/x", or the
 * address of any of them. A number alone is a PMID. Null for anything else.
 */
export const readPaperId = (text: string): PaperId | null => {
  const typed = text.slice(0, LONGEST).trim();
  const [, doi] =
    /(?:^|doi:?\s*|doi\.org\/)(10\.\d{4,9}\/[^\s{}\\"<>]*[^\s{}\\"<>.,;])[.,;]?$/i.exec(typed) ??
    [];
  if (doi !== undefined) return { kind: 'doi', value: doi.toLowerCase() };
  const [, pmcid] = /(?:^|pmcid:?\s*|\/)PMC([1-9]\d{0,8})\/?$/i.exec(typed) ?? [];
  if (pmcid !== undefined) return { kind: 'pmcid', value: pmcid };
  const [, pmid] =
    /^(?:pmid:?\s*|https?:\/\/(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pubmed)\/)?([1-9]\d{0,8})\/?$/i.exec(
      typed,
    ) ?? [];
  return pmid === undefined ? null : { kind: 'pmid', value: pmid };
};

/** An id in words, as it is read again. */
export const wordPaperId = ({ kind, value }: PaperId): string => {
  if (kind === 'doi') return value;
  return kind === 'pmid' ? `PMID ${value}` : `PMC${value}`;
};
