import { Events, GatewayIntentBits as I, type Message } from 'discord.js';
import { expect, it } from 'vitest';
import type { Playground } from '../../src/playground/createPlayground.ts';
import { type Frame, openGateway } from './rawGateway.ts';
import { ALL_INTENTS, logIn, makeClient, startBot, startPlayground } from './startBot.ts';

const INTENTS = I.Guilds | I.GuildMessages | I.MessageContent;

const identify = (playground: Playground, intents: unknown = INTENTS) => ({
  op: 2,
  d: { token: playground.token, intents, properties: { os: '', browser: '', device: '' } },
});
const isEvent = (t: string) => (frame: Frame) => frame.t === t;

const say = ({ people, ids }: Playground, content: string) =>
  people.sendMessage({
    userId: ids.users.member,
    channelId: ids.channels.ask,
    content,
  });

/** The texts a client hears, in order, until there are as many as asked for. */
const hear = (client: { on: (event: 'messageCreate', f: (m: Message) => void) => unknown }) => {
  const heard: string[] = [];
  client.on('messageCreate', ({ content }) => heard.push(content));
  return heard;
};

it('logs the real client in, and gives it the guild with its channels and threads', async () => {
  const { playground, client } = await startBot();
  const { guild, channels, bot } = playground.ids;
  expect(client.user.id).toBe(bot);
  expect(client.application.id).toBe(playground.applicationId);
  const there = client.guilds.cache.get(guild);
  expect(there?.channels.cache.get(channels.ask)?.name).toBe('ask-caveat');
  expect(there?.channels.cache.get(channels.thread)?.parentId).toBe(channels.general);
  expect(there?.members.me?.id).toBe(bot);
  expect(playground.isBotOnline()).toBe(true);
});

it('says hello, answers heartbeats and numbers events', async () => {
  const playground = await startPlayground();
  const gateway = openGateway(playground);
  const hello = await gateway.frame(({ op }) => op === 10);
  expect(hello.d).toMatchObject({ heartbeat_interval: expect.any(Number) });
  gateway.send({ op: 1, d: null });
  await gateway.frame(({ op }) => op === 11);
  gateway.send(identify(playground));
  await gateway.frame(isEvent('GUILD_CREATE'));
  say(playground, 'one');
  await gateway.frame(isEvent('MESSAGE_CREATE'));
  expect(gateway.frames.flatMap(({ s }) => s ?? [])).toEqual([1, 2, 3]);
});

it.each([
  ['a wrong token', { op: 2, d: { token: 'wrong', intents: INTENTS } }, 4004],
  ['an unknown opcode', { op: 77, d: null }, 4001],
  ['members before identifying', { op: 8, d: {} }, 4003],
])('closes on %s', async (_name, frame, code) => {
  const gateway = openGateway(await startPlayground());
  await gateway.frame(({ op }) => op === 10);
  gateway.send(frame);
  expect(await gateway.closed()).toMatchObject({ code });
});

it.each([[1 << 30], [-1], [1.5], ['many'], [undefined]])(
  'closes with 4013 on the intents %j',
  async (intents) => {
    const playground = await startPlayground();
    const gateway = openGateway(playground);
    await gateway.frame(({ op }) => op === 10);
    const frame = identify(playground, 0);
    gateway.send({ ...frame, d: { ...frame.d, intents } });
    expect(await gateway.closed()).toMatchObject({ code: 4013 });
  },
);

it('closes on what is not JSON, and on a second identify', async () => {
  const playground = await startPlayground();
  const garbled = openGateway(playground);
  await garbled.frame(({ op }) => op === 10);
  garbled.socket.send('{');
  expect(await garbled.closed()).toMatchObject({ code: 4002 });
  const eager = openGateway(playground);
  await eager.frame(({ op }) => op === 10);
  eager.send(identify(playground));
  eager.send(identify(playground));
  expect(await eager.closed()).toMatchObject({ code: 4005 });
});

it('refuses other versions and encodings plainly', async () => {
  const playground = await startPlayground();
  expect(await openGateway(playground, 'v=9&encoding=json').closed()).toMatchObject({ code: 4012 });
  const { reason } = await openGateway(playground, 'v=10&encoding=etf').closed();
  expect(reason).toContain('plain JSON');
});

it('tells the real client that its token is wrong', async () => {
  const playground = await startPlayground();
  await expect(makeClient(playground).login('wrong')).rejects.toMatchObject({
    code: 'TokenInvalid',
  });
  expect(playground.isBotOnline()).toBe(false);
});

it('refuses message content with 4014 where it is switched off, and takes the rest', async () => {
  const playground = await startPlayground();
  playground.faults.refuseMessageContent(true);
  await expect(makeClient(playground).login(playground.token)).rejects.toThrow(
    /disallowed intents/i,
  );
  const modest = makeClient(
    playground,
    ALL_INTENTS.filter((intent) => intent !== I.MessageContent),
  );
  const { application } = await logIn(playground, modest);
  await application.fetch();
  expect(application.flags.has('GatewayMessageContentLimited')).toBe(false);
});

it('loses no event over a dropped line: the real client resumes and hears all in order', async () => {
  const { playground, client } = await startBot();
  const heard = hear(client);
  let resumes = 0;
  client.on(Events.ShardResume, () => {
    resumes += 1;
  });
  say(playground, 'before');
  await expect.poll(() => heard).toEqual(['before']);
  playground.faults.dropSockets();
  const missed = Array.from({ length: 30 }, (_, n) => `missed ${n}`);
  for (const text of missed) say(playground, text);
  await expect.poll(() => heard, { timeout: 10_000 }).toEqual(['before', ...missed]);
  say(playground, 'after');
  await expect.poll(() => heard).toEqual(['before', ...missed, 'after']);
  expect(resumes).toBe(1);
});

