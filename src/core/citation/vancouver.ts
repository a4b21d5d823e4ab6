import type { Citable } from './citable.ts';

/** The recommendations of the ICMJE name six authors, and say that there are others. */
const MOST_AUTHORS = 6;

const authorsText = (authors: readonly string[]): string =>
  authors.length <= MOST_AUTHORS
    ? authors.join(', ')
    : `${authors.slice(0, MOST_AUTHORS).join(', ')}, et al`;

/** "1999;42(1):49-51" */
const placeText = ({ year, volume, issue, pages }: Citable): string => {
  const number = `${volume ?? ''}${issue === null ? '' : `(${issue})`}`;
  const within = `${number}${pages === null ? '' : `:${pages}`}`;
  if (year === null) return within;
  return within === '' ? String(year) : `${year};${within}`;
};

/** A part of a reference ends in one point, if it does not end in a mark of its own. */
const sentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

/** A reference as medical journals print it (Vancouver, ICMJE). */
export const vancouver = (citable: Citable): string => {
  const { authors, title, journal, doi, pmid, pmcid, retracted } = citable;
  return [
    authorsText(authors),
    title === null ? '' : `${title}${retracted ? ' [retracted]' : ''}`,
    journal ?? '',
    placeText(citable),
    ...(doi === null ? [] : [`doi:${doi}`]),
    ...(pmid === null ? [] : [`PMID: ${pmid}`]),
    ...(pmcid === null ? [] : [`PMCID: PMC${pmcid}`]),
  ]
    .filter((part) => part !== '')
    .map(sentence)
    .join(' ');
};
