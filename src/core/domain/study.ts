import { z } from 'zod';
import { Dose, Id, IsoDate, Url } from './concept.ts';

/** Study designs, from the strongest for a question about efficacy to the weakest. */
export const Design = z.enum([
  'meta-analysis',
  'systematic-review',
  'rct-parallel',
  'rct-crossover',
  'nonrandomised-trial',
  'cohort',
  'case-control',
  'open-label-trial',
  'case-series',
  'case-report',
  'animal',
  'in-vitro',
]);
export type Design = z.infer<typeof Design>;

export const Direction = z.enum(['improved', 'no-difference', 'worsened', 'mixed']);
export type Direction = z.infer<typeof Direction>;

const Text = z.string().trim().min(1);
const Count = z.number().int().nonnegative();
/** How many of how many. `of` may be unknown (null). */
const Responders = z
  .strictObject({ n: Count, of: Count.nullable() })
  .refine((r) => r.of === null || r.n <= r.of, 'responders are above the number they are of');

export const Finding = z.strictObject({
  outcome: Id,
  measure: Text.describe('What was measured, with the scale.'),
  intervention: Id.nullable()
    .default(null)
    .describe('Which intervention it is about; null: every one of the study.'),
  condition: Id.nullable()
    .default(null)
    .describe('Which condition it is about; null: the one of the population.'),
  versus: z
    .enum(['placebo', 'no-treatment', 'baseline', 'active', 'dose'])
    .describe(
      'What the direction compares with. Only active and dose say nothing of benefit over none.',
    ),
  primary: z.boolean().default(false).describe('True where the source calls it primary.'),
  direction: Direction.describe('For the person treated: improved is better, worsened is worse.'),
  responders: Responders.nullable().default(null),
  statistic: z
    .strictObject({
      p: Text.nullable().default(null),
      ci: Text.nullable().default(null),
      effect: Text.nullable().default(null),
    })
    .nullable()
    .default(null)
    .describe('As reported, word for number.'),
  summary: Text.max(300).describe('One sentence in our own words, numbers as reported.'),
});
export type Finding = z.infer<typeof Finding>;

/** A certainty or strength stated by a review or guideline about one body of evidence. */
export const PublishedRating = z.strictObject({
  intervention: Id,
  condition: Id,
  system: z.enum(['GRADE', 'AAN', 'other']),
  rating: Text.max(60).describe('As stated: "moderate certainty", "Level A", "no recommendation".'),
  statement: Text.max(300).describe('What was rated, in our own words.'),
});
export type PublishedRating = z.infer<typeof PublishedRating>;

/** Paths of a record that a source can support, for example `population.enrolled`, `findings.0`. */
const SupportPath = z
  .string()
  .regex(
    /^(title|authors|year|journal|ids|design|blinding|control|comparator|adverse_events|risk_of_bias|funding|limitations|retraction|included|population(\.[a-z_]+)?|interventions(\.\d+(\.[a-z_]+)?)?|findings(\.\d+)?|published_ratings(\.\d+)?)$/,
    'supports names a path of this record, such as population.enrolled or findings.0',
  );

export const Source = z.strictObject({
  url: Url,
  read: IsoDate,
  supports: z.array(SupportPath).min(1),
});
export type Source = z.infer<typeof Source>;

/** By what a publication is known; null where it is not known. */
export const PublicationIds = z.strictObject({
  pmid: z
    .string()
    .regex(/^[1-9]\d{0,7}$/, 'a PMID is up to 8 digits')
    .nullable(),
  doi: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/)
    .nullable(),
});

