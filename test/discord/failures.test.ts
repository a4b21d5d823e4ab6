import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GatewayRefusal } from '../../src/discord/gatewayRefusal.ts';
import { startBot } from '../../src/discord/startBot.ts';
import type { PageMessage } from '../../src/playground/protocol.ts';
import {
  type BotOnPlayground,
  componentsOf,
  idOf,
  startBotOnPlayground,
  textOf,
  wait,
} from './botOnPlayground.ts';

let setup: BotOnPlayground;
beforeEach(async () => {
  setup = await startBotOnPlayground();
});
afterEach(async () => {
  expect(setup.playground.requests.filter(({ route }) => route === null)).toEqual([]);
  await setup.stop();
});

const ids = () => setup.playground.ids;
const QUESTION = 'gabapentin hemifacial spasm';
const ask = (
  channelId: string,
  content = `<@${setup.playground.botId}> ${QUESTION}`,
): PageMessage =>
  setup.playground.people.sendMessage({ userId: ids().users.member, channelId, content });
const replyTo = (message: PageMessage) => setup.playground.people.replyTo(message);
const until = async (isSo: () => boolean, what: string, ms = 5_000): Promise<void> => {
  const end = Date.now() + ms;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
    await wait(10);
  }
};
const logged = (words: string) =>
  until(() => setup.log.some((line) => line.includes(words)), `a log line with “${words}”`);
const inbox = () => setup.playground.people.messages(ids().direct.member, ids().users.member);
const command = (options = {}) =>
  setup.playground.people.runCommand({
    userId: ids().users.member,
    channelId: ids().channels.general,
    command: 'ask',
    options: { question: QUESTION },
    ...options,
  });

