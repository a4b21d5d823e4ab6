import {
  ApplicationCommandType,
  type ChatInputCommandInteraction,
  Events,
  type Interaction,
  MessageFlags,
  MessageType,
  ApplicationCommandOptionType as Option,
} from 'discord.js';
import { expect, it } from 'vitest';
import type { Playground } from '../../src/playground/createPlayground.ts';
import { request, startBot } from './startBot.ts';

const COMMANDS = [
  {
    name: 'ask',
    description: 'Asks',
    options: [
      { type: Option.String, name: 'q', description: 'Question', required: true, max_length: 20 },
      { type: Option.Integer, name: 'n', description: 'Number', min_value: 1, max_value: 9 },
      {
        type: Option.String,
        name: 'kind',
        description: 'Kind',
        choices: [{ name: 'A', value: 'a' }],
      },
      { type: Option.String, name: 'typed', description: 'Typed', autocomplete: true },
      { type: Option.Integer, name: 'count', description: 'Counted', autocomplete: true },
      { type: Option.User, name: 'who', description: 'Who' },
      { type: Option.Channel, name: 'where', description: 'Where' },
      { type: Option.Mentionable, name: 'any', description: 'Any' },
      { type: Option.Boolean, name: 'private', description: 'Private' },
      { type: Option.Attachment, name: 'file', description: 'File' },
    ],
  },
  {
    name: 'tree',
    description: 'Nested',
    options: [
      {
        type: Option.SubcommandGroup,
        name: 'group',
        description: 'Group',
        options: [
          {
            type: Option.Subcommand,
            name: 'leaf',
            description: 'Leaf',
            options: [{ type: Option.String, name: 'x', description: 'X' }],
          },
        ],
      },
    ],
  },
  { name: 'Check the evidence', type: ApplicationCommandType.Message },
  { name: 'here only', type: ApplicationCommandType.Message, contexts: [0] },
  {
    name: 'anywhere',
    description: 'User-installed',
    integration_types: [0, 1],
    contexts: [0, 1, 2],
  },
  { name: 'admin', description: 'For admins', default_member_permissions: '8' },
];

const start = async (
  answer: (interaction: Interaction) => unknown,
  limits: Parameters<typeof startBot>[0] = {},
) => {
  const bot = await startBot(limits);
  await bot.client.application.commands.set(COMMANDS as never);
  const faults: unknown[] = [];
  bot.client.on(Events.InteractionCreate, async (interaction) => {
    try {
      await answer(interaction);
    } catch (error) {
      faults.push(error);
    }
  });
  return { ...bot, faults, people: bot.playground.people };
};
const asCommand = (interaction: Interaction) => interaction as ChatInputCommandInteraction;
const inAsk = ({ ids }: Playground) => ({
  userId: ids.users.member,
  channelId: ids.channels.ask,
  command: 'ask',
});

it('shows a reply at once, as the answer to the command', async () => {
  const { playground, people } = await start((it) => asCommand(it).reply('hello'));
  const seen = await people.runCommand({ ...inAsk(playground), options: { q: 'x' } });
  expect(seen).toMatchObject({ kind: 'message', message: { content: 'hello', ephemeral: false } });
  expect(await seen.final()).toMatchObject({
    type: MessageType.ChatInputCommand,
    webhook_id: playground.applicationId,
    interaction_metadata: { type: 2, user: { id: playground.ids.users.member } },
    interaction: { name: 'ask' },
  });
});

it('shows an ephemeral reply to nobody else, and not by REST', async () => {
  const { playground, people, client } = await start((it) =>
    asCommand(it).reply({ content: 'psst', flags: MessageFlags.Ephemeral }),
  );
  const { ids } = playground;
  const heard: string[] = [];
  client.on('messageCreate', ({ content }) => heard.push(content));
  const seen = await people.runCommand({ ...inAsk(playground), options: { q: 'x' } });
  const { id, ephemeral } = await seen.final();
  expect(ephemeral).toBe(true);
  expect(people.messages(ids.channels.ask, ids.users.member)).toHaveLength(1);
  expect(people.messages(ids.channels.ask, ids.users.admin)).toEqual([]);
  const path = `/channels/${ids.channels.ask}/messages/${id}`;
  expect((await request(playground, 'GET', path)).body).toMatchObject({ code: 10008 });
  // Its reader may dismiss it; the admin cannot even see it.
  const place = { channelId: ids.channels.ask, messageId: id };
  expect(() => people.deleteMessage({ ...place, userId: ids.users.admin })).toThrow('not there');
  people.deleteMessage({ ...place, userId: ids.users.member });
  // Not even the bot is told of it over the gateway.
  people.sendMessage({ userId: ids.users.admin, channelId: ids.channels.ask, content: 'open' });
  await expect.poll(() => heard).toEqual(['open']);
  people.deleteMessage({
    userId: ids.users.admin,
    channelId: ids.channels.ask,
    messageId: people.messages(ids.channels.ask, ids.users.admin)[0]?.id ?? '',
  });
  expect(people.messages(ids.channels.ask, ids.users.member)).toEqual([]);
});

