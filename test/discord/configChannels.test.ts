import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BotOnPlayground, idOf, startBotOnPlayground, textOf } from './botOnPlayground.ts';
import { configuring } from './configuring.ts';

let setup: BotOnPlayground;
let settings: ReturnType<typeof configuring>;
beforeEach(async () => {
  setup = await startBotOnPlayground();
  settings = configuring(setup);
  // So that one question may follow another at once.
  await settings.run('set', { key: 'cooldown-member', value: '0' });
});
afterEach(() => setup.stop());

const ids = () => setup.playground.ids;
const QUESTION = 'does gabapentin help hemifacial spasm?';
const mention = () => `<@${setup.playground.botId}>`;

const ours = (channelId: string) =>
  setup.playground.people
    .messages(channelId, ids().users.member)
    .filter(({ author }) => author.id === setup.playground.botId);

/** Nothing is answered, though what is asked after it elsewhere is. */
const expectSilence = async (content: string, channelId: string): Promise<void> => {
  const before = ours(channelId).length;
  settings.say(content, channelId);
  await settings.ask('side effects of baclofen', ids().direct.member);
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(ours(channelId)).toHaveLength(before);
};

describe('what is answered in a channel', () => {
  it('is every question where a channel is set so, its threads and forum posts included', async () => {
    const { general, thread, forum, post } = ids().channels;
    await expectSilence(QUESTION, general);
    await settings.run('channels', { channel: general, mode: 'all' });
    await settings.run('channels', { channel: forum, mode: 'all' });
    for (const channelId of [general, thread, post])
      expect(textOf(await settings.ask(QUESTION, channelId))).toMatch(/Gabapentin/);
    await expectSilence('good morning everybody', general);
  });

  it('is every question by default, but for a channel of its own mind', async () => {
    const { general, thread, ask } = ids().channels;
    await settings.run('set', { key: 'mode', value: 'All questions' });
    await settings.run('channels', { channel: general, mode: 'mentioned' });
    await expectSilence(QUESTION, general);
    await expectSilence(QUESTION, thread);
    expect(textOf(await settings.ask(QUESTION, ask))).toMatch(/Gabapentin/);
    expect(textOf(await settings.ask(`${mention()} ${QUESTION}`, general))).toMatch(/Gabapentin/);
  });

  it('goes by whoever runs the bot only as long as the server has said nothing', async () => {
    const { ask } = ids().channels;
    expect(textOf(await settings.ask(QUESTION, ask))).toMatch(/Gabapentin/);
    await settings.run('set', { key: 'mode', value: 'mentioned' });
    await expectSilence(QUESTION, ask);
    await settings.run('reset', { key: 'mode' });
    expect(textOf(await settings.ask(QUESTION, ask))).toMatch(/Gabapentin/);
  });

  it('is nothing where a channel is off; commands answer there privately', async () => {
    const { ask, general, thread } = ids().channels;
    for (const channel of [ask, general]) await settings.run('channels', { channel, mode: 'off' });
    await expectSilence(QUESTION, ask);
    await expectSilence(`${mention()} ${QUESTION}`, general);
    await expectSilence(`${mention()} ${QUESTION}`, thread);
    for (const channelId of [general, thread]) {
      const reply = await settings.askByCommand(QUESTION, { private: false }, { channelId });
      expect(reply.ephemeral).toBe(true);
      expect(textOf(reply)).toMatch(/Gabapentin/);
    }
    await settings.run('channels', { channel: general, mode: 'default' });
    expect(textOf(await settings.ask(`${mention()} ${QUESTION}`, general))).toMatch(/Gabapentin/);
  });

  it('is set in the panel, each half alone', async () => {
    const { general } = ids().channels;
    const list = await settings.open('channels');
    const page = await settings.use(list, 'channel', [general]);
    expect(textOf(page)).toMatch(/When mentioned, in the channel \(the default\)/);
    const all = await settings.use(page, 'mode', ['all']);
    expect(textOf(all)).toMatch(/Saved/);
    const thread = await settings.use(all, 'place', ['thread']);
    expect(await settings.stored()).toMatchObject({
      [`channel:${general}`]: { mode: 'all', place: 'thread' },
    });
    const again = await settings.use(thread, 'channels');
    expect(textOf(again)).toMatch(new RegExp(`<#${general}>: All questions, in a thread`));
    await settings.use(await settings.use(again, 'channel', [general]), 'inherit');
    expect(await settings.stored()).not.toHaveProperty(`channel:${general}`);
  });
});

