import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPlayground } from '../src/playground/createPlayground.ts';
import { describeTimes } from './times.ts';

/**
 * `npm run bench`, second half: the bot as a process of its own, on the stand-in for Discord in
 * this one. From MESSAGE_CREATE sent to the reply received, and from INTERACTION_CREATE sent to its
 * callback received: alone, at 200 a second, and while the bot is busy with huge messages.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const WARM_UP = 200;
const ALONE = 500;
const PER_SECOND = 200;
const SECONDS = 30;
const PATIENCE_MS = 10_000;
const HUGE = 100;
const THREADS = 25;

const questions = readFileSync(join(ROOT, 'test/golden/questions.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => (JSON.parse(line) as { question: string }).question);

const playground = await createPlayground();
const dataDir = mkdtempSync(join(tmpdir(), 'caveat-bench-'));
const program = (file: string) =>
  spawn(process.execPath, [join(ROOT, 'src', file)], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DISCORD_TOKEN: playground.token,
      DISCORD_API: playground.apiUrl,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
      // One person asks all of it.
      LIMITS: 'off',
    },
  });
await once(program('deploy.ts'), 'exit');
const bot = program('main.ts');
while (!playground.isBotOnline()) await new Promise((resolve) => setTimeout(resolve, 20));

const { people, ids, botId } = playground;
const { channels, users } = ids;
const startThread = (name: string): string =>
  people.startThread({ userId: users.member, channelId: channels.general, name });

/** Where questions are asked: discord.js sends to one channel one message after the other. */
const PLACES = Array.from({ length: THREADS }, (_, i) => startThread(`thread ${i}`));

/** What waits for a reply of the bot, by the id of the message it answers. */
const waiting = new Map<string, (now: number) => void>();
playground.listen((event) => {
  if (event.type !== 'messageCreated') return;
  const { author, message_reference: reference } = event.stored.message;
  if (author.id !== botId || !reference?.message_id) return;
  waiting.get(reference.message_id)?.(performance.now());
});

const lost = Symbol('lost');
type Time = number | typeof lost;

const questionAt = (i: number): string => questions[i % questions.length] as string;

const message = (i: number, content = questionAt(i)): Promise<Time> => {
  const started = performance.now();
  const { id } = people.sendMessage({
    userId: users.member,
    channelId: PLACES[i % PLACES.length] as string,
    content: `<@${botId}> ${content}`,
  });
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(lost), PATIENCE_MS);
    waiting.set(id, (now) => {
      clearTimeout(timer);
      waiting.delete(id);
      resolve(now - started);
    });
  });
};

const interaction = async (i: number): Promise<Time> => {
  const started = performance.now();
  const { kind } = await people.runCommand({
    userId: users.member,
    channelId: PLACES[i % PLACES.length] as string,
    command: 'ask',
    options: { question: questionAt(i).slice(0, 250) },
  });
  return kind === 'failed' ? lost : performance.now() - started;
};

const completion = async (i: number): Promise<Time> => {
  const started = performance.now();
  const typed = questionAt(i).slice(0, 1 + (i % 12));
  const { kind } = await people.autocomplete({
    userId: users.member,
    channelId: channels.general,
    command: 'ask',
    options: { question: typed },
    focused: 'question',
  });
  return kind === 'choices' ? performance.now() - started : lost;
};

const report = (name: string, times: readonly Time[]): void => {
  const arrived = times.filter((time) => time !== lost);
  const count = `${times.length} sent, ${times.length - arrived.length} lost`;
  process.stdout.write(`${name.padEnd(38)} ${describeTimes(arrived)}   (${count})\n`);
};

const oneByOne = async (count: number, one: (i: number) => Promise<Time>): Promise<Time[]> => {
  const times: Time[] = [];
  for (let i = 0; i < count; i += 1) times.push(await one(i));
  return times;
};

/** Sends at a steady rate, whatever comes back and when. */
const atRate = async (one: (i: number) => Promise<Time>): Promise<Time[]> => {
  const times: Promise<Time>[] = [];
  const started = performance.now();
  for (let i = 0; i < PER_SECOND * SECONDS; i += 1) {
    const due = started + (i * 1_000) / PER_SECOND;
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    times.push(one(i));
  }
  return Promise.all(times);
};

process.stdout.write(
  `\nThe bot on a stand-in for Discord, each a process of its own; Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}\n`,
);
await oneByOne(WARM_UP, message);
await oneByOne(WARM_UP, interaction);
report('message to reply, alone', await oneByOne(ALONE, message));
report('interaction to callback, alone', await oneByOne(ALONE, interaction));
report('completion, alone', await oneByOne(ALONE, completion));
report(`message to reply, ${PER_SECOND} a second`, await atRate(message));
report(`interaction to callback, ${PER_SECOND} a second`, await atRate(interaction));
const huge = Array.from({ length: HUGE }, (_, i) =>
  message(i, `${questionAt(i)} and is that so for everybody `.repeat(40).slice(0, 1_900)),
);
report(
  `interactions behind ${HUGE} huge messages`,
  await Promise.all([0, 1, 2, 3, 4].map(interaction)),
);
report('these messages', await Promise.all(huge));

bot.kill('SIGTERM');
await once(bot, 'exit');
await playground.close();
rmSync(dataDir, { recursive: true, force: true });