it('waits with a deferred reply, keeps its privacy, and takes follow-ups after it', async () => {
  const { playground, people } = await start(async (it) => {
    const command = asCommand(it);
    await command.deferReply({ flags: MessageFlags.Ephemeral });
    await command.editReply('done');
    await command.followUp({ content: 'private too', flags: MessageFlags.Ephemeral });
    await command.followUp('for all');
  });
  const seen = await people.runCommand({ ...inAsk(playground), options: { q: 'x' } });
  expect(seen.kind).toBe('deferredMessage');
  expect(await seen.final()).toMatchObject({ content: 'done', ephemeral: true, flags: 64 });
  expect((await seen.nextFollowUp()).ephemeral).toBe(true);
  const open = await seen.nextFollowUp(1);
  expect(open).toMatchObject({ ephemeral: false, content: 'for all' });
  expect(open.interaction_metadata?.original_response_message_id).toBe((await seen.final()).id);
});

it('lets the first follow-up fill a deferred reply, as Discord keeps it', async () => {
  const { playground, people } = await start(async (it) => {
    await asCommand(it).deferReply();
    await asCommand(it).followUp('filled');
  });
  const seen = await people.runCommand({ ...inAsk(playground), options: { q: 'x' } });
  expect((await seen.final()).content).toBe('filled');
  expect(seen.followUps()).toEqual([]);
});

it('fetches, changes and deletes the original reply, and gives it with the response', async () => {
  const contents: string[] = [];
  const { playground, people, faults } = await start(async (it) => {
    const command = asCommand(it);
    const response = await command.reply({ content: 'one', withResponse: true });
    contents.push(response.resource?.message?.content ?? '');
    await command.editReply('two');
    contents.push((await command.fetchReply()).content);
    await command.deleteReply();
    await command.fetchReply();
  });
  await people.runCommand({ ...inAsk(playground), options: { q: 'x' } });
  await expect.poll(() => faults).toHaveLength(1);
  expect(faults[0]).toMatchObject({ code: 10008 });
  expect(contents).toEqual(['one', 'two']);
});

it('says that the application did not respond, and refuses what comes too late', async () => {
  const { playground, people, faults } = await start(
    async (it) => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      await asCommand(it).reply('late');
    },
    { limits: { firstResponseMs: 50 } },
  );
  const seen = await people.runCommand({ ...inAsk(playground), options: { q: 'x' } });
  expect(seen).toMatchObject({ kind: 'failed', reason: 'The application did not respond' });
  await expect.poll(() => faults).toHaveLength(1);
  expect(faults[0]).toMatchObject({ code: 10062, status: 404 });
});

it('refuses a second callback with 40060', async () => {
  const { playground, people, faults } = await start(async (it) => {
    const path = `/interactions/${it.id}/${it.token}/callback`;
    await asCommand(it).reply('first');
    const { status, body } = await request(playground, 'POST', path, {
      type: 4,
      data: { content: 'second' },
    });
    faults.push([status, body.code]);
  });
  await people.runCommand({ ...inAsk(playground), options: { q: 'x' } });
  await expect.poll(() => faults).toEqual([[400, 40060]]);
});

it('refuses tokens that are wrong, foreign or worn out', async () => {
  let token = '';
  let id = '';
  const { playground, people } = await start(async (it) => {
    ({ token, id } = it);
    await asCommand(it).reply('hello');
  });
  const post = async (path: string) =>
    (await request(playground, 'POST', path, { type: 4, data: { content: 'x' } })).body.code;
  await people.runCommand({ ...inAsk(playground), options: { q: 'x' } });
  const app = playground.applicationId;
  expect(await post(`/interactions/${id}/wrong/callback`)).toBe(10062);
  expect(await post(`/interactions/1/${token}/callback`)).toBe(10062);
  expect(await post(`/webhooks/${app}/wrong`)).toBe(50027);
  expect(await post(`/webhooks/123/${token}`)).toBe(10015);
  playground.faults.expireTokens();
  const hook = `/webhooks/${app}/${token}`;
  expect(await request(playground, 'POST', hook, { content: 'x' })).toMatchObject({
    status: 401,
    body: { code: 50027 },
  });
});

