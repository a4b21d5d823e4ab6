import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ChangeModel, readChangeModel } from '../core/extraction/change/changeModel.ts';
import { LibraryError } from './libraryError.ts';

/** Where training wrote it. */
export const CHANGE_MODEL = fileURLToPath(new URL('../../models/change.json', import.meta.url));

/**
 * The trained model that reads how outcomes changed.
 * @throws LibraryError when its file is missing or not what training wrote.
 */
export const loadChangeModel = (file: string): ChangeModel => {
  try {
    return readChangeModel(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new LibraryError(
      `The model ${file} cannot be read. Restore it from the repository, or train it anew (models/README.md).`,
    );
  }
};
