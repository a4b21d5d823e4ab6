import { DESIGN_NAMES, rangeOf } from '../answer/words.ts';
import type { Dose } from '../domain/concept.ts';
import type { Extraction } from '../domain/extraction.ts';
import { type Correction, correctionOf, type Reading, standing } from './correction.ts';
import {
  CHANGE_WORDS,
  NOT_STATED,
  readChange,
  readDesign,
  readDose,
  readEnrolled,
} from './formWords.ts';

/** What stands in a form of corrections, and comes back from it: plain words, a thing a line. */
export type CorrectionForm = { design: string; enrolled: string; doses: string; findings: string };

export type Corrected =
  | { ok: true; corrections: Correction[] }
  /** What could not be understood, in plain sentences. */
  | { ok: false; faults: string[] };

/** So many findings and arms fit a form; those behind them stay as they were read. */
export const MOST_LISTED = 20;
const NAME_ROOM = 60;

const shorten = (text: string): string =>
  text
    .replace(/[\s()]+/g, ' ')
    .trim()
    .slice(0, NAME_ROOM)
    .toWellFormed();

const listOf = (items: readonly { words: string; name: string }[]): string =>
  items.map(({ words, name }, place) => `${place + 1}: ${words} (${shorten(name)})`).join('\n');

const doseAt = ({ extraction, corrections }: Reading, place: number): Dose | null => {
  const read = extraction.arms[place]?.dose ?? null;
  return standing(read, correctionOf(corrections, 'dose', place))?.value ?? null;
};

/** Without brackets, behind which a line only tells what it is about. */
const doseWords = (reading: Reading, place: number): string => {
  const dose = doseAt(reading, place);
  return dose === null ? NOT_STATED : (rangeOf(dose).split('(')[0] ?? '').trim();
};

/** The form as it is opened: filled with what stands. */
export const fillForm = ({ extraction, corrections }: Reading): CorrectionForm => {
  const design = standing(extraction.design, correctionOf(corrections, 'design'));
  const enrolled = standing(extraction.enrolled, correctionOf(corrections, 'enrolled'));
  return {
    design: design === null ? '' : DESIGN_NAMES[design.value].one,
    enrolled: enrolled === null ? '' : String(enrolled.value),
    doses: listOf(
      extraction.arms
        .slice(0, MOST_LISTED)
        .map(({ name }, place) => ({ words: doseWords({ extraction, corrections }, place), name })),
    ),
    findings: listOf(
      extraction.findings.slice(0, MOST_LISTED).map(({ change, outcome, intervention }, place) => {
        const stands = standing(change, correctionOf(corrections, 'finding', place));
        return {
          words: stands === null ? 'leave out' : CHANGE_WORDS[stands.value],
          name: `${outcome.text}, ${intervention.text}`,
        };
      }),
    ),
  };
};

const LINE = /^(\d{1,3})\s*[:.)-]?\s*(.*)$/;

type Listed<T> = { values: Map<number, T>; faults: string[] };

/** The lines of a list by their numbers; what is in brackets only tells what a line is about. */
const readList = <T>(
  text: string,
  {
    length,
    what,
    read,
    wanted,
  }: {
    length: number;
    what: string;
    read: (words: string, place: number) => T | undefined;
    wanted: string;
  },
): Listed<T> => {
  const values = new Map<number, T>();
  const faults: string[] = [];
  const seen = new Set<number>();
  for (const line of text
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean)) {
    const [, number, rest = ''] = LINE.exec(line) ?? [];
    const place = Number(number ?? 0) - 1;
    if (number === undefined || place < 0 || place >= length || seen.has(place)) {
      faults.push(
        `${what}: “${line.slice(0, 60)}” does not begin with a number of the list, each once.`,
      );
      continue;
    }
    seen.add(place);
    const value = read((rest.split('(')[0] ?? '').trim(), place);
    if (value === undefined) faults.push(`${what} ${place + 1} ${wanted}.`);
    else values.set(place, value);
  }
  return { values, faults };
};

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Reads a form of corrections. What is emptied, or whose line is gone, the paper does not say.
 * @returns only what differs from what was read.
 */
export const readForm = (form: CorrectionForm, reading: Reading): Corrected => {
  const { extraction } = reading;
  const design = readDesign(form.design);
  const enrolled = readEnrolled(form.enrolled);
  const arms = extraction.arms.slice(0, MOST_LISTED);
  const findings = extraction.findings.slice(0, MOST_LISTED);
  const doses = readList(form.doses, {
    length: arms.length,
    what: 'Dose',
    // Words that stood there already are left alone, whatever they are.
    read: (words, place) =>
      words === doseWords(reading, place) ? doseAt(reading, place) : readDose(words),
    wanted: 'must be such as 300 mg/day, 300 to 900 mg/day, up to 900 mg/day, or not stated',
  });
  const changes = readList(form.findings, {
    length: findings.length,
    what: 'Finding',
    read: readChange,
    wanted: 'must be increased, decreased, no difference, or leave out',
  });
  const faults = [
    ...(design === undefined
      ? [
          `Design must be one of: ${Object.values(DESIGN_NAMES)
            .map(({ one }) => one)
            .join(', ')}; or empty.`,
        ]
      : []),
    ...(enrolled === undefined ? ['People enrolled must be a whole number from 1, or empty.'] : []),
    ...doses.faults,
    ...changes.faults,
  ];
  if (design === undefined || enrolled === undefined || faults.length > 0)
    return { ok: false, faults };
  return {
    ok: true,
    corrections: [
      ...(design === (extraction.design?.value ?? null)
        ? []
        : [{ what: 'design' as const, to: design }]),
      ...(enrolled === (extraction.enrolled?.value ?? null)
        ? []
        : [{ what: 'enrolled' as const, to: enrolled }]),
      ...arms.flatMap(({ dose }, arm) => {
        const to = doses.values.get(arm) ?? null;
        return isSame(to && rangeOf(to), dose && rangeOf(dose.value))
          ? []
          : [{ what: 'dose' as const, arm, to }];
      }),
      ...findings.flatMap(({ change }, finding) => {
        const to = changes.values.get(finding) ?? null;
        return to === change.value ? [] : [{ what: 'finding' as const, finding, to }];
      }),
    ],
  };
};

const wordsOrNot = (words: string | null | undefined): string => words ?? NOT_STATED;

/** "Design: cohort study → randomised trial" */
export const wordCorrection = (
  correction: Correction,
  { design, enrolled, arms, findings }: Extraction,
): string => {
  switch (correction.what) {
    case 'design':
      return `Design: ${wordsOrNot(design && DESIGN_NAMES[design.value].one)} → ${wordsOrNot(correction.to && DESIGN_NAMES[correction.to].one)}`;
    case 'enrolled':
      return `People enrolled: ${wordsOrNot(enrolled && String(enrolled.value))} → ${wordsOrNot(correction.to === null ? null : String(correction.to))}`;
    case 'dose': {
      const arm = arms[correction.arm];
      return `Dose of ${shorten(arm?.name ?? '')}: ${wordsOrNot(arm?.dose && rangeOf(arm.dose.value))} → ${wordsOrNot(correction.to && rangeOf(correction.to))}`;
    }
    case 'finding': {
      const finding = findings[correction.finding];
      const to = correction.to === null ? 'left out' : CHANGE_WORDS[correction.to];
      return `${shorten(finding?.outcome.text ?? '')}: ${finding ? CHANGE_WORDS[finding.change.value] : ''} → ${to}`;
    }
  }
};
