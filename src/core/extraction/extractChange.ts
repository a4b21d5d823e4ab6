import { CHANGES, type Change, type Read } from '../domain/extraction.ts';
import type { ChangeModel } from './change/changeModel.ts';
import { judgeSentences, poolChances, readComparison, sharpen } from './change/judgeSentences.ts';
import type { Comparison } from './change/view.ts';
import { type ReadAbstract, readAbstract } from './text/readAbstract.ts';

/** Below this confidence the product does not tell a change (docs/extraction.md). */
export const TELLING_CONFIDENCE = 0.6;
/** A sentence that bears less on a comparison than this is no ground for anything. */
const LEAST_BEARING = 0.02;
/** Below this, the confidence is as much smaller as the sentence bears less. */
const FULL_BEARING = 0.3;

export type ChangeDeps = { model: ChangeModel };

/** As `extractChange`, of an abstract already read. */
export const readChange = (
  read: ReadAbstract,
  comparison: Comparison,
  { model }: ChangeDeps,
): (Read<Change> & { bears: number }) | null => {
  const judged = judgeSentences(readComparison(read, comparison, model.rarity), model);
  const chances = sharpen(poolChances(judged), model.sharpness);
  const best = chances.indexOf(Math.max(...chances));
  // The title has its say, but what is cited is a sentence of the abstract.
  const weightOf = ({ bears, chances: own }: (typeof judged)[number]) => bears * (own[best] ?? 0);
  const ground = judged
    .filter(({ reading }) => reading.view.sentence.section !== 'title')
    .reduce<(typeof judged)[number] | null>(
      (top, one) => (top === null || weightOf(one) > weightOf(top) ? one : top),
      null,
    );
  if (!ground || ground.bears < LEAST_BEARING) return null;
  return {
    value: CHANGES[best] as Change,
    sentence: ground.reading.view.sentence.text,
    confidence: (chances[best] as number) * Math.min(1, ground.bears / FULL_BEARING),
    bears: ground.bears,
  };
};

/**
 * How a paper says that an outcome changed with a treatment against another, with the sentence that
 * says it, word for word. Null where nothing in the paper bears on it, or it is less sure than
 * `confidence`.
 */
export const extractChange = (
  paper: { title: string | null; abstract: string | null },
  comparison: Comparison,
  deps: ChangeDeps,
  confidence = 0,
): Read<Change> | null => {
  const found = readChange(readAbstract(paper), comparison, deps);
  if (!found || found.confidence < confidence) return null;
  const { value, sentence } = found;
  return { value, sentence, confidence: found.confidence };
};
