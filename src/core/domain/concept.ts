import { z } from 'zod';

/**
 * The vocabulary: what a question can be about. Conditions, interventions and outcomes are
 * concepts with names; everything a person may type for them is one of those names.
 */

export const Id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower case words joined by hyphens');
export const Url = z.url({ protocol: /^https?$/ });
/** An ISO date, as YAML and JSON write it: 2026-11-22. */
export const IsoDate = z.iso.date('a date is a day that exists, written 2026-11-22');

const Name = z.string().trim().min(1).max(80);
const Names = z.array(Name).default([]);

/** A range of dose with its unit. `null` on a side means that side was not stated. */
export const Dose = z
  .strictObject({
    min: z.number().nonnegative().nullable(),
    max: z.number().nonnegative().nullable(),
    unit: z
      .string('a dose has a unit, such as mg/day')
      .regex(/^\S.*$/, 'a dose has a unit, such as mg/day'),
  })
  .refine((dose) => dose.min !== null || dose.max !== null, 'a dose needs min or max')
  .refine(
    (dose) => dose.min === null || dose.max === null || dose.min <= dose.max,
    'the dose min is above its max',
  );
export type Dose = z.infer<typeof Dose>;

const names = {
  id: Id,
  label: Name.describe('The name shown to people.'),
  synonyms: Names.describe('Other names of the same thing, matched with tolerance for typos.'),
  abbreviations: Names.describe('Short forms, matched exactly and never with typos.'),
  lay: Names.describe('Everyday phrases for it, matched in their order, with tolerance for typos.'),
  exact: Names.describe('Names too close to ordinary words to be matched with typos.'),
  broader: z.array(Id).default([]).describe('Ids of the concepts of which this is a kind.'),
  mesh: z
    .string()
    .regex(/^[DC]\d{6,9}$/, 'a MeSH unique id is D or C and digits')
    .nullable()
    .describe('MeSH unique id, looked up; null where it was not.'),
};

export const Condition = z.strictObject({
  ...names,
  course: z
    .enum(['chronic', 'acute'])
    .describe('Whether an exposure of hours or days is short for it.'),
  related: z
    .array(Id)
    .default([])
    .describe('Neighbours people confuse it with, offered when nothing is known of it.'),
  risks: z
    .array(z.enum(['pregnancy', 'kidney']))
    .default([])
    .describe('What puts everybody who has it at risk: spoken of in every answer on it.'),
  ask_back: z
    .array(
      z.strictObject({
        words: z.array(Name).min(1).describe('Names of this condition that are asked back.'),
        with_treatment: z
          .boolean()
          .default(true)
          .describe('False where they are asked back only if no treatment is named.'),
        means: z
          .array(
            z.strictObject({
              condition: Id,
              hint: Name.describe('In everyday words, such as "one side of the face".'),
            }),
          )
          .min(2),
      }),
    )
    .default([])
    .describe('Words that several unlike conditions share: which is meant is asked first.'),
  command: Id.max(32).describe('The name of its slash command.'),
});
export type Condition = z.infer<typeof Condition>;

export const SafetyTopic = z.enum([
  'common',
  'serious',
  'abrupt-stopping',
  'sedatives',
  'breathing',
  'suicidal-thoughts',
  'overdose',
  'pregnancy',
  'kidney',
  'interactions',
]);
export type SafetyTopic = z.infer<typeof SafetyTopic>;

/** One safety fact about an intervention, in our own words, with the page it was read on. */
export const SafetyFact = z.strictObject({
  topic: SafetyTopic,
  text: z.string().min(10).max(300),
  source: z.strictObject({ title: z.string().min(3).max(160), url: Url, read: IsoDate }),
});
export type SafetyFact = z.infer<typeof SafetyFact>;

export const Intervention = z.strictObject({
  ...names,
  brands: Names.describe('Brand names, matched with tolerance for typos.'),
  kind: z.enum([
    'drug',
    'injection',
    'infusion',
    'surgery',
    'exercise',
    'device',
    'supplement',
    'cannabinoid',
    'class',
  ]),
  atc: z
    .array(z.string().regex(/^[A-Z]\d{2}[A-Z]{1,2}(\d{2})?$/, 'an ATC code looks like N02BF01'))
    .default([]),
  rxnorm: z.string().regex(/^\d+$/).nullable().describe('RxNorm RXCUI of the ingredient.'),
  usual_dose: z
    .strictObject({ dose: Dose, basis: z.string(), url: Url, read: IsoDate })
    .nullable()
    .describe('The labelled range; doses outside it earn a caveat.'),
  safety: z.array(SafetyFact).default([]),
});
export type Intervention = z.infer<typeof Intervention>;

export const Outcome = z.strictObject({
  ...names,
  scales: Names.describe('Measurement scales of it.'),
  better: z.enum(['lower', 'higher']),
  surrogate: z
    .boolean()
    .describe('True for a laboratory sign that a person does not feel (GRADE: indirectness).'),
  harm: z
    .boolean()
    .default(false)
    .describe('True where it tells of harm, tolerance or relapse: it never counts as benefit.'),
});
export type Outcome = z.infer<typeof Outcome>;

export type Concept = Condition | Intervention | Outcome;
