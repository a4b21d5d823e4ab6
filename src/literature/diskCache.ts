import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Paper } from '../core/domain/paper.ts';
import { type PaperId, wordPaperId } from '../core/domain/paperId.ts';
import type { Clock } from '../ports/clock.ts';

/** Papers that were looked up, for a while: who adds a paper twice asks nobody twice. */
export type PaperCache = {
  get: (id: PaperId) => Promise<Paper | null>;
  set: (id: PaperId, paper: Paper) => Promise<void>;
};

const KEPT_MS = 7 * 24 * 60 * 60 * 1000;
const Kept = z.object({ at: z.number(), paper: Paper });

/** Old files go when the first new one comes. */
const sweep = async (folder: string, before: number): Promise<void> => {
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    const found = await stat(file).catch(() => null);
    if (found !== null && found.mtimeMs < before) await rm(file, { force: true });
  }
};

/** A file for each id. What cannot be read is not there; what cannot be written is not kept. */
export const createDiskCache = (folder: string, now: Clock): PaperCache => {
  let isSwept = false;
  const fileOf = (id: PaperId): string =>
    join(folder, `${createHash('sha256').update(wordPaperId(id)).digest('hex').slice(0, 32)}.json`);
  return {
    get: async (id) => {
      try {
        const kept = Kept.parse(JSON.parse(await readFile(fileOf(id), 'utf8')));
        return now() - kept.at < KEPT_MS ? kept.paper : null;
      } catch {
        return null;
      }
    },
    set: async (id, paper) => {
      const file = fileOf(id);
      const unfinished = `${file}.${process.pid}`;
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        if (!isSwept) await sweep(folder, now() - KEPT_MS);
        isSwept = true;
        // Another process may write the same: each its own, and the last one stays.
        await writeFile(unfinished, JSON.stringify({ at: now(), paper }), { mode: 0o600 });
        await rename(unfinished, file);
      } catch {
        await rm(unfinished, { force: true }).catch(() => {});
      }
    },
  };
};
