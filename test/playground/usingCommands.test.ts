import { MessageType } from 'discord.js';
import { expect, it } from 'vitest';
import { asCommand, inAsk, startWithCommands } from './commandBot.ts';

it('gives options of all kinds to the real client', async () => {
  const { playground, people } = await startWithCommands(async (it) => {
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
  const { playground, people } = await startWithCommands(async (it) => {
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
  const { playground, people } = await startWithCommands(async (it) => {
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
  const { playground, people } = await startWithCommands(async (it) => {
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
  const { playground, people } = await startWithCommands(async (it) => {
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
  const { playground, people } = await startWithCommands((it) => asCommand(it).reply('ok'));
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
  const { playground, people } = await startWithCommands((it) => asCommand(it).reply('ok'));
  await expect(people.runCommand({ ...inAsk(playground), options })).rejects.toThrow(reason);
});

it('sends forged options all the same', async () => {
  const { playground, people } = await startWithCommands(async (it) => {
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
