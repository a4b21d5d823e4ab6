/**
 * What a p value or a confidence interval says, put in the place of its figures as one word, so
 * that it can be compared like any other word.
 */
export const MARKS = {
  significant: 'zpsig',
  notSignificant: 'zpns',
  intervalAcross: 'zcinull',
  intervalBelow: 'zcilow',
  intervalAbove: 'zcihigh',
  interval: 'zci',
} as const;

const ALPHA = 0.05;

const P_VALUE =
  /\b[Pp](?:\s?-?\s?(?:for\s)?(?:[Vv]alues?|trend|interaction|s|'s))?\s*(?:\(\w+\)\s*)?(?:of|was|were|is|all)?\s*([=<>≤≥:]|less than|greater than|&lt;|&gt;)?\s*=?\s*(0?\s?[.,]\s?\d+|[01](?:\.0+)?\b|\d(?:\.\d+)?\s?[x×]\s?10\s?-\s?\d+|[nN]\.?[sS]\.?(?![A-Za-z]))/g;

const NUMBER = String.raw`[-+]?\s?\d*\.?\d+`;
const INTERVAL = new RegExp(
  String.raw`(?:CIs?|[Cc]onfidence [Ii]ntervals?|CrI|CL)[)\]]?(?:\s?[(\[]?(?:CI|9[059]\s?%)[)\]]?)?\s*(?:[:=,;]|of|was|from|for\s[\w ]{1,30}\sof)?\s*[(\[]?\s*(${NUMBER})\s?%?\s*(?:-|to|,|;|and)\s*(${NUMBER})`,
  'g',
);
const RATIO =
  /(?:\b(?:a?OR|a?RR|a?HR|IRR|PRR?|LPR|SHR)\b|ratio|risk|odds|hazard)(?:[^.;]|\.\d){0,60}$/i;

const pMark = (sign: string | undefined, value: string): string => {
  if (/n/i.test(value)) return MARKS.notSignificant;
  if (/10/.test(value) && /[x×]/.test(value)) return MARKS.significant;
  const p = Number(value.replace(/\s/g, '').replace(',', '.').replace(/^\./, '0.'));
  const above = sign === '>' || sign === '≥' || sign === 'greater than';
  if (above) return p >= 0.01 ? MARKS.notSignificant : MARKS.significant;
  return p <= ALPHA ? MARKS.significant : MARKS.notSignificant;
};

const intervalMark = (before: string, low: number, high: number): string => {
  const null_ = RATIO.test(before) ? 1 : 0;
  if (low > high) [low, high] = [high, low];
  if (low < 0 && high > 0) return MARKS.intervalAcross;
  if (null_ === 1 || (low > 0.05 && low < 1 && high < 5 && high >= 1 && null_ === 0)) {
    if (low <= 1 && high >= 1) return MARKS.intervalAcross;
    if (null_ === 1) return high < 1 ? MARKS.intervalBelow : MARKS.intervalAbove;
  }
  if (high < 0) return MARKS.intervalBelow;
  return null_ === 0 && low > 0 ? MARKS.interval : MARKS.intervalAcross;
};

const toNumber = (text: string): number => Number(text.replace(/\s/g, ''));

/** A plain text with its p values and confidence intervals replaced by their marks. */
export const markStatistics = (text: string): string =>
  text
    .replace(INTERVAL, (all, low: string, high: string, index: number) => {
      const [from, to] = [toNumber(low), toNumber(high)];
      const mark = intervalMark(text.slice(Math.max(0, index - 70), index), from, to);
      return Number.isNaN(from + to) ? all : ` ${mark} `;
    })
    .replace(P_VALUE, (all, sign: string | undefined, value: string) => {
      const mark = pMark(sign, value);
      // "p 2" alone is no p value.
      return sign === undefined && !/[.,]/.test(value) ? all : ` ${mark} `;
    })
    .replace(/\b9[059](?:\.\d)?\s?%\s*(?=,?\s*zci)/g, ' ');
