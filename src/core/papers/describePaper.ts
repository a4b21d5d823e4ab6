import { citationOf, rangeOf } from '../answer/words.ts';
import type { ExtractedPaper, PaperFinding } from '../domain/extractedPaper.ts';
import { type Paper, paperIdOf } from '../domain/paper.ts';
import { correctionOf, type Reading, type Standing, standing } from './correction.ts';

/** A paper may hold anything; a title and a sentence are no longer than these. */
const MOST_TITLE = 500;
const MOST_SENTENCE = 1_000;
const MOST_NAME = 200;
const MOST_FINDINGS = 12;
const MOST_DOSES = 6;

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;

const cutSentence = <T>(figure: Standing<T>): Standing<T> => ({
  ...figure,
  sentence: figure.sentence === null ? null : cut(figure.sentence, MOST_SENTENCE),
});

/** Where a person can open a paper: PubMed, else PubMed Central, else its DOI. */
export const paperUrlOf = ({ pmid, pmcid, doi }: Paper): string | null => {
  if (pmid !== null) return `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`;
  if (pmcid !== null) return `https://pmc.ncbi.nlm.nih.gov/articles/PMC${pmcid}/`;
  return doi === null ? null : `https://doi.org/${doi}`;
};

/**
 * "Bandini F, Mazzella L. European Neurology 1999", whatever lengths a file gave them. The title
 * stands beside it, so it never stands for authors.
 */
const shortCitation = ({ authors, journal, year }: Paper): string =>
  citationOf({
    authors: authors.slice(0, 3).map((author) => cut(author, 80)),
    journal: journal === null ? null : cut(journal, 160),
    year,
    title: null,
  });

const findingsOf = (
  { extraction, corrections }: Reading,
  asked: ReadonlySet<string>,
): PaperFinding[] => {
  const isAsked = (id: string | null) => id !== null && asked.has(id);
  const told = extraction.findings.flatMap((finding, place) => {
    const { intervention, comparator, outcome, change } = finding;
    const stands = standing(change, correctionOf(corrections, 'finding', place));
    if (stands === null) return [];
    return {
      first: isAsked(intervention.id),
      finding: {
        intervention: cut(intervention.text, MOST_NAME),
        comparator: comparator === null ? null : cut(comparator, MOST_NAME),
        outcome: cut(outcome.text, MOST_NAME),
        change: cutSentence(stands),
      },
    };
  });
  return told
    .toSorted((a, b) => Number(b.first) - Number(a.first))
    .slice(0, MOST_FINDINGS)
    .map(({ finding }) => finding);
};

type Told = Pick<ExtractedPaper, 'origin' | 'review'> & {
  /** Treatments asked about: what was found on them comes first. */
  asked?: readonly string[];
};

/** A paper as answers show it: what was read in it, as put right, each figure with its sentence. */
export const describePaper = (
  paper: Paper,
  reading: Reading,
  { origin, review, asked = [] }: Told,
): ExtractedPaper => {
  const { extraction, corrections } = reading;
  const design = standing(extraction.design, correctionOf(corrections, 'design'));
  const enrolled = standing(extraction.enrolled, correctionOf(corrections, 'enrolled'));
  const doses = extraction.arms.flatMap(({ name, dose }, place) => {
    const stands = standing(dose, correctionOf(corrections, 'dose', place));
    if (stands === null) return [];
    const told = { ...stands, value: cut(rangeOf(stands.value), MOST_NAME) };
    return { arm: cut(name, MOST_NAME), dose: cutSentence(told) };
  });
  const { pmcid, pmid, doi, title, retracted } = paper;
  return {
    status: 'extracted',
    origin,
    review,
    id: paperIdOf(paper) ?? cut(title, MOST_TITLE),
    citation: shortCitation(paper),
    title: cut(title, MOST_TITLE),
    pmcid,
    pmid,
    doi,
    url: paperUrlOf(paper),
    retracted,
    design: design && cutSentence(design),
    species:
      extraction.species &&
      cutSentence(standing<string>(extraction.species, undefined) as Standing<string>),
    enrolled: enrolled && cutSentence(enrolled),
    doses: doses.slice(0, MOST_DOSES),
    findings: findingsOf(reading, new Set(asked)),
  };
};
