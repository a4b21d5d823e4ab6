import { describe, expect, it } from 'vitest';
import { MODES, readSettings, SETTING_KEYS } from '../../src/core/settings/settings.ts';
import type { Json } from '../../src/core/settings/stored.ts';
import {
  type ConfigAction,
  decodeConfig,
  encodeConfig,
} from '../../src/render/discord/config/configId.ts';
import { GROUPS } from '../../src/render/discord/config/groups.ts';
import type { PanelState } from '../../src/render/discord/config/panelParts.ts';
import { renderHistory, renderPreview } from '../../src/render/discord/config/renderChanges.ts';
import { renderChannel, renderChannels } from '../../src/render/discord/config/renderChannels.ts';
import { renderForm } from '../../src/render/discord/config/renderForm.ts';
import { renderHome } from '../../src/render/discord/config/renderHome.ts';
import { conditionPages, renderSetting } from '../../src/render/discord/config/renderSetting.ts';
import { messageFaults } from '../support/discordLimits.ts';

const id = (n: number): string => String(1_300_000_000_000_000_000n + BigInt(n));
const many = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

const stateOf = (stored: Record<string, Json>, notice: string | null = null): PanelState => ({
  settings: readSettings(stored),
  stored,
  seenOf: () => 'AAAAAAAA',
  conditions: many(120, (n) => ({ id: `condition-${n}`, label: `condition of the year ${n}` })),
  heardAnyway: many(60, id),
  problems: many(60, (n) => `<#${id(n)}>: I lack **Send Messages**, **Create Public Threads**.`),
  notice,
});

/** All that a server can set, at its longest. */
const FULL = stateOf(
  {
    'config-roles': many(25, id),
    'cooldown-exempt': many(25, id),
    'report-channel': id(1),
    conditions: many(120, (n) => `condition-${n}`),
    note: '*[`'.repeat(93),
    emergency: '|_~'.repeat(166),
    ...Object.fromEntries(
      many(500, (n) => [`channel:${id(n)}`, { mode: 'all', place: 'thread' }] as const),
    ),
  },
  'x'.repeat(1500),
);

describe('the panel', () => {
  it.each([
    ['with nothing set', stateOf({})],
    ['with everything at its longest', FULL],
  ])('keeps to Discord’s limits on every page, %s', (_, state) => {
    const pages = [
      renderHome(state),
      renderHome(state, { interactive: false }),
      renderChannels(state),
      renderChannel(id(1), { mode: 'off', place: 'channel' }, state),
      ...SETTING_KEYS.map((key) => renderSetting(key, state)),
      ...many(conditionPages(state) + 2, (page) => renderSetting('conditions', state, page)),
    ];
    for (const page of pages) expect(messageFaults(page)).toEqual([]);
  });

  it('has every setting in one menu', () => {
    const keys = GROUPS.flatMap((group) => group.keys);
    expect(keys.toSorted()).toEqual(SETTING_KEYS.toSorted());
  });

  it('has every condition on one page of their menu', () => {
    const listed = many(conditionPages(FULL), (page) =>
      renderSetting('conditions', FULL, page).components.flatMap((row) =>
        row.components.flatMap((part) =>
          'options' in part ? part.options.map(({ value }) => value) : [],
        ),
      ),
    ).flat();
    expect(listed.toSorted()).toEqual(FULL.conditions.map((known) => known.id).toSorted());
  });

  it('fills a form with what stands there', () => {
    const form = renderForm('note', stateOf({ note: 'Here\nand there' }));
    expect(JSON.stringify(form)).toContain('"value":"Here\\nand there"');
    expect(form.custom_id).toBe('g1:written:note:AAAAAAAA');
    expect(
      JSON.stringify(renderForm('cooldown-member', stateOf({ 'cooldown-member': 30 }))),
    ).toContain('30 seconds');
  });
});

describe('lists of changes', () => {
  const changes = many(300, (n) => ({
    key: n % 2 === 0 ? 'note' : `channel:${id(n)}`,
    from: null,
    to: n % 2 === 0 ? '@everyone **x** '.repeat(18) : { mode: MODES[0].value, place: 'thread' },
    userId: n % 3 === 0 ? null : id(n),
    at: 1_795_360_000_000,
  }));

  it('keep to Discord’s limits, and tell how many more there are', () => {
    for (const page of [
      renderHistory(changes, []),
      renderPreview(changes, [], { seen: 'AAAAAAAA', notice: null }),
    ]) {
      expect(messageFaults(page)).toEqual([]);
      expect(page.embeds[0]?.description).toMatch(/-# \d+ (?:older ones|more)\./);
    }
  });

  it('name nobody who had their name erased, and show what is no setting any more', () => {
    const page = renderHistory(
      [{ key: 'gone-setting', from: '**a**', to: { b: 1 }, userId: null, at: 0 }],
      [],
    );
    expect(page.embeds[0]?.description).toContain('somebody <t:0:R>');
    expect(page.embeds[0]?.description).toContain('\\*\\*a\\*\\*');
  });
});

describe('the ids of the panel', () => {
  const seen = 'aB3_-xYz';
  it.each<ConfigAction>([
    { do: 'home' },
    { do: 'open', group: 'people' },
    { do: 'switch', key: 'question-log', seen, to: 'off' },
    { do: 'choose', key: 'least-certainty', seen },
    { do: 'turn', page: 12 },
    { do: 'conditions', seen, page: 0 },
    { do: 'write', key: 'emergency' },
    { do: 'written', key: 'cooldown-channel', seen },
    { do: 'reset', key: 'cooldown-exempt', seen },
    { do: 'channels' },
    { do: 'channel' },
    { do: 'mode', channelId: id(1), seen },
    { do: 'place', channelId: id(1), seen },
    { do: 'inherit', channelId: id(1), seen },
    { do: 'apply', seen },
    { do: 'cancel' },
  ])('say what they were made of: $do', (action) => {
    const text = encodeConfig(action);
    expect(text.length).toBeLessThanOrEqual(100);
    expect(decodeConfig(text)).toEqual(action);
  });

  it.each([
    '',
    'g1',
    'g2:home',
    'g1:home:',
    'g1:turn:01',
    'g1:turn:1e3',
    'g1:turn:1000',
    'g1:switch:animals:aB3_-xYz:ON',
    'g1:reset:note:short',
    'g1:reset:note:aB3_-xYz:more',
    'g1:mode:1 or 1:aB3_-xYz',
    'g1:toString',
    'g1:__proto__',
  ])('are nothing where they are forged: %s', (text) => {
    expect(decodeConfig(text)).toBeNull();
  });
});
