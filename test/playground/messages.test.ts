import { type Client, MessageFlags, type TextChannel } from 'discord.js';
import { expect, it } from 'vitest';
import type { Playground } from '../../src/playground/createPlayground.ts';
import { request, startBot, startPlayground } from './startBot.ts';

const channelOf = (client: Client, id: string): TextChannel => {
  const channel = client.channels.cache.get(id);
  if (!channel?.isSendable()) throw new Error(`cannot write in ${id}`);
  return channel as TextChannel;
};

const ask = ({ people, ids }: Playground, content: string, more: object = {}) =>
  people.sendMessage({
    userId: ids.users.member,
    channelId: ids.channels.ask,
    content,
    ...more,
  });

it('carries a question to the bot and its reply back, without a ping', async () => {
  const { playground, client } = await startBot();
  client.on('messageCreate', async (message) => {
    if (message.author.bot) return;
    await message.channel.sendTyping();
    await message.reply({
      content: `You said ${message.content}`,
      embeds: [{ title: 'Answer', fields: [{ name: 'a', value: 'b' }] }],
      allowedMentions: { parse: [], repliedUser: false },
    });
  });
  const typing: string[] = [];
  playground.listen((event) => {
    if (event.type === 'typing') typing.push(event.userId);
  });
  const question = ask(playground, '  hello  ');
  const reply = await playground.people.replyTo(question);
  expect(reply.content).toBe('You said hello');
  expect(reply.embeds[0]).toMatchObject({ type: 'rich', fields: [{ inline: false }] });
  expect(reply.referenced_message?.id).toBe(question.id);
  expect(reply.mentions).toEqual([]);
  expect(reply.ephemeral).toBe(false);
  expect(typing).toEqual([playground.botId]);
  expect(playground.requests.filter(({ route }) => route === null)).toEqual([]);
});

it("tells the bot of edits and deletions, and people of the bot's", async () => {
  const { playground, client } = await startBot();
  const { people, ids } = playground;
  const seen: string[] = [];
  client.on('messageUpdate', (_old, message) => void seen.push(`edited ${message.content}`));
  client.on('messageDelete', ({ id }) => void seen.push(`gone ${id}`));
  const question = ask(playground, 'one');
  people.editMessage({
    userId: ids.users.member,
    channelId: ids.channels.ask,
    messageId: question.id,
    content: 'two',
  });
  people.deleteMessage({
    userId: ids.users.member,
    channelId: ids.channels.ask,
    messageId: question.id,
  });
  await expect.poll(() => seen).toEqual(['edited two', `gone ${question.id}`]);

  const sent = await channelOf(client, ids.channels.ask).send({
    content: 'three',
    embeds: [{ title: 'kept' }],
  });
  await sent.edit({ content: 'four' });
  const [now] = people.messages(ids.channels.ask, ids.users.member);
  expect(now).toMatchObject({ content: 'four', embeds: [{ title: 'kept' }] });
  expect(now?.edited_timestamp).not.toBeNull();
  await sent.delete();
  expect(people.messages(ids.channels.ask, ids.users.member)).toEqual([]);
});

it('shows whom a message would have pinged', async () => {
  const { playground, client } = await startBot();
  const { ids, people } = playground;
  const channel = channelOf(client, ids.channels.ask);
  const text = `<@${ids.users.admin}> <@!${ids.users.member}> <@&${ids.roles.admin}> @everyone`;
  const pings = async (allowedMentions?: object) => {
    await channel.send({ content: text, ...(allowedMentions ? { allowedMentions } : {}) });
    const last = people.messages(ids.channels.ask, ids.users.member).at(-1);
    return [last?.mentions.map(({ id }) => id), last?.mention_roles, last?.mention_everyone];
  };
  // The bot lacks the permission for everyone and for roles that are not mentionable.
  expect(await pings()).toEqual([[ids.users.admin, ids.users.member], [], false]);
  expect(await pings({ parse: [] })).toEqual([[], [], false]);
  expect(await pings({ users: [ids.users.member] })).toEqual([[ids.users.member], [], false]);
  // The owner may, and so pings all three.
  const loud = people.sendMessage({
    userId: ids.users.admin,
    channelId: ids.channels.ask,
    content: text,
  });
  expect([loud.mention_roles, loud.mention_everyone]).toEqual([[ids.roles.admin], true]);
});

