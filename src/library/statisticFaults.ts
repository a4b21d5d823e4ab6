import type { Finding, Study } from '../core/domain/study.ts';
import type { RecordFault } from './fault.ts';

const NUMBER = String.raw`[-−–]?\d*\.?\d+`;
const PAIR = new RegExp(`(${NUMBER})%? ?(?:to|-|–|,) ?(${NUMBER})`, 'g');
/** The share of people that an interval is for ("95% CI"), and words on it, are no limits of it. */
const LABELS = /\d+(?:\.\d+)?% ?(?:CI|confidence interval)[:,]?|\([^)]*quantiles\)/gi;

const toNumber = (text: string): number => Number(text.replace(/^[−–]/, '-'));

const numbersIn = (text: string): number[] =>
  // A hyphen between two figures joins them; it is a sign only at the beginning of one.
  [...text.matchAll(/(?<![\d.])[-−]?\d*\.?\d+/g)].map(([number]) => toNumber(number));

type Interval = { low: number; high: number };

/** The intervals that a text states, in their order. */
export const readIntervals = (ci: string): Interval[] =>
  [...ci.replace(LABELS, '').matchAll(PAIR)].map(([, low, high]) => ({
    low: toNumber(low as string),
    high: toNumber(high as string),
  }));

const isRatio = (effect: string): boolean => /\b(?:ratio|relative risk|RR|OR|HR)\b/i.test(effect);
const isDifference = (effect: string): boolean => /\bdifference\b/i.test(effect);

/** The one p value that a text is; null where it says more, or a bound. */
const exactP = (p: string | null): number | null => {
  const exact = /^(0?\.\d+)$/.exec(p ?? '')?.[1];
  return exact === undefined ? null : Number(exact);
};

/** What an effect may be: a figure of its text, in either direction, or two of them apart. */
const effectsIn = (effect: string): number[] => {
  const numbers = numbersIn(effect);
  const apart = numbers.flatMap((a, i) => numbers.slice(i + 1).map((b) => a - b));
  return [...numbers, ...apart].flatMap((n) => [n, -n, n / 100, -n / 100]);
};

/** An interval that names no other share is of 95 %, which goes with p values of 0.05. */
const isOf95 = (ci: string): boolean => (/^(\d+(?:\.\d+)?)%/.exec(ci)?.[1] ?? '95') === '95';

type Statistic = NonNullable<Finding['statistic']>;
type Told = Omit<RecordFault, 'path'>;

const findPFaults = ({ p }: Statistic): Told[] => {
  if (p === null) return [];
  const remedy = 'Write it as the source has it, such as "0.03", "<0.001" or ">0.05".';
  const isProbability = /^(?:between |about )?[<>=≤≥~ ]*(?:0?\.\d+|0|1(?:\.0+)?)(?![\d.]|,\d)/.test(
    p,
  );
  if (!isProbability)
    return [{ message: `"${p}" does not begin with a p value between 0 and 1.`, remedy }];
  // Whole numbers are weeks, doses and names of scales; a p value has a point.
  const above = [...p.matchAll(/\d+\.\d+/g)].find(([number]) => Number(number) > 1);
  return above ? [{ message: `A p value is 1 at most, and "${p}" has ${above[0]}.`, remedy }] : [];
};

const findIntervalFaults = ({ ci, effect, p }: Statistic): Told[] => {
  if (ci === null) return [];
  const intervals = readIntervals(ci);
  const turned = intervals.find(({ low, high }) => low >= high);
  if (turned)
    return [
      {
        message: `The interval "${ci}" does not go from low to high.`,
        remedy: 'Compare with the source: a sign or a digit slipped, or the limits changed places.',
      },
    ];
  const [interval] = intervals;
  if (!interval || intervals.length > 1 || effect === null) return [];
  const isInside = (n: number): boolean => n >= interval.low && n <= interval.high;
  if (numbersIn(effect).length > 0 && !effectsIn(effect).some(isInside))
    return [
      {
        message: `No figure of the effect "${effect}" lies in its interval "${ci}".`,
        remedy: 'Compare both with the source; write the figure that the interval is of.',
      },
    ];
  const exact = exactP(p);
  const none = isRatio(effect) ? 1 : isDifference(effect) ? 0 : null;
  if (exact === null || none === null || !isOf95(ci)) return [];
  const isSignificant = none < interval.low || none > interval.high;
  return (isSignificant && exact > 0.06) ||
    (!isSignificant && !isAtEdge(interval, none) && exact < 0.04)
    ? [
        {
          message: `p is ${p}, and the interval "${ci}" says ${isSignificant ? 'that there is a difference' : 'that there may be none'}.`,
          remedy: 'Compare both with the source. Where it says both, write so under discrepancies.',
        },
      ]
    : [];
};

/** Rounded limits may touch the value of no difference. */
const isAtEdge = ({ low, high }: Interval, none: number): boolean =>
  Math.min(Math.abs(low - none), Math.abs(high - none)) < 0.05 * (high - low);

/** p values at which a difference from none is told with some margin, and at which none is. */
const CLEARLY = { none: 0.1, different: 0.01 };

const findDirectionFaults = ({ direction, versus, statistic }: Finding): Told[] => {
  const p = exactP(statistic?.p ?? null);
  if (p === null || (versus !== 'placebo' && versus !== 'no-treatment')) return [];
  const isDifferent = direction === 'improved' || direction === 'worsened';
  return (isDifferent && p > CLEARLY.none) ||
    (direction === 'no-difference' && p < CLEARLY.different)
    ? [
        {
          message: `The direction is "${direction}", and p is ${p}.`,
          remedy:
            'Compare both with the source. Where p is of something else, put it into the summary instead.',
        },
      ]
    : [];
};

/** p values, intervals and effects that cannot be, each alone and beside each other. */
export const findStatisticFaults = (study: Study): RecordFault[] =>
  study.findings.flatMap((finding, i) => {
    const { statistic } = finding;
    const at = (field: string) => (told: Told) => ({
      ...told,
      path: ['findings', i, ...field.split('.')],
    });
    return statistic === null
      ? []
      : [
          ...findPFaults(statistic).map(at('statistic.p')),
          ...findIntervalFaults(statistic).map(at('statistic.ci')),
          ...findDirectionFaults(finding).map(at('direction')),
        ];
  });
