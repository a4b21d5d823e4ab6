import type { Filters } from '../domain/question.ts';
import { Design, NOT_RANDOMISED, RANDOMISED, REVIEWS } from '../domain/study.ts';

/** What a question says of study designs, with the designs that it means. */
const DESIGN_WORDS: readonly [RegExp, readonly Design[]][] = [
  [/\b(?:rcts?|randomi[sz]ed)\b/, RANDOMISED],
  // A trial against placebo need not have been randomised: the oldest ones do not say that they were.
  [
    /^(?!.*\b(?:rcts?|randomi[sz]ed)\b).*\b(?:placebo controlled|controlled trials?)\b/,
    [...RANDOMISED, 'nonrandomised-trial'],
  ],
  [/\b(?:systematic reviews?|meta ?analys[ei]s|cochrane|reviews only|only reviews)\b/, REVIEWS],
  [/\bcase reports?\b/, ['case-report']],
  [/\bcase series\b/, ['case-series']],
  [/\bobservational\b/, ['cohort', 'case-control', 'case-series', 'case-report']],
  [/\bcohort (?:stud(?:y|ies)|data)\b/, ['cohort']],
  [/\bcase controls?\b/, ['case-control']],
  [/\bopen label\b/, ['open-label-trial']],
];
/** Beside words that leave out, "reviews" alone names them. */
const REVIEW_WORD: (typeof DESIGN_WORDS)[number] = [/\breviews?\b/, REVIEWS];
const UNRANDOMISED = /\b(?:non ?|un|not (?:\w+ )?)randomi[sz]ed\b/g;

const HUMAN =
  /\b(?:humans?|in people|in patients|clinical) (?:stud(?:y|ies)|trials?|data|evidence|only)\b|\bhumans?(?: subjects?)?$|\bin humans?\b|\bhumans? and\b|\bonly (?:in )?(?:humans?|people)\b/;
const ANIMAL_WORD =
  '(?:animals?|rats?|mice|mouse|rabbits?|rodents?|(?<=in )(?:cats?|dogs?|horses?))';
const ANIMAL = new RegExp(`\\b${ANIMAL_WORD}\\b`);
const LEAVING_OUT =
  '(?:no|not|without|exclud(?:e|es|ing)|except(?: for)?|other than|minus|skip|ignore)';
const NO_ANIMALS = new RegExp(
  `\\b${LEAVING_OUT} (?:in |on |any |the |from )?${ANIMAL_WORD}\\b`,
  'g',
);
/** What a question asks to leave out, up to the design that it names. */
const LEFT_OUT = new RegExp(
  `\\b${LEAVING_OUT} (?:in |on |any |the )?(?:case (?:reports?|series)|reviews?|observational|open label|rcts?|randomi[sz]ed|cohorts?)\\b`,
  'g',
);

const POPULATIONS: readonly [RegExp, Exclude<Filters['population'], null>][] = [
  [
    /\b(?:child|children|childs|kids?|pa?ediatrics?|infants?|toddlers?|teens?|teenagers?|adolescents?|my (?:son|daughter)|(?:[1-9]|1[0-7]) ?(?:yo|years? olds?|yr olds?|month olds?))\b/,
    'children',
  ],
  [
    /\b(?:elderly|seniors|older (?:adults?|people|patients?)|old people|geriatric)\b/,
    'older-adults',
  ],
  [/\b(?:pregnan(?:t|cy)|expecting a baby|trimester)\b/, 'pregnancy'],
  [/\b(?:adults)\b/, 'adults'],
];

const DOUBLE_BLIND = /\b(?<!\b(?:not|non|no|without) )double ?blind(?:ed)?\b/;

/** Not a dose or a number of people: "up to 1800 mg". */
const YEAR =
  '(18[5-9]\\d|19\\d{2}|20\\d{2})(?! ?(?:mg|mcg|ug|g|units?|milligrams?|people|persons|patients|participants)\\b)';
