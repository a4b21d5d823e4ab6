import type { Study } from '../core/domain/study.ts';
import type { RecordFault } from './fault.ts';

/** Shortest, longest and usual length of a unit, in days: months and years are not all alike. */
const UNITS: readonly (readonly [name: string, least: number, most: number, usual: number])[] = [
  ['hour', 1 / 24, 1 / 24, 1 / 24],
  ['day', 1, 1, 1],
  ['week', 7, 7, 7],
  ['month', 28, 31, 30],
  ['year', 360, 366, 365],
];
const NUMBER_WORDS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const FIGURE = String.raw`\d+(?:\.\d+)?|an?|${NUMBER_WORDS.join('|')}`;
const UNIT = UNITS.map(([name]) => name).join('|');
/** "2 to 4 weeks", "one month", "weeks 5 to 13", "12-week". */
const LENGTH = new RegExp(
  String.raw`\b(?:(${FIGURE})(?:(?: ?(?:to|-|–|or|and) ?)(${FIGURE}))?[ -](${UNIT})s?|(${UNIT})s? (\d+)(?:(?: to |-|–| and )(\d+))?)\b`,
  'gi',
);
/** What lasts no longer than a day or so, or is counted in sessions. */
const IS_ONE_OFF =
  /\b(?:single|one|test)\b.*\b(?:days?|doses?|sessions?|injections?|treatments?|bolus|infusions?|operation)\b|\b(?:sessions|injections|infusions|doses)\b/i;

const readFigure = (word: string): number => {
  const place = NUMBER_WORDS.indexOf(word.toLowerCase());
  if (/^an?$/i.test(word)) return 1;
  return place === -1 ? Number(word) : place + 1;
};

type Length = { least: number; most: number };
/** `usual` is null where a range is stated. */
type Span = Length & { usual: number | null };

/** Every length of time that words state, in days. */
export const readSpans = (words: string): Span[] =>
  [...words.matchAll(LENGTH)].map(([, from, to, unit, unitBefore, number, upTo]) => {
    const name = (unit ?? unitBefore ?? '').toLowerCase();
    const [, least, most, usual] = UNITS.find(([known]) => known === name) ?? ['', 1, 1, 1];
    const first = readFigure(from ?? number ?? '');
    const last = readFigure(to ?? upTo ?? from ?? number ?? '');
    return {
      least: Math.min(first, last) * least,
      most: Math.max(first, last) * most,
      usual: first === last ? first * usual : null,
    };
  });

/** Whether some of the spans one after another take so many days, give or take one in ten. */
const canBe = (
  days: number,
  spans: readonly Length[],
  done: Length = { least: 0, most: 0 },
): boolean =>
  (done.most > 0 && days >= done.least * 0.9 - 0.5 && days <= done.most * 1.1 + 0.5) ||
  spans.some((span, i) =>
    canBe(days, spans.slice(i + 1), {
      least: done.least + span.least,
      most: done.most + span.most,
    }),
  );

/** Days of treatment that the duration in words does not bear out. */
export const findDurationFaults = (study: Study): RecordFault[] =>
  study.interventions.flatMap(({ duration, exposure_days }, i) => {
    // Days without words rest on a source of their own, as findUnsupported makes sure.
    if (exposure_days === null || duration === null) return [];
    const path = ['interventions', i, 'exposure_days'];
    const spans = readSpans(duration);
    const fits =
      canBe(exposure_days, spans) ||
      (IS_ONE_OFF.test(duration) && (exposure_days <= 1 || spans.length === 0));
    return fits
      ? []
      : [
          {
            path,
            message: `${exposure_days} days of treatment does not follow from "${duration}".`,
            remedy:
              'Write the days of one arm, from the words; add to the words what the days rest on.',
          },
        ];
  });
