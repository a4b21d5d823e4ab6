import { z } from 'zod';
import { Dose } from '../domain/concept.ts';
import { CHANGES, type Extraction } from '../domain/extraction.ts';
import { Design } from '../domain/study.ts';

const Place = z.number().int().nonnegative();

/** What an admin puts right in what a program read. Null: the paper does not say it, or not so. */
export const Correction = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('design'), to: Design.nullable() }),
  z.strictObject({ what: z.literal('enrolled'), to: z.number().int().positive().nullable() }),
  z.strictObject({ what: z.literal('dose'), arm: Place, to: Dose.nullable() }),
  z.strictObject({ what: z.literal('finding'), finding: Place, to: z.enum(CHANGES).nullable() }),
]);
export type Correction = z.infer<typeof Correction>;

/** What was read in a paper, and what an admin put right in it. */
export type Reading = { extraction: Extraction; corrections: readonly Correction[] };

/** What an admin of a server made of a paper. */
export type Judgement = Reading & { verdict: 'approved' | 'corrected' | 'rejected' };

/** A value as it stands: read in a sentence, or put right by a person. */
export type Standing<T> = { value: T; sentence: string | null; confidence: number | null };

/** The correction of one thing; undefined where there is none. */
export const correctionOf = <W extends Correction['what']>(
  corrections: readonly Correction[],
  what: W,
  place?: number,
): Extract<Correction, { what: W }> | undefined =>
  corrections.find(
    (correction): correction is Extract<Correction, { what: W }> =>
      correction.what === what &&
      (correction.what === 'dose'
        ? correction.arm === place
        : correction.what !== 'finding' || correction.finding === place),
  );

/** What stands in the place of what was read, once it was put right. */
export const standing = <T>(
  read: Standing<T> | null,
  correction: { to: T | null } | undefined,
): Standing<T> | null => {
  if (correction === undefined)
    return read && { value: read.value, sentence: read.sentence, confidence: read.confidence };
  return correction.to === null ? null : { value: correction.to, sentence: null, confidence: null };
};
