import { OperatorError } from '../ports/operatorError.ts';
/** The library cannot be used: what is wrong, and what to do. */
export class LibraryError extends OperatorError {
  override name = 'LibraryError';
}

/** A fault of the file system below `root` as a sentence; any other error as it is. */
export const libraryError = (error: unknown, root: string): unknown => {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return error;
  const path = 'path' in error ? String(error.path) : 'A record';
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
    return new LibraryError(
      `There is no ${path}. Set LIBRARY_DIR (now ${root}) to the folder that holds conditions/, interventions/, outcomes/, studies/ and the lists of other names.`,
    );
  return new LibraryError(
    `${path} in ${root} cannot be read (${String(error.code)}). Make every record a readable file, or set LIBRARY_DIR to another folder.`,
  );
};