describe('answers in threads', () => {
  const threadOf = (messageId: string) =>
    setup.playground.people.waitFor(
      ({ channels }) =>
        [...(channels.get(messageId)?.messages.values() ?? [])].length > 0 &&
        channels.get(messageId),
      { what: 'an answer in a thread' },
    );
  const { CreatePublicThreads, SendMessagesInThreads } = PermissionFlagsBits;

  beforeEach(() => settings.run('set', { key: 'place', value: 'thread' }));

  it('stand in a thread made from the question, which is named after it', async () => {
    const question = settings.say(QUESTION);
    const thread = await threadOf(question.id);
    expect(thread.name).toBe('gabapentin for hemifacial spasm');
    const [answer] = ours(thread.id);
    expect(answer?.embeds[0]?.title).toMatch(/Gabapentin for hemifacial spasm/);
  });

  it('go on there without a mention, and keep the topic; chatter is left alone', async () => {
    const question = settings.say(QUESTION);
    const { id } = await threadOf(question.id);
    const reply = await settings.ask('and the side effects?', id);
    expect(textOf(reply)).toMatch(/gabapentin/i);
    expect(reply.embeds[0]?.author?.name).toMatch(/gabapentin/i);
    expect(textOf(await settings.ask('or botox', id))).toMatch(/botulinum/i);
    for (const chatter of [
      'thanks a lot!',
      'my aunt took gabapentin for years and she was always very tired from it',
      `<@${ids().users.admin}> what do you think?`,
    ])
      await expectSilence(chatter, id);
  });

  it('go on after a restart', async () => {
    const { id } = await threadOf(settings.say(QUESTION).id);
    await setup.bot.stop(1_000);
    setup = await startBotOnPlayground({ after: setup });
    settings = configuring(setup);
    expect(textOf(await settings.ask('and the side effects?', id))).toMatch(/gabapentin/i);
  });

  it('change with their question, and go with it', async () => {
    const question = settings.say(QUESTION);
    const { id } = await threadOf(question.id);
    const where = { userId: ids().users.member, channelId: ids().channels.ask };
    setup.playground.people.editMessage({
      ...where,
      messageId: question.id,
      content: 'does botox help blepharospasm?',
    });
    await expect.poll(() => ours(id)[0]?.embeds[0]?.title).toMatch(/blepharospasm/);
    setup.playground.people.deleteMessage({ ...where, messageId: question.id });
    await expect.poll(() => ours(id)).toEqual([]);
  });

  it('stand in the thread where the question is in one already', async () => {
    const reply = await settings.ask(`${mention()} ${QUESTION}`, ids().channels.thread);
    expect(reply.channel_id).toBe(ids().channels.thread);
  });

  it.each([{ lacks: CreatePublicThreads }, { lacks: SendMessagesInThreads }])(
    'are replies where it lacks permission $lacks',
    async ({ lacks }) => {
      setup.playground.faults.removePermission({
        channelId: ids().channels.ask,
        permission: lacks,
      });
      expect((await settings.ask(QUESTION)).channel_id).toBe(ids().channels.ask);
    },
  );

  it('are replies where Discord refuses the thread', async () => {
    setup.playground.faults.failNext({
      method: 'POST',
      route: /threads$/,
      status: 403,
      code: 50013,
    });
    expect((await settings.ask(QUESTION)).channel_id).toBe(ids().channels.ask);
  });
});

describe('what is amiss', () => {
  it('is told in the panel and at the change, by the names of the permissions', async () => {
    const { readOnly, noEmbeds, noHistory, general } = ids().channels;
    const told = await settings.run('channels', { channel: readOnly, mode: 'all' });
    expect(textOf(told)).toMatch(new RegExp(`<#${readOnly}>: I lack \\*\\*Send Messages\\*\\*\\.`));
    await settings.run('channels', { channel: noEmbeds, mode: 'mentioned' });
    await settings.run('channels', { channel: noHistory, mode: 'off' });
    await settings.run('channels', { channel: general, place: 'thread' });
    setup.playground.faults.removePermission({
      channelId: general,
      permission:
        PermissionFlagsBits.CreatePublicThreads | PermissionFlagsBits.SendMessagesInThreads,
    });
    const panel = textOf(await settings.run('panel'));
    expect(panel).toMatch(/Needs your attention/);
    expect(panel).toMatch(new RegExp(`<#${noEmbeds}>: I lack \\*\\*Embed Links\\*\\*`));
    expect(panel).toMatch(
      /I lack \*\*Create Public Threads\*\*, \*\*Send Messages in Threads\*\*\./,
    );
    // Where it is off it needs nothing.
    expect(panel).not.toMatch(new RegExp(`<#${noHistory}>: I lack`));
  });

  it('is a channel that is gone, which can be put back to the default', async () => {
    const { general } = ids().channels;
    await settings.run('channels', { channel: general, mode: 'all' });
    await settings.run('set', { key: 'report-channel', value: `<#${general}>` });
    setup.playground.faults.deleteChannel(general);
    const here = { channelId: ids().channels.ask };
    await expect
      .poll(async () => textOf(await settings.run('panel', {}, here)))
      .toMatch(new RegExp(`is gone \\(${general}\\)`));
    await settings.run('reset', { key: 'report-channel' }, here);
    const list = await settings.run('channels', {}, here);
    expect(textOf(list)).toMatch(/is gone/);
    const cleared = await settings.use(list, 'channel', [ids().channels.ask]);
    expect(textOf(cleared)).toMatch(/the default/);
  });
});

