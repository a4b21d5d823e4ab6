import type { Dose } from '../domain/concept.ts';
import type { Verdict } from '../domain/evidence.ts';
import type { Design, Study } from '../domain/study.ts';
import { participantsOf, surnameOf } from '../domain/study.ts';

/** Words that several parts of an answer share. */

export const DESIGN_NAMES: Readonly<Record<Design, { one: string; many: string }>> = {
  'meta-analysis': { one: 'meta-analysis', many: 'meta-analyses' },
  'systematic-review': { one: 'systematic review', many: 'systematic reviews' },
  'rct-parallel': { one: 'randomised trial', many: 'randomised trials' },
  'rct-crossover': { one: 'randomised crossover trial', many: 'randomised crossover trials' },
  'nonrandomised-trial': { one: 'non-randomised trial', many: 'non-randomised trials' },
  cohort: { one: 'cohort study', many: 'cohort studies' },
  'case-control': { one: 'case-control study', many: 'case-control studies' },
  'open-label-trial': { one: 'open-label trial', many: 'open-label trials' },
  'case-series': { one: 'case series', many: 'case series' },
  'case-report': { one: 'case report', many: 'case reports' },
  animal: { one: 'animal study', many: 'animal studies' },
  'in-vitro': { one: 'laboratory study', many: 'laboratory studies' },
};

/** A verdict in a word or two. */
export const VERDICT_NAMES: Readonly<Record<Verdict, string>> = {
  helps: 'Helps',
  'probably-helps': 'Probably helps',
  'may-help': 'May help',
  mixed: 'Mixed results',
  'no-clear-effect': 'No clear effect',
  harmful: 'May harm',
  'very-uncertain': 'Very uncertain',
  'no-evidence': 'Not rated',
};

export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const countOf = (n: number, one: string, many = `${one}s`): string =>
  `${n} ${n === 1 ? one : many}`;

/** "a", "a and b", "a, b and c". */
export const listOf = (items: readonly string[], link = 'and'): string =>
  items.length < 2
    ? (items[0] ?? '')
    : `${items.slice(0, -1).join(', ')} ${link} ${items.at(-1) as string}`;

/** The first of a long list, and how many more there are; "1 more" is named instead. */
export const listFirst = (items: readonly string[], most: number): string =>
  items.length <= most + 1
    ? listOf(items)
    : `${items.slice(0, most).join(', ')} and ${items.length - most} more`;

/** Whether the name of a treatment takes a plural verb; some substances only end like one. */
export const plural = (label: string): boolean =>
  /s$/.test(label) && !/(?:ss|is|us|nabiximols)$| of /.test(label);

/** The verb that takes these treatments as its subject. */
export const wasOrWere = (treatments: readonly string[]): 'was' | 'were' =>
  treatments.length > 1 || treatments.some(plural) ? 'were' : 'was';

/** "300 to 900 mg/day", "300 mg/day", "up to 900 mg/day", "from 300 mg/day". */
export const rangeOf = ({ min, max, unit }: Dose): string => {
  if (min !== null && max !== null)
    return min === max ? `${max} ${unit}` : `${min} to ${max} ${unit}`;
  return max !== null ? `up to ${max} ${unit}` : `from ${min} ${unit}`;
};

/** "2 randomised trials and 1 case series", in the order of DESIGN_NAMES. */
export const designsOf = (studies: readonly Study[]): string => {
  const designs = Object.keys(DESIGN_NAMES) as Design[];
  return listOf(
    designs.flatMap((design) => {
      const n = studies.filter((study) => study.design === design).length;
      return n === 0 ? [] : [countOf(n, DESIGN_NAMES[design].one, DESIGN_NAMES[design].many)];
    }),
  );
};

export const peopleOf = (study: Study, n = participantsOf(study)): string => {
  const isAnimal = study.population.species !== 'human';
  if (n === null) return isAnimal ? 'number of animals not stated' : 'number of people not stated';
  return isAnimal ? countOf(n, 'animal') : countOf(n, 'person', 'people');
};

/** The first two authors and the year: "Bandini F, Mazzella L. European Neurology 1999". */
export const citationOf = ({
  authors,
  journal,
  year,
  title,
}: Pick<Study, 'authors' | 'journal' | 'year' | 'title'>): string => {
  const who =
    authors.length === 0
      ? (title ?? 'Authors not known')
      : authors.length <= 2
        ? authors.join(', ')
        : `${authors.slice(0, 2).join(', ')}, et al`;
  const where =
    year !== null
      ? [journal, year].filter(Boolean).join(' ')
      : journal === null
        ? 'Year not known'
        : `${journal}, year not known`;
  return `${who}${/[.?!]$/.test(who) ? '' : '.'} ${where}`;
};

/** How a study is called within a sentence: "Bandini 1999". */
export const shortName = (study: Study): string => {
  const [first] = study.authors;
  const name =
    first === undefined ? (study.title ?? 'a study without known authors') : surnameOf(first);
  return study.year === null ? name : `${name} ${study.year}`;
};
