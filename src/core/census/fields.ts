import { isReview, type Study } from '../domain/study.ts';

/** What a record can tell: whether it is asked of such a study at all, and whether this one has it. */
export type Field = {
  name: string;
  /** The name in three letters, for a column; null where next to every record has it. */
  short: string | null;
  applies: (study: Study) => boolean;
  has: (study: Study) => boolean;
};

const ALWAYS = (): boolean => true;
const isPrimary = (study: Study): boolean => !isReview(study);

const hasStatistic =
  (...names: ('p' | 'ci' | 'effect')[]) =>
  ({ findings }: Study): boolean =>
    findings.some(({ statistic }) => names.some((name) => (statistic?.[name] ?? null) !== null));

/** The fields whose gaps matter to an answer, in the order of a record. */
export const FIELDS: readonly Field[] = [
  { name: 'title', short: null, applies: ALWAYS, has: ({ title }) => title !== null },
  { name: 'authors', short: 'aut', applies: ALWAYS, has: ({ authors }) => authors.length > 0 },
  { name: 'year', short: null, applies: ALWAYS, has: ({ year }) => year !== null },
  { name: 'journal', short: null, applies: ALWAYS, has: ({ journal }) => journal !== null },
  {
    name: 'PMID or DOI',
    short: 'ids',
    applies: ALWAYS,
    has: ({ ids }) => ids.pmid !== null || ids.doi !== null,
  },
  {
    name: 'people, or studies included',
    short: 'n',
    applies: ALWAYS,
    has: ({ population: { enrolled, analysed }, included }) =>
      enrolled !== null || analysed !== null || included !== null,
  },
  {
    name: 'dose or regimen',
    short: 'dos',
    applies: isPrimary,
    has: ({ interventions }) =>
      interventions.some(({ dose, regimen }) => dose !== null || regimen !== null),
  },
  {
    name: 'duration',
    short: 'dur',
    applies: isPrimary,
    has: ({ interventions }) => interventions.some(({ duration }) => duration !== null),
  },
  {
    name: 'p, interval or effect',
    short: 'sta',
    applies: ALWAYS,
    has: hasStatistic('p', 'ci', 'effect'),
  },
  { name: 'interval', short: 'CI', applies: ALWAYS, has: hasStatistic('ci') },
  {
    name: 'responders',
    short: 'res',
    applies: isPrimary,
    has: ({ findings }) => findings.some(({ responders }) => responders !== null),
  },
  {
    name: 'adverse events',
    short: 'adv',
    applies: ALWAYS,
    has: ({ adverse_events }) => adverse_events !== null,
  },
  {
    name: 'withdrawals',
    short: 'wit',
    applies: isPrimary,
    has: ({ adverse_events }) => (adverse_events?.withdrawals ?? null) !== null,
  },
  {
    name: 'risk of bias, judged by others',
    short: 'bia',
    applies: isPrimary,
    has: ({ risk_of_bias }) => risk_of_bias !== null,
  },
  { name: 'funding', short: 'fun', applies: ALWAYS, has: ({ funding }) => funding !== null },
];

/** How many of the studies of which a field is asked have it; `of` 0: it is asked of none. */
export type Share = { n: number; of: number };

export const shareOf = (studies: readonly Study[], { applies, has }: Field): Share => {
  const asked = studies.filter(applies);
  return { n: asked.filter(has).length, of: asked.length };
};
