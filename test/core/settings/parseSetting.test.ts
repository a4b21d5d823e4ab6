import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSetting } from '../../../src/core/settings/parseSetting.ts';
import { SETTING_KEYS, type SettingKey, settingOf } from '../../../src/core/settings/settings.ts';
import { wordValue } from '../../../src/core/settings/wordValue.ts';
import { valuesOf } from './settingValues.ts';

const A = '100000000000000001';
const B = '100000000000000002';
const KNOWN = [
  { id: 'muscle-cramps', label: 'muscle cramps' },
  { id: 'restless-legs', label: 'restless legs syndrome' },
  { id: 'als', label: 'ALS (motor neurone disease)' },
];

describe('what people type', () => {
  it.each<[SettingKey, string, unknown]>([
    ['animals', 'on', true],
    ['animals', ' No ', false],
    ['private', 'TRUE', true],
    ['mode', 'all questions', 'all'],
    ['mode', 'OFF', 'off'],
    ['mode', 'when mentioned', 'mentioned'],
    ['place', 'in a thread', 'thread'],
    ['least-certainty', 'Very low', 'very-low'],
    ['least-certainty', 'very-low', 'very-low'],
    ['wording', 'clinical', 'clinical'],
    ['cooldown-member', '30', 30],
    ['cooldown-member', '30s', 30],
    ['cooldown-member', '2 minutes', 120],
    ['cooldown-member', '1 min 30 sec', 90],
    ['cooldown-channel', '1h', 3600],
    ['cooldown-channel', 'off', 0],
    ['cooldown-member', 'default', 0],
    ['cooldown-exempt', `<@&${B}> <@&${A}>`, [A, B]],
    ['cooldown-exempt', `<@&${A}><@&${B}>,${A}`, [A, B]],
    ['config-roles', 'none', []],
    ['report-channel', `<#${A}>`, A],
    ['report-channel', A, A],
    ['report-channel', 'none', null],
    ['conditions', 'muscle-cramps restless-legs', ['muscle-cramps', 'restless-legs']],
    ['note', '  Ask in #doctors too. ', 'Ask in #doctors too.'],
    ['note', 'none', null],
    ['note', '', null],
    ['emergency', 'Default', null],
  ])('%s %j is %j', (key, text, value) => {
    expect(parseSetting(key, text)).toEqual({ ok: true, value });
  });

  it('names conditions by id or label, where they are known', () => {
    const typed = 'Restless Legs syndrome, als, ALS (motor neurone disease)';
    expect(parseSetting('conditions', typed, KNOWN)).toEqual({
      ok: true,
      value: ['als', 'restless-legs'],
    });
    expect(parseSetting('conditions', 'als, lumbago', KNOWN)).toEqual({
      ok: false,
      words: expect.stringContaining('“lumbago”'),
    });
  });

  it.each<[SettingKey, string, RegExp]>([
    ['animals', 'maybe', /must be on or off/],
    ['mode', 'loud', /All questions, When mentioned, Off/],
    ['cooldown-member', '2 hours', /seconds, 0 to 3600/],
    ['cooldown-member', '-3', /seconds, 0 to 3600/],
    ['cooldown-member', '3 parsecs', /seconds, 0 to 3600/],
    ['cooldown-member', '99999999999999999999', /seconds, 0 to 3600/],
    ['cooldown-exempt', `<@${A}>`, /is not/],
    ['cooldown-exempt', '@everyone', /“@everyone” is not/],
    ['report-channel', '#reports', /such as #reports/],
    ['report-channel', `<@&${A}>`, /must be a channel/],
    ['conditions', 'Muscle Cramps!', /id is lower case/],
    ['note', 'x'.repeat(281), /281 characters; 280/],
    ['note', 'a\nb\nc\nd\ne', /5 lines; 4/],
    ['note', `Ask <@${A}>`, /mention/],
    ['note', 'Hi @everyone', /mention/],
    ['note', 'Hi @\u200beveryone', /mention/],
    ['note', 'Join discord.gg/abc', /invite/],
    ['note', 'Join https://discord.com/invite/abc', /invite/],
    ['note', 'Join DISCORD . gg/abc', /invite/],
    ['note', 'See [our page](https://example.org)', /behind words/],
    ['emergency', 'x'.repeat(501), /501 characters; 500/],
  ])('%s %j is refused with words', (key, text, words) => {
    const parsed = parseSetting(key, text);
    expect(parsed).toEqual({ ok: false, words: expect.stringMatching(words) });
    expect(parsed).toEqual({ ok: false, words: expect.stringContaining(settingOf(key).label) });
  });

  it('tells all that is wrong with a text at once', () => {
    const parsed = parseSetting('note', `@here discord.gg/x [a](b) ${'x'.repeat(300)}`);
    for (const word of ['characters', 'mention', 'invite', 'behind words'])
      expect(parsed).toEqual({ ok: false, words: expect.stringContaining(word) });
  });

  it.each(SETTING_KEYS)(
    '%s: whatever is typed, it answers in a line of words or a value that fits',
    (key) => {
      const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string());
      fc.assert(
        fc.property(text, (typed) => {
          const parsed = parseSetting(key, typed);
          if (parsed.ok) expect(settingOf(key).schema.parse(parsed.value)).toEqual(parsed.value);
          else expect(parsed.words.length).toBeLessThan(400);
        }),
      );
    },
  );
});

describe('what people are shown', () => {
  it.each<[SettingKey, unknown, string]>([
    ['animals', false, 'off'],
    ['mode', 'mentioned', 'When mentioned'],
    ['cooldown-member', 1, '1 second'],
    ['cooldown-member', 90, '90 seconds'],
    ['cooldown-channel', 0, 'none'],
    ['report-channel', A, `<#${A}>`],
    ['cooldown-exempt', [A, B], `<@&${A}>, <@&${B}>`],
    ['note', null, 'none'],
  ])('%s %j is %j', (key, value, words) => {
    expect(wordValue(key, value as never)).toBe(words);
  });

  it.each(SETTING_KEYS)('%s reads back as what it was', (key) => {
    fc.assert(
      fc.property(valuesOf(key), (value) => {
        expect(parseSetting(key, wordValue(key, value))).toEqual({ ok: true, value });
      }),
    );
  });

  it('reads back conditions by their labels', () => {
    const ids = fc.subarray(KNOWN.map(({ id }) => id)).map((found) => found.toSorted());
    fc.assert(
      fc.property(ids, (value) => {
        const words = wordValue('conditions', value, KNOWN);
        expect(parseSetting('conditions', words, KNOWN)).toEqual({ ok: true, value });
      }),
    );
  });
});
