import { request as httpRequest } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { Playground } from '../../src/playground/createPlayground.ts';
import type { FromPage, ToPage } from '../../src/playground/protocol.ts';
import { startBot, startPlayground } from './startBot.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const PAGE = new Map([
  ['index.html', { type: 'text/html; charset=utf-8', body: bytes('<h1>page</h1>') }],
  ['app.js', { type: 'text/javascript', body: bytes('go()') }],
]);

/** A tab of the page, for one person. */
const openTab = async (playground: Playground, userId: string) => {
  const socket = new WebSocket(
    `${playground.url.replace('http', 'ws')}/playground/socket?user=${userId}`,
    { origin: playground.url },
  );
  onTestFinished(() => socket.terminate());
  const told: ToPage[] = [];
  socket.on('message', (data) => told.push(JSON.parse(String(data))));
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const next = async <E extends ToPage['event']>(
    event: E,
    isIt: (it: Extract<ToPage, { event: E }>) => boolean = () => true,
  ) => {
    const find = () =>
      told.find(
        (it): it is Extract<ToPage, { event: E }> => it.event === event && isIt(it as never),
      );
    await expect.poll(find).toBeDefined();
    return find() as Extract<ToPage, { event: E }>;
  };
  return { told, next, say: (asked: FromPage) => socket.send(JSON.stringify(asked)), socket };
};

/** The status of a plain request under any Host header. */
const statusFor = (playground: Playground, host: string, path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(playground.url);
    httpRequest({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });

const refusal = (url: string, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { headers });
    socket.once('open', () => reject(new Error('It was let in.')));
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.once('error', () => undefined);
  });

it('serves the page and its parts under a policy that allows nothing from outside', async () => {
  const playground = await startPlayground({ page: PAGE });
  const page = await fetch(playground.url);
  expect(await page.text()).toBe('<h1>page</h1>');
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/https|\*/);
  const script = await fetch(`${playground.url}/assets/app.js`);
  expect([await script.text(), script.headers.get('content-type')]).toEqual([
    'go()',
    'text/javascript',
  ]);
  for (const path of ['/assets/none.js', '/assets/..%2findex', '/other']) {
    expect((await fetch(playground.url + path)).status).toBe(404);
  }
  const bare = await startPlayground();
  expect((await fetch(bare.url)).status).toBe(404);
});

it('listens on loopback and answers to no other name', async () => {
  const playground = await startPlayground({ page: PAGE });
  const { port } = new URL(playground.url);
  expect(await statusFor(playground, `127.0.0.1:${port}`, '/')).toBe(200);
  expect(await statusFor(playground, `localhost:${port}`, '/')).toBe(200);
  for (const host of [
    'evil.invalid',
    `evil.invalid:${port}`,
    '127.0.0.1',
    `127.0.0.1.evil.invalid:${port}`,
  ]) {
    expect(await statusFor(playground, host, '/')).toBe(403);
    expect(await statusFor(playground, host, '/api/v10/gateway')).toBe(403);
  }
});

it('lets no other page open a socket', async () => {
  const playground = await startPlayground();
  const base = playground.url.replace('http', 'ws');
  const { host } = new URL(playground.url);
  const socket = `${base}/playground/socket?user=${playground.ids.users.member}`;
  const own = { origin: playground.url };
  expect(await refusal(socket, { origin: 'http://evil.invalid' })).toBe(403);
  expect(await refusal(socket, {})).toBe(403);
  expect(await refusal(socket, { host: 'evil.invalid', origin: 'http://evil.invalid' })).toBe(403);
  expect(await refusal(`${base}/playground/socket?user=${playground.botId}`, own)).toBe(403);
  expect(await refusal(`${base}/playground/socket?user=nobody`, own)).toBe(403);
  expect(await refusal(`${base}/elsewhere`, own)).toBe(403);
  // A browser always says where it comes from; a bot never does.
  expect(await refusal(`${base}/gateway?v=10`, { origin: `http://${host}` })).toBe(403);
});

