import { z } from 'zod';

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

type Name = keyof typeof FIELDS;
export type ReviewAction = {
  [N in Name]: { do: N } & {
    -readonly [F in keyof (typeof FIELDS)[N]]: (typeof FIELDS)[N][F] extends z.ZodType<infer T>
      ? T
      : never;
  };
}[Name];

const PREFIX = 'r1:';

const fieldsOf = (name: Name): Readonly<Record<string, z.ZodType>> => FIELDS[name];

/** Whether a custom id is of a review at all, in whatever state. */
export const isReviewId = (text: string): boolean => text.startsWith(PREFIX);

/** An action as a custom id of at most 100 characters. */
export const encodeReview = (action: ReviewAction): string => {
  const values = action as unknown as Readonly<Record<string, string | number>>;
  return PREFIX + [action.do, ...Object.keys(fieldsOf(action.do)).map((f) => values[f])].join(':');
};

/** The action of a custom id; null for one that is stale, forged or not ours. Never throws. */
export const decodeReview = (text: string): ReviewAction | null => {
  if (!isReviewId(text)) return null;
  const [name = '', ...values] = text.slice(PREFIX.length).split(':');
  if (!Object.hasOwn(FIELDS, name)) return null;
  const fields = fieldsOf(name as Name);
  const names = Object.keys(fields);
  if (names.length !== values.length) return null;
  const parsed = z
    .strictObject(fields)
    .safeParse(Object.fromEntries(names.map((field, i) => [field, values[i]])));
  return parsed.success ? ({ do: name, ...parsed.data } as ReviewAction) : null;
};
