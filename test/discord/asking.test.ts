import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PageMessage } from '../../src/playground/protocol.ts';
import { type BotOnPlayground, startBotOnPlayground, textOf, wait } from './botOnPlayground.ts';

let setup: BotOnPlayground;
beforeAll(async () => {
  setup = await startBotOnPlayground();
});
afterAll(() => setup.stop());
afterEach(() => {
  // Nothing that the stand-in does not know was asked of it, and nothing was refused.
  expect(setup.playground.requests.filter(({ route }) => route === null)).toEqual([]);
});

const ids = () => setup.playground.ids;
const say = (content: string, parts: object = {}): PageMessage =>
  setup.playground.people.sendMessage({
    userId: ids().users.member,
    channelId: ids().channels.general,
    content,
    ...parts,
  });
const mention = () => `<@${setup.playground.botId}>`;
const replyTo = (message: PageMessage) => setup.playground.people.replyTo(message);
const repliesTo = (message: PageMessage): PageMessage[] =>
  setup.playground.people
    .messages(message.channel_id, ids().users.member)
    .filter(({ message_reference: reference }) => reference?.message_id === message.id);

/** A question asked afterwards and answered: what came before it had its time. */
const settle = async (): Promise<void> => {
  await replyTo(say(`${mention()} baclofen for MS spasticity`));
};

describe('a question in a channel', () => {
  it('is answered by mention, as a reply that pings nobody', async () => {
    const question = say(`${mention()} gabba pentin for hemifacal spasm`);
    const reply = await replyTo(question);
    expect(reply.author.id).toBe(setup.playground.botId);
    expect(reply.embeds[0]?.title).toBe('Gabapentin for hemifacial spasm');
    expect(textOf(reply)).toMatch(/very uncertain/);
    expect(reply.mentions).toEqual([]);
    expect(reply.mention_everyone).toBe(false);
  });

  it('is heard without a mention in a channel where it hears all, and in its threads', async () => {
    const question = say('does botox help blepharospasm?', { channelId: ids().channels.ask });
    expect(textOf(await replyTo(question))).toMatch(/blepharospasm/);
  });

  it.each([
    'good morning everyone',
    'I took my gabapentin and went to bed',
    'lol my leg cramps are killing me today',
    'thanks!',
    '<@100000000000000011> does gabapentin help hemifacial spasm?',
  ])('is not heard where there is none: %s', async (content) => {
    const chatter = say(content, { channelId: ids().channels.ask });
    await settle();
    expect(repliesTo(chatter)).toEqual([]);
  });

  it('is not heard where it was not asked', async () => {
    const question = say('does gabapentin help hemifacial spasm?');
    await settle();
    expect(repliesTo(question)).toEqual([]);
  });

  it.each([
    { who: 'another bot', parts: () => ({ userId: ids().users.otherBot }) },
    { who: 'a webhook', parts: () => ({ asWebhook: true }) },
  ])('is not answered when $who asks', async ({ parts }) => {
    const question = say(`${mention()} gabapentin hemifacial spasm`, {
      channelId: ids().channels.ask,
      ...parts(),
    });
    await settle();
    expect(repliesTo(question)).toEqual([]);
  });

  it('is answered by direct message', async () => {
    const question = say('what helps nocturnal leg cramps', { channelId: ids().direct.member });
    expect((await replyTo(question)).embeds[0]?.title).toMatch(/nocturnal leg cramps/i);
  });

  it('may be a mention alone: that asks for help', async () => {
    expect(textOf(await replyTo(say(mention())))).toMatch(/Ask whether a treatment helps/);
  });

  it('may point at what somebody else said', async () => {
    const claim = say('quinine is great for leg cramps', { userId: ids().users.admin });
    const pointing = say(mention(), { replyTo: claim.id });
    const reply = await replyTo(pointing);
    expect(reply.embeds[0]?.title).toMatch(/quinine/i);
  });

  it('cannot make it ping, or speak in its name', async () => {
    const question = say(
      `${mention()} @everyone **gabapentin** <@&${ids().roles.admin}> [click](https://evil.example) hemifacial spasm`,
    );
    const reply = await replyTo(question);
    expect(reply.mention_everyone).toBe(false);
    expect(reply.mention_roles).toEqual([]);
    expect(textOf(reply)).not.toContain('](https://evil.example');
  });

  it('may be huge: it is cut, and that is said', async () => {
    const question = say(`${mention()} gabapentin hemifacial spasm ${'and so on '.repeat(190)}`);
    const reply = await replyTo(question);
    expect(reply.embeds[0]?.author?.name.length).toBeLessThanOrEqual(250);
    expect(textOf(reply)).toMatch(/hemifacial spasm/);
  });
});

