import { createInterface } from 'node:readline';
import { openStore, type StorePlace } from '../../../src/store/openStore.ts';

/** Opens a store and does to it what lines of stdin say; each gets a line of JSON for an answer. */
const place = JSON.parse(process.argv[2] as string) as StorePlace;
const say = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`);
const store = await openStore(place).catch((error) => {
  say({ refused: error.message, name: error.name });
  process.exit(2);
});
say({ opened: true });

const failing = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error) => `failed: ${error.message}`,
  );
const COMMANDS: Record<string, (...args: string[]) => unknown> = {
  read: () => store.settings.read('g'),
  change: async (key = '', size = '1') => {
    const { [key]: from = null } = await store.settings.read('g');
    return store.settings.change('g', 'u', [{ key, from, to: 'x'.repeat(Number(size)) }]);
  },
  reply: (messageId = '') =>
    failing(store.replies.remember({ messageId, channelId: '1', replyId: '2' })),
  opinion: (userId = '') =>
    failing(store.feedback.record({ answerId: '1', userId, isHelpful: true, guildId: null })),
  count: () =>
    failing(store.usage.count({ guildId: 'g', kind: 'k', topic: 't', isAnswered: true })),
  find: (messageId = '') => store.replies.find(messageId),
  history: () => store.settings.history('g', 100).then(({ length }) => length),
  available: () => store.isAvailable(),
};
for await (const line of createInterface({ input: process.stdin })) {
  const [command = '', ...args] = line.split(' ');
  say(await COMMANDS[command]?.(...args));
}
await store.close();
