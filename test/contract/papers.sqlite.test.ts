import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { papersContract } from './papers.contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'caveat-papers-'));
let count = 0;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('papers on SQLite', () => {
  papersContract(async () => {
    count += 1;
    return { file: join(folder, String(count), 'papers.sqlite') };
  });
});
