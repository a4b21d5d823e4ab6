import { z } from 'zod';
import { Design } from './study.ts';

export const Intent = z.enum([
  'efficacy',
  'treatments',
  'uses',
  'safety',
  'dose',
  'compare',
  'study',
  'help',
  'out-of-scope',
]);
export type Intent = z.infer<typeof Intent>;

/** A concept found in the question; `score` is 1 for an exact name, less for a mended one. */
export const Linked = z.strictObject({
  id: z.string(),
  label: z.string(),
  matched: z.string(),
  score: z.number().min(0).max(1),
});
export type Linked = z.infer<typeof Linked>;

export const Correction = z.strictObject({ from: z.string(), to: z.string() });
export type Correction = z.infer<typeof Correction>;

/** What the question asks to leave out. `null` leaves nothing out. Years are inclusive. */
export const Filters = z.strictObject({
  designs: z.array(Design).nullable(),
  species: z.enum(['human', 'animal']).nullable(),
  yearFrom: z.number().int().nullable(),
  yearTo: z.number().int().nullable(),
  population: z.enum(['children', 'adults', 'older-adults', 'pregnancy']).nullable(),
  blinding: z.literal('double').nullable(),
});
export type Filters = z.infer<typeof Filters>;

/** Signs that a person asks about a risk to themselves, from the most urgent to the least. */
export const Risk = z.enum([
  'overdose',
  'breathing',
  'suicidal-thoughts',
  'abrupt-stopping',
  'sedatives',
  'interactions',
  'personal-dose',
  'personal-advice',
  'pregnancy',
  'kidney',
]);
export type Risk = z.infer<typeof Risk>;

/** How a question points at one study. */
export type StudyReference =
  | { by: 'pmid'; pmid: string }
  | { by: 'doi'; doi: string }
  /** The id of a record, which names even a study without authors, title and number. */
  | { by: 'id'; id: string }
  | { by: 'author-year'; author: string; year: number | null }
  | { by: 'title'; fragment: string };

/** A word that several unlike conditions share, and what it may mean. */
export type Choice = {
  word: string;
  means: readonly { id: string; label: string; hint: string; names: readonly string[] }[];
  /** False where it is asked back only if no treatment is named. */
  withTreatment: boolean;
};

export type Question = {
  /** The question as understood: cleaned, at most 500 characters. */
  text: string;
  /** The text folded, with what it names as ztreatment, zcondition, zoutcome: how it is asked. */
  masked: string;
  intent: Intent;
  interventions: Linked[];
  conditions: Linked[];
  outcomes: Linked[];
  corrections: Correction[];
  filters: Filters;
  risks: Risk[];
  reference: StudyReference | null;
  /** Treatments that the question asks to leave out: "alternatives to botox". */
  excluded: Linked[];
  /** What it asks to leave out, where no concept has that name: "requip stopped working, what else". */
  unknownExcluded: string | null;
  /** What was asked about in the place of a condition, where the library has none of that name. */
  unknownCondition: string | null;
  /** True where a condition's causes, signs or outlook are asked for, not its treatment. */
  isNotTreatment: boolean;
  /** What was asked about in the place of a treatment, where no concept has that name. */
  unknownTreatment: string | null;
  /** What a known treatment is compared with, where no concept has that name. */
  unknownComparator: string | null;
  /** A misspelt word that could be either of several concepts. */
  ambiguous: { from: string; to: string[] } | null;
  /** Where the condition is named by a word that has to be asked back: what it may mean. */
  choice: Choice | null;
  /** True where it reads as a question, or as a request. */
  isQuestion: boolean;
  /** True where the text was longer than 500 characters. */
  cut: boolean;
};
