import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  type BotOnPlayground,
  componentsOf,
  startBotOnPlayground,
  textOf,
} from './botOnPlayground.ts';

let setup: BotOnPlayground;
beforeEach(async () => {
  setup = await startBotOnPlayground();
});
afterEach(() => setup.stop());
it('smoke', async () => {
  const { people, ids } = setup.playground;
  const where = { userId: ids.users.admin, channelId: ids.channels.general, command: 'config' };
  const run = async (path: string, options = {}) => {
    const seen = await people.runCommand({ ...where, path: [path], options });
    if (seen.kind === 'failed') {
      console.log(seen.reason, setup.log.slice(-3));
      throw new Error('x');
    }
    const m = await seen.final();
    console.log(path, textOf(m), JSON.stringify(componentsOf(m)).slice(0, 700));
    return m;
  };
  await run('panel');
  await run('show');
  await run('set', { key: 'length', value: 'short' });
  await run('set', { key: 'note', value: '@everyone' });
  await run('channels', { channel: ids.channels.readOnly, mode: 'all', place: 'thread' });
  await run('conditions', { condition: 'hemifacial-spasm', on: false });
  await run('history');
  await run('undo');
  await run('undo');
  const m = await run('export');
  console.log(
    JSON.stringify(m.attachments),
    setup.log.filter((l) => /fault/.test(l)),
  );
});