it('asks the client to reconnect with op 7, and nothing is lost', async () => {
  const { playground, client } = await startBot();
  const heard = hear(client);
  playground.faults.askToReconnect();
  say(playground, 'meanwhile');
  await expect.poll(() => heard, { timeout: 10_000 }).toEqual(['meanwhile']);
  await expect.poll(() => playground.isBotOnline()).toBe(true);
});

it('ends a session for good where it cannot be resumed: the client starts anew', async () => {
  const { playground, client } = await startBot();
  const heard = hear(client);
  playground.faults.dropSockets({ code: 4000, resumable: false });
  say(playground, 'lost');
  // Once the client is back it hears again; what came in between is gone with the session.
  await expect.poll(() => playground.isBotOnline(), { timeout: 15_000 }).toBe(true);
  say(playground, 'heard');
  await expect.poll(() => heard).toEqual(['heard']);
});

it('replays what came after the number the bot names, and refuses a number it never sent', async () => {
  const playground = await startPlayground();
  const first = openGateway(playground);
  await first.frame(({ op }) => op === 10);
  first.send(identify(playground));
  const ready = await first.frame(isEvent('READY'));
  const { session_id } = ready.d as { session_id: string };
  say(playground, 'one');
  say(playground, 'two');
  await expect.poll(() => first.frames.filter(isEvent('MESSAGE_CREATE')).length).toBe(2);
  first.socket.terminate();
  await expect.poll(() => playground.isBotOnline()).toBe(false);
  say(playground, 'three');

  const second = openGateway(playground);
  await second.frame(({ op }) => op === 10);
  second.send({ op: 6, d: { token: playground.token, session_id, seq: 3 } });
  await second.frame(isEvent('RESUMED'));
  const texts = second.frames.filter(isEvent('MESSAGE_CREATE')).map(({ d }) => Object(d).content);
  expect(texts).toEqual(['two', 'three']);

  const third = openGateway(playground);
  await third.frame(({ op }) => op === 10);
  third.send({ op: 6, d: { token: playground.token, session_id, seq: 999 } });
  expect((await third.frame(({ op }) => op === 9)).d).toBe(false);
});

it('ends sessions with op 9 on demand; they are not to be resumed', async () => {
  const playground = await startPlayground();
  const first = openGateway(playground);
  await first.frame(({ op }) => op === 10);
  first.send(identify(playground));
  const { session_id } = Object((await first.frame(isEvent('READY'))).d);
  playground.faults.invalidateSessions();
  expect((await first.frame(({ op }) => op === 9)).d).toBe(false);
  const second = openGateway(playground);
  await second.frame(({ op }) => op === 10);
  second.send({ op: 6, d: { token: playground.token, session_id, seq: 1 } });
  expect((await second.frame(({ op }) => op === 9)).d).toBe(false);
});

it('keeps from a bot what its intents do not cover', async () => {
  const playground = await startPlayground();
  const { people, ids } = playground;
  const gateway = openGateway(playground);
  await gateway.frame(({ op }) => op === 10);
  gateway.send(identify(playground, I.Guilds | I.DirectMessages));
  await gateway.frame(isEvent('GUILD_CREATE'));
  const userId = ids.users.member;
  say(playground, 'in the guild');
  people.startTyping({ userId, channelId: ids.channels.ask });
  people.sendMessage({ userId, channelId: ids.direct.between, content: 'between us' });
  people.sendMessage({ userId, channelId: ids.direct.member, content: 'to the bot' });
  await gateway.frame(isEvent('MESSAGE_CREATE'));
  expect(gateway.frames.map(({ t }) => t)).toEqual([
    null,
    'READY',
    'GUILD_CREATE',
    'MESSAGE_CREATE',
  ]);
  expect(gateway.frames.at(-1)?.d).toMatchObject({ content: 'to the bot' });
  expect(gateway.frames.at(-1)?.d).not.toHaveProperty('guild_id');
});

it('blanks guild messages without the content intent, except those that are for the bot', async () => {
  const { playground, client } = await startBot({
    intents: ALL_INTENTS.filter((intent) => intent !== I.MessageContent),
  });
  const { people, ids } = playground;
  const heard = hear(client);
  const place = { userId: ids.users.member, channelId: ids.channels.ask };
  people.sendMessage({ ...place, content: 'not for you' });
  people.sendMessage({ ...place, content: `<@${ids.bot}> for you` });
  people.sendMessage({ ...place, channelId: ids.direct.member, content: 'direct' });
  const own = await client.channels.cache.get(ids.channels.ask)?.fetch();
  if (!own?.isSendable()) throw new Error('no channel');
  const { id } = await own.send('my own');
  people.sendMessage({ ...place, content: 'a reply that pings', replyTo: id });
  people.sendMessage({ ...place, content: 'a quiet reply', replyTo: id, isReplyQuiet: true });
  await expect
    .poll(() => heard)
    .toEqual(['', `<@${ids.bot}> for you`, 'direct', 'my own', 'a reply that pings', '']);
});

it('answers a request for members', async () => {
  const { playground, client } = await startBot({
    intents: [...ALL_INTENTS, I.GuildMembers],
  });
  const guild = client.guilds.cache.get(playground.ids.guild);
  const members = await guild?.members.fetch();
  expect(members?.map(({ displayName }) => displayName).sort()).toEqual([
    'Alex',
    'Another bot',
    'Caveat',
    'Sam',
  ]);
  const found = await guild?.members.fetch({ user: playground.ids.users.member });
  expect(found?.displayName).toBe('Sam');
});
