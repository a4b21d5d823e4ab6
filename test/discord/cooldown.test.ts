import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CAPS, createLimits } from '../../src/discord/limits/createLimits.ts';
import type { PageMessage } from '../../src/playground/protocol.ts';
import type { Json } from '../../src/ports/settingsStore.ts';
import {
  type BotOnPlayground,
  idOf,
  startBotOnPlayground,
  textOf,
  wait,
} from './botOnPlayground.ts';

const QUESTION = 'gabapentin hemifacial spasm?';
const DANGER = 'I took too many baclofen pills and cannot breathe';

let setup: BotOnPlayground;
beforeEach(async () => {
  setup = await startBotOnPlayground({ deps: { limits: createLimits(CAPS) } });
});
afterEach(async () => {
  expect(setup.playground.requests.filter(({ route }) => route === null)).toEqual([]);
  await setup.stop();
});

const ids = () => setup.playground.ids;
const set = (key: string, to: Json) =>
  setup.store.settings.change(ids().guild, ids().users.admin, [{ key, from: null, to }]);
const say = (content: string, userId = ids().users.member, channelId = ids().channels.ask) =>
  setup.playground.people.sendMessage({ userId, channelId, content });
const replyTo = (message: PageMessage) => setup.playground.people.replyTo(message);
const ask = async (...asked: Parameters<typeof say>) => textOf(await replyTo(say(...asked)));
const repliesIn = (channelId: string = ids().channels.ask) =>
  setup.playground.people
    .messages(channelId, ids().users.member)
    .filter(({ author }) => author.id === setup.playground.botId);
const command = async (question: string, userId = ids().users.member) =>
  setup.playground.people.runCommand({
    userId,
    channelId: ids().channels.general,
    command: 'ask',
    options: { question },
  });
const isSilent = async () => {
  const before = repliesIn().length;
  say(QUESTION);
  await wait(150);
  expect(repliesIn()).toHaveLength(before);
};

describe('a cooldown per member', () => {
  beforeEach(() => set('cooldown-member', 600));

  it('is told once, by a short reply that pings nobody, and then silently kept', async () => {
    expect(await ask(QUESTION)).toMatch(/hemifacial spasm/);
    const told = await replyTo(say('baclofen spasticity?'));
    expect(told.content).toMatch(/wait between two questions.*try again in 10 minutes/);
    expect(told.embeds).toEqual([]);
    expect(told.mentions).toEqual([]);
    await isSilent();
    expect(await ask(QUESTION, ids().users.admin)).toMatch(/hemifacial spasm/);
  });

  it('holds commands too, by a word to that person alone, once', async () => {
    await (await command(QUESTION)).final();
    const told = await (await command(QUESTION)).final();
    expect(told.ephemeral).toBe(true);
    expect(told.content).toMatch(/try again in/);
    const seen = await command(QUESTION);
    expect(seen.kind).toBe('deferredMessage');
    await expect
      .poll(() => repliesIn(ids().channels.general).filter(({ id }) => id > told.id))
      .toEqual([]);
    expect((await (await command(QUESTION, ids().users.admin)).final()).embeds).toHaveLength(1);
  });

  it('holds nobody back in danger, and counts no danger', async () => {
    for (const _ of [1, 2, 3]) expect(await ask(DANGER)).toMatch(/emergency/i);
    expect(await ask(QUESTION)).toMatch(/Morsy|hemifacial/);
    expect(await ask(QUESTION)).toMatch(/try again/);
    expect(await ask(DANGER)).toMatch(/emergency/i);
    expect(textOf(await (await command(DANGER)).final())).toMatch(/emergency/i);
  });

  it('holds nobody with a role that is exempt', async () => {
    await set('cooldown-exempt', [ids().roles.admin]);
    for (const _ of [1, 2, 3])
      expect(await ask(QUESTION, ids().users.admin)).toMatch(/hemifacial spasm/);
    for (const _ of [1, 2])
      expect((await (await command(QUESTION, ids().users.admin)).final()).embeds).toHaveLength(1);
  });

  it('holds no direct message, no press and no command that asks nothing', async () => {
    const reply = await replyTo(say(QUESTION));
    expect(await ask(QUESTION, ids().users.member, ids().direct.member)).toMatch(/hemifacial/);
    expect(await ask(QUESTION, ids().users.member, ids().direct.member)).toMatch(/hemifacial/);
    const seen = await setup.playground.people.press({
      userId: ids().users.member,
      channelId: reply.channel_id,
      messageId: reply.id,
      customId: idOf(reply, 'Studies'),
    });
    expect(textOf(await seen.final())).toMatch(/Morsy/);
  });

  it('is not got around by an edit: a question that was held stays so', async () => {
    await ask(QUESTION);
    const held = say('baclofen spasticity?');
    const told = await replyTo(held);
    setup.playground.people.editMessage({
      userId: ids().users.member,
      channelId: held.channel_id,
      messageId: held.id,
      content: 'botox blepharospasm?',
    });
    await wait(150);
    const [, still] = repliesIn();
    expect(still).toMatchObject({ id: told.id, content: told.content });
  });
});

it('a cooldown per channel holds everybody in it, and tells one of them', async () => {
  await set('cooldown-channel', 600);
  await ask(QUESTION);
  expect(await ask(QUESTION, ids().users.admin)).toMatch(/channel waits/);
  await isSilent();
  const general = `<@${setup.playground.botId}> ${QUESTION}`;
  expect(await ask(general, ids().users.member, ids().channels.general)).toMatch(/hemifacial/);
});

describe('what nobody does by hand', () => {
  it(`is held without any setting: ${CAPS.questions} questions a minute, wherever`, async () => {
    for (let i = 0; i < CAPS.questions; i += 1)
      await replyTo(
        say(QUESTION, ids().users.member, i % 2 === 0 ? ids().channels.ask : ids().direct.member),
      );
    const told = await ask(QUESTION);
    expect(told).toMatch(/a lot of questions/);
    await isSilent();
    expect(await ask(DANGER)).toMatch(/emergency/i);
    expect(await ask(QUESTION, ids().users.admin)).toMatch(/hemifacial/);
  });

  it(`is ${CAPS.presses} presses a minute: then a press does nothing`, async () => {
    const reply = await replyTo(say(QUESTION));
    const press = () =>
      setup.playground.people.press({
        userId: ids().users.member,
        channelId: reply.channel_id,
        messageId: reply.id,
        customId: idOf(reply, 'Helpful'),
      });
    await Promise.all(Array.from({ length: CAPS.presses }, press));
    expect((await (await press()).final()).content).toMatch(/a lot in a short time/);
    expect((await press()).kind).toBe('deferredUpdate');
    expect(await setup.store.feedback.count(reply.id)).toEqual({ helpful: 1, notHelpful: 0 });
  });

  it(`is ${CAPS.completions} completions a minute: then there are no choices`, async () => {
    const type = () =>
      setup.playground.people.autocomplete({
        userId: ids().users.member,
        channelId: ids().channels.general,
        command: 'treatment',
        options: { name: 'bot' },
        focused: 'name',
      });
    const many = async () => {
      const typed = await type();
      return typed.kind === 'choices' ? typed.choices.length : null;
    };
    expect(await many()).toBeGreaterThan(0);
    await Promise.all(Array.from({ length: CAPS.completions - 1 }, type));
    expect(await many()).toBe(0);
  });
});
