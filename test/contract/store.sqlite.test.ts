import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe } from 'vitest';
import type { StorePlace } from '../../src/store/openStore.ts';
import { storeContract } from './store.contract.ts';

let folder: string;
let count = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'caveat-contract-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const query = async (place: StorePlace, sql: string) => {
  const database = new DatabaseSync((place as { file: string }).file);
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
};

describe('the store on SQLite', () => {
  storeContract(() => ({
    createPlace: async () => {
      count += 1;
      return { file: join(folder, String(count), 'caveat.sqlite') };
    },
    query,
    columnsSql: `SELECT t.name AS "table", c.name AS "column"
      FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'`,
  }));
});
