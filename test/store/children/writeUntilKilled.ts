import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { openStore, type StorePlace } from '../../../src/store/openStore.ts';

/** Counts up one setting and keeps replies, and says each as soon as it was acknowledged. */
const place = JSON.parse(process.argv[2] as string) as StorePlace;
const say = (words: string): void => void writeSync(1, `${words}\n`);
const store = await openStore(place);
// The next one starts in half the time.
flushCompileCache();
const { counter } = await store.settings.read('g');
for (let n = Number(counter ?? 0); ; n += 1) {
  const outcome = await store.settings.change('g', 'u', [
    { key: 'counter', from: n === 0 ? null : n, to: n + 1 },
    { key: 'echo', from: n === 0 ? null : `${n}`, to: `${n + 1}` },
  ]);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  say(`set ${n + 1}`);
  const messageId = String(n + 1);
  store.replies
    .remember({ messageId, channelId: '1', replyId: messageId })
    .then(() => say(`reply ${messageId}`));
}
