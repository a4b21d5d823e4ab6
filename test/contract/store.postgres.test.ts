import { afterAll, beforeAll, describe } from 'vitest';
import type { PostgresPlace } from '../../src/store/postgresPool.ts';
import { type Postgres, startPostgres, whyNoPostgres } from '../support/postgres.ts';
import { storeContract } from './store.contract.ts';

const obstacle = await whyNoPostgres();
let postgres: Postgres;

describe.skipIf(obstacle !== null)(`the store on PostgreSQL ${obstacle ?? ''}`.trim(), () => {
  beforeAll(async () => {
    postgres = await startPostgres(['fsync=off']);
  }, 60_000);
  afterAll(() => postgres?.close());

  storeContract({
    createPlace: async () => ({ url: await postgres.createDatabase(), tls: 'disable', ca: null }),
    query: (place, sql) => postgres.query((place as PostgresPlace).url, sql),
    columnsSql: `SELECT table_name AS "table", column_name AS "column"
      FROM information_schema.columns WHERE table_schema = 'public'`,
  });
});