it('shows a person all that is theirs, and nothing else, when they come', async () => {
  const { playground, client } = await startBot();
  const { ids, people } = playground;
  await client.application.commands.set([
    { name: 'ask', description: 'Asks' },
    { name: 'admin', description: 'Admins', defaultMemberPermissions: '8', contexts: [0] },
    { name: 'with-bot', description: 'In DMs', contexts: [1] },
  ]);
  people.sendMessage({ userId: ids.users.admin, channelId: ids.direct.admin, content: 'secret' });
  people.sendMessage({ userId: ids.users.admin, channelId: ids.channels.ask, content: 'open' });
  const ready = await (await openTab(playground, ids.users.member)).next('ready');
  expect(ready).toMatchObject({ me: ids.users.member, isBotOnline: true });
  expect(ready.commands.map(({ name }) => name)).toEqual(['ask', 'with-bot']);
  const offered = (channelId: string) =>
    ready.commands.filter(({ id }) => ready.offered[channelId]?.includes(id)).map((it) => it.name);
  expect(offered(ids.channels.ask)).toEqual(['ask']);
  expect(offered(ids.direct.member)).toEqual(['ask', 'with-bot']);
  expect(offered(ids.direct.between)).toEqual([]);
  expect(ready.users.find(({ isAdmin }) => isAdmin)?.user.id).toBe(ids.users.admin);
  const channels = Object.fromEntries(
    ready.channels.map(({ id, kind, name }) => [id, [kind, name]]),
  );
  expect(channels[ids.direct.admin]).toBeUndefined();
  expect(channels[ids.direct.member]).toEqual(['direct', 'Caveat']);
  expect(channels[ids.channels.forum]).toEqual(['forum', 'forum']);
  expect(channels[ids.channels.post]).toEqual(['thread', 'A post']);
  expect(JSON.stringify(ready)).not.toContain('secret');
  expect(ready.messages[ids.channels.ask]?.map(({ content }) => content)).toEqual(['open']);
  const admin = await (await openTab(playground, ids.users.admin)).next('ready');
  expect(admin.commands.map(({ name }) => name)).toEqual(['ask', 'admin', 'with-bot']);
});

it('carries a talk: question, typing, answer, edit, deletion, to all who may see it', async () => {
  const { playground, client } = await startBot();
  const { ids } = playground;
  client.on('messageCreate', async (message) => {
    if (message.author.bot) return;
    await message.channel.sendTyping();
    await message.reply('answer');
  });
  const sam = await openTab(playground, ids.users.member);
  const alex = await openTab(playground, ids.users.admin);
  const channelId = ids.channels.ask;
  sam.say({ op: 'send', channelId, content: 'question', replyTo: null });
  const { message } = await sam.next('message', (it) => it.message.content === 'question');
  await alex.next('typing', (it) => it.userId === ids.bot);
  const answer = await alex.next('message', (it) => it.message.content === 'answer');
  sam.say({ op: 'edit', channelId, messageId: message.id, content: 'changed' });
  await alex.next('messageChanged', (it) => it.message.content === 'changed');
  // Sam may not delete the bot's message; the admin may.
  sam.say({ op: 'delete', channelId, messageId: answer.message.id });
  expect((await sam.next('failed')).reason).toBe('You can delete your own messages only.');
  alex.say({ op: 'delete', channelId, messageId: answer.message.id });
  await sam.next('messageGone', (it) => it.messageId === answer.message.id);
});

