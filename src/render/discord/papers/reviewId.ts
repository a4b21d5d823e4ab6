import { z } from 'zod';
import { type ActionOf, createActionCodec } from '../actionCodec.ts';

const Number_ = z
  .string()
  .regex(/^(?:0|[1-9]\d{0,14})$/)
  .transform(Number);
const Content = z.string().regex(/^[\w-]{22}$/);
/** Stands for what was read as the page showed it. */
const Shown = z.string().regex(/^[\w-]{8}$/);

/** Which paper, by its place and its text. */
const paper = { doc: Number_, content: Content };
/** And what its reviewer saw of it: the latest change there was, and what was read. */
const judged = { ...paper, seen: Number_, shown: Shown };

/** What each control of a review says, in the order in which its id says it. */
const FIELDS = {
  /** The newest unreviewed paper before this place; 0 begins with the newest of all. */
  next: { before: Number_ },
  approve: judged,
  reject: judged,
  undo: judged,
  /** Opens the form, filled with what stands there by then. */
  correct: paper,
  /** The form itself. */
  corrected: judged,
  history: {},
} as const;

export type ReviewAction = ActionOf<typeof FIELDS>;

export const {
  isOurs: isReviewId,
  encode: encodeReview,
  decode: decodeReview,
} = createActionCodec('r1:', FIELDS);
