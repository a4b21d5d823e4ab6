/** What is wrong with one record, in a plain sentence: it is skipped. */
export class RecordError extends Error {
  override name = 'RecordError';
}
