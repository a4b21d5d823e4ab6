import type { Extraction } from '../domain/extraction.ts';
import type { Paper } from '../domain/paper.ts';
import type { Filters } from '../domain/question.ts';
import { foldText, reduceWord } from '../question/foldText.ts';

/** What a paper has to be about. */
export type Wanted = {
  /** Ids, kinds included; none: any. */
  interventions: ReadonlySet<string>;
  conditions: ReadonlySet<string>;
  /** Names that no concept has, to be found in the text itself. */
  unknown: readonly string[];
  filters: Filters;
  /** Whether papers on animals are shown. */
  animals: boolean;
};

const isAnimal = ({ design, species }: Extraction): boolean =>
  design?.value === 'animal' ||
  design?.value === 'in-vitro' ||
  (species !== null && species.value !== 'human');

/** What a program could not read in a paper does not let it through. */
const passes = (paper: Paper, read: Extraction, filters: Filters): boolean => {
  const { designs, species, yearFrom, yearTo, blinding, population } = filters;
  // Nothing is read of who was studied.
  if (population !== null) return false;
  if (designs !== null && (read.design === null || !designs.includes(read.design.value)))
    return false;
  if (species === 'animal' && !isAnimal(read)) return false;
  if (species === 'human' && read.species?.value !== 'human') return false;
  if (blinding !== null && read.blinding?.value !== blinding) return false;
  if (yearFrom === null && yearTo === null) return true;
  return (
    paper.year !== null &&
    paper.year >= (yearFrom ?? 0) &&
    paper.year <= (yearTo ?? Number.POSITIVE_INFINITY)
  );
};

const isAnyOf = (ids: readonly string[], wanted: ReadonlySet<string>): boolean =>
  wanted.size === 0 || ids.some((id) => wanted.has(id));

const wordsIn = (text: string): string[] => foldText(text).split(' ').map(reduceWord);

const namesAll = ({ title, abstract }: Paper, unknown: readonly string[]): boolean => {
  if (unknown.length === 0) return true;
  const there = new Set(wordsIn(`${title} ${abstract ?? ''}`));
  return unknown.every((name) => wordsIn(name).every((word) => there.has(word)));
};

/** Whether a paper is about what was asked, as far as was read in it. */
export const bearsOn = (paper: Paper, read: Extraction, wanted: Wanted): boolean =>
  isAnyOf(read.interventions, wanted.interventions) &&
  isAnyOf(read.conditions, wanted.conditions) &&
  namesAll(paper, wanted.unknown) &&
  (wanted.animals || !isAnimal(read)) &&
  passes(paper, read, wanted.filters);
