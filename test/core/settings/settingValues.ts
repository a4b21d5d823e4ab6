import fc from 'fast-check';
import { type SettingKey, type Settings, settingOf } from '../../../src/core/settings/settings.ts';

const snowflake = fc.bigInt({ min: 10n ** 15n, max: 10n ** 19n }).map(String);
const id = fc.stringMatching(/^[a-z]{2,8}(-[a-z0-9]{1,8}){0,3}$/);

/** Anything that people might write, in words, lines and signs. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.constantFrom('Call 112', 'none', 'off', '\n', ' ', '*', '\u200b', '“', '9'), {
      maxLength: 12,
    })
    .map((parts) => parts.join('')),
);

/** Values that a setting may have: what its schema lets through. */
export const valuesOf = (key: SettingKey): fc.Arbitrary<Settings[SettingKey]> => {
  const { kind, schema, choices = [], bounds = { min: 0, max: 0 } } = settingOf(key);
  const raw: Record<typeof kind, () => fc.Arbitrary<unknown>> = {
    switch: () => fc.boolean(),
    choice: () => fc.constantFrom(...choices.map(({ value }) => value)),
    number: () => fc.integer(bounds),
    text: () => fc.option(anyText),
    channel: () => fc.option(snowflake),
    roles: () => fc.array(snowflake, { maxLength: 25 }),
    conditions: () => fc.array(id, { maxLength: 60 }),
  };
  return raw[kind]()
    .map((value) => schema.safeParse(value))
    .filter(({ success }) => success)
    .map(({ data }) => data as Settings[SettingKey]);
};