it("gives a token no follow-up before its first response, and none of another's messages", async () => {
  const codes: unknown[] = [];
  const { playground, people } = await start(async (it) => {
    const hook = `/webhooks/${playground.applicationId}/${it.token}`;
    codes.push((await request(playground, 'POST', hook, { content: 'x' })).body.code);
    await asCommand(it).reply('hello');
    const { id } =
      people.messages(playground.ids.channels.ask, playground.ids.users.member)[0] ?? {};
    codes.push((await request(playground, 'GET', `${hook}/messages/${id}`)).body.code);
  });
  const { ids } = playground;
  people.sendMessage({ userId: ids.users.member, channelId: ids.channels.ask, content: 'mine' });
  await people.runCommand({ ...inAsk(playground), options: { q: 'x' } });
  await expect.poll(() => codes).toEqual([10015, 10008]);
});

it('gives options of all kinds to the real client', async () => {
  const { playground, people } = await start(async (it) => {
    const { options } = asCommand(it);
    const file = options.getAttachment('file');
    await asCommand(it).reply(
      [
        options.getString('q'),
        options.getInteger('n'),
        options.getUser('who')?.username,
        options.getChannel('where')?.name,
        options.getMentionable('any') === null ? 'none' : 'some',
        options.getBoolean('private'),
        file && (await (await fetch(file.url)).text()),
      ].join(' '),
    );
  });
  const { ids } = playground;
  const seen = await people.runCommand({
    ...inAsk(playground),
    options: {
      q: 'text',
      n: '3',
      who: ids.users.admin,
      where: ids.channels.general,
      any: ids.roles.admin,
      private: true,
    },
    files: { file: { name: 'a.txt', type: 'text/plain', body: Buffer.from('inside') } },
  });
  expect((await seen.final()).content).toBe('text 3 alex general some true inside');
});

it('nests subcommands, and tells where and by whom a command is used', async () => {
  const told: unknown[] = [];
  const { playground, people } = await start(async (it) => {
    const { options, memberPermissions, appPermissions, context } = asCommand(it);
    told.push([
      it.isChatInputCommand() && options.getSubcommandGroup(false),
      it.isChatInputCommand() && options.getSubcommand(false),
      options.getString('x'),
      context,
      it.guildId,
      memberPermissions?.has('Administrator'),
      appPermissions.has('SendMessages'),
      it.authorizingIntegrationOwners.guildId,
      it.authorizingIntegrationOwners.userId,
      it.attachmentSizeLimit,
    ]);
    await asCommand(it).reply('ok');
  });
  const { ids } = playground;
  const tree = { command: 'tree', path: ['group', 'leaf'], options: { x: 'y' } };
  const place = { userId: ids.users.admin, channelId: ids.channels.readOnly };
  await people.runCommand({ ...place, ...tree });
  await people.runCommand({ ...place, channelId: ids.direct.admin, command: 'anywhere' });
  await people.runCommand({ ...place, channelId: ids.direct.between, command: 'anywhere' });
  const size = 10 * 1024 * 1024;
  const { guild, users } = ids;
  expect(told).toEqual([
    ['group', 'leaf', 'y', 0, guild, true, false, guild, null, size],
    [null, null, null, 1, null, undefined, true, '0', null, size],
    [null, null, null, 2, null, undefined, true, null, users.admin, size],
  ]);
});

it('completes what is typed, with what is filled in so far', async () => {
  const { playground, people } = await start(async (it) => {
    if (!it.isAutocomplete()) return;
    const { name, value } = it.options.getFocused(true);
    await it.respond([{ name: `${name} ${value} ${it.options.getString('q')}`, value: 'v' }]);
  });
  const seen = await people.autocomplete({
    ...inAsk(playground),
    options: { q: 'so far', typed: 'bo' },
    focused: 'typed',
  });
  expect(seen).toMatchObject({
    kind: 'choices',
    choices: [{ name: 'typed bo so far', value: 'v' }],
  });
  const empty = await people.autocomplete({ ...inAsk(playground), focused: 'typed' });
  expect(empty).toMatchObject({ choices: [{ name: 'typed  null' }] });
});

