import { ButtonStyle, ComponentType, Events, MessageFlags } from 'discord.js';
import { expect, it } from 'vitest';
import { request, startBot, startPlayground } from './startBot.ts';

const row = (...components: object[]) => ({ type: ComponentType.ActionRow, components });
const button = (customId: string, more: object = {}) => ({
  type: ComponentType.Button,
  style: ButtonStyle.Primary,
  custom_id: customId,
  label: 'x',
  ...more,
});
const select = (customId: string, values: string[], more: object = {}) => ({
  type: ComponentType.StringSelect,
  custom_id: customId,
  options: values.map((value) => ({ label: value, value })),
  ...more,
});
const embed = (length: number) => ({ description: 'x'.repeat(length) });
const TOO_LONG = { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] };
const MISSING = { _errors: [{ code: 'BASE_TYPE_REQUIRED' }] };
const CHOICES = { _errors: [{ code: 'BASE_TYPE_CHOICES' }] };

it.each<[string, object, object]>([
  [
    'content of a wrong type',
    { content: { a: 1 } },
    { content: { _errors: [{ code: 'STRING_TYPE_CONVERT' }] } },
  ],
  ['content that is too long', { content: 'x'.repeat(2_001) }, { content: TOO_LONG }],
  [
    'a long title',
    { embeds: [{ title: 'x'.repeat(257) }] },
    { embeds: { 0: { title: TOO_LONG } } },
  ],
  ['a long description', { embeds: [embed(4_097)] }, { embeds: { 0: { description: TOO_LONG } } }],
  [
    'a field without a value, in the second embed',
    { embeds: [embed(1), { fields: [{ name: 'n', value: 'v' }, { name: 'n' }] }] },
    { embeds: { 1: { fields: { 1: { value: MISSING } } } } },
  ],
  [
    'a field whose value is blank',
    { embeds: [{ fields: [{ name: 'n', value: ' ' }] }] },
    { embeds: { 0: { fields: { 0: { value: MISSING } } } } },
  ],
  [
    'too many fields',
    { embeds: [{ fields: Array.from({ length: 26 }, () => ({ name: 'n', value: 'v' })) }] },
    { embeds: { 0: { fields: TOO_LONG } } },
  ],
  ['too many embeds', { embeds: Array.from({ length: 11 }, () => embed(1)) }, { embeds: TOO_LONG }],
  [
    'more than 6000 over all embeds',
    { embeds: [embed(3_000), embed(3_001)] },
    { embeds: { _errors: [{ code: 'MAX_EMBED_SIZE_EXCEEDED' }] } },
  ],
  [
    'an address that is none',
    { embeds: [{ title: 't', url: 'not a url' }] },
    { embeds: { 0: { url: { _errors: [{ code: 'URL_TYPE_INVALID_URL' }] } } } },
  ],
  [
    'an embed with a colour out of range',
    { embeds: [{ title: 't', color: 0x1_00_00_00 }] },
    { embeds: { 0: { color: { _errors: [{ code: 'NUMBER_TYPE_MAX' }] } } } },
  ],
  [
    'six rows',
    { content: 'x', components: Array.from({ length: 6 }, (_, n) => row(button(`b${n}`))) },
    { components: { _errors: [{ code: 'BASE_TYPE_BAD_LENGTH' }] } },
  ],
  [
    'six buttons in a row',
    { content: 'x', components: [row(...Array.from({ length: 6 }, (_, n) => button(`b${n}`)))] },
    { components: { 0: { components: TOO_LONG } } },
  ],
  [
    'a menu beside a button',
    { content: 'x', components: [row(button('b'), select('s', ['a']))] },
    {
      components: {
        0: { components: { 1: { _errors: [{ code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED' }] } } },
      },
    },
  ],
  [
    'the same custom id twice',
    { content: 'x', components: [row(button('same')), row(button('same'))] },
    {
      components: {
        1: {
          components: {
            0: { custom_id: { _errors: [{ code: 'COMPONENT_CUSTOM_ID_DUPLICATED' }] } },
          },
        },
      },
    },
  ],
  [
    'a custom id that is too long',
    { content: 'x', components: [row(button('x'.repeat(101)))] },
    { components: { 0: { components: { 0: { custom_id: TOO_LONG } } } } },
  ],
  [
    'a label that is too long',
    { content: 'x', components: [row(button('b', { label: 'x'.repeat(81) }))] },
    { components: { 0: { components: { 0: { label: TOO_LONG } } } } },
  ],
  [
    'a button without a label or a custom id',
    { content: 'x', components: [row({ type: 2, style: 1 })] },
    { components: { 0: { components: { 0: { custom_id: MISSING, label: MISSING } } } } },
  ],
  [
    'a button of an unknown style',
    { content: 'x', components: [row(button('b', { style: 77 }))] },
    { components: { 0: { components: { 0: { style: CHOICES } } } } },
  ],
  [
    'a component of an unknown type',
    { content: 'x', components: [row({ type: 77 })] },
    {
      components: {
        0: { components: { 0: { type: { _errors: [{ code: 'UNION_TYPE_CHOICES' }] } } } },
      },
    },
  ],
  [
    'a menu with the same value twice',
    { content: 'x', components: [row(select('s', ['a', 'a']))] },
    {
      components: {
        0: {
          components: {
            0: {
              options: {
                1: { value: { _errors: [{ code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED' }] } },
              },
            },
          },
        },
      },
    },
  ],
  [
    'a menu with too many options',
    {
      content: 'x',
      components: [
        row(
          select(
            's',
            Array.from({ length: 26 }, (_, n) => `${n}`),
          ),
        ),
      ],
    },
    { components: { 0: { components: { 0: { options: TOO_LONG } } } } },
  ],
  [
    'mentions both listed and parsed',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    { allowed_mentions: { _errors: [{ code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE' }] } },
  ],
  [
    'text in a component of its own without the flag for it',
    { content: 'x', components: [{ type: ComponentType.TextDisplay, content: 'x' }] },
    { components: { 0: { type: { _errors: [{ code: 'UNION_TYPE_CHOICES' }] } } } },
  ],
])('refuses %s, and says where', async (_name, body, errors) => {
  const playground = await startPlayground();
  const path = `/channels/${playground.ids.channels.ask}/messages`;
  const answer = await request(playground, 'POST', path, body);
  expect(answer).toMatchObject({
    status: 400,
    body: { code: 50035, message: 'Invalid Form Body', errors },
  });
  expect(
    playground.people.messages(playground.ids.channels.ask, playground.ids.users.member),
  ).toEqual([]);
});

it.each<[string, object]>([
  ['nothing', {}],
  ['blanks', { content: ' \n ' }],
  ['an embed without anything', { embeds: [{ color: 5 }] }],
  ['buttons alone', { components: [row(button('b'))] }],
])('refuses a message of %s with 50006', async (_name, body) => {
  const playground = await startPlayground();
  const path = `/channels/${playground.ids.channels.ask}/messages`;
  expect(await request(playground, 'POST', path, body)).toMatchObject({
    status: 400,
    body: { code: 50006 },
  });
});

it.each<[string, object]>([
  [
    'the longest of all',
    {
      content: 'x'.repeat(2_000),
      embeds: [{ title: 'x'.repeat(256) }, embed(4_096), embed(1_648)],
    },
  ],
  [
    '25 fields and five full rows',
    {
      embeds: [{ fields: Array.from({ length: 25 }, () => ({ name: 'n', value: 'v' })) }],
      components: [
        ...[0, 1, 2, 3].map((r) => row(...[0, 1, 2, 3, 4].map((n) => button(`${r}${n}`)))),
        row(select('s', ['a', 'b'])),
      ],
    },
  ],
  [
    'components alone, with the flag for it',
    {
      flags: MessageFlags.IsComponentsV2,
      components: [{ type: ComponentType.TextDisplay, content: 'x' }],
    },
  ],
])('takes %s', async (_name, body) => {
  const playground = await startPlayground();
  const path = `/channels/${playground.ids.channels.ask}/messages`;
  expect(await request(playground, 'POST', path, body)).toMatchObject({ status: 200 });
});

it('gives the path inside `data` for callbacks, to the real client', async () => {
  const faults: unknown[] = [];
  const { playground, client } = await startBot();
  const { ids, people } = playground;
  await client.application.commands.set([{ name: 'ask', description: 'Asks' }]);
  client.on(Events.InteractionCreate, async (it) => {
    if (!it.isChatInputCommand()) return;
    const tries = [
      () => it.reply({ embeds: [embed(4_097)] }),
      () => it.reply({ embeds: [embed(3_500), embed(3_500)] }),
      () => it.reply({ components: [row(button('b'))] as never }),
      () =>
        it.showModal({
          custom_id: 'm',
          title: 'x'.repeat(46),
          components: [row({ type: 4, custom_id: 'a', label: 'a', style: 1 })],
        } as never),
      () =>
        it.showModal({
          custom_id: 'm',
          title: 'x',
          components: ['a', 'a'].map((custom_id) =>
            row({ type: 4, custom_id, label: 'a', style: 1 }),
          ),
        } as never),
    ];
    for (const attempt of tries) await attempt().catch((error) => faults.push(error.rawError));
    // None of that counted as an answer.
    await it.reply('fine');
  });
  const seen = await people.runCommand({
    userId: ids.users.member,
    channelId: ids.channels.ask,
    command: 'ask',
  });
  expect((await seen.final()).content).toBe('fine');
  expect(faults).toMatchObject([
    { code: 50035, errors: { data: { embeds: { 0: { description: TOO_LONG } } } } },
    {
      code: 50035,
      errors: { data: { embeds: { _errors: [{ code: 'MAX_EMBED_SIZE_EXCEEDED' }] } } },
    },
    { code: 50006 },
    { code: 50035, errors: { data: { title: TOO_LONG } } },
    {
      code: 50035,
      errors: { data: { components: { 1: { components: { 0: { custom_id: {} } } } } } },
    },
  ]);
});

it('refuses what is not JSON', async () => {
  const playground = await startPlayground();
  const url = `${playground.apiUrl}/v10/channels/${playground.ids.channels.ask}/messages`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bot ${playground.token}` },
    body: '{"content":',
  });
  expect(await response.json()).toMatchObject({ code: 50109 });
});