const pattern = (words: string): RegExp => new RegExp(`\\b(?:${words}) ${YEAR}\\b`);
const BETWEEN = new RegExp(`\\b(?:between |from )?${YEAR} (?:(?:and|to|until) )?${YEAR}\\b`);
const AFTER = pattern('after|(?<!no )later than|newer than');
const SINCE = pattern('since|from|published since|no (?:earlier|older) than');
const BEFORE = pattern('before|prior to|(?<!no )older than|(?<!no )earlier than');
const UNTIL = pattern('until|till|up to|through|no (?:later|newer) than');
const LAST_YEARS =
  /\b(?:last|past) (\d{1,2}|two|three|four|five|six|seven|eight|ten|fifteen|twenty) years\b/;
const NUMBER_WORDS: Record<string, number> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  ten: 10,
  fifteen: 15,
  twenty: 20,
};
/** Years that tell how long somebody was ill, not when studies were published. */
const ILLNESS =
  /\b(?:i|ive|we|weve|he|hes|she|shes|they|my \w+) (?:\w+ ){0,3}?(?:had|have|has|having|suffer\w*|been|was|got|diagnosed|ive)\b/;
const OF_STUDIES = /\b(?:stud(?:y|ies)|trials?|published|evidence|research|reviews?|papers?)\b/;

const NO_YEARS = { yearFrom: null, yearTo: null };

const yearsAsked = (folded: string, thisYear: number): Pick<Filters, 'yearFrom' | 'yearTo'> => {
  if (ILLNESS.test(folded) && !OF_STUDIES.test(folded)) return NO_YEARS;
  const between = BETWEEN.exec(folded);
  if (between) {
    const [first, second] = [Number(between[1]), Number(between[2])];
    return { yearFrom: Math.min(first, second), yearTo: Math.max(first, second) };
  }
  const yearOf = (words: RegExp): number | null => {
    const found = words.exec(folded)?.[1];
    return found === undefined ? null : Number(found);
  };
  const last = LAST_YEARS.exec(folded)?.[1];
  const span = last === undefined ? null : (NUMBER_WORDS[last] ?? Number(last));
  const after = yearOf(AFTER);
  const before = yearOf(BEFORE);
  return {
    yearFrom:
      yearOf(SINCE) ??
      (after === null ? null : after + 1) ??
      (span === null ? null : thisYear - span),
    yearTo: before === null ? yearOf(UNTIL) : before - 1,
  };
};

const designsAsked = (folded: string): Design[] => {
  const kept = folded.replace(UNRANDOMISED, ' ').replace(LEFT_OUT, ' ');
  const asked = [
    ...(folded.match(UNRANDOMISED) ? NOT_RANDOMISED : []),
    ...DESIGN_WORDS.filter(([words]) => words.test(kept)).flatMap(([, named]) => named),
  ];
  const without = (folded.match(LEFT_OUT) ?? []).flatMap((phrase) =>
    [...DESIGN_WORDS, REVIEW_WORD]
      .filter(([words]) => words.test(phrase))
      .flatMap(([, named]) => named),
  );
  if (without.length === 0) return asked;
  return (asked.length > 0 ? asked : Design.options).filter((design) => !without.includes(design));
};

const speciesAsked = (folded: string): Filters['species'] => {
  const kept = folded.replace(NO_ANIMALS, ' ');
  const isHuman = HUMAN.test(kept) || kept !== folded;
  const isAnimal = ANIMAL.test(kept);
  if (isHuman === isAnimal) return null;
  return isHuman ? 'human' : 'animal';
};

export const NO_FILTERS: Filters = {
  designs: null,
  species: null,
  yearFrom: null,
  yearTo: null,
  population: null,
  blinding: null,
};

/**
 * The filters a folded question states: designs, species, years of publication, population, blinding.
 * @param thisYear the year that "the last ten years" counts back from.
 */
export const parseFilters = (folded: string, thisYear: number): Filters => {
  const designs = designsAsked(folded);
  const population = POPULATIONS.find(([words]) => words.test(folded));
  return {
    designs: designs.length > 0 ? [...new Set(designs)] : null,
    species: speciesAsked(folded),
    ...yearsAsked(folded, thisYear),
    population: population ? population[1] : null,
    blinding: DOUBLE_BLIND.test(folded) ? 'double' : null,
  };
};

/** Whether a question leaves studies out for certain; a population only prefers some. */
export const hasFilters = ({ population: _, ...rest }: Filters): boolean =>
  Object.values(rest).some((value) => value !== null);
