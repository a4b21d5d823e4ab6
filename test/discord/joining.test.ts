import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createChores } from '../../src/discord/usage/chores.ts';
import { openStore } from '../../src/store/openStore.ts';
import { type BotOnPlayground, startBotOnPlayground, wait } from './botOnPlayground.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

let setup: BotOnPlayground;
let clock: number;
beforeEach(async () => {
  clock = Date.now();
  setup = await startBotOnPlayground();
});
afterEach(async () => {
  expect(setup.playground.requests.filter(({ route }) => route === null)).toEqual([]);
  await setup.stop();
});

const ids = () => setup.playground.ids;
const spoken = () =>
  [...setup.playground.world.channels.values()].flatMap(({ messages }) =>
    [...messages.values()].flatMap(({ message }) =>
      message.author.id === setup.playground.botId ? [message] : [],
    ),
  );
const logged = (words: string, times = 1) =>
  expect.poll(() => setup.log.filter((line) => line.includes(words)).length).toBe(times);
/** As if the bot had never been here. */
const firstJoin = async () => {
  setup.playground.guilds.leave();
  await logged('removed from a server');
  await setup.store.guilds.eraseLeft(-1);
  setup.playground.guilds.join();
  await logged('added to a server');
};

describe('a server that adds the bot', () => {
  it('is greeted once, in its system channel, in short', async () => {
    await firstJoin();
    await expect.poll(() => spoken().length).toBe(1);
    const [greeting] = spoken();
    expect(greeting?.channel_id).toBe(ids().channels.general);
    expect(greeting?.content).toMatch(/\/config/);
    expect(greeting?.content).toMatch(/\/ask/);
    expect(greeting?.content.length).toBeLessThan(700);
    expect(greeting?.mentions).toEqual([]);
  });

  it('is not greeted again when it adds the bot again', async () => {
    await firstJoin();
    await expect.poll(() => spoken().length).toBe(1);
    setup.playground.guilds.leave();
    setup.playground.guilds.join();
    await logged('added to a server', 2);
    await wait(100);
    expect(spoken()).toHaveLength(1);
  });

  it('is not greeted when the bot starts, reconnects, or comes back from an outage', async () => {
    await setup.bot.stop(1_000);
    setup = await startBotOnPlayground({ after: setup });
    setup.playground.faults.dropSockets({ resumable: false, code: 4_000 });
    await expect.poll(() => setup.bot.isReady(), { timeout: 15_000 }).toBe(true);
    setup.playground.guilds.lose();
    setup.playground.guilds.comeBack();
    await wait(200);
    expect(spoken()).toEqual([]);
    expect(setup.log.join('')).not.toMatch(/removed from a server/);
  });

  it('is left in peace where it has no system channel', async () => {
    setup.playground.world.guild.systemChannelId = null;
    await firstJoin();
    await wait(100);
    expect(spoken()).toEqual([]);
  });

  it('is left in peace where the bot may not write in it', async () => {
    setup.playground.faults.removePermission({
      channelId: ids().channels.general,
      permission: PermissionFlagsBits.SendMessages,
    });
    await firstJoin();
    await wait(100);
    expect(spoken()).toEqual([]);
    expect(setup.playground.requests.filter(({ status }) => (status ?? 0) >= 400)).toEqual([]);
  });
});

describe('a server that removes the bot', () => {
  const restartWithClock = async () => {
    await setup.bot.stop(1_000);
    const store = await openStore({ file: ':memory:' }, { now: () => clock });
    await setup.store.close();
    setup = await startBotOnPlayground({ after: { ...setup, store } });
  };
  const fill = async () => {
    const guildId = ids().guild;
    const { store } = setup;
    await store.settings.change(guildId, ids().users.admin, [
      { key: 'note', from: null, to: 'Ours' },
    ]);
    await store.feedback.record({
      answerId: '1',
      userId: '2'.repeat(17),
      isHelpful: true,
      guildId,
    });
    await store.usage.count({ guildId, kind: 'evidence', topic: 'botox', isAnswered: true });
    await store.usage.log(guildId, 'botox?');
  };
  const left = async () => ({
    note: (await setup.store.settings.read(ids().guild)).note,
    changes: (await setup.store.settings.history(ids().guild, 9)).length,
    asked: (await setup.store.usage.report(ids().guild, 30, 9)).topics.length,
    opinions: (await setup.store.privacy.export('2'.repeat(17))).feedback?.length,
  });
  const ALL = { note: 'Ours', changes: 1, asked: 1, opinions: 1 };
  const NOTHING = { note: undefined, changes: 0, asked: 0, opinions: 0 };
  const day = () => createChores(setup.bot.client, setup.deps, () => clock)();

  it('has its data erased after 30 days', async () => {
    await restartWithClock();
    await fill();
    setup.playground.guilds.leave();
    await logged('removed from a server');
    clock += 29 * DAY_MS;
    await day();
    expect(await left()).toMatchObject({ note: 'Ours', changes: 1 });
    clock += 2 * DAY_MS;
    await day();
    expect(await left()).toEqual(NOTHING);
  });

  it('keeps it where it comes back in time', async () => {
    await restartWithClock();
    await fill();
    setup.playground.guilds.leave();
    await logged('removed from a server');
    clock += 20 * DAY_MS;
    setup.playground.guilds.join();
    await logged('added to a server');
    clock += 5 * DAY_MS;
    await day();
    expect(await left()).toEqual(ALL);
    clock += 30 * DAY_MS;
    await day();
    expect(await left()).toMatchObject({ note: 'Ours', changes: 1, opinions: 1 });
  });

  it('has left too where that happened while the bot was away', async () => {
    await restartWithClock();
    await fill();
    await setup.bot.stop(1_000);
    setup.playground.guilds.leave();
    setup = await startBotOnPlayground({ after: setup });
    await day();
    clock += 31 * DAY_MS;
    await day();
    expect(await left()).toEqual(NOTHING);
  });

  it('has not left in an outage', async () => {
    await restartWithClock();
    await fill();
    setup.playground.guilds.lose();
    await expect.poll(() => setup.bot.client.guilds.cache.get(ids().guild)?.available).toBe(false);
    await day();
    clock += 31 * DAY_MS;
    await day();
    expect(await left()).toMatchObject({ note: 'Ours', changes: 1, opinions: 1 });
  });
});
