import type { Filters } from '../domain/question.ts';
import { isAnimal, type Study } from '../domain/study.ts';
import { isOtherPopulation } from '../grading/indirectness.ts';

const passes = (study: Study, filters: Filters): boolean => {
  const { designs, species, yearFrom, yearTo, blinding } = filters;
  if (designs !== null && !designs.includes(study.design)) return false;
  if (species !== null && isAnimal(study) !== (species === 'animal')) return false;
  if (blinding !== null && study.blinding !== blinding) return false;
  if (yearFrom === null && yearTo === null) return true;
  if (study.year === null) return false;
  return study.year >= (yearFrom ?? 0) && study.year <= (yearTo ?? Number.POSITIVE_INFINITY);
};

/**
 * The studies a question lets through. Designs, species, years and blinding leave out for certain; a
 * population narrows only where some study is on it, as evidence on others beats none (grading
 * then lowers it for indirectness).
 */
export const selectStudies = (studies: readonly Study[], filters: Filters): Study[] => {
  const passing = studies.filter((study) => study.status !== 'draft' && passes(study, filters));
  const onAsked = passing.filter((study) => !isOtherPopulation(study, filters.population));
  return filters.population !== null && onAsked.length > 0 ? onAsked : passing;
};
