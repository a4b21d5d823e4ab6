import type { Reach, Wait } from './createLimits.ts';

const WHY: Readonly<Record<Reach, string>> = {
  questions: 'That was a lot of questions in a short time.',
  presses: 'That was a lot in a short time.',
  completions: 'That was a lot in a short time.',
  server: 'This server asks more just now than I may answer.',
  member: 'This server asks members to wait between two questions.',
  channel: 'This channel waits between two questions.',
};

/** From so many seconds on a wait is told in minutes. */
const MINUTES_FROM_S = 120;

const timeOf = (seconds: number): string => {
  if (seconds >= MINUTES_FROM_S) return `${Math.ceil(seconds / 60)} minutes`;
  return `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
};

/** Why somebody has to wait, and how long. */
export const wordWait = ({ reach, seconds }: Wait): string =>
  `${WHY[reach]} Please try again in ${timeOf(seconds)}.`;

/** Somebody did more than they may at once. No bug: told once, in plain words. */
export class HeldBack extends Error {
  override name = 'HeldBack';
  readonly wait: Wait;

  constructor(wait: Wait) {
    super(wordWait(wait));
    this.wait = wait;
  }
}
