import { OUTPUTS } from '../src/core/extraction/change/changeModel.ts';
import { PLACES, type Reading } from '../src/core/extraction/change/judgeSentences.ts';
import type { Vector } from '../src/core/extraction/change/vector.ts';
import type { Prepared } from './examples.ts';
import { type Example, fitLogistic, toOneOutput } from './fitLogistic.ts';

/** The parts of a model that are learnt. */
export type Fitted = { evidence: number[]; words: Float64Array; signs: Float64Array };

const PASSAGE_WEIGHT = 0.5;

const denseVector = (values: readonly number[]): Vector => ({
  places: Int32Array.from(values, (_, i) => i),
  values: Float64Array.from(values),
});

/** Learns from rows: what a sentence says from the marked ones, which sentence to read from all. */
export const fitChangeModel = (rows: readonly Prepared[]): Fitted => {
  const words: Example[] = [];
  const signs: Example[] = [];
  const evidence: Example[] = [];
  const learn = (reading: Reading, label: number, weight: number): void => {
    words.push({ vector: reading.words, label, weight });
    if (label !== 2) signs.push({ vector: reading.signs, label, weight });
  };
  for (const { row, label, readings, marked, passages } of rows) {
    readings.forEach((reading, i) => {
      if (marked[i]) learn(reading, label, 1);
      if (row.inAbstract)
        evidence.push({
          vector: denseVector(reading.evidence),
          label: marked[i] ? 0 : 1,
          weight: 1,
        });
    });
    for (const passage of passages) learn(passage, label, PASSAGE_WEIGHT);
  }
  const size = evidence[0]?.vector.places.length ?? 0;
  return {
    words: fitLogistic(words, {
      places: PLACES.words,
      outputs: OUTPUTS,
      epochs: 12,
      rate: 0.1,
      decay: 1e-4,
    }),
    signs: toOneOutput(
      fitLogistic(signs, { places: PLACES.signs, outputs: 2, epochs: 12, rate: 0.05, decay: 1e-4 }),
    ),
    evidence: [
      ...toOneOutput(
        fitLogistic(evidence, { places: size, outputs: 2, epochs: 5, rate: 0.1, decay: 1e-5 }),
      ),
    ],
  };
};
