import { describe, expect, it } from 'vitest';
import {
  channelKey,
  channelMode,
  readChannels,
} from '../../../src/core/settings/channelSettings.ts';
import {
  DEFAULT_SETTINGS,
  isSettingKey,
  readSettings,
  SETTING_KEYS,
  type SettingKey,
  settingOf,
  toStored,
} from '../../../src/core/settings/settings.ts';

const CHANNEL = '100000000000000001';
const PARENT = '100000000000000002';

describe('what is declared', () => {
  it.each(SETTING_KEYS)('%s stands under its own key, and its default fits', (key) => {
    const { key: own, schema, fallback } = settingOf(key);
    expect(own).toBe(key);
    expect(schema.parse(fallback)).toEqual(fallback);
  });

  // A menu of Discord shows a label and a description of a hundred characters each.
  it.each(SETTING_KEYS)('%s has words that fit a menu and an input of a form', (key) => {
    const { label, description, choices = [] } = settingOf(key);
    expect(label.length).toBeLessThanOrEqual(45);
    expect(description.length).toBeLessThanOrEqual(100);
    expect(description).toMatch(/\.$/);
    for (const choice of choices) expect(choice.label.length).toBeLessThanOrEqual(100);
  });

  it('shows everything and answers only who speaks to it, unless told otherwise', () => {
    expect(DEFAULT_SETTINGS).toMatchObject({
      mode: 'mentioned',
      animals: true,
      secondary: true,
      'least-certainty': 'very-low',
      'question-log': false,
      private: false,
    });
  });
});

describe('what is stored', () => {
  const read = (key: SettingKey, value: unknown) => readSettings({ [key]: value as never })[key];

  it('is read where it fits', () => {
    expect(read('cooldown-member', 60)).toBe(60);
    expect(read('config-roles', [PARENT, CHANNEL, PARENT])).toEqual([CHANNEL, PARENT]);
    expect(read('note', ' Ask a doctor.\r\n\r\n\r\nCall 111. ')).toBe('Ask a doctor.\n\nCall 111.');
  });

  it.each<[SettingKey, unknown]>([
    ['mode', 'sometimes'],
    ['mode', null],
    ['mode', { value: 'all' }],
    ['animals', 'yes'],
    ['cooldown-member', 3601],
    ['cooldown-member', -1],
    ['cooldown-member', 1.5],
    ['cooldown-member', '3'],
    ['cooldown-exempt', Array.from({ length: 26 }, (_, i) => String(10 ** 15 + i))],
    ['config-roles', ['@everyone']],
    ['conditions', 'cramps'],
    ['report-channel', 'reports'],
    ['note', 'x'.repeat(281)],
    ['emergency', ['112']],
  ])('falls back to the default of %s for %.40j', (key, value) => {
    expect(read(key, value)).toEqual(settingOf(key).fallback);
  });

  it('takes nothing from the prototype of what is stored, and no key that is none', () => {
    const settings = readSettings(Object.create({ animals: false }));
    expect(settings.animals).toBe(true);
    expect(isSettingKey('toString')).toBe(false);
    expect(isSettingKey('__proto__')).toBe(false);
    expect(Object.keys(readSettings({ colour: 'red' }))).toEqual(SETTING_KEYS);
  });

  it('holds null for a default, so that a later default holds for who chose none', () => {
    expect(toStored('mode', 'mentioned')).toBeNull();
    expect(toStored('mode', 'all')).toBe('all');
    expect(toStored('cooldown-exempt', [])).toBeNull();
    expect(toStored('cooldown-exempt', [CHANNEL])).toEqual([CHANNEL]);
    expect(toStored('animals', false)).toBe(false);
  });
});

describe('channels', () => {
  const settings = readSettings({ mode: 'all', place: 'thread' });
  const stored = {
    [channelKey(PARENT)]: { mode: 'off', place: 'channel' },
    [channelKey(CHANNEL)]: { mode: 'mentioned', place: 'thread' },
  };
  const of = (where: { channelId: string; parentId: string | null }, known = stored) =>
    channelMode(settings, known, where);

  it('go by what they have of their own, else by the default', () => {
    expect(of({ channelId: CHANNEL, parentId: null })).toEqual({
      mode: 'mentioned',
      place: 'thread',
    });
    expect(of({ channelId: '100000000000000009', parentId: null })).toEqual({
      mode: 'all',
      place: 'thread',
    });
  });

  it('that are threads go by their own, then their parent, then the default, and open no thread', () => {
    const thread = '100000000000000003';
    expect(of({ channelId: thread, parentId: PARENT })).toEqual({ mode: 'off', place: 'channel' });
    expect(of({ channelId: CHANNEL, parentId: PARENT })).toEqual({
      mode: 'mentioned',
      place: 'channel',
    });
    expect(of({ channelId: thread, parentId: '100000000000000009' })).toEqual({
      mode: 'all',
      place: 'channel',
    });
  });

  it('whose stored value no longer fits have none of their own', () => {
    for (const value of [null, 'off', { mode: 'off' }, { mode: 'off', place: 'moon' }])
      expect(
        channelMode(
          settings,
          { [channelKey(PARENT)]: value },
          { channelId: PARENT, parentId: null },
        ),
      ).toEqual({ mode: 'all', place: 'thread' });
  });

  it('are listed by id, without what is none', () => {
    const odd = { 'channel:general': { mode: 'off', place: 'channel' }, mode: 'all', ...stored };
    expect(readChannels({ ...odd, [channelKey('100000000000000007')]: null })).toEqual([
      { channelId: CHANNEL, mode: 'mentioned', place: 'thread' },
      { channelId: PARENT, mode: 'off', place: 'channel' },
    ]);
  });
});
