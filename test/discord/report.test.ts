import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createChores, KEPT_MS } from '../../src/discord/usage/chores.ts';
import type { PageMessage } from '../../src/playground/protocol.ts';
import type { Json } from '../../src/ports/settingsStore.ts';
import { type BotOnPlayground, startBotOnPlayground, textOf, wait } from './botOnPlayground.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const WEEK_MS = 7 * DAY_MS;

let setup: BotOnPlayground;
beforeEach(async () => {
  setup = await startBotOnPlayground();
});
afterEach(async () => {
  expect(setup.playground.requests.filter(({ route }) => route === null)).toEqual([]);
  await setup.stop();
});

const ids = () => setup.playground.ids;
const guild = () => ids().guild;
const set = async (key: string, to: Json) => {
  const stored = await setup.store.settings.read(guild());
  const outcome = await setup.store.settings.change(guild(), ids().users.admin, [
    { key, from: stored[key] ?? null, to },
  ]);
  expect(outcome.ok).toBe(true);
};
const ask = (content: string, channelId = ids().channels.ask): PageMessage =>
  setup.playground.people.sendMessage({ userId: ids().users.member, channelId, content });
const answered = (content: string, channelId?: string) =>
  setup.playground.people.replyTo(ask(content, channelId));
const counted = (days = 7) => setup.store.usage.report(guild(), days, 1_000);
const asked = (many: number) => expect.poll(async () => (await counted()).asked).toBe(many);
const report = async (options: Record<string, string | number> = {}, userId = ids().users.admin) =>
  (
    await setup.playground.people.runCommand({
      userId,
      channelId: ids().channels.general,
      command: 'report',
      options,
      forge: userId !== ids().users.admin,
    })
  ).final();
const filesOf = (message: PageMessage): Record<string, string> =>
  Object.fromEntries(
    message.attachments.map(({ id, filename }) => [
      filename,
      String(Buffer.from(setup.playground.world.files.get(id)?.body ?? [])),
    ]),
  );

describe('what is counted', () => {
  it('is each question of a server, by what it was about, however it was asked', async () => {
    const { mention } = { mention: `<@${setup.playground.botId}>` };
    await answered('gabapentin hemifacial spasm?');
    await answered(`${mention} does gabba pentin help HFS`, ids().channels.general);
    for (const question of ['does yoga help hemifacial spasm', 'gabapentin for migraine'])
      await setup.playground.people.runCommand({
        userId: ids().users.member,
        channelId: ids().channels.general,
        command: 'ask',
        options: { question, private: true },
      });
    await asked(4);
    const { answered: with_, topics, gaps } = await counted();
    expect(with_).toBe(2);
    expect(topics).toEqual([{ topic: 'gabapentin + hemifacial-spasm', count: 2 }]);
    expect(gaps.map(({ topic }) => topic)).toEqual([
      'gabapentin + migraine',
      'hemifacial-spasm + yoga',
    ]);
  });

  it('is no emergency, no help, no edit, and nothing outside of servers', async () => {
    await answered('I took too many baclofen pills, 30 of them, and cannot breathe');
    await answered(`<@${setup.playground.botId}> help`);
    await answered('gabapentin hemifacial spasm', ids().direct.member);
    const question = ask('gabapentin hemifacial spasm?');
    await setup.playground.people.replyTo(question);
    setup.playground.people.editMessage({
      userId: ids().users.member,
      channelId: question.channel_id,
      messageId: question.id,
      content: 'baclofen spasticity?',
    });
    await asked(1);
    await wait(400);
    expect((await counted()).topics).toEqual([
      { topic: 'gabapentin + hemifacial-spasm', count: 1 },
    ]);
  });

  it('holds nobody: no id of a person reaches the store', async () => {
    await set('question-log', true);
    await answered(
      `<@${setup.playground.botId}> does yoga help <@${ids().users.admin}> with migraine? mail a@b.org`,
    );
    await asked(1);
    await expect
      .poll(() => setup.store.usage.logged(guild(), 10))
      .toEqual([{ day: expect.any(String), text: 'does yoga help with migraine? mail' }]);
    expect((await counted()).gaps).toEqual([{ topic: 'mail migraine yoga', count: 1 }]);
    for (const userId of [ids().users.admin, ids().users.member])
      expect((await setup.store.privacy.export(userId)).feedback).toEqual([]);
  });

  it('is logged in words only where the server wants it, and never what was asked in private', async () => {
    await answered('gabapentin hemifacial spasm?');
    await asked(1);
    await set('question-log', true);
    await setup.playground.people.runCommand({
      userId: ids().users.member,
      channelId: ids().channels.general,
      command: 'ask',
      options: { question: 'baclofen spasticity', private: true },
    });
    await answered('botox blepharospasm?');
    await asked(3);
    await expect
      .poll(async () => (await setup.store.usage.logged(guild(), 10)).map(({ text }) => text))
      .toEqual(['botox blepharospasm?']);
  });

  it('delays and breaks no answer where the store fails', async () => {
    await setup.bot.stop(1_000);
    setup = await startBotOnPlayground({
      after: setup,
      deps: {
        usage: {
          ...setup.store.usage,
          count: () => Promise.reject(new Error('disk full near SECRET')),
          log: () => new Promise(() => {}),
        },
      },
    });
    expect(textOf(await answered('gabapentin hemifacial spasm?'))).toMatch(/hemifacial spasm/);
    await expect.poll(() => setup.log.join('')).toMatch(/a question was not counted/);
  });
});

