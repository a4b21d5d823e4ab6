import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConfigAction } from '../../src/render/discord/config/configId.ts';
import { type BotOnPlayground, startBotOnPlayground, textOf } from './botOnPlayground.ts';
import { configuring } from './configuring.ts';

let setup: BotOnPlayground;
let settings: ReturnType<typeof configuring>;
beforeEach(async () => {
  setup = await startBotOnPlayground();
  settings = configuring(setup);
  await settings.run('set', { key: 'note', value: 'Ask the pharmacist at the desk.' });
});
afterEach(() => setup.stop());

const ids = () => setup.playground.ids;
const member = () => ({ userId: ids().users.member });
const REFUSED = /Only members with the permission “Manage Server”/;
const SECRET = /pharmacist|Full|Short|Least certainty/;

/** Refused to that person alone, with nothing told and nothing changed. */
const expectRefused = async (work: () => Promise<{ final: () => Promise<unknown> }>) => {
  const before = await settings.stored();
  const told = (await (await work()).final()) as Parameters<typeof textOf>[0] & {
    ephemeral: boolean;
  };
  expect(textOf(told)).toMatch(REFUSED);
  expect(textOf(told)).not.toMatch(SECRET);
  expect(told.ephemeral).toBe(true);
  expect(await settings.stored()).toEqual(before);
};

const PARTS = {
  panel: {},
  show: {},
  set: { key: 'length', value: 'short' },
  reset: { key: 'note' },
  channels: {},
  conditions: { condition: 'hemifacial-spasm', on: false },
  history: {},
  undo: {},
  export: {},
} satisfies Record<string, Record<string, string | boolean>>;

describe('a member without permission', () => {
  it('is not offered the command', async () => {
    await expect(
      setup.playground.people.runCommand({
        ...member(),
        channelId: ids().channels.general,
        command: 'config',
        path: ['panel'],
      }),
    ).rejects.toThrow(/no command/);
  });

  it.each(Object.entries(PARTS))('is refused /config %s', async (part, options) => {
    await expectRefused(() => settings.command(part, options, member()));
  });

  it('is refused /config import', async () => {
    const body = new TextEncoder().encode('{}');
    await expectRefused(() =>
      setup.playground.people.runCommand({
        ...member(),
        channelId: ids().channels.general,
        command: 'config',
        path: ['import'],
        files: { file: { name: 'x.json', type: 'application/json', body } },
        forge: true,
      }),
    );
  });

  it('completes nothing', async () => {
    for (const [part, focused] of [
      ['set', 'key'],
      ['set', 'value'],
      ['conditions', 'condition'],
    ] as const) {
      const seen = await setup.playground.people.autocomplete({
        ...member(),
        channelId: ids().channels.general,
        command: 'config',
        path: [part],
        options: focused === 'value' ? { key: 'note' } : {},
        focused,
        forge: true,
      });
      expect(seen.kind === 'choices' && seen.choices).toEqual([]);
    }
  });

  it('is refused every control, forged on a message that all see', async () => {
    const answer = await settings.ask('gabapentin hemifacial spasm');
    const seen = 'AAAAAAAA';
    const channelId = ids().channels.general;
    const actions: ConfigAction[] = [
      { do: 'home' },
      { do: 'open', group: 'words' },
      { do: 'switch', key: 'animals', seen, to: 'off' },
      { do: 'choose', key: 'length', seen },
      { do: 'turn', page: 0 },
      { do: 'conditions', seen, page: 0 },
      { do: 'write', key: 'note' },
      { do: 'reset', key: 'note', seen },
      { do: 'channels' },
      { do: 'channel' },
      { do: 'mode', channelId, seen },
      { do: 'place', channelId, seen },
      { do: 'inherit', channelId, seen },
      { do: 'apply', seen },
      { do: 'cancel' },
    ];
    for (const action of actions)
      for (const values of [[], ['note']]) {
        const told = await settings.press(answer, settings.encode(action), values, {
          ...member(),
          forge: true,
        });
        const text = await (told.kind === 'message' ? told.final() : told.nextFollowUp());
        expect(textOf(text)).toMatch(REFUSED);
      }
    expect(await settings.stored()).toEqual({ note: 'Ask the pharmacist at the desk.' });
  });

  it('is refused a form that was never opened', async () => {
    await expectRefused(() =>
      setup.playground.people.submitModal({
        ...member(),
        channelId: ids().channels.general,
        customId: settings.encode({ do: 'written', key: 'note', seen: 'AAAAAAAA' }),
        fields: { value: 'Mine now' },
        forge: true,
      }),
    );
  });
});

