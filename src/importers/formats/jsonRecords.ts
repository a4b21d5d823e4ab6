import type { Format, RecordReader } from '../format.ts';
import { cutLines } from '../records/cutLines.ts';
import { cutObjects } from '../records/cutObjects.ts';
import { cslDraft, isCsl } from './cslJson.ts';
import { europePmcDraft, isEuropePmc } from './europePmcJson.ts';
import { readObject } from './json.ts';
import { plainDraft } from './plainJson.ts';

/** Each object tells by its fields whose it is. */
const readRecord: RecordReader = (text) => {
  const object = readObject(text);
  if (isEuropePmc(object)) return europePmcDraft(object);
  return isCsl(object) ? cslDraft(object) : plainDraft(object);
};

const createReader = (): RecordReader => readRecord;

/** JSON Lines: an object a line. */
export const jsonLines: Format = { createCutter: cutLines, createReader };

/** A list in JSON: an answer of Europe PMC, CSL-JSON, or papers in an array. */
export const jsonList: Format = { createCutter: cutObjects, createReader };
