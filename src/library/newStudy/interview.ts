import type { z } from 'zod';
import { OperatorError } from '../../ports/operatorError.ts';

/** Who answers: a person at a terminal, or lines from a pipe. */
export type Interview = {
  /** The next answer, without its line break; null where there are no more. */
  ask: (prompt: string) => Promise<string | null>;
  tell: (text: string) => void;
  /** True where a wrong answer can be given anew. A pipe would give the next one in its place. */
  canRepeat: boolean;
};

/** The answers ended before the record did: nothing is written. */
export class InterviewEnded extends OperatorError {
  override name = 'InterviewEnded';
  constructor() {
    super('The answers ended before the record was whole. Nothing was written.');
  }
}

export type FieldQuestion<T> = {
  label: string;
  /** What is expected, with an example. */
  hint: string;
  /** What the words of an answer stand for; a complaint where they stand for nothing. */
  read: (answer: string) => unknown;
  schema: z.ZodType<T>;
  /** What an empty answer stands for, as it would be typed. Without it an empty answer is read. */
  suggestion?: string | undefined;
};

/** Thrown by `read` where an answer stands for nothing: a sentence that says what would. */
export class Unreadable extends Error {
  override name = 'Unreadable';
}

const complaintOf = <T>(
  { read, schema }: FieldQuestion<T>,
  answer: string,
): { value: T } | { complaint: string } => {
  try {
    const parsed = schema.safeParse(read(answer));
    if (parsed.success) return { value: parsed.data };
    return { complaint: parsed.error.issues.map(({ message }) => message).join('; ') };
  } catch (error) {
    if (error instanceof Unreadable) return { complaint: error.message };
    throw error;
  }
};

/**
 * Asks until the answer is one that the schema takes.
 * @throws InterviewEnded where the answers end, OperatorError where a wrong one cannot be repeated.
 */
export const askField = async <T>(interview: Interview, field: FieldQuestion<T>): Promise<T> => {
  const { label, hint, suggestion } = field;
  for (;;) {
    const shown = suggestion === undefined ? '' : ` [${suggestion}]`;
    const typed = await interview.ask(`${label} (${hint})${shown}: `);
    if (typed === null) throw new InterviewEnded();
    const answer = typed.trim() === '' ? (suggestion ?? '') : typed.trim();
    const read = complaintOf(field, answer);
    if ('value' in read) return read.value;
    const complaint = `${label}: “${answer}” does not do: ${read.complaint}.`;
    if (!interview.canRepeat) throw new OperatorError(`${complaint} Nothing was written.`);
    interview.tell(`  ${complaint}\n`);
  }
};

/** Asks for one after another, until an empty answer to `start`. */
export const askMany = async <T>(
  start: () => Promise<string>,
  next: (first: string) => Promise<T>,
): Promise<T[]> => {
  const items: T[] = [];
  for (;;) {
    const first = await start();
    if (first === '') return items;
    items.push(await next(first));
  }
};
