import { fileURLToPath } from 'node:url';
import { extractChange } from '../../../src/core/extraction/extractChange.ts';
import { loadChangeModel } from '../../../src/library/loadChangeModel.ts';

export const MODEL_FILE = fileURLToPath(new URL('../../../models/change.json', import.meta.url));
export const model = loadChangeModel(MODEL_FILE);

const COMPARISON = { intervention: 'gabapentin', comparator: 'placebo', outcome: 'pain score' };

/** What is read in an abstract, by default of gabapentin against placebo on the pain score. */
export const changeIn = (abstract: string, comparison: Partial<typeof COMPARISON> = {}) =>
  extractChange({ title: null, abstract }, { ...COMPARISON, ...comparison }, { model });
