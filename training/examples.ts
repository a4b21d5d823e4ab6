import { CHANGES } from '../src/core/domain/extraction.ts';
import type { ChangeModel } from '../src/core/extraction/change/changeModel.ts';
import {
  type Reading,
  readComparison,
  readView,
} from '../src/core/extraction/change/judgeSentences.ts';
import { type View, viewAbstract } from '../src/core/extraction/change/view.ts';
import { readAbstract, readSentence } from '../src/core/extraction/text/readAbstract.ts';
import { plainText } from '../src/core/extraction/text/words.ts';
import { MARKED, overlapOf } from './markEvidence.ts';
import type { Bench, Row } from './readBench.ts';

/** A row with all that is computed of it once, whatever it is trained or tested for. */
export type Prepared = {
  row: Row;
  label: number;
  readings: readonly Reading[];
  /** Which of the readings people marked as the ground of the label. */
  marked: readonly boolean[];
  /** Marked passages from outside the abstract, each read as one sentence. */
  passages: readonly Reading[];
};

/** Longer passages are tables or whole paragraphs. */
const LONGEST_PASSAGE = 900;

export const prepareRow = (
  row: Row,
  { articles }: Bench,
  rarity: ChangeModel['rarity'],
): Prepared => {
  const article = articles.get(row.pmcid);
  const read = readAbstract({ title: article?.title ?? null, abstract: article?.abstract ?? null });
  const readings = readComparison(read, row, rarity);
  const inside = row.evidence.filter(({ inAbstract }) => inAbstract);
  const outside = row.evidence.filter(({ inAbstract }) => !inAbstract);
  return {
    row,
    label: CHANGES.indexOf(row.label),
    readings,
    marked: readings.map(
      ({ view: { sentence } }) =>
        sentence.section !== 'title' &&
        inside.some(({ text }) => overlapOf(sentence.text, text) >= MARKED),
    ),
    passages: outside
      .map(({ text }) => plainText(text))
      .filter((text) => text.length <= LONGEST_PASSAGE)
      .map((text) => {
        const around = read.sentences.filter(({ section }) => section !== 'results');
        const passage = { ...read, sentences: [...around, readSentence(text, 'results')] };
        const { views, outcome } = viewAbstract(passage, row, rarity);
        return readView(views.at(-1) as View, outcome);
      }),
  };
};