describe('what a channel does not allow', () => {
  it('embeds: the answer comes as text, with its citations', async () => {
    const reply = await replyTo(ask(ids().channels.noEmbeds));
    expect(reply.embeds).toEqual([]);
    expect(reply.content).toMatch(/very uncertain/);
    expect(reply.content).toMatch(/https:\/\//);
    expect(reply.content).toMatch(/not medical advice/i);
  });

  it('message history: the answer is sent without a reply', async () => {
    const question = ask(ids().channels.noHistory);
    const answer = await setup.playground.people.waitFor(
      () =>
        setup.playground.people
          .messages(ids().channels.noHistory, ids().users.member)
          .find(({ author }) => author.id === setup.playground.botId),
      { what: 'an answer' },
    );
    expect(textOf(answer)).toMatch(/hemifacial spasm/);
    expect(answer.message_reference).toBeUndefined();
    expect(answer.id > question.id).toBe(true);
  });

  it('writing: the one who asked is told privately, with what to do', async () => {
    ask(ids().channels.readOnly);
    const [notice] = await setup.playground.people.waitFor(
      () => (inbox().length > 0 ? inbox() : null),
      { what: 'a direct message' },
    );
    expect(notice?.content).toMatch(/may not write in #read-only/);
    expect(notice?.content).toMatch(/Send Messages/);
  });

  it('anything any more, since it is gone: nothing happens, and nothing breaks', async () => {
    const release = setup.playground.faults.hold({ method: 'POST', route: /messages$/ });
    ask(ids().channels.general);
    await wait(50);
    setup.playground.faults.deleteChannel(ids().channels.general);
    release();
    await logged('was gone before its answer');
    expect(textOf(await replyTo(ask(ids().channels.ask)))).toMatch(/hemifacial spasm/);
  });

  it('a reply to a message deleted meanwhile: the answer is not lost in an error', async () => {
    const release = setup.playground.faults.hold({ method: 'POST', route: /messages$/ });
    const question = ask(ids().channels.general);
    await wait(50);
    setup.playground.people.deleteMessage({
      userId: ids().users.member,
      channelId: question.channel_id,
      messageId: question.id,
    });
    release();
    await wait(300);
    const left = setup.playground.people
      .messages(ids().channels.general, ids().users.member)
      .filter(({ author }) => author.id === setup.playground.botId);
    expect(left).toEqual([]);
    expect(setup.log.join('')).not.toContain('incident');
  });
});

describe('a fault on Discord’s side', () => {
  it('is apologised for with a number that stands in the log, and with nothing internal', async () => {
    setup.playground.faults.failNext({
      method: 'POST',
      route: /messages$/,
      status: 400,
      code: 50_035,
      times: 1,
    });
    const notice = await replyTo(ask(ids().channels.general));
    const [, incident] = /number: (\w+)\./.exec(notice.content) ?? [];
    expect(notice.content).toMatch(/^Something went wrong on my side/);
    const line = setup.log.find((entry) => entry.includes(String(incident)));
    expect(JSON.parse(line ?? '{}')).toMatchObject({ level: 'error', fault: { code: 50_035 } });
    expect(line).not.toMatch(/gabapentin|hemifacial/);
  });

  it('that passes is waited out: 500s and rate limits lose no answer', async () => {
    setup.playground.faults.failNext({ method: 'POST', route: /messages$/, status: 500, times: 1 });
    setup.playground.faults.rateLimitNext({ route: /messages$/, retryAfterMs: 150 });
    expect(textOf(await replyTo(ask(ids().channels.general)))).toMatch(/hemifacial spasm/);
    await logged('a rate limit holds back');
  });
});

describe('an interaction', () => {
  it.each([
    { what: 'that expired', code: 10_062, status: 404, says: 'expired before its answer' },
    { what: 'that was answered already', code: 40_060, status: 400, says: 'answered already' },
  ])('$what is noted, and the next one is answered', async ({ code, status, says }) => {
    setup.playground.faults.failNext({
      method: 'POST',
      route: /callback$/,
      status,
      code,
      times: 1,
    });
    const failed = command();
    await logged(says);
    expect((await (await command()).final()).embeds[0]?.title).toMatch(/Gabapentin/);
    expect(setup.log.join('')).not.toContain('incident');
    await failed.catch(() => {});
  });

  it('whose command nobody knows any more is told what to do', async () => {
    await setup.bot.stop(1_000);
    setup = await startBotOnPlayground({
      after: setup,
      deps: { commands: setup.deps.commands.filter(({ payload }) => payload.name !== 'about') },
    });
    // The person's Discord still lists it.
    const { people, world } = setup.playground;
    expect(world).toBeDefined();
    const seen = await people.press({
      userId: ids().users.member,
      channelId: ids().channels.general,
      messageId: (await replyTo(ask(ids().channels.general))).id,
      customId: 'old:button',
      forge: true,
    });
    expect((await seen.final()).content).toMatch(/older version of me/);
  });

  it('that breaks the bot gets an apology with a number, to that person alone', async () => {
    await setup.bot.stop(1_000);
    setup = await startBotOnPlayground({
      after: setup,
      deps: {
        feedback: {
          record: () => Promise.reject(new Error('disk I/O error near SECRET_TABLE')),
          explain: async () => true,
          count: async () => ({ helpful: 0, notHelpful: 0 }),
        },
      },
    });
    const reply = await replyTo(ask(ids().channels.general));
    const seen = await setup.playground.people.press({
      userId: ids().users.member,
      channelId: reply.channel_id,
      messageId: reply.id,
      customId: idOf(reply, 'Helpful'),
    });
    const notice = await seen.final();
    expect(notice.ephemeral).toBe(true);
    expect(notice.content).toMatch(/Something went wrong on my side/);
    expect(notice.content).not.toContain('SECRET_TABLE');
  });

  it('is answered even when the store is lost', async () => {
    await setup.bot.stop(1_000);
    setup = await startBotOnPlayground({
      after: setup,
      deps: {
        replies: {
          remember: () => Promise.reject(new Error('disk full')),
          find: () => Promise.reject(new Error('disk full')),
          forget: () => Promise.reject(new Error('disk full')),
        },
      },
    });
    const question = ask(ids().channels.general);
    expect(textOf(await replyTo(question))).toMatch(/hemifacial spasm/);
    await logged('the store failed');
    setup.playground.people.deleteMessage({
      userId: ids().users.member,
      channelId: question.channel_id,
      messageId: question.id,
    });
    expect(textOf(await replyTo(ask(ids().channels.general)))).toMatch(/hemifacial spasm/);
  });
});

describe('the gateway', () => {
  it('may drop: what was said meanwhile is answered once after the resume', async () => {
    await replyTo(ask(ids().channels.general));
    setup.playground.faults.dropSockets({ resumable: true });
    const question = ask(ids().channels.general);
    const reply = await setup.playground.people.replyTo(question, { ms: 15_000 });
    expect(textOf(reply)).toMatch(/hemifacial spasm/);
    await wait(100);
    const replies = setup.playground.people
      .messages(ids().channels.general, ids().users.member)
      .filter((message) => message.message_reference?.message_id === question.id);
    expect(replies).toHaveLength(1);
    expect(setup.bot.isReady()).toBe(true);
  });

  it('may refuse the session: the bot identifies anew and goes on', async () => {
    setup.playground.faults.dropSockets({ resumable: false });
    await logged('the gateway dropped');
    await until(() => setup.bot.isReady(), 'the bot to be ready', 30_000);
    expect(textOf(await replyTo(ask(ids().channels.general)))).toMatch(/hemifacial spasm/);
  }, 40_000);

  const refusal = async (options: { token?: string; messageContent: boolean }) =>
    startBot(
      { token: setup.playground.token, apiUrl: setup.playground.apiUrl, ...options },
      setup.deps,
    ).then(
      async (bot) => {
        await bot.client.destroy();
        return null;
      },
      (error) => error,
    );

  it('may refuse message content: it says how to allow it, and how to do without', async () => {
    setup.playground.faults.refuseMessageContent(true);
    const error = await refusal({ messageContent: true });
    expect(error).toBeInstanceOf(GatewayRefusal);
    expect(error.message).toMatch(/Message Content Intent/);
    expect(error.message).toMatch(/MESSAGE_CONTENT=off/);
    expect(await refusal({ messageContent: false })).toBeNull();
  });

  it('may refuse the token', async () => {
    const token = `${'A1b2'.repeat(6)}.Xy-_12.${'z9'.repeat(19)}`;
    const error = await refusal({ token, messageContent: true });
    expect(error).toBeInstanceOf(GatewayRefusal);
    expect(error.message).toMatch(/does not accept the token/);
    expect(error.message).not.toContain(token);
  });
});

describe('without message content', () => {
  it('mentions, direct messages, replies that ping and commands are answered', async () => {
    await setup.bot.stop(1_000);
    setup.playground.faults.refuseMessageContent(true);
    setup = await startBotOnPlayground({ after: setup, messageContent: false });
    const first = await replyTo(ask(ids().channels.general));
    expect(textOf(first)).toMatch(/hemifacial spasm/);
    expect(componentsOf(first).length).toBeGreaterThan(2);
    expect(textOf(await replyTo(ask(ids().direct.member, QUESTION)))).toMatch(/hemifacial spasm/);
    const followUp = setup.playground.people.sendMessage({
      userId: ids().users.member,
      channelId: ids().channels.general,
      content: 'and the side effects?',
      replyTo: first.id,
    });
    expect(textOf(await replyTo(followUp))).toMatch(/gabapentin/i);
    expect((await (await command()).final()).embeds[0]?.title).toMatch(/Gabapentin/);
    const unheard = ask(ids().channels.ask, QUESTION);
    await replyTo(ask(ids().channels.general));
    expect(
      setup.playground.people
        .messages(ids().channels.ask, ids().users.member)
        .filter((message) => message.message_reference?.message_id === unheard.id),
    ).toEqual([]);
  });
});

describe('a stop', () => {
  it('finishes what is in hand, and takes nothing new', async () => {
    const release = setup.playground.faults.hold({ method: 'POST', route: /messages$/ });
    const question = ask(ids().channels.general);
    await wait(50);
    const stopping = setup.bot.stop(5_000);
    expect(setup.bot.isReady()).toBe(false);
    const late = ask(ids().channels.general);
    await wait(50);
    release();
    await stopping;
    expect(textOf(await replyTo(question))).toMatch(/hemifacial spasm/);
    expect(
      setup.playground.people
        .messages(ids().channels.general, ids().users.member)
        .filter((message) => message.message_reference?.message_id === late.id),
    ).toEqual([]);
  });
});
