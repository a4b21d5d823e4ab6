import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPapers } from '../../src/papers/openPapers.ts';
import { REVIEW_TABLE } from '../../src/papers/reviews/reviewTable.ts';
import { reviewsContract } from './reviews.contract.ts';

let folder: string;
let count = 0;
const place = () => ({ file: join(folder, `${count}.sqlite`) });
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'caveat-reviews-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('reviews on SQLite', () => {
  reviewsContract({
    open: () => {
      count += 1;
      return openPapers(place());
    },
    isShared: false,
    openAgain: () => openPapers(place()),
  });

  it('are the one table of papers with a person’s id, and that of a server stands by name in them', async () => {
    count += 1;
    const papers = await openPapers(place());
    await papers.close();
    const database = new DatabaseSync(place().file);
    const columns = database
      .prepare(
        "SELECT t.name AS 'table', c.name AS 'column' FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'",
      )
      .all() as { table: string; column: string }[];
    database.close();
    const withId = columns.filter(({ column }) =>
      /user|person|author|member|guild|_by$/.test(column),
    );
    expect(withId.map(({ table, column }) => `${table}.${column}`).sort()).toEqual([
      'paper_key.known_by',
      `${REVIEW_TABLE}.guild_id`,
      `${REVIEW_TABLE}.user_id`,
    ]);
  });
});
