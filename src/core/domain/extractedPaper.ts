import { z } from 'zod';
import { CHANGES } from './extraction.ts';
import { Design } from './study.ts';

/**
 * A paper as answers show it beside the records: what a program read in its title and abstract. It
 * has no say in a verdict, a certainty, a tally or a headline.
 */

/** Something that was read: null for the sentence and the confidence where an admin corrected it. */
const figureOf = <T extends z.ZodType>(value: T) =>
  z.strictObject({
    value,
    /** Word for word. */
    sentence: z.string().nullable(),
    confidence: z.number().min(0).max(1).nullable(),
  });

/** Who brought a paper in, or where it was found. */
export const PaperOrigin = z.enum(['server', 'operator', 'europe-pmc']);
export type PaperOrigin = z.infer<typeof PaperOrigin>;

/** What a server's admins made of what was read. Rejected papers are not shown. */
export const PaperReview = z.enum(['unreviewed', 'approved', 'corrected']);
export type PaperReview = z.infer<typeof PaperReview>;

export const PaperFinding = z.strictObject({
  intervention: z.string(),
  comparator: z.string().nullable(),
  outcome: z.string(),
  change: figureOf(z.enum(CHANGES)),
});
export type PaperFinding = z.infer<typeof PaperFinding>;

export const ExtractedPaper = z.strictObject({
  status: z.literal('extracted'),
  origin: PaperOrigin,
  review: PaperReview,
  /** As search results name it: its PMCID, PMID or DOI. */
  id: z.string(),
  citation: z.string(),
  title: z.string(),
  pmcid: z.string().nullable(),
  pmid: z.string().nullable(),
  doi: z.string().nullable(),
  /** Where a person can open it; null where nobody gave it a number. */
  url: z.string().nullable(),
  /** Its source marks it as retracted. */
  retracted: z.boolean(),
  design: figureOf(Design).nullable(),
  species: figureOf(z.string()).nullable(),
  enrolled: figureOf(z.number().int()).nullable(),
  doses: z.array(z.strictObject({ arm: z.string(), dose: figureOf(z.string()) })),
  findings: z.array(PaperFinding),
});
export type ExtractedPaper = z.infer<typeof ExtractedPaper>;
