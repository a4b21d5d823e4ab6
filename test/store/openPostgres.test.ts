import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/openStore.ts';
import type { PostgresPlace } from '../../src/store/postgresPool.ts';
import { StoreError } from '../../src/store/storeError.ts';
import { type Postgres, startPostgres, whyNoPostgres } from '../support/postgres.ts';

const obstacle = await whyNoPostgres();
let postgres: Postgres;
let place: PostgresPlace;

const refusalOf = async (other: Partial<PostgresPlace>): Promise<string> => {
  const error = await openStore({ ...place, ...other }).then(
    (store) => store.close(),
    (fault) => fault,
  );
  expect(error).toBeInstanceOf(StoreError);
  expect(error.message).not.toMatch(/secret/);
  return error.message;
};
describe.skipIf(obstacle !== null)(`a PostgreSQL ${obstacle ?? ''}`.trim(), () => {
  beforeAll(async () => {
    postgres = await startPostgres(['fsync=off']);
    place = { url: await postgres.createDatabase(), tls: 'disable', ca: null };
  }, 60_000);
  afterAll(() => postgres?.close());

  describe('that cannot be used', () => {
    it('is told in a sentence, with what to do and without the password', async () => {
      const other = (change: (url: URL) => void): { url: string } => {
        const url = new URL(place.url);
        change(url);
        return { url: url.href };
      };
      const where = String.raw`^The database 127\.0\.0\.1:\d+/`;
      expect(
        await refusalOf(
          other((url) => {
            url.password = 'other';
          }),
        ),
      ).toMatch(RegExp(`${where}.* cannot be used: password .*Check the user and password`));
      expect(
        await refusalOf(
          other((url) => {
            url.pathname = '/nowhere';
          }),
        ),
      ).toMatch(RegExp(`${where}nowhere cannot be used: .*createdb`));
      expect(
        await refusalOf(
          other((url) => {
            url.port = '1';
          }),
        ),
      ).toMatch(/ECONNREFUSED.*Check DATABASE_URL, and that PostgreSQL runs there/);
      expect(await refusalOf({ tls: 'require' })).toMatch(/DATABASE_TLS=disable/);
      expect(await refusalOf({ tls: 'verify-full', ca: '/nowhere/ca.pem' })).toMatch(
        /certificates .* cannot be read.*DATABASE_CA/,
      );
    });

    it('is told where its user may not make tables', async () => {
      await postgres.query(
        place.url,
        `DROP ROLE IF EXISTS reader; CREATE ROLE reader LOGIN PASSWORD 'secret'`,
      );
      const url = new URL(place.url);
      url.username = 'reader';
      url.password = 'secret';
      expect(await refusalOf({ url: url.href })).toMatch(
        /permission denied.* must be allowed to create and write tables/,
      );
    });
  });

  it('answers over TLS, and proves who it is where that is asked for', async (context) => {
    const [key, certificate] = [
      join(postgres.folder, 'server.key'),
      join(postgres.folder, 'server.pem'),
    ];
    try {
      const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
      const files = ['-keyout', key, '-out', certificate];
      execFileSync(
        'openssl',
        ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject, ...files],
        { stdio: 'pipe' },
      );
    } catch {
      return context.skip('there is no openssl to make a certificate with');
    }
    postgres.own(key);
    postgres.own(certificate);
    await postgres.query(place.url, `ALTER SYSTEM SET ssl_key_file = '${key}'`);
    await postgres.query(place.url, `ALTER SYSTEM SET ssl_cert_file = '${certificate}'`);
    await postgres.query(place.url, 'ALTER SYSTEM SET ssl = on');
    await postgres.query(place.url, 'SELECT pg_reload_conf()');
    const byName = place.url.replace('127.0.0.1', 'localhost');
    const encrypted = await openStore({ ...place, tls: 'require' });
    expect(
      await postgres.query(
        place.url,
        `SELECT DISTINCT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)
         WHERE application_name = 'caveat' AND datname = current_database()`,
      ),
    ).toEqual([{ ssl: true }]);
    await encrypted.close();
    await (await openStore({ url: byName, tls: 'verify-full', ca: certificate })).close();
    expect(await refusalOf({ url: byName, tls: 'verify-full' })).toMatch(/DATABASE_CA/);
    // 127.0.0.1 is not a name in its certificate.
    expect(await refusalOf({ tls: 'verify-full', ca: certificate })).toMatch(/DATABASE_TLS/);
  });
});
