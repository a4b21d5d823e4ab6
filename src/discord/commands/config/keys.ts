import { type Choice, MOST_CHOICES, shorten } from '../../../core/question/completion.ts';
import { foldText } from '../../../core/question/foldText.ts';
import {
  isSettingKey,
  SETTING_KEYS,
  type SettingKey,
  settingOf,
} from '../../../core/settings/settings.ts';
import { UserError } from '../../userError.ts';

/** Longer than any key. */
export const KEY_LENGTH = 40;

/** Choices that hold what was typed, in their order. */
export const matching = (choices: readonly Choice[], typed: string): Choice[] => {
  const wanted = foldText(typed);
  return choices
    .filter(({ name, value }) => `${foldText(name)} ${foldText(value)}`.includes(wanted))
    .slice(0, MOST_CHOICES)
    .map(({ name, value }) => ({ name: shorten(name), value }));
};

/** The setting of a key, or of the label that people see. @throws UserError where there is none. */
export const keyOf = (typed: string): SettingKey => {
  const key = typed.trim().toLowerCase();
  if (isSettingKey(key)) return key;
  const found = SETTING_KEYS.find((it) => foldText(settingOf(it).label) === foldText(typed));
  if (found) return found;
  throw new UserError(
    'no-such-setting',
    SETTING_KEYS.map((it) => `- ${it}`),
  );
};

export const completeKeys = (typed: string): Choice[] =>
  matching(
    SETTING_KEYS.map((key) => ({ name: `${key}: ${settingOf(key).label}`, value: key })),
    typed,
  );