describe('/report', () => {
  it('tells an admin what was asked and what was missing, in words, to them alone', async () => {
    const reply = await answered('gabapentin hemifacial spasm?');
    await setup.store.feedback.record({
      answerId: reply.id,
      userId: ids().users.member,
      isHelpful: false,
      guildId: guild(),
    });
    await answered('does yoga help hemifacial spasm?');
    await asked(2);
    const told = await report();
    expect(told.ephemeral).toBe(true);
    expect(textOf(told)).toMatch(/last 7 days/);
    expect(textOf(told)).toMatch(/\*\*2\*\* asked, \*\*1\*\* answered/);
    expect(textOf(told)).toMatch(/\*\*0\*\* found an answer helpful, \*\*1\*\* did not/);
    expect(textOf(told)).toMatch(/gabapentin \+ hemifacial spasm: \*\*1\*\*/);
    expect(textOf(told)).toMatch(/hemifacial spasm \+ yoga: \*\*1\*\*/);
    expect(textOf(told)).toMatch(/2 {2}█{20}/);
    expect(textOf(await report({ days: 30 }))).toMatch(/last 30 days/);
  });

  it('gives a table, which no spreadsheet calculates with, of a thousand topics too', async () => {
    await set('question-log', true);
    await Promise.all([
      ...Array.from({ length: 1_000 }, (_, i) =>
        setup.store.usage.count({
          guildId: guild(),
          kind: 'no-evidence',
          topic: `=cmd|' /C calc'!A${i}`,
          isAnswered: false,
        }),
      ),
      setup.store.usage.log(guild(), '=HYPERLINK("https://x")'),
    ]);
    const told = await report({ as: 'csv', days: 30 });
    expect(told.ephemeral).toBe(true);
    const [table = '', questions = ''] = Object.values(filesOf(told));
    expect(table.match(/"no answer"/g)).toHaveLength(1_000);
    expect(table).toContain(`"'=cmd|' /C calc'!A7",1`);
    expect(questions).toContain(`"'=HYPERLINK(""https://x"")"`);
    expect(`${table}${questions}`).not.toMatch(/(?:^|,|")=/m);
    expect(Object.keys(filesOf(told))[0]).toMatch(
      /^caveat-report-\d{4}-\d\d-\d\d-to-\d{4}-\d\d-\d\d\.csv$/,
    );
    expect(textOf(await report())).toMatch(/990 more in the CSV/);
  });

  it('is for those who may configure, on every way in', async () => {
    const refused = await report({}, ids().users.member);
    expect(refused.ephemeral).toBe(true);
    expect(textOf(refused)).toMatch(/Manage Server/);
    expect(refused.embeds).toEqual([]);
    await set('config-roles', [ids().roles.everyone]);
    expect((await report({}, ids().users.member)).embeds).toEqual([]);
  });
});

describe('the weekly report', () => {
  const posted = (channelId = ids().channels.general) =>
    setup.playground.people
      .messages(channelId, ids().users.admin)
      .filter(({ author }) => author.id === setup.playground.botId);
  const choresAt = (times: number[]) => {
    let i = 0;
    return createChores(setup.bot.client, setup.deps, () => times[i++] as number);
  };

  it('goes to the channel for it once a week, over restarts too', async () => {
    await set('report-channel', ids().channels.general);
    const now = Date.now();
    const hourly = choresAt([now, now + 3_600_000, now + WEEK_MS - 1]);
    await hourly();
    expect(posted()).toHaveLength(1);
    expect(textOf(posted()[0] as PageMessage)).toMatch(/last 7 days/);
    await hourly();
    await hourly();
    expect(posted()).toHaveLength(1);
    await setup.bot.stop(1_000);
    setup = await startBotOnPlayground({ after: setup });
    const later = choresAt([now + WEEK_MS - 1, now + WEEK_MS]);
    await later();
    expect(posted()).toHaveLength(1);
    await later();
    expect(posted()).toHaveLength(2);
  });

  it('goes nowhere without a channel, nor to one outside of the server', async () => {
    await choresAt([Date.now()])();
    await set('report-channel', ids().direct.member);
    await choresAt([Date.now()])();
    expect(posted(ids().direct.member)).toEqual([]);
    expect(setup.log.join('')).toMatch(/a weekly report failed/);
  });

  it.each([
    ['may not write', () => ids().channels.readOnly],
    ['may not embed', () => ids().channels.noEmbeds],
    ['finds nothing', () => '123456789012345678'],
  ])('is tried again the next day where it %s', async (_, channelId) => {
    await set('report-channel', channelId());
    const now = Date.now();
    const hourly = choresAt([now, now + 3_600_000, now + DAY_MS]);
    await hourly();
    const failures = () => setup.log.filter((line) => line.includes('a weekly report failed'));
    expect(failures()).toHaveLength(1);
    await hourly();
    expect(failures()).toHaveLength(1);
    await set('report-channel', ids().channels.general);
    await hourly();
    expect(posted()).toHaveLength(1);
  });

  it('fails alone: a refusal of Discord keeps no other work from its turn', async () => {
    await set('report-channel', ids().channels.general);
    setup.playground.faults.failNext({
      method: 'POST',
      route: /messages$/,
      status: 403,
      code: 50_013,
    });
    await choresAt([Date.now()])();
    expect(setup.log.join('')).toMatch(/a weekly report failed/);
    expect(posted()).toEqual([]);
  });
});

it('erases what is old every day, and at every start', async () => {
  const erased: [number, number][] = [];
  const left: number[] = [];
  const deps = {
    ...setup.deps,
    usage: {
      ...setup.store.usage,
      erase: (log: number, counts: number) => {
        erased.push([log, counts]);
        return setup.store.usage.erase(log, counts);
      },
    },
    guilds: {
      ...setup.store.guilds,
      eraseLeft: (older: number) => {
        left.push(older);
        return setup.store.guilds.eraseLeft(older);
      },
    },
  };
  const now = Date.now();
  const times = [now, now + DAY_MS - 1, now + DAY_MS];
  const chores = createChores(setup.bot.client, deps, () => times.shift() as number);
  for (const many of [1, 1, 2]) {
    await chores();
    expect(erased).toHaveLength(many);
  }
  expect(erased[0]).toEqual([30 * DAY_MS, 400 * DAY_MS]);
  expect(left).toEqual([30 * DAY_MS, 30 * DAY_MS]);
  expect(KEPT_MS.leftServer).toBe(30 * DAY_MS);
});

it('asks for the report of nobody who lacks the permission: Discord hides the command', () => {
  const command = setup.deps.commands.find(({ payload }) => payload.name === 'report');
  expect(command?.payload.default_member_permissions).toBe(String(PermissionFlagsBits.ManageGuild));
});
