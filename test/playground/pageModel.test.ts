import type { APIApplicationCommand, APIUser } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { checkOption } from '../../src/playground/page/model/checkOption.ts';
import { choicesOf } from '../../src/playground/page/model/choices.ts';
import {
  addField,
  type CommandDraft,
  checkDraft,
  chooseField,
  draftValues,
  type Field,
  startDraft,
  typeField,
  withChoices,
} from '../../src/playground/page/model/commandDraft.ts';
import {
  leafCommands,
  matchCommands,
  messageCommands,
  typedCommand,
} from '../../src/playground/page/model/commandList.ts';
import { fieldPlaces } from '../../src/playground/page/model/fieldPlaces.ts';
import {
  completePerson,
  fromWire,
  matchPeople,
  toWire,
} from '../../src/playground/page/model/mentions.ts';
import { modalFaults, modalParts } from '../../src/playground/page/model/modalFields.ts';
import { reduce } from '../../src/playground/page/model/reduce.ts';
import {
  initialState,
  offeredCommands,
  type State,
  type World,
} from '../../src/playground/page/model/state.ts';
import { suggestChoices } from '../../src/playground/page/model/suggestChoices.ts';
import type { PageChannel, PageMessage } from '../../src/playground/protocol.ts';

const user = (id: string, name: string, isBot = false): APIUser =>
  ({ id, username: name.toLowerCase(), global_name: name, bot: isBot }) as APIUser;

const channel = (id: string, name: string, kind: PageChannel['kind'] = 'text'): PageChannel => ({
  id,
  name,
  kind,
  topic: '',
  parentId: null,
});

const WORLD: World = {
  me: '1',
  bot: user('9', 'Caveat', true),
  users: [user('9', 'Caveat', true), user('1', 'Ann'), user('2', 'Ann Lee')].map((it) => ({
    user: it,
    member: null,
    isAdmin: it.id === '2',
  })),
  guildName: 'Here',
  roles: [{ id: '8', name: 'Helpers' }],
  channels: [
    channel('5', 'general'),
    channel('6', 'general-talk'),
    channel('7', 'Caveat', 'direct'),
  ],
  commands: [],
  offered: {},
  messages: {},
  isBotOnline: true,
};

const command = (given: object): APIApplicationCommand =>
  ({ id: '1', type: 1, name: 'ask', description: 'Ask', ...given }) as APIApplicationCommand;

describe('the commands that are offered', () => {
  const settings = command({
    name: 'settings',
    options: [
      { type: 1, name: 'show', description: 'Shows' },
      {
        type: 2,
        name: 'set',
        description: '',
        options: [{ type: 1, name: 'all', description: '' }],
      },
    ],
  });

  it('stand for their subcommands', () => {
    expect(leafCommands([settings]).map(({ name, path }) => [name, path])).toEqual([
      ['settings set all', ['set', 'all']],
      ['settings show', ['show']],
    ]);
  });

  it('are those of the channel', () => {
    const commands = [command({ id: 'a' }), command({ id: 'b' })];
    const world = { ...WORLD, commands, offered: { '5': ['b'] } };
    const at = (channelId: string): State => ({ ...initialState('dark'), world, channelId });
    expect(offeredCommands(at('5')).map(({ id }) => id)).toEqual(['b']);
    expect(offeredCommands(at('6'))).toEqual([]);
  });

  it('leave message commands to the menu of a message', () => {
    const check = command({ type: 3, name: 'Check' });
    expect(leafCommands([check])).toEqual([]);
    expect(messageCommands([check, command({})])).toEqual([check]);
  });

  it('come first where their name begins as typed', () => {
    const leaves = leafCommands([
      command({ name: 'task' }),
      command({ name: 'ask' }),
      command({ name: 'help' }),
    ]);
    expect(matchCommands(leaves, 'as').map(({ name }) => name)).toEqual(['ask', 'help', 'task']);
    expect(matchCommands(leaves, 'zzz')).toEqual([]);
    expect(typedCommand(leaves, '/help ')?.name).toBe('help');
    expect(typedCommand(leaves, '/help')).toBeNull();
  });
});

