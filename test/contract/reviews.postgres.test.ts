import { afterAll, beforeAll, describe } from 'vitest';
import { openPapers } from '../../src/papers/openPapers.ts';
import { type Postgres, startPostgres, whyNoPostgres } from '../support/postgres.ts';
import { reviewsContract } from './reviews.contract.ts';

const obstacle = await whyNoPostgres();
let postgres: Postgres;
let url: string;
const open = () => openPapers({ url, tls: 'disable', ca: null });

describe.skipIf(obstacle !== null)(`reviews on PostgreSQL ${obstacle ?? ''}`.trim(), () => {
  beforeAll(async () => {
    postgres = await startPostgres(['fsync=off']);
  }, 60_000);
  afterAll(() => postgres?.close());

  reviewsContract({
    open: async () => {
      url = await postgres.createDatabase();
      return open();
    },
    isShared: true,
    openAgain: open,
  });
});