it('pings by a reply unless told not to', async () => {
  const { playground, client } = await startBot();
  const { ids, people } = playground;
  const question = ask(playground, 'hello');
  const message = await channelOf(client, ids.channels.ask).messages.fetch(question.id);
  await message.reply('loud');
  await message.reply({ content: 'quiet', allowedMentions: { repliedUser: false } });
  const [, loud, quiet] = people.messages(ids.channels.ask, ids.users.member);
  expect(loud?.mentions.map(({ id }) => id)).toEqual([ids.users.member]);
  expect(quiet?.mentions).toEqual([]);
});

it('replies to a deleted message only where the bot says that is fine', async () => {
  const { playground, client } = await startBot();
  const { ids, people } = playground;
  const question = ask(playground, 'hello');
  const place = { userId: ids.users.member, channelId: ids.channels.ask };
  const message = await channelOf(client, ids.channels.ask).messages.fetch(question.id);
  people.deleteMessage({ ...place, messageId: question.id });
  await expect(message.reply('x')).rejects.toMatchObject({
    code: 50035,
    rawError: {
      errors: { message_reference: { _errors: [{ code: 'REPLIES_UNKNOWN_MESSAGE' }] } },
    },
  });
  const sent = await message.reply({ content: 'x', failIfNotExists: false });
  expect(sent.reference).toBeNull();
});

it('keeps attachments, serves them, and forgets them with their message', async () => {
  const { playground, client } = await startBot();
  const { ids, people } = playground;
  const sent = await channelOf(client, ids.channels.ask).send({
    embeds: [{ title: 'with a picture', image: { url: 'attachment://meter.png' } }],
    files: [
      { attachment: Buffer.from('PNG?'), name: 'meter.png', description: 'a meter' },
      { attachment: Buffer.from('text'), name: 'odd "name"\r\n.html' },
    ],
  });
  const [message] = people.messages(ids.channels.ask, ids.users.member);
  const [picture, odd] = message?.attachments ?? [];
  expect(picture).toMatchObject({ filename: 'meter.png', size: 4, description: 'a meter' });
  expect(message?.embeds[0]?.image?.url).toBe(picture?.url);
  const response = await fetch(picture?.url ?? '');
  expect(await response.text()).toBe('PNG?');
  const other = await fetch(odd?.url ?? '');
  expect(other.headers.get('content-security-policy')).toContain('sandbox');
  expect(other.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/);

  await sent.edit({ attachments: [...sent.attachments.values()].slice(0, 1) });
  expect((await fetch(odd?.url ?? '')).status).toBe(404);
  await sent.delete();
  expect((await fetch(picture?.url ?? '')).status).toBe(404);
});

it('gives pages of messages as Discord does', async () => {
  const { playground, client } = await startBot();
  const { ids } = playground;
  const sent = Array.from({ length: 60 }, (_, n) => ask(playground, `m${n}`));
  const { messages } = channelOf(client, ids.channels.ask);
  const texts = async (options: object) =>
    (await messages.fetch({ cache: false, ...options })).map(({ content }) => content);
  expect(await texts({})).toHaveLength(50);
  expect(await texts({ limit: 2 })).toEqual(['m59', 'm58']);
  expect(await texts({ limit: 2, before: sent[10]?.id })).toEqual(['m9', 'm8']);
  expect(await texts({ limit: 2, after: sent[10]?.id })).toEqual(['m12', 'm11']);
  expect(await texts({ limit: 3, around: sent[10]?.id })).toEqual(['m11', 'm10', 'm9']);
});

it('keeps only the last messages of a channel', async () => {
  const playground = await startPlayground({ limits: { messagesPerChannel: 5 } });
  for (let n = 0; n < 12; n += 1) ask(playground, `m${n}`);
  const { ids, people } = playground;
  const texts = people.messages(ids.channels.ask, ids.users.member).map((it) => it.content);
  expect(texts).toEqual(['m7', 'm8', 'm9', 'm10', 'm11']);
});

it('writes to people directly, and to nobody it does not know', async () => {
  const { playground, client } = await startBot();
  const { ids, people } = playground;
  const user = await client.users.fetch(ids.users.member);
  await user.send('psst');
  expect(people.messages(ids.direct.member, ids.users.member).at(-1)?.content).toBe('psst');
  expect(people.messages(ids.direct.member, ids.users.admin)).toEqual([]);
  await expect(client.users.createDM('123456789012345678')).rejects.toMatchObject({ code: 50007 });
});