describe('a question that changes', () => {
  const changed = (reply: PageMessage, words: RegExp) =>
    setup.playground.people.waitFor(
      () =>
        setup.playground.people
          .messages(reply.channel_id, ids().users.member)
          .find(({ id, ...message }) => id === reply.id && words.test(textOf(message))),
      { what: `an answer with ${words}` },
    );
  const edit = (question: PageMessage, content: string) =>
    setup.playground.people.editMessage({
      userId: ids().users.member,
      channelId: question.channel_id,
      messageId: question.id,
      content,
    });
  const gone = (reply: PageMessage) =>
    setup.playground.people.waitFor(
      () =>
        !setup.playground.people
          .messages(reply.channel_id, ids().users.member)
          .some(({ id }) => id === reply.id),
      { what: 'the answer to go' },
    );

  it('changes its answer', async () => {
    const question = say(`${mention()} gabapentin hemifacial spasm`);
    const reply = await replyTo(question);
    edit(question, `${mention()} diazepam for stiff person syndrome`);
    const second = await changed(reply, /stiff-person syndrome/);
    expect(second.embeds[0]?.title).toMatch(/diazepam/i);
    expect(repliesTo(question)).toHaveLength(1);
  });

  it('takes its answer back where it is no question any more', async () => {
    const question = say('gabapentin hemifacial spasm?', { channelId: ids().channels.ask });
    const reply = await replyTo(question);
    edit(question, 'never mind');
    await gone(reply);
  });

  it('takes its answer with it when it is deleted', async () => {
    const question = say(`${mention()} gabapentin hemifacial spasm`);
    const reply = await replyTo(question);
    setup.playground.people.deleteMessage({
      userId: ids().users.member,
      channelId: question.channel_id,
      messageId: question.id,
    });
    await gone(reply);
  });

  it('is dealt with in order, even when it is edited before it is answered', async () => {
    const release = setup.playground.faults.hold({ method: 'POST', route: /messages$/ });
    const question = say(`${mention()} gabapentin hemifacial spasm`);
    edit(question, `${mention()} botox for blepharospasm`);
    await wait(50);
    release();
    const reply = await replyTo(question);
    await changed(reply, /blepharospasm/);
    expect(repliesTo(question)).toHaveLength(1);
  });

  it('is found again after a restart', async () => {
    const question = say(`${mention()} gabapentin hemifacial spasm`);
    const reply = await replyTo(question);
    await setup.bot.stop(5_000);
    setup = await startBotOnPlayground({ after: setup });
    edit(question, `${mention()} botox for blepharospasm`);
    await changed(reply, /blepharospasm/);
  });
});

describe('a follow-up in reply to an answer', () => {
  const follow = async (...texts: string[]): Promise<PageMessage> => {
    let reply = await replyTo(say(`${mention()} gabapentin hemifacial spasm`));
    for (const text of texts) reply = await replyTo(say(text, { replyTo: reply.id }));
    return reply;
  };

  it.each([
    { text: 'and the side effects?', says: /side effects of gabapentin|harms/i },
    { text: 'only randomised trials', says: /filter/i },
    { text: 'what about botox', says: /botulinum toxin/i },
    { text: 'and for spasticity in MS?', says: /spasticity in multiple sclerosis/i },
  ])('keeps the topic: $text', async ({ text, says }) => {
    const reply = await follow(text);
    expect(textOf(reply)).toMatch(says);
  });

  it('goes on from follow-up to follow-up', async () => {
    const reply = await follow('what about botox', 'only randomised trials');
    expect(reply.embeds[0]?.author?.name).toMatch(/botulinum toxin/i);
    expect(reply.embeds[0]?.author?.name).toMatch(/hemifacial spasm/);
  });

  it('is not made of thanks', async () => {
    const answer = await replyTo(say(`${mention()} gabapentin hemifacial spasm`));
    const thanks = say('thanks a lot!', { replyTo: answer.id });
    await settle();
    expect(repliesTo(thanks)).toEqual([]);
  });
});

describe('what is logged', () => {
  it('tells of the work, and never what was asked', async () => {
    await replyTo(say(`${mention()} gabapentin for zanzibarine twitching`));
    // It is told once the store has it, which gathers writes for a moment.
    await expect.poll(() => setup.log.join('')).toContain('answered a message');
    const log = setup.log.join('');
    expect(log).not.toMatch(/zanzibarine|hemifacial/);
    expect(log).not.toContain(setup.playground.token);
    expect(log).not.toContain(ids().users.member);
  });
});
