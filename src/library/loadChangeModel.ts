import { readFileSync } from 'node:fs';
import { type ChangeModel, readChangeModel } from '../core/extraction/change/changeModel.ts';
import { LibraryError } from './libraryError.ts';

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
