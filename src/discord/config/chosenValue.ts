import { ChannelSetting } from '../../core/settings/channelSettings.ts';
import { faultsOf, type NamedCondition, parseSetting } from '../../core/settings/parseSetting.ts';
import type { SettingKind } from '../../core/settings/setting.ts';
import {
  type SettingKey,
  type Settings,
  settingOf,
  toStored,
} from '../../core/settings/settings.ts';
import type { Json } from '../../core/settings/stored.ts';
import type { ConfigAction } from '../../render/discord/config/configId.ts';
import { FORM_FIELD } from '../../render/discord/config/renderForm.ts';
import { conditionsOnPage } from '../../render/discord/config/renderSetting.ts';
import { UserError } from '../userError.ts';
import { type Configured, valuesOf } from './turnPanel.ts';

/**
 * A value as it is stored: null where it is the default. Whom to answer is kept even then, since
 * it comes before what whoever runs the bot has set.
 */
const storedForm = <K extends SettingKey>(key: K, value: Settings[K]): Json =>
  key === 'mode' ? (value as Json) : toStored(key, value);

/** @throws UserError in the words of the schema. */
export const checkedValue = (key: SettingKey, value: unknown): Json => {
  const { schema, label } = settingOf(key);
  const parsed = schema.safeParse(value);
  if (parsed.success) return storedForm(key, parsed.data as never);
  throw new UserError('not-saved', [`${label} ${faultsOf(parsed.error).join('; ')}.`]);
};

/** A value as a person typed it. @throws UserError with what is wrong with it. */
export const typedValue = (
  key: SettingKey,
  text: string,
  known: readonly NamedCondition[],
): Json => {
  const parsed = parseSetting(key, text, known);
  if (!parsed.ok) throw new UserError('not-saved', [parsed.words]);
  // "default" is nothing of one's own, whatever the default.
  return /^\s*default\s*$/i.test(text) ? null : storedForm(key, parsed.value);
};

/** What a channel is to have of its own. @throws UserError where it cannot. */
export const channelValue = (value: { mode: string; place: string }): Json => {
  const parsed = ChannelSetting.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new UserError('not-saved', faultsOf(parsed.error));
};

/** The conditions switched off, once those of one page are on or off as chosen. */
const offAfter = (
  off: readonly string[],
  { onPage, on }: { onPage: readonly string[]; on: readonly string[] },
): string[] => [
  ...off.filter((id) => !onPage.includes(id)),
  ...onPage.filter((id) => !on.includes(id)),
];

type Choosing = Extract<ConfigAction, { do: 'switch' | 'choose' | 'conditions' | 'written' }>;

const KINDS: Readonly<Record<Choosing['do'], readonly SettingKind[]>> = {
  switch: ['switch'],
  choose: ['choice', 'channel', 'roles'],
  conditions: ['conditions'],
  written: ['number', 'text'],
};

const typedIn = (interaction: Configured): string => {
  const field = interaction.isModalSubmit() ? interaction.fields.fields.get(FORM_FIELD) : null;
  return field && 'value' in field && typeof field.value === 'string' ? field.value : '';
};

/**
 * The value that a control of the panel stands for.
 * @throws UserError where it is none, or the control is not one of this setting.
 */
export const chosenValue = (
  interaction: Configured,
  action: Choosing,
  { settings, conditions }: { settings: Settings; conditions: readonly NamedCondition[] },
): Json => {
  const key = action.do === 'conditions' ? 'conditions' : action.key;
  const { kind } = settingOf(key);
  if (!KINDS[action.do].includes(kind)) throw new UserError('stale-component');
  const values = valuesOf(interaction);
  switch (action.do) {
    case 'switch':
      return checkedValue(key, action.to === 'on');
    case 'choose':
      return checkedValue(key, kind === 'roles' ? values : (values[0] ?? null));
    case 'conditions': {
      const onPage = conditionsOnPage({ conditions }, action.page).map(({ id }) => id);
      return checkedValue(key, offAfter(settings.conditions, { onPage, on: values }));
    }
    case 'written':
      return typedValue(key, typedIn(interaction), conditions);
  }
};