describe('a command being filled in', () => {
  const options = [
    { type: 3, name: 'extra', description: '' },
    { type: 3, name: 'question', description: '', required: true, max_length: 5 },
    { type: 4, name: 'count', description: '', min_value: 1, max_value: 9 },
  ];
  const leaf = leafCommands([command({ options })])[0];
  const draft = (): CommandDraft => startDraft(leaf as NonNullable<typeof leaf>);

  it('begins with what is required', () => {
    expect(draft().fields.map(({ option }) => option.name)).toEqual(['question']);
    expect(draft().focused).toBe('question');
  });

  it('goes to the first fault', () => {
    const checked = checkDraft(addField(draft(), 'count'));
    expect(checked.focused).toBe('question');
    expect(checked.fields.map(({ fault }) => fault)).toEqual(['This option is required.', null]);
  });

  it('sends values of the right kind, and none for what is empty', () => {
    const full = typeField(addField(typeField(draft(), 'question', 'why'), 'count'), 'count', '3');
    expect(draftValues(full)).toEqual({ question: 'why', count: 3 });
    expect(draftValues(full, 'count')).toEqual({ question: 'why', count: '3' });
    expect(draftValues(typeField(full, 'count', ''))).toEqual({ question: 'why' });
  });

  it('sends the value of a choice, until it is typed over', () => {
    const chosen = chooseField(draft(), 'question', { name: 'A long name of it', value: 'id' });
    expect(draftValues(chosen)).toEqual({ question: 'id' });
    expect(draftValues(typeField(chosen, 'question', 'else'))).toEqual({ question: 'else' });
  });

  it('drops choices that answer an older question', () => {
    const asked = {
      ...draft(),
      suggestions: { request: 'new', choices: [], active: 0, isLoading: true },
    };
    const choice = { name: 'a', value: 'a' };
    expect(withChoices(asked, 'old', [choice])).toBe(asked);
    expect(withChoices(asked, 'new', [choice]).suggestions?.choices).toEqual([choice]);
  });

  it.each([
    [4, '2.5', 'A whole number is needed here.'],
    [4, 'two', 'A number is needed here.'],
    [4, '10', 'No more than 9.'],
    [10, '2.5', null],
    [5, 'True', null],
    [5, 'maybe', 'True or False.'],
    [6, 'nobody', 'Choose one of the list.'],
    [3, '', null],
  ])('of the type %i with %j: %j', (type, text, fault) => {
    const option = { type, name: 'it', description: '', max_value: 9 } as Field['option'];
    expect(checkOption({ option, text, value: null, file: null, fault: null }).fault).toBe(fault);
  });
});

describe('names in what is typed', () => {
  it('become mentions, the longest first, and nothing else does', () => {
    expect(toWire(WORLD, '@caveat and @Ann Lee, @Annie, a@Ann.org #general-talk')).toBe(
      '<@9> and <@2>, @Annie, a@Ann.org <#6>',
    );
  });

  it('come back as they were typed', () => {
    expect(fromWire(WORLD, '<@9> <@!2> <@77> <#5> <#99>')).toBe(
      '@Caveat @Ann Lee <@77> #general <#99>',
    );
  });

  it('are offered once each, and made whole', () => {
    expect(matchPeople(WORLD, 'hi @c').map(({ name }) => name)).toEqual(['Caveat']);
    expect(matchPeople(WORLD, 'hi @').length).toBe(3);
    expect(matchPeople(WORLD, 'mail@c')).toEqual([]);
    expect(completePerson('hi @c', 'Caveat')).toBe('hi @Caveat ');
  });
});

describe('what may be chosen', () => {
  const menu = (given: object) => choicesOf({ custom_id: 'x', ...given } as never, WORLD);

  it('is people, roles, channels of the wanted kinds, or what the bot lists', () => {
    expect(menu({ type: 5 }).map(({ value }) => value)).toEqual(['9', '1', '2']);
    expect(menu({ type: 8 }).map(({ label }) => label)).toEqual(['#general', '#general-talk']);
    expect(menu({ type: 8, channel_types: [15] })).toEqual([]);
    expect(menu({ type: 6 }).map(({ label, value }) => [label, value])).toEqual([
      ['@Helpers', '8'],
    ]);
    expect(menu({ type: 3, options: [{ label: 'A', value: 'a', emoji: { name: '✓' } }] })).toEqual([
      { value: 'a', label: 'A', description: '', emoji: '✓' },
    ]);
  });

  it('for an option is what fits what is typed, and all once a choice is taken', () => {
    const option = { type: 7, name: 'x', description: '' } as Field['option'];
    const field = { option, text: 'talk', value: null, file: null, fault: null };
    expect(suggestChoices(field, WORLD).map(({ value }) => value)).toEqual(['6']);
    expect(suggestChoices({ ...field, value: '6' }, WORLD).length).toBe(2);
    expect(suggestChoices({ ...field, option: { ...option, type: 3 } as never }, WORLD)).toEqual(
      [],
    );
  });
});

