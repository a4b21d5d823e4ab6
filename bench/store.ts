import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store, type StorePlace } from '../src/store/openStore.ts';
import { startPostgres, whyNoPostgres } from '../test/support/postgres.ts';

/**
 * `npm run bench`, third part: what the store costs. Settings are read for every message; replies
 * and counts are written for every answer; changes of settings are rare, and each waits for the disk.
 */
const READS = 200_000;
const SERVERS = 1_000;
const CHANGES = 1_000;
const AT_ONCE = 20;
const ANSWERS = 20_000;

const print = (name: string, words: string): void =>
  void process.stdout.write(`  ${name.padEnd(50)} ${words}\n`);

const secondsFor = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000;
};
const rate = (count: number, seconds: number): string =>
  `${Math.round(count / seconds).toLocaleString('en-GB')} a second`;

const change = (store: Store, guildId: string, key: string) =>
  store.settings.change(guildId, '1', [{ key, from: null, to: 'x' }]).then((outcome) => {
    if (!outcome.ok) throw new Error(`${key} of ${guildId} was not changed: ${outcome.reason}`);
  });

const measure = async (name: string, place: StorePlace): Promise<void> => {
  const store = await openStore(place);
  const guilds = Array.from({ length: SERVERS }, (_, i) => String(i));
  process.stdout.write(`\nThe store on ${name}\n`);

  const alone = await secondsFor(async () => {
    for (let i = 0; i < CHANGES; i += 1) await change(store, String(i % SERVERS), `a${i}`);
  });
  print('settings changed, one after another', rate(CHANGES, alone));
  const together = await secondsFor(async () => {
    for (let i = 0; i < CHANGES; i += AT_ONCE)
      await Promise.all(guilds.slice(0, AT_ONCE).map((id, j) => change(store, id, `b${i + j}`)));
  });
  print(`settings changed, ${AT_ONCE} servers at once`, rate(CHANGES, together));

  await Promise.all(guilds.map((id) => store.settings.read(id)));
  const read = await secondsFor(async () => {
    for (let i = 0; i < READS; i += 1) await store.settings.read(String(i % SERVERS));
  });
  print('settings read for a message', `${((read / READS) * 1e6).toFixed(2)} µs`);

  const answers = await secondsFor(() =>
    Promise.all(
      Array.from({ length: ANSWERS }, async (_, i) => {
        const id = String(i);
        await store.replies.remember({ messageId: id, channelId: id, replyId: id });
        await store.usage.count({
          guildId: String(i % SERVERS),
          kind: 'evidence',
          topic: `topic ${i % 50}`,
          isAnswered: true,
        });
      }),
    ),
  );
  print('answers kept and counted', rate(ANSWERS, answers));
  await store.close();
};

process.stdout.write(`\nNode ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? '?'}\n`);
const folder = mkdtempSync(join(tmpdir(), 'caveat-bench-'));
await measure('SQLite', { file: join(folder, 'caveat.sqlite') });
rmSync(folder, { recursive: true, force: true });

const obstacle = await whyNoPostgres();
if (obstacle) process.stdout.write(`\nPostgreSQL was not measured: ${obstacle}.\n`);
else {
  const postgres = await startPostgres();
  const url = await postgres.createDatabase();
  await measure('PostgreSQL, on this machine', { url, tls: 'disable', ca: null });
  await postgres.close();
}