it('refuses choices that are too many, too long, or of another type than the option', async () => {
  const faults: unknown[] = [];
  const answers = [
    Array.from({ length: 26 }, (_, n) => ({ name: `c${n}`, value: 'v' })),
    [{ name: 'x'.repeat(101), value: 'v' }],
    [{ name: '', value: 'v' }],
    [{ name: 'n', value: 'text for a number' }],
  ];
  const { playground, people } = await start(async (it) => {
    if (!it.isAutocomplete()) return;
    await it.respond(answers[faults.length] as never).catch((error) => faults.push(error));
    await it.respond([]);
  });
  for (const focused of ['typed', 'typed', 'typed', 'count']) {
    await people.autocomplete({ ...inAsk(playground), focused });
  }
  const choices = (first: object) => ({ rawError: { errors: { data: { choices: first } } } });
  expect(faults).toMatchObject([
    choices({ _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] }),
    choices({ 0: { name: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } } }),
    choices({ 0: { name: { _errors: [{ code: 'BASE_TYPE_REQUIRED' }] } } }),
    choices({ 0: { value: { _errors: [{ code: 'NUMBER_TYPE_COERCE' }] } } }),
  ]);
});

it('gives message commands the message, also one of a stranger', async () => {
  const { playground, people } = await start(async (it) => {
    if (it.isMessageContextMenuCommand()) await it.reply(`checked ${it.targetMessage.content}`);
  });
  const { ids } = playground;
  const target = people.sendMessage({
    userId: ids.users.admin,
    channelId: ids.channels.general,
    content: 'botox cures everything',
  });
  const seen = await people.runMessageCommand({
    userId: ids.users.member,
    channelId: ids.channels.general,
    command: 'Check the evidence',
    messageId: target.id,
  });
  expect(await seen.final()).toMatchObject({
    content: 'checked botox cures everything',
    type: MessageType.ContextMenuCommand,
    interaction_metadata: { target_message_id: target.id },
  });
});

it('offers people only the commands that are for them and for the place', async () => {
  const { playground, people } = await start((it) => asCommand(it).reply('ok'));
  const { ids } = playground;
  const run = (command: string, place: object) =>
    people.runCommand({ ...inAsk(playground), command, ...place });
  await expect(run('nothing', {})).rejects.toThrow('There is no command /nothing here.');
  await expect(run('admin', {})).rejects.toThrow('no command');
  expect((await run('admin', { userId: ids.users.admin })).kind).toBe('message');
  await expect(run('ask', { channelId: ids.direct.between })).rejects.toThrow('no command');
  const message = people.sendMessage({
    userId: ids.users.member,
    channelId: ids.direct.member,
    content: 'x',
  });
  await expect(
    people.runMessageCommand({
      userId: ids.users.member,
      channelId: ids.direct.member,
      command: 'here only',
      messageId: message.id,
    }),
  ).rejects.toThrow('no command');
});

it.each([
  [{}, 'q is required'],
  [{ q: 'x'.repeat(21) }, '20 characters at most'],
  [{ q: 'x', n: 0 }, 'at least 1'],
  [{ q: 'x', n: 10 }, 'at most 9'],
  [{ q: 'x', n: 1.5 }, 'whole number'],
  [{ q: 'x', n: 'many' }, 'is a number'],
  [{ q: 'x', kind: 'z' }, 'chosen from its list'],
  [{ q: 'x', other: 1 }, 'no option other'],
])('holds people to the options: %j', async (options, reason) => {
  const { playground, people } = await start((it) => asCommand(it).reply('ok'));
  await expect(people.runCommand({ ...inAsk(playground), options })).rejects.toThrow(reason);
});

it('sends forged options all the same', async () => {
  const { playground, people } = await start(async (it) => {
    const value = asCommand(it).options.get('kind')?.value;
    await asCommand(it).reply(`got ${value}`);
  });
  const seen = await people.runCommand({
    ...inAsk(playground),
    options: { kind: 'z' },
    forge: true,
  });
  expect((await seen.final()).content).toBe('got z');
});

it('refuses a response that does not fit the interaction', async () => {
  const refused: unknown[] = [];
  const { playground, people } = await start(async (it) => {
    const path = `/interactions/${it.id}/${it.token}/callback`;
    for (const body of [
      { type: 7, data: {} },
      { type: 8, data: { choices: [] } },
      { type: 99 },
      {},
    ]) {
      refused.push((await request(playground, 'POST', path, body)).body.errors);
    }
    await asCommand(it).reply('ok');
  });
  await people.runCommand({ ...inAsk(playground), options: { q: 'x' } });
  const wrong = { type: { _errors: [{ code: 'BASE_TYPE_CHOICES' }] } };
  expect(refused).toMatchObject([wrong, wrong, wrong, wrong]);
});

it('tells a bot whose channel has gone in the meantime', async () => {
  const { playground, people, faults } = await start(async (it) => {
    await asCommand(it).deferReply();
    playground.faults.deleteChannel(it.channelId ?? '');
    await asCommand(it).editReply('too late');
  });
  await people.runCommand({ ...inAsk(playground), options: { q: 'x' } });
  await expect.poll(() => faults).toMatchObject([{ code: 10003 }]);
});