describe('inline fields', () => {
  it('stand up to three in a row', () => {
    const yes = { inline: true };
    expect(fieldPlaces([{}, yes, yes, {}, yes, yes, yes, yes])).toEqual([
      'whole',
      'of-2 at-1',
      'of-2 at-2',
      'whole',
      'of-3 at-1',
      'of-3 at-2',
      'of-3 at-3',
      'whole',
    ]);
  });
});

describe('a modal', () => {
  it('is checked, in labels and in rows alike', () => {
    const parts = modalParts([
      { type: 10, content: 'Words' },
      { type: 18, label: 'A', component: { type: 4, custom_id: 'a', style: 1, min_length: 2 } },
      { type: 1, components: [{ type: 4, custom_id: 'b', label: 'B', style: 2, required: false }] },
      { type: 18, label: 'C', component: { type: 3, custom_id: 'c', options: [], min_values: 2 } },
    ] as never);
    expect(parts.map(({ kind }) => kind)).toEqual(['words', 'text', 'text', 'select']);
    expect(modalFaults(parts, { a: 'x', b: '', c: ['one'] })).toEqual({
      a: 'At least 2 characters.',
      c: 'Choose at least 2.',
    });
    expect(modalFaults(parts, { a: 'xx', c: ['one', 'two'] })).toEqual({});
  });
});

describe('what the page shows', () => {
  const message = (id: string, given: object = {}): PageMessage =>
    ({
      id,
      channel_id: '5',
      author: user('9', 'Caveat', true),
      content: id,
      ...given,
    }) as PageMessage;
  const told = (...events: Parameters<typeof reduce>[1][]): State =>
    events.reduce((state, event) => reduce(state, event, 0), initialState('dark'));
  const ready = { event: 'ready', ...WORLD } as const;

  it('is anew what the stand-in says, and where the person was', () => {
    const once = { ...told(ready), channelId: '6' };
    const again = reduce(once, { ...ready, messages: { '6': [message('a')] } }, 0);
    expect(again.channelId).toBe('6');
    expect(again.world?.messages['6']?.length).toBe(1);
    expect(reduce(once, { ...ready, channels: [channel('5', 'general')] }, 0).channelId).toBe('5');
  });

  it('takes a message told twice once, and marks other channels', () => {
    const state = told(
      ready,
      { event: 'message', message: message('a') },
      { event: 'message', message: message('a') },
      { event: 'message', message: message('b', { channel_id: '6' }) },
    );
    expect(state.world?.messages['5']?.length).toBe(1);
    expect([...state.unread]).toEqual(['6']);
  });

  it('ends the typing of whoever has written', () => {
    const typing = { event: 'typing', channelId: '5', userId: '9' } as const;
    expect(told(ready, typing, typing).typing.length).toBe(1);
    expect(told(ready, typing, { event: 'message', message: message('a') }).typing).toEqual([]);
  });

  it('tells replies that what they answer has gone', () => {
    const reply = message('b', {
      message_reference: { message_id: 'a' },
      referenced_message: message('a'),
    });
    const state = told(
      ready,
      { event: 'message', message: message('a') },
      { event: 'message', message: reply },
      { event: 'messageGone', channelId: '5', messageId: 'a' },
    );
    expect(state.world?.messages['5']).toEqual([{ ...reply, referenced_message: null }]);
  });

  it('opens no modal that was not asked for', () => {
    const modal = { custom_id: 'x', title: 'X', components: [] };
    expect(told(ready, { event: 'modal', request: 'unknown', modal }).modal).toBeNull();
  });

  it('says a failure where it belongs', () => {
    const pending = {
      a: { kind: 'component', channelId: '5', messageId: 'm', customId: 'c' },
      b: { kind: 'command', channelId: '5', label: '/ask' },
    } as const;
    const failed = ['a', 'b', ''].reduce<State>(
      (state, request) => reduce(state, { event: 'failed', request, reason: 'No.' }, 0),
      { ...told(ready), pending },
    );
    expect(failed.pending).toEqual({});
    expect(failed.notices.map(({ messageId, text }) => [messageId, text])).toEqual([
      ['m', 'No.'],
      [null, '/ask: No.'],
      [null, 'No.'],
    ]);
  });
});
