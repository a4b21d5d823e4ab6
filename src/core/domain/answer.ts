import { z } from 'zod';
import { Certainty, Reason, Tally, Verdict } from './evidence.ts';
import { ExtractedPaper } from './extractedPaper.ts';
import { Correction, Filters, Intent, Linked } from './question.ts';
import { Direction } from './study.ts';

/** The contract of `npm run ask -- --format json`. Fields are stable; more may be added. */

export const AnswerFinding = z.strictObject({
  studyId: z.string(),
  citation: z.number().int().positive(),
  text: z.string(),
  /** Of the treatment against none; null where the study does not say. */
  direction: Direction.nullable(),
  kind: z.enum(['people', 'animals', 'review']),
  design: z.string(),
  participants: z.number().int().nullable(),
  /** Its share (0 to 1) of the say in the body's direction; 0 where it is listed only. */
  share: z.number(),
  /** Why it has no say; null where it has. */
  setAside: z.string().nullable(),
});
export type AnswerFinding = z.infer<typeof AnswerFinding>;

export const AnswerSection = z.strictObject({
  intervention: z.string(),
  condition: z.string(),
  title: z.string(),
  statement: z.string(),
  verdict: Verdict,
  certainty: Certainty.nullable(),
  reasons: z.array(Reason),
  tally: Tally,
  /** Shares (0 to 1) of the weight by direction: the meter. */
  shares: z.strictObject({
    improved: z.number(),
    noDifference: z.number(),
    worsened: z.number(),
    mixed: z.number(),
  }),
  findings: z.array(AnswerFinding),
  published: z.array(z.strictObject({ rating: z.string(), citation: z.number().int() })),
});
export type AnswerSection = z.infer<typeof AnswerSection>;

export const Note = z.strictObject({
  code: z.string(),
  text: z.string(),
  citations: z.array(z.number().int()),
});
export type Note = z.infer<typeof Note>;

export const AnswerSource = z.strictObject({
  n: z.number().int().positive(),
  studyId: z.string(),
  citation: z.string(),
  title: z.string().nullable(),
  pmid: z.string().nullable(),
  doi: z.string().nullable(),
  url: z.string(),
  design: z.string(),
  participants: z.number().int().nullable(),
  status: z.string(),
});
export type AnswerSource = z.infer<typeof AnswerSource>;

export const Answer = z.strictObject({
  kind: z.enum(['evidence', 'study', 'no-evidence', 'clarify', 'safety', 'help', 'out-of-scope']),
  question: z.strictObject({
    text: z.string(),
    intent: Intent,
    interventions: z.array(Linked),
    conditions: z.array(Linked),
    outcomes: z.array(Linked),
    corrections: z.array(Correction),
    filters: Filters,
  }),
  headline: z.string(),
  verdict: Verdict,
  certainty: Certainty.nullable(),
  sections: z.array(AnswerSection),
  caveats: z.array(Note),
  safety: z.array(Note),
  sources: z.array(AnswerSource),
  suggestions: z.array(z.string()),
  /** What was done to the question that its asker should know: cut, mended, filtered. */
  notes: z.array(z.string()),
  /** What the settings of a server keep from this answer: studies not looked up, results not shown. */
  withheld: z.strictObject({ records: z.number().int(), results: z.number().int() }),
  /** Papers that a program read: beside the answer, without any say in it. */
  extracted: z.array(ExtractedPaper),
  library: z.strictObject({ studies: z.number().int(), asOf: z.string() }),
});
export type Answer = z.infer<typeof Answer>;
