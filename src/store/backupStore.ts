import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { StoreError } from './storeError.ts';

/** All pages in one step: between steps a busy bot would make the backup begin anew, for ever. */
const ALL_PAGES = 2 ** 31 - 1;

const isSound = (file: string): boolean => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database.prepare('PRAGMA quick_check').get()?.quick_check === 'ok';
  } finally {
    database.close();
  }
};

const copyWhole = async (file: string, target: string): Promise<void> => {
  const unfinished = `${target}.unfinished`;
  const removeRest = (): void => {
    for (const suffix of ['', '-wal', '-shm', '-journal'])
      rmSync(`${unfinished}${suffix}`, { force: true });
  };
  removeRest();
  const source = new DatabaseSync(file, { timeout: 5_000 });
  try {
    await backup(source, unfinished, { rate: ALL_PAGES });
    if (!isSound(unfinished)) throw new Error('it is damaged');
    renameSync(unfinished, target);
  } finally {
    source.close();
    removeRest();
  }
};

/** What is copied, as texts name it. */
export type Kept = 'store' | 'papers';

const NAMES: Readonly<Record<Kept, { none: string; it: string; setting: string }>> = {
  store: { none: 'There is no store', it: 'The store', setting: 'DATA_DIR' },
  papers: { none: 'There are no papers', it: 'The papers', setting: 'PAPERS_FILE' },
};

/** @throws StoreError where something is in the place of a copy */
export const refuseTaken = (target: string): void => {
  if (existsSync(target))
    throw new StoreError(`${target} is there already. Name another file for the backup.`);
};

/**
 * Copies a database of ours as it is at one moment, while it is written or not. The copy is one of
 * its own; nothing is there under its name before it is whole.
 * @returns its size in bytes
 * @throws StoreError with a remedy
 */
export const backupStore = async (
  file: string,
  target: string,
  kept: Kept = 'store',
): Promise<number> => {
  const { none, it, setting } = NAMES[kept];
  if (!existsSync(file)) throw new StoreError(`${none} ${file} to back up. Check ${setting}.`);
  refuseTaken(target);
  try {
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    await copyWhole(file, target);
    return statSync(target).size;
  } catch (error) {
    throw new StoreError(
      `${it} ${file} could not be backed up to ${target}: ${(error as Error).message}. Check that both may be read and written, and the room on the disk.`,
    );
  }
};