describe('the commands of conditions', () => {
  const names = () =>
    [...setup.playground.world.commands.values()]
      .filter(({ guild_id }) => guild_id !== undefined)
      .map(({ name }) => name);
  const writes = () =>
    setup.playground.requests.filter(
      ({ method, path }) => method !== 'GET' && /guilds\/\d+\/commands/.test(path),
    ).length;

  it('go and come with their conditions, and nothing else is deployed anew', async () => {
    const all = names();
    expect(all).toContain('hemifacial-spasm');
    const before = writes();
    await settings.run('conditions', { condition: 'hemifacial spasm', on: false });
    await expect.poll(names).toEqual(all.filter((name) => name !== 'hemifacial-spasm'));
    await settings.run('set', { key: 'length', value: 'short' });
    await settings.run('conditions', { condition: 'hemifacial-spasm', on: true });
    await expect.poll(names).toContain('hemifacial-spasm');
    expect(writes() - before).toBe(2);
    await setup.bot.stop(1_000);
    setup = await startBotOnPlayground({ after: setup });
    settings = configuring(setup);
    expect(writes() - before).toBe(2);
  });

  it('are switched in the panel, page by page', async () => {
    const page = await settings.open('conditions');
    const menu = settings.controlOf(page, 'conditions');
    const shown = setup.deps.caveat.conditions
      .map(({ id, label }) => ({ id, label }))
      .sort((a, b) => a.label.localeCompare(b.label))
      .slice(0, 25)
      .map(({ id }) => id);
    const kept = shown.filter((id) => id !== 'hemifacial-spasm' && id !== 'blepharospasm');
    const off = shown.filter((id) => !kept.includes(id));
    expect(off.length).toBeGreaterThan(0);
    const after = await (await settings.press(page, menu, kept)).final();
    expect(await settings.stored()).toMatchObject({ conditions: off.toSorted() });
    expect(textOf(after)).toMatch(/Page 1 of 2/);
    const second = await settings.use(after, 'turn:1');
    expect(textOf(second)).toMatch(/Page 2 of 2/);
    await settings.press(second, settings.controlOf(second, 'conditions'), []);
    const stored = (await settings.stored()).conditions as string[];
    expect(stored).toEqual(
      expect.arrayContaining([
        ...off,
        ...setup.deps.caveat.conditions.map(({ id }) => id).filter((id) => !shown.includes(id)),
      ]),
    );
    expect(stored).not.toContain(kept[0]);
  });

  it('are tried again when Discord refused them, at the next start', async () => {
    setup.playground.faults.failNext({
      method: 'DELETE',
      route: /guilds\/\d+\/commands/,
      status: 400,
      code: 30034,
    });
    await settings.run('conditions', { condition: 'hemifacial-spasm', on: false });
    await expect.poll(() => setup.log.join('')).toMatch(/could not be brought up to date/);
    expect(names()).toContain('hemifacial-spasm');
    expect(textOf(await settings.ask('gabapentin for leg cramps'))).not.toBe('');
    await setup.bot.stop(1_000);
    setup = await startBotOnPlayground({ after: setup });
    settings = configuring(setup);
    await expect.poll(names).not.toContain('hemifacial-spasm');
  });

  it('switched off, a topic is answered with a plain line: but never a danger', async () => {
    const asked = await settings.ask(QUESTION);
    await settings.run('conditions', { condition: 'hemifacial-spasm', on: false });
    expect(textOf(await settings.ask(QUESTION))).toMatch(
      /has switched off the topic of hemifacial spasm/,
    );
    const told = await settings.askByCommand(QUESTION);
    expect(told.ephemeral).toBe(true);
    expect(told.content).toMatch(/has switched off the topic/);
    const pressed = await settings.press(asked, idOf(asked, 'Studies'), [], {
      userId: ids().users.member,
    });
    expect((await pressed.final()).content).toMatch(/has switched off the topic/);
    expect(textOf(await settings.run('conditions'))).toMatch(/hemifacial spasm/i);
    const danger = await settings.ask(
      'I took too much gabapentin for my hemifacial spasm and I cannot breathe',
    );
    expect(textOf(danger)).not.toMatch(/switched off/);
    expect(textOf(danger)).toMatch(/emergency/i);
    const direct = await settings.ask(QUESTION, ids().direct.member);
    expect(textOf(direct)).toMatch(/Gabapentin for hemifacial spasm/);
    const list = await setup.playground.people.runCommand({
      userId: ids().users.member,
      channelId: ids().channels.general,
      command: 'conditions',
    });
    expect(textOf(await list.final())).not.toMatch(/Hemifacial spasm/);
  });
});