it('carries commands, completion, presses, forms and files', async () => {
  const { playground, client } = await startBot();
  const { ids } = playground;
  await client.application.commands.set([
    {
      name: 'ask',
      description: 'Asks',
      options: [
        { type: 3, name: 'q', description: 'Q', required: true, autocomplete: true },
        { type: 11, name: 'file', description: 'F' },
      ],
    },
    { name: 'Check', type: 3 },
  ]);
  client.on('interactionCreate', async (it) => {
    if (it.isAutocomplete()) await it.respond([{ name: it.options.getFocused(), value: 'v' }]);
    if (it.isChatInputCommand()) {
      const file = it.options.getAttachment('file');
      await it.reply({
        content: `${it.options.getString('q')} ${file?.name} ${file?.size}`,
        flags: 64,
        components: [
          { type: 1, components: [{ type: 2, style: 1, custom_id: 'open', label: 'Open' }] },
        ] as never,
      });
    }
    if (it.isMessageContextMenuCommand()) await it.reply(`checked ${it.targetMessage.content}`);
    if (it.isButton()) {
      await it.showModal({
        custom_id: 'form',
        title: 'Form',
        components: [
          { type: 1, components: [{ type: 4, custom_id: 'why', label: 'Why', style: 1 }] },
        ],
      } as never);
    }
    if (it.isModalSubmit() && it.isFromMessage()) {
      await it.update({ content: it.fields.getTextInputValue('why'), components: [] });
    }
  });
  const sam = await openTab(playground, ids.users.member);
  const alex = await openTab(playground, ids.users.admin);
  const { commands } = await sam.next('ready');
  const idOf = (name: string) => commands.find((it) => it.name === name)?.id ?? '';
  const channelId = ids.channels.ask;
  const command = { channelId, commandId: idOf('ask'), path: [] };
  sam.say({ op: 'autocomplete', request: 'r1', ...command, options: { q: 'bo' }, focused: 'q' });
  expect(await sam.next('choices')).toMatchObject({ request: 'r1', choices: [{ name: 'bo' }] });
  const files = { file: { name: 'a.txt', type: 'text/plain', base64: 'aGk=' } };
  sam.say({ op: 'command', request: 'r2', ...command, options: { q: 'x' }, files });
  const reply = await sam.next('message', (it) => it.message.content === 'x a.txt 2');
  expect(reply.message.ephemeral).toBe(true);
  await sam.next('done', (it) => it.request === 'r2');
  const messageId = reply.message.id;
  sam.say({ op: 'component', request: 'r3', channelId, messageId, customId: 'open', values: [] });
  expect((await sam.next('modal')).modal.title).toBe('Form');
  const form = { op: 'modal', channelId, messageId, customId: 'form' } as const;
  sam.say({ ...form, request: 'r4', fields: {} });
  expect(await sam.next('failed', (it) => it.request === 'r4')).toMatchObject({
    reason: 'This field is required.',
  });
  sam.say({ ...form, request: 'r5', fields: { why: 'because' } });
  await sam.next('messageChanged', (it) => it.message.content === 'because');
  // None of that was for anybody else.
  expect(alex.told.filter(({ event }) => event !== 'ready')).toEqual([]);
  alex.say({ op: 'send', channelId, content: 'a claim', replyTo: null });
  const claim = await sam.next('message', (it) => it.message.content === 'a claim');
  sam.say({
    op: 'messageCommand',
    request: 'r6',
    channelId,
    commandId: idOf('Check'),
    messageId: claim.message.id,
  });
  await alex.next('message', (it) => it.message.content === 'checked a claim');
});

it('tells the page of commands, channels and the bot as they come and go', async () => {
  const { playground, client } = await startBot();
  const { ids, faults } = playground;
  const sam = await openTab(playground, ids.users.member);
  await sam.next('ready');
  await client.application.commands.create({ name: 'new', description: 'New' });
  await sam.next('commands', (it) => it.commands.some(({ name }) => name === 'new'));
  faults.deleteChannel(ids.channels.general);
  await sam.next('channels', (it) => !it.channels.some(({ id }) => id === ids.channels.thread));
  await client.destroy();
  await sam.next('bot', (it) => !it.isOnline);
});

it.each([
  'not json',
  '{}',
  'null',
  '{"op":"send"}',
  '{"op":"send","channelId":5,"content":"x","replyTo":null}',
  '{"op":"shutdown"}',
])('answers nonsense from a page politely: %s', async (text) => {
  const playground = await startPlayground();
  const sam = await openTab(playground, playground.ids.users.member);
  sam.socket.send(text);
  expect((await sam.next('failed')).reason).toContain('not understood');
});