export const Study = z.strictObject({
  id: Id,
  title: Text.nullable(),
  authors: z.array(Text).describe('As printed: "Bandini F". Empty where unknown.'),
  year: z.number().int().min(1850).max(2100).nullable(),
  journal: Text.nullable(),
  ids: PublicationIds,
  design: Design,
  blinding: z.enum(['double', 'single', 'none', 'unclear']),
  control: z.enum(['placebo', 'active', 'usual-care', 'none', 'mixed', 'unclear']),
  population: z.strictObject({
    species: z.enum(['human', 'rat', 'rabbit', 'mouse', 'cat', 'dog', 'other-animal']),
    condition: Id,
    other_conditions: z.array(Id).default([]),
    age: z.enum(['adults', 'children', 'mixed']).nullable().default(null),
    pregnant: z
      .boolean()
      .default(false)
      .describe('True where pregnant women were studied, alone or apart from others.'),
    description: Text,
    enrolled: Count.nullable(),
    analysed: Count.nullable(),
  }),
  interventions: z
    .array(
      z.strictObject({
        id: Id,
        dose: Dose.nullable(),
        regimen: Text.nullable().default(null).describe('The dose in words, as reported.'),
        duration: Text.nullable().describe('In words, as reported.'),
        people: Count.nullable()
          .default(null)
          .describe('How many got it, where groups without a common control stand side by side.'),
        exposure_days: z
          .number()
          .positive()
          .nullable()
          .describe('Days of treatment in one arm, from the duration; null where not stated.'),
      }),
    )
    .min(1),
  comparator: z
    .strictObject({ description: Text, intervention: Id.nullable().default(null) })
    .nullable(),
  included: z
    .strictObject({
      studies: Count.nullable(),
      participants: Count.nullable(),
      designs: z
        .enum(['randomised', 'observational', 'mixed'])
        .nullable()
        .default(null)
        .describe('Which designs it included; null where not stated.'),
    })
    .nullable()
    .default(null)
    .describe('For reviews: what they included.'),
  findings: z.array(Finding),
  published_ratings: z.array(PublishedRating).default([]),
  adverse_events: z
    .strictObject({
      summary: Text.nullable(),
      serious: Count.nullable(),
      withdrawals: Text.nullable(),
    })
    .nullable(),
  risk_of_bias: z
    .strictObject({
      overall: z.enum(['low', 'some-concerns', 'high', 'unclear']),
      judged_by: Text,
      concerns: z.array(Text),
    })
    .nullable(),
  funding: z
    .strictObject({
      kind: z.enum(['industry', 'public', 'charity', 'mixed']),
      description: Text,
    })
    .nullable(),
  limitations: z.array(Text),
  discrepancies: z
    .array(Text)
    .default([])
    .describe('Where two sources disagree, or one with itself: one sentence each.'),
  overlaps: z.array(Id).default([]).describe('Studies that may share participants with this one.'),
  superseded_by: Id.nullable()
    .default(null)
    .describe('For reviews: the record of the newer version that replaces this one.'),
  omitted_from: z
    .array(z.strictObject({ description: Text, url: Url.nullable() }))
    .default([])
    .describe('Known summaries of the same question that leave this study out.'),
  retraction: z.strictObject({ date: IsoDate.nullable(), reason: Text, url: Url }).nullable(),
  sources: z.array(Source).min(1),
  status: z.enum(['verified', 'secondary', 'draft']),
});
export type Study = z.infer<typeof Study>;

export const isAnimal = (study: Study): boolean =>
  study.design === 'animal' || study.design === 'in-vitro' || study.population.species !== 'human';

export const REVIEWS: readonly Design[] = ['systematic-review', 'meta-analysis'];
export const RANDOMISED: readonly Design[] = ['rct-parallel', 'rct-crossover'];
/** Studies in people that are neither. */
export const NOT_RANDOMISED: readonly Design[] = Design.options.filter(
  (design) => ![...REVIEWS, ...RANDOMISED, 'animal', 'in-vitro'].includes(design),
);

export const isReview = ({ design }: Study): boolean => REVIEWS.includes(design);

export const isRandomised = ({ design }: Study): boolean => RANDOMISED.includes(design);

/** A treatment as a study gave it; undefined where the study did not. */
export const givenIn = (
  { interventions }: Study,
  intervention: string,
): Study['interventions'][number] | undefined =>
  interventions.find(({ id }) => id === intervention);

/** Participants analysed, else enrolled, else (reviews) included; null where none is stated. */
export const participantsOf = (study: Study): number | null =>
  study.population.analysed ?? study.population.enrolled ?? study.included?.participants ?? null;

/** Likewise for one of its treatments: those who got it, where the study counts groups apart. */
export const participantsOn = (study: Study, intervention: string): number | null =>
  givenIn(study, intervention)?.people ?? participantsOf(study);

/** The surname in an author as printed: "Roguin Maor N" -> "Roguin Maor". */
export const surnameOf = (author: string): string => {
  const words = author.split(/\s+/);
  const initials = words.findLastIndex((word) => !/^\p{Lu}{1,4}$/u.test(word));
  return (initials === -1 ? words : words.slice(0, initials + 1)).join(' ');
};
