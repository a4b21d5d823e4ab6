import type { Study } from '../core/domain/study.ts';
import type { RecordFault } from './fault.ts';
import { textsIn } from './textsIn.ts';

/** What can grow by more than itself. */
const IS_GROWTH =
  /\b(?:rise|rises|rose|risen|increase[sd]?|grew|grown|higher|longer|greater|more|larger|up|above|over|improvement|of (?:the )?(?:dose|baseline|normal|control))\b/i;
const PERCENT = /(?<![\d.])(\d+(?:\.\d+)?) ?(?:%|per cent\b)/g;
/** "12 of 15 people (80%)": a count, its whole and the one share that they make. */
const SHARE =
  /(?<![\d.,])(\d+) of (?:the |its |all )?(\d+)(?![\d.,]\d)(?:(?: [\p{L}’-]+){0,3} ?\(?(\d+(?:\.\d+)?)%(?![^).;]*%))?/gu;
/** Percentages are rounded, up or down, to whole numbers at worst. */
const ROUNDING = 1;

const faultsOf = (text: string): Omit<RecordFault, 'path'>[] => {
  const above = [...text.matchAll(PERCENT)].find(
    ([, percent]) => Number(percent) > 100 && !IS_GROWTH.test(text),
  );
  const counts = [...text.matchAll(SHARE)].map(([said, n, of, percent]) => ({
    said,
    n: Number(n),
    of: Number(of),
    percent: percent === undefined ? null : Number(percent),
  }));
  const turned = counts.find(({ n, of }) => n > of);
  const wrong = counts.find(
    ({ n, of, percent }) =>
      percent !== null && of > 0 && Math.abs((100 * n) / of - percent) > ROUNDING,
  );
  return [
    ...(above
      ? [
          {
            message: `${above[0]} is above a hundred, and the text says of nothing that it grew.`,
            remedy: 'Mend the figure; of a rise say that it rose.',
          },
        ]
      : []),
    ...(turned
      ? [
          {
            message: `"${turned.said}" is more than there are.`,
            remedy: 'Compare the counts with the source.',
          },
        ]
      : []),
    ...(wrong && !turned
      ? [
          {
            message: `"${wrong.said}" does not fit: ${wrong.n} of ${wrong.of} is ${((100 * wrong.n) / wrong.of).toFixed(1)}%.`,
            remedy: 'Compare with the source; where it says both, say so under discrepancies.',
          },
        ]
      : []),
  ];
};

/** Percentages and shares in the texts of a record that cannot be; titles and names are as printed. */
export const findPercentFaults = (study: Study): RecordFault[] => {
  const { population, interventions, findings, adverse_events, included } = study;
  return textsIn({ population, interventions, findings, adverse_events, included }).flatMap(
    ({ text, path }) => faultsOf(text).map((fault) => ({ ...fault, path })),
  );
};