describe('an admin', () => {
  it.each([
    'g1:',
    'g1:home:1',
    'g1:choose:length',
    'g1:choose:nonsense:AAAAAAAA',
    'g1:switch:length:AAAAAAAA:on',
    'g1:switch:animals:AAAAAAAA:maybe',
    'g1:mode:12:AAAAAAAA',
    'g1:turn:-1',
    'g1:view:__proto__',
    'g1:constructor',
    `g1:${'x'.repeat(90)}`,
  ])('who forges %s changes nothing, and is told in words', async (customId) => {
    const panel = await settings.run('panel');
    const before = await settings.stored();
    const told = await settings.press(panel, customId, [], { forge: true });
    const message = told.kind === 'message' ? await told.final() : await told.nextFollowUp();
    expect(message.content).toMatch(/older version/);
    expect(await settings.stored()).toEqual(before);
  });

  it('who forges a control on a message of all does not turn it into the panel', async () => {
    const answer = await settings.ask('gabapentin hemifacial spasm');
    const seen = await settings.press(answer, 'g1:home', [], { forge: true });
    const told = await seen.final();
    expect(told.ephemeral).toBe(true);
    expect(told.id).not.toBe(answer.id);
  });

  it('who lost the permission meanwhile is refused at the next press', async () => {
    const panel = await settings.open('length');
    const { world } = setup.playground;
    (world.guild as { ownerId: string }).ownerId = ids().users.otherBot;
    const admin = world.members.get(ids().users.admin);
    if (admin) admin.roles = [];
    const seen = await settings.press(panel, settings.controlOf(panel, 'choose'), ['short']);
    expect(textOf(await seen.final())).toMatch(REFUSED);
    expect(await settings.stored()).not.toHaveProperty('length');
  });
});

describe('a role that was chosen for it', () => {
  beforeEach(async () => {
    settings.giveRole(ids().users.member, ids().roles.helpers);
  });

  it('opens the settings, once it is chosen and as long as it is', async () => {
    await expectRefused(() => settings.command('set', PARTS.set, member()));
    const panel = await settings.open('config-roles');
    const set = await settings.use(panel, 'choose', [ids().roles.helpers]);
    expect(textOf(set)).toContain(`<@&${ids().roles.helpers}>`);
    const told = await settings.run('set', PARTS.set, member());
    expect(textOf(told)).toMatch(/Length.*Short/);
    const own = await settings.run('panel', {}, member());
    expect(textOf(own)).toMatch(/Settings of this server/);
    await settings.run('reset', { key: 'config-roles' });
    await expectRefused(() => settings.command('reset', { key: 'length' }, member()));
  });

  it('gives the role to nobody else: that is for Manage Server', async () => {
    await settings.run('set', { key: 'config-roles', value: `<@&${ids().roles.helpers}>` });
    const before = await settings.stored();
    const told = await settings.run(
      'set',
      { key: 'config-roles', value: `<@&${ids().roles.admin}>` },
      member(),
    );
    expect(told.content).toMatch(/Only members with .*Manage Server.* may say who else/);
    expect(await settings.stored()).toEqual(before);
  });

  it('cannot be everyone', async () => {
    const told = await settings.run('set', { key: 'config-roles', value: ids().guild });
    expect(told.content).toMatch(/cannot be everyone/);
    // Should it stand there all the same, it still opens nothing.
    await setup.store.settings.change(ids().guild, ids().users.admin, [
      { key: 'config-roles', from: null, to: [ids().guild] },
    ]);
    await expectRefused(() => settings.command('panel', {}, member()));
  });
});
