import { ApplicationCommandOptionType as Option } from 'discord.js';
import { expect, it } from 'vitest';
import type { Playground } from '../../src/playground/createPlayground.ts';
import { request, startBot, startPlayground } from './startBot.ts';

const scopes = ({ applicationId, ids }: Playground) => ({
  everywhere: `/applications/${applicationId}/commands`,
  here: `/applications/${applicationId}/guilds/${ids.guild}/commands`,
});
const slash = (name: string, more: object = {}) => ({ name, description: 'Does it', ...more });
const option = (name: string, more: object = {}) => ({
  type: Option.String,
  name,
  description: 'An option',
  ...more,
});
const many = (count: number, type = 1) =>
  Array.from({ length: count }, (_, n) => (type === 1 ? slash(`c${n}`) : { name: `c${n}`, type }));

it('takes, lists, changes and deletes commands, for everywhere and for the guild', async () => {
  const { playground, client } = await startBot();
  const { commands } = client.application;
  const { guild: guildId } = playground.ids;
  const everywhere = await commands.create(slash('one') as never);
  const here = await commands.create(slash('one') as never, guildId);
  expect(here.guildId).toBe(guildId);
  expect([...(await commands.fetch({})).keys()]).toEqual([everywhere.id]);
  expect([...(await commands.fetch({ guildId })).keys()]).toEqual([here.id]);
  const edited = await everywhere.edit({ description: 'Does more' });
  expect(edited).toMatchObject({ name: 'one', description: 'Does more' });
  await here.delete();
  await expect(commands.fetch(here.id, { guildId })).rejects.toMatchObject({ code: 10063 });
  expect(playground.requests.filter(({ route }) => route === null)).toEqual([]);
});

it('replaces all at once, and keeps the id of what keeps its name', async () => {
  const { client } = await startBot();
  const { commands } = client.application;
  const before = await commands.set([slash('stays'), slash('goes')] as never);
  const after = await commands.set([slash('stays', { description: 'New' }), slash('new')] as never);
  const idOf = (from: typeof before, name: string) => from.find((it) => it.name === name)?.id;
  expect(idOf(after, 'stays')).toBe(idOf(before, 'stays'));
  expect((await commands.fetch()).map(({ name }) => name).sort()).toEqual(['new', 'stays']);
});

it('changes a command rather than making another of its name', async () => {
  const playground = await startPlayground();
  const { everywhere } = scopes(playground);
  const first = await request(playground, 'POST', everywhere, slash('one'));
  const second = await request(playground, 'POST', everywhere, slash('one', { description: 'B' }));
  expect(second.body.id).toBe(first.body.id);
  expect(second.body.description).toBe('B');
});

it('holds each scope to its number of commands', async () => {
  const playground = await startPlayground();
  const { everywhere, here } = scopes(playground);
  const put = async (path: string, body: object[]) =>
    (await request(playground, 'PUT', path, body)).body.code;
  expect(await put(everywhere, many(101))).toBe(30032);
  expect(await put(everywhere, many(16, 3))).toBe(30032);
  expect(await put(everywhere, [...many(100), ...many(15, 3)])).toBeUndefined();
  const oneMore = await request(playground, 'POST', everywhere, slash('one-more'));
  expect(oneMore).toMatchObject({ status: 400, body: { code: 30032 } });
  // Another scope has its own hundred.
  expect(await put(here, many(100))).toBeUndefined();
});

