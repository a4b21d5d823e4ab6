import { type APISelectMenuOption, ComponentType } from 'discord-api-types/v10';
import { countOf } from '../../../core/answer/words.ts';
import { readChannels } from '../../../core/settings/channelSettings.ts';
import { type SettingKey, settingOf } from '../../../core/settings/settings.ts';
import { option } from '../components.ts';
import { LIMITS } from '../limits.ts';
import type { MessagePayload, Row } from '../messagePayload.ts';
import { cleanWithin } from '../safeText.ts';
import { encodeConfig } from './configId.ts';
import { GROUPS } from './groups.ts';
import { menuOf, type PanelState, pageOf, problemLines } from './panelParts.ts';
import { plainValue, showChannel, showValue } from './settingWords.ts';

/** The entry of the channels among the settings of the first menu. */
export const CHANNELS_VALUE = 'channels';
const CHANNELS_SHOWN = 8;

const anywayLine = (heardAnyway: readonly string[]): string[] => {
  if (heardAnyway.length === 0) return [];
  const named = heardAnyway.slice(0, CHANNELS_SHOWN).map((id) => `<#${id}>`);
  const left = heardAnyway.length - named.length;
  const places = [...named, ...(left > 0 ? [`${left} more`] : [])].join(', ');
  return [`-# All questions in ${places}: so set by whoever runs me, until you set it otherwise.`];
};

const channelLines = ({ stored, heardAnyway }: PanelState): string[] => {
  const own = readChannels(stored);
  const shown = own
    .slice(0, CHANNELS_SHOWN)
    .map((channel) => `<#${channel.channelId}>: ${showChannel(channel)}`);
  const left = own.length - shown.length;
  return [
    ...shown,
    ...(left > 0 ? [`-# ${left} more: choose Channels below.`] : []),
    ...anywayLine(heardAnyway),
  ];
};

const lineOf = (key: SettingKey, { settings, conditions }: PanelState): string =>
  `**${settingOf(key).label}:** ${showValue(key, settings[key], conditions)}`;

const optionOf = (key: SettingKey, { settings, conditions }: PanelState): APISelectMenuOption =>
  option(
    settingOf(key).label,
    key,
    cleanWithin(plainValue(key, settings[key], conditions), LIMITS.optionText),
  );

const channelsOption = ({ stored }: PanelState): APISelectMenuOption => {
  const { length } = readChannels(stored);
  return option(
    'Channels',
    CHANNELS_VALUE,
    length === 0
      ? 'None has a setting of its own'
      : `${countOf(length, 'channel')} of its own kind`,
  );
};

const menus = (state: PanelState): Row[] =>
  GROUPS.flatMap(({ id, label, keys }) =>
    menuOf({
      type: ComponentType.StringSelect,
      custom_id: encodeConfig({ do: 'open', group: id }),
      placeholder: label,
      options: [
        ...keys.map((key) => optionOf(key, state)),
        ...(id === 'where' ? [channelsOption(state)] : []),
      ],
    }),
  );

/** All settings at a glance, and a menu of each group to change them; or to read alone. */
export const renderHome = (state: PanelState, { interactive = true } = {}): MessagePayload => {
  const attention = problemLines(state.problems);
  return pageOf(
    state,
    {
      title: 'Settings of this server',
      lines: [
        interactive
          ? 'Choose in a menu what you want to change. It holds at once.'
          : '`/config panel` and `/config set` change them.',
      ],
      fields: [
        ...(attention.length === 0
          ? []
          : [{ name: 'Needs your attention', value: within(attention) }]),
        ...GROUPS.map(({ id, label, keys }) => ({
          name: label,
          value: within([
            ...keys.map((key) => lineOf(key, state)),
            ...(id === 'where' ? channelLines(state) : []),
          ]),
        })),
      ],
    },
    interactive ? menus(state) : [],
  );
};

/** As many lines as a field takes. */
const within = (lines: readonly string[]): string => {
  let kept = lines.length;
  while (lines.slice(0, kept).join('\n').length > LIMITS.fieldValue) kept -= 1;
  return lines.slice(0, kept).join('\n');
};
