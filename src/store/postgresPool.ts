import { readFileSync } from 'node:fs';
import { type ClientConfig, Pool, types } from 'pg';
import { StoreError } from './storeError.ts';

export type { Pool, PoolClient } from 'pg';

/** As `sslmode` of PostgreSQL's own programs: none, encrypted, or encrypted to a server that proves its name. */
export type Tls = 'disable' | 'require' | 'verify-full';

export type PostgresPlace = {
  url: string;
  tls: Tls;
  /** File of the certificates that are trusted, where the system's are not enough. */
  ca: string | null;
};

const MOST_CONNECTIONS = 10;
const CONNECT_MS = 3_000;
const QUERY_MS = 10_000;

const readCertificates = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new StoreError(
      `The certificates for the database cannot be read: ${(error as Error).message}. Check DATABASE_CA.`,
    );
  }
};

export const toClientConfig = ({ url, tls, ca }: PostgresPlace): ClientConfig => ({
  connectionString: url,
  ssl:
    tls === 'disable'
      ? false
      : { rejectUnauthorized: tls === 'verify-full', ...(ca && { ca: readCertificates(ca) }) },
  application_name: 'caveat',
  keepAlive: true,
  connectionTimeoutMillis: CONNECT_MS,
  query_timeout: QUERY_MS,
  types: {
    // Times and counts are far below what a number holds exactly.
    getTypeParser: ((oid: number, format?: 'text') =>
      oid === types.builtins.INT8
        ? Number
        : types.getTypeParser(oid, format)) as typeof types.getTypeParser,
  },
});

/** By code of PostgreSQL or of the network: what to do about it. */
const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/^28/, 'Check the user and password in DATABASE_URL.'],
  [/^3D000/, 'Create it (createdb), or check the name in DATABASE_URL.'],
  [
    /^(42501|3F000|25006)/,
    'The user in DATABASE_URL must be allowed to create and write tables there.',
  ],
  [
    /does not support SSL/i,
    'Set DATABASE_TLS=disable if nobody else can read what goes between this machine and the database.',
  ],
  [
    /certificate|CERT|ALTNAME|self.signed/i,
    'Name its certificate in DATABASE_CA, or set DATABASE_TLS=require to go without proof of who it is.',
  ],
];

export const toStoreError = (error: unknown, { url }: PostgresPlace): StoreError => {
  const { host, pathname } = new URL(url);
  // Where a name has several addresses, there is one fault for each.
  const fault = error instanceof AggregateError ? error.errors[0] : error;
  const { code = '', message } = fault as { code?: string; message: string };
  const remedy = REMEDIES.find(([sign]) => sign.test(code) || sign.test(message))?.[1];
  return new StoreError(
    `The database ${host}${pathname} cannot be used: ${message}. ${remedy ?? 'Check DATABASE_URL, and that PostgreSQL runs there.'}`,
  );
};

/** A pool that outlives its connections: one that breaks is replaced by the next question. */
export const createPool = (config: ClientConfig): Pool => {
  const pool = new Pool({ ...config, max: MOST_CONNECTIONS });
  pool.on('error', () => {});
  // While one is in use the pool does not listen to it, and its fault would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
};

/**
 * Connections to a database of PostgreSQL, which answers.
 * @throws StoreError with a remedy
 */
export const openPostgresPool = async (place: PostgresPlace): Promise<Pool> => {
  const pool = createPool({ ...toClientConfig(place), query_timeout: 0 });
  try {
    await pool.query('SELECT 1');
    return pool;
  } catch (error) {
    await pool.end();
    throw toStoreError(error, place);
  }
};
