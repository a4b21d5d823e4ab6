import { afterAll, beforeAll, describe } from 'vitest';
import { type Postgres, startPostgres, whyNoPostgres } from '../support/postgres.ts';
import { papersContract } from './papers.contract.ts';

const obstacle = await whyNoPostgres();
let postgres: Postgres;

describe.skipIf(obstacle !== null)(`papers on PostgreSQL ${obstacle ?? ''}`.trim(), () => {
  beforeAll(async () => {
    postgres = await startPostgres(['fsync=off']);
  });
  afterAll(() => postgres?.close());

  papersContract(async () => ({ url: await postgres.createDatabase(), tls: 'disable', ca: null }));
});
