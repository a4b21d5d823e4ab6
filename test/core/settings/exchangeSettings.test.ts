import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelKey } from '../../../src/core/settings/channelSettings.ts';
import {
  editsBetween,
  exportSettings,
  importSettings,
} from '../../../src/core/settings/exchangeSettings.ts';
import { SETTING_KEYS, toStored } from '../../../src/core/settings/settings.ts';
import type { Json, StoredSettings } from '../../../src/core/settings/stored.ts';
import { valuesOf } from './settingValues.ts';

const CHANNEL = '100000000000000001';

const fileOf = (settings: unknown): string =>
  JSON.stringify({ format: 'caveat-settings', version: 1, settings });

const faultsOf = (text: string): string[] => {
  const imported = importSettings(text);
  return imported.ok ? [] : imported.faults;
};

const anyStored: fc.Arbitrary<StoredSettings> = fc
  .tuple(
    fc.tuple(...SETTING_KEYS.map((key) => fc.option(valuesOf(key)))),
    fc.constantFrom(null, { mode: 'off', place: 'thread' }),
  )
  .map(([values, channel]) => {
    const set = SETTING_KEYS.map((key, i) => {
      const value = values[i] ?? null;
      return [key, value === null ? null : toStored(key, value as never)] as const;
    });
    const all: (readonly [string, Json])[] = [...set, [channelKey(CHANNEL), channel]];
    return Object.fromEntries(all.filter(([, value]) => value !== null));
  });

describe('a file of settings', () => {
  it('brings back what was exported', () => {
    fc.assert(
      fc.property(anyStored, (stored) => {
        const imported = importSettings(exportSettings(stored));
        expect(imported).toEqual({ ok: true, stored });
        if (imported.ok) expect(editsBetween(stored, imported.stored)).toEqual([]);
      }),
    );
  });

  it('holds nothing that no longer fits, nor what is at its default', () => {
    const text = exportSettings({ mode: 'loud', place: 'channel', colour: 'red', animals: false });
    expect(JSON.parse(text).settings).toEqual({ animals: false });
  });

  it('may come with a byte order mark, and name defaults', () => {
    expect(importSettings(`\uFEFF${fileOf({ mode: 'mentioned', animals: false })}`)).toEqual({
      ok: true,
      stored: { animals: false },
    });
  });

  it('is refused with everything that is wrong in it', () => {
    const faults = faultsOf(
      fileOf({
        mode: 'loud',
        colour: 'red',
        'cooldown-member': 9999,
        note: '@everyone discord.gg/x',
        'channel:12': {},
        [channelKey(CHANNEL)]: { mode: 'off' },
        animals: true,
      }),
    );
    expect(faults).toEqual([
      expect.stringMatching(/^"mode" must be one of/),
      expect.stringMatching(/^"colour" is no setting/),
      expect.stringMatching(/^"cooldown-member" must be a whole number/),
      expect.stringMatching(/^"note" holds a mention/),
      expect.stringMatching(/^"note" holds an invite/),
      expect.stringMatching(/^"channel:12" is no setting/),
      expect.stringMatching(new RegExp(`^"channel:${CHANNEL}" must `)),
    ]);
  });

  it.each([
    ['', /not JSON/],
    ['{', /not JSON/],
    ['null', /no file of settings/],
    ['[]', /no file of settings/],
    ['{"format":"caveat-settings","version":1,"settings":[]}', /no file of settings/],
    ['{"format":"caveat-settings","version":2,"settings":{}}', /version "2"/],
    [fileOf({ note: 'x'.repeat(200_000) }), /too long/],
  ])('is refused where it is none: %.40j', (text, words) => {
    expect(faultsOf(text)).toEqual([expect.stringMatching(words)]);
  });

  it('does not reach a prototype, nor flood who reads the faults', () => {
    expect(
      faultsOf('{"format":"caveat-settings","version":1,"settings":{"__proto__":{"a":1}}}'),
    ).toEqual(['"__proto__" is no setting.']);
    const many = Object.fromEntries(Array.from({ length: 90 }, (_, i) => [`${i}x`.repeat(99), 1]));
    const faults = faultsOf(fileOf(many));
    expect(faults).toHaveLength(21);
    expect(faults.at(-1)).toBe('And 70 more faults.');
    expect(Math.max(...faults.map(({ length }) => length))).toBeLessThan(80);
  });
});

describe('the way from one state to another', () => {
  it('changes what differs, and sets back what is not wanted', () => {
    expect(
      editsBetween(
        { mode: 'all', animals: false, note: 'a' },
        { animals: false, mode: 'off', length: 'short' },
      ),
    ).toEqual([
      { key: 'length', from: null, to: 'short' },
      { key: 'mode', from: 'all', to: 'off' },
      { key: 'note', from: 'a', to: null },
    ]);
  });
});
