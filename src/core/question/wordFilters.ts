import type { Filters } from '../domain/question.ts';
import { Design, NOT_RANDOMISED, RANDOMISED, REVIEWS } from '../domain/study.ts';

/** Kinds of study as a question may ask for them alone, by words that `parseFilters` reads. */
const ALONE: readonly [string, readonly Design[]][] = [
  ['non-randomised studies', NOT_RANDOMISED],
  ['controlled trials', [...RANDOMISED, 'nonrandomised-trial']],
  ['randomised trials', RANDOMISED],
  ['systematic reviews', REVIEWS],
  ['observational studies', ['cohort', 'case-control', 'case-series', 'case-report']],
  ['cohort studies', ['cohort']],
  ['case-control studies', ['case-control']],
  ['open-label trials', ['open-label-trial']],
  ['case series', ['case-series']],
  ['case reports', ['case-report']],
];
/** Likewise as it may ask to leave them out. */
const WITHOUT: readonly [string, readonly Design[]][] = [
  ['no randomised trials', RANDOMISED],
  ['no reviews', REVIEWS],
  ['no observational studies', ['cohort', 'case-control', 'case-series', 'case-report']],
  ['no open-label trials', ['open-label-trial']],
  ['no cohort studies', ['cohort']],
  ['no case series', ['case-series']],
  ['no case reports', ['case-report']],
];

const isSame = (a: ReadonlySet<Design>, b: ReadonlySet<Design>): boolean =>
  a.size === b.size && a.isSubsetOf(b);

/** The fewest kinds, the largest first, that make up all that is wanted from `named`. */
const coverWith = (
  wanted: ReadonlySet<Design>,
  named: readonly [string, readonly Design[]][],
): string[] | null => {
  const largestFirst = named.toSorted(([, a], [, b]) => b.length - a.length);
  let left = new Set(wanted);
  const words = largestFirst.flatMap(([word, designs]) => {
    const isNew = designs.some((design) => left.has(design));
    if (!isNew || !designs.every((design) => wanted.has(design))) return [];
    left = left.difference(new Set(designs));
    return [word];
  });
  return left.size === 0 ? words : null;
};

const wordDesigns = (designs: readonly Design[]): string[] => {
  const wanted = new Set(designs);
  const alone = coverWith(wanted, ALONE);
  if (alone) return [alone.join(' and ')];
  const all = new Set(Design.options);
  const without = coverWith(all.difference(wanted), WITHOUT);
  if (without) return without;
  // Some of a kind: "observational studies, no case reports".
  for (const [word, of] of ALONE) {
    const whole = new Set(of);
    const left = wanted.isSubsetOf(whole) ? coverWith(whole.difference(wanted), WITHOUT) : null;
    if (left && isSame(wanted, whole.difference(whole.difference(wanted)))) return [word, ...left];
  }
  return [];
};

const POPULATIONS: Readonly<Record<NonNullable<Filters['population']>, string>> = {
  children: 'in children',
  adults: 'in adults',
  'older-adults': 'in older adults',
  pregnancy: 'in pregnancy',
};

const wordYears = ({ yearFrom, yearTo }: Filters): string[] => {
  if (yearFrom !== null && yearTo !== null) return [`between ${yearFrom} and ${yearTo}`];
  if (yearFrom !== null) return [`since ${yearFrom}`];
  return yearTo === null ? [] : [`until ${yearTo}`];
};

/** The filters of a question in words that are read as the same filters again. */
export const wordFilters = (filters: Filters): string[] => [
  ...(filters.designs === null ? [] : wordDesigns(filters.designs)),
  ...(filters.blinding === null ? [] : ['double blind only']),
  ...(filters.species === null ? [] : [`${filters.species} studies`]),
  ...wordYears(filters),
  ...(filters.population === null ? [] : [POPULATIONS[filters.population]]),
];