const NAME = { name: { _errors: [{ code: 'APPLICATION_COMMAND_INVALID_NAME' }] } };
it.each<[string, object, object]>([
  ['a name in capitals', slash('Ask'), NAME],
  ['a name with a space', slash('a b'), NAME],
  [
    'no description',
    { name: 'ask' },
    { description: { _errors: [{ code: 'BASE_TYPE_REQUIRED' }] } },
  ],
  [
    'a long description',
    slash('ask', { description: 'x'.repeat(101) }),
    { description: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } },
  ],
  [
    'a required option after one that is not',
    slash('ask', { options: [option('a'), option('b', { required: true })] }),
    { options: { 1: { _errors: [{ code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID' }] } } },
  ],
  [
    'two options of one name',
    slash('ask', { options: [option('a'), option('a')] }),
    {
      options: {
        1: { name: { _errors: [{ code: 'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE' }] } },
      },
    },
  ],
  [
    'an option in capitals, inside a subcommand',
    slash('ask', {
      options: [{ type: Option.Subcommand, name: 'sub', description: 'S', options: [option('A')] }],
    }),
    { options: { 0: { options: { 0: NAME } } } },
  ],
  [
    'a subcommand beside an option',
    slash('ask', {
      options: [{ type: Option.Subcommand, name: 'sub', description: 'S' }, option('a')],
    }),
    { options: { 1: { _errors: [{ code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID' }] } } },
  ],
  [
    'autocomplete together with choices',
    slash('ask', {
      options: [option('a', { autocomplete: true, choices: [{ name: 'n', value: 'v' }] })],
    }),
    { options: { 0: { autocomplete: { _errors: [{}] } } } },
  ],
  [
    '26 options',
    slash('ask', { options: Array.from({ length: 26 }, (_, n) => option(`o${n}`)) }),
    { options: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } },
  ],
  [
    '26 choices',
    slash('ask', {
      options: [
        option('a', {
          choices: Array.from({ length: 26 }, (_, n) => ({ name: `${n}`, value: `${n}` })),
        }),
      ],
    }),
    { options: { 0: { choices: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } } } },
  ],
  [
    'an option of an unknown type',
    slash('ask', { options: [option('a', { type: 99 })] }),
    { options: { 0: { type: { _errors: [{ code: 'UNION_TYPE_CHOICES' }] } } } },
  ],
  [
    'a message command with a description',
    { name: 'Check', type: 3, description: 'x' },
    { description: { _errors: [{}] } },
  ],
])('refuses %s, alone and in a list', async (_name, command, errors) => {
  const playground = await startPlayground();
  const { everywhere } = scopes(playground);
  expect(await request(playground, 'POST', everywhere, command)).toMatchObject({
    status: 400,
    body: { code: 50035, errors },
  });
  const list = [slash('fine'), command];
  expect(await request(playground, 'PUT', everywhere, list)).toMatchObject({
    status: 400,
    body: { code: 50035, errors: { 1: errors } },
  });
  expect((await request(playground, 'GET', everywhere)).body).toEqual([]);
});

it('refuses a list with the same name twice, unless the types differ', async () => {
  const playground = await startPlayground();
  const { everywhere } = scopes(playground);
  expect(await request(playground, 'PUT', everywhere, [slash('a'), slash('a')])).toMatchObject({
    status: 400,
    body: {
      errors: { 1: { name: { _errors: [{ code: 'APPLICATION_COMMANDS_DUPLICATE_NAME' }] } } },
    },
  });
  const mixed = [slash('a'), { name: 'a', type: 3 }];
  expect(await request(playground, 'PUT', everywhere, mixed)).toMatchObject({ status: 200 });
});

it('takes names in other scripts, and permissions as text', async () => {
  const playground = await startPlayground();
  const { everywhere } = scopes(playground);
  const body = slash('lähmung-痛み', { default_member_permissions: '8' });
  expect(await request(playground, 'POST', everywhere, body)).toMatchObject({ status: 201 });
});

it('knows no other application and no other guild', async () => {
  const playground = await startPlayground();
  expect(await request(playground, 'GET', '/applications/1/commands')).toMatchObject({
    body: { code: 10002 },
  });
  const elsewhere = `/applications/${playground.applicationId}/guilds/1/commands`;
  expect(await request(playground, 'GET', elsewhere)).toMatchObject({ body: { code: 50001 } });
});