it('opens threads from messages, alone, and as posts', async () => {
  const { playground, client } = await startBot();
  const { ids } = playground;
  const question = ask(playground, 'long story');
  const channel = channelOf(client, ids.channels.ask);
  const message = await channel.messages.fetch(question.id);
  const thread = await message.startThread({ name: 'More' });
  expect(thread.id).toBe(question.id);
  await thread.send('in the thread');
  await expect(message.startThread({ name: 'Again' })).rejects.toThrow();
  expect(
    (
      await request(playground, 'POST', `/channels/${channel.id}/messages/${question.id}/threads`, {
        name: 'Again',
      })
    ).body,
  ).toMatchObject({ code: 160004 });
  const alone = await channel.threads.create({ name: 'Alone' });
  expect(alone.parentId).toBe(channel.id);
  const forum = client.channels.cache.get(ids.channels.forum);
  if (!forum?.isThreadOnly()) throw new Error('no forum');
  const post = await forum.threads.create({ name: 'Post', message: { content: 'body' } });
  expect(playground.people.messages(post.id, ids.users.member)[0]?.content).toBe('body');
  expect(
    (await request(playground, 'POST', `/channels/${forum.id}/messages`, { content: 'x' })).body,
  ).toMatchObject({ code: 50008 });
});

it('hears people in the threads that they start', async () => {
  const { playground, client } = await startBot();
  const { ids, people } = playground;
  client.on('messageCreate', (message) => {
    if (!message.author.bot) void message.reply(Object(message.channel).name);
  });
  const userId = ids.users.member;
  const start = (channelId: string, name = 'Mine') =>
    people.startThread({ userId, channelId, name });
  const channelId = start(ids.channels.ask);
  const question = people.sendMessage({ userId, channelId, content: 'x' });
  expect((await people.replyTo(question)).content).toBe('Mine');
  expect(() => start(channelId)).toThrow('cannot be started here');
  expect(() => start(ids.direct.member)).toThrow('cannot be started here');
  expect(() => start(ids.channels.ask, ' ')).toThrow('needs a name');
});

it('sends a message once where its nonce is enforced', async () => {
  const { playground, client } = await startBot();
  const channel = channelOf(client, playground.ids.channels.ask);
  const first = await channel.send({ content: 'once', nonce: 'n1', enforceNonce: true });
  const second = await channel.send({ content: 'once', nonce: 'n1', enforceNonce: true });
  expect(second.id).toBe(first.id);
  const other = await channel.send({ content: 'once', nonce: 'n2', enforceNonce: true });
  expect(other.id).not.toBe(first.id);
});

it('marks other bots and webhooks as what they are', async () => {
  const { playground, client } = await startBot();
  const { ids, people } = playground;
  const heard: [boolean, boolean][] = [];
  client.on('messageCreate', (it) => void heard.push([it.author.bot, it.webhookId !== null]));
  people.sendMessage({
    userId: ids.users.otherBot,
    channelId: ids.channels.ask,
    content: 'beep',
  });
  ask(playground, 'from outside', { asWebhook: true });
  ask(playground, 'me');
  await expect
    .poll(() => heard)
    .toEqual([
      [true, false],
      [true, true],
      [false, false],
    ]);
});

it('holds people to what Discord lets them do', async () => {
  const playground = await startPlayground();
  const { people, ids } = playground;
  const own = ask(playground, 'mine');
  const admin = { userId: ids.users.admin, channelId: ids.channels.ask, messageId: own.id };
  const say =
    (content: string, more: object = {}) =>
    () =>
      ask(playground, content, more);
  expect(say('   ')).toThrow('Write something first.');
  expect(say('x'.repeat(2_001))).toThrow('2000 characters');
  expect(say('x', { channelId: ids.channels.forum })).toThrow('forum');
  expect(say('x', { channelId: ids.direct.admin })).toThrow('no such channel');
  expect(say('x', { channelId: 'nowhere' })).toThrow('no such channel');
  expect(say('x', { replyTo: 'nothing' })).toThrow('not there any more');
  expect(() => people.editMessage({ ...admin, content: 'yours' })).toThrow('your own');
  const theirs = people.sendMessage({ ...admin, content: 'of the admin' });
  expect(() =>
    people.deleteMessage({ ...admin, userId: ids.users.member, messageId: theirs.id }),
  ).toThrow('your own');
  people.deleteMessage(admin);
  expect(people.messages(ids.channels.ask, ids.users.member)).toHaveLength(1);
});

it('suppresses nothing of a message that is all there: flags come through', async () => {
  const { playground, client } = await startBot();
  const { ids, people } = playground;
  await channelOf(client, ids.channels.ask).send({
    content: 'silent',
    flags: MessageFlags.SuppressNotifications,
  });
  const [message] = people.messages(ids.channels.ask, ids.users.member);
  expect(message?.flags).toBe(MessageFlags.SuppressNotifications);
});
