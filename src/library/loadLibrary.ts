import type { z } from 'zod';
import type { Library } from '../core/domain/library.ts';
import { LibraryError, libraryError } from './libraryError.ts';
import { RECORD_SCHEMAS, type RecordKind, readRecords } from './readRecords.ts';

/**
 * Loads the library below `root` (the data folder). Every record is checked against its schema;
 * what holds between records is the business of check:data.
 * @throws LibraryError when a folder is missing or a record is broken.
 */
export const loadLibrary = (root: string): Library => {
  const loadKind = <K extends RecordKind>(kind: K): z.infer<(typeof RECORD_SCHEMAS)[K]>[] =>
    readRecords(root, kind).map(({ file, value, fault }) => {
      const parsed = RECORD_SCHEMAS[kind].safeParse(value);
      if (fault !== null || !parsed.success)
        throw new LibraryError(
          `The record ${file} cannot be read. Run "npm run check:data" to see what is wrong with it.`,
        );
      return parsed.data as z.infer<(typeof RECORD_SCHEMAS)[K]>;
    });
  try {
    return {
      conditions: loadKind('conditions'),
      interventions: loadKind('interventions'),
      outcomes: loadKind('outcomes'),
      studies: loadKind('studies'),
      guidelines: loadKind('guidelines'),
    };
  } catch (error) {
    throw libraryError(error, root);
  }
};
