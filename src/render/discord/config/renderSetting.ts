import {
  ButtonStyle,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
} from 'discord-api-types/v10';
import { countOf } from '../../../core/answer/words.ts';
import { MOST_ROLES } from '../../../core/settings/schemas.ts';
import { type SettingKey, settingOf } from '../../../core/settings/settings.ts';
import { option, rowOf } from '../components.ts';
import { LIMITS } from '../limits.ts';
import type { MessagePayload, Row } from '../messagePayload.ts';
import { escapeText } from '../safeText.ts';
import { encodeConfig } from './configId.ts';
import { backHome, configButton, menuOf, type PanelState, pageOf } from './panelParts.ts';
import { showValue } from './settingWords.ts';

/** A text is shown in full on its own page. */
const TEXT_ROOM = 1200;
const PAGE = LIMITS.options;

/** How many pages the menu of the conditions has. */
export const conditionPages = ({ conditions }: Pick<PanelState, 'conditions'>): number =>
  Math.max(1, Math.ceil(conditions.length / PAGE));

/** The conditions on a page of the menu; a page beyond the last is the last. */
export const conditionsOnPage = (state: Pick<PanelState, 'conditions'>, page: number) => {
  const shown = Math.min(page, conditionPages(state) - 1);
  return state.conditions.slice(shown * PAGE, (shown + 1) * PAGE);
};

const conditionMenu = (state: PanelState, page: number): Row[] => {
  const onPage = conditionsOnPage(state, page);
  if (onPage.length === 0) return [];
  const { conditions: off } = state.settings;
  return menuOf({
    type: ComponentType.StringSelect,
    custom_id: encodeConfig({ do: 'conditions', seen: state.seenOf('conditions'), page }),
    placeholder: 'None of these is on',
    min_values: 0,
    max_values: onPage.length,
    options: onPage.map(({ id, label }) => option(label, id, '', !off.includes(id))),
  });
};

/** The control that fits the kind of a setting. */
const controls = (key: SettingKey, state: PanelState, page: number): Row[] => {
  const { kind, label, choices = [] } = settingOf(key);
  const seen = state.seenOf(key);
  const value: unknown = state.settings[key];
  const choose = encodeConfig({ do: 'choose', key, seen });
  switch (kind) {
    case 'switch':
      return rowOf(
        (['on', 'off'] as const).map((to) => {
          const isNow = value === (to === 'on');
          return configButton(
            to === 'on' ? 'On' : 'Off',
            { do: 'switch', key, seen, to },
            { style: isNow ? ButtonStyle.Primary : ButtonStyle.Secondary, disabled: isNow },
          );
        }),
      );
    case 'choice':
      return menuOf({
        type: ComponentType.StringSelect,
        custom_id: choose,
        placeholder: label,
        options: choices.map((choice) =>
          option(choice.label, choice.value, '', choice.value === value),
        ),
      });
    case 'number':
    case 'text':
      return rowOf([configButton('Change', { do: 'write', key }, { style: ButtonStyle.Primary })]);
    case 'channel':
      return menuOf({
        type: ComponentType.ChannelSelect,
        custom_id: choose,
        placeholder: 'None. Choose a channel',
        channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
        min_values: 0,
        max_values: 1,
        ...(typeof value === 'string'
          ? { default_values: [{ id: value, type: SelectMenuDefaultValueType.Channel }] }
          : {}),
      });
    case 'roles':
      return menuOf({
        type: ComponentType.RoleSelect,
        custom_id: choose,
        placeholder: 'None. Choose roles',
        min_values: 0,
        max_values: MOST_ROLES,
        default_values: (value as readonly string[]).map((id) => ({
          id,
          type: SelectMenuDefaultValueType.Role,
        })),
      });
    case 'conditions':
      return conditionMenu(state, page);
  }
};

const conditionLines = (state: PanelState, page: number): string[] => {
  const off = state.settings.conditions.length;
  return [
    'Those chosen in the menu are on. A question on one that is off is answered with a plain line, and its command is gone.',
    `**Switched off:** ${off === 0 ? 'none' : showValue('conditions', state.settings.conditions, state.conditions, TEXT_ROOM)}`,
    `-# Page ${page + 1} of ${conditionPages(state)}, ${countOf(state.conditions.length, 'condition')} in all.`,
  ];
};

const valueLines = (key: SettingKey, { settings, conditions }: PanelState): string[] => {
  const { description, fallback } = settingOf(key);
  const shown = showValue(key, settings[key], conditions, TEXT_ROOM);
  return [
    escapeText(description),
    `**Now:** ${shown}`,
    `**Default:** ${showValue(key, fallback as never, conditions)}`,
  ];
};

const turning = (state: PanelState, page: number) =>
  conditionPages(state) < 2
    ? []
    : [
        configButton(
          'Previous',
          { do: 'turn', page: Math.max(0, page - 1) },
          { disabled: page === 0 },
        ),
        configButton(
          'Next',
          { do: 'turn', page: page + 1 },
          { disabled: page === conditionPages(state) - 1 },
        ),
      ];

/** The page of one setting: what it does, how it stands, and the control to change it. */
export const renderSetting = (key: SettingKey, state: PanelState, page = 0): MessagePayload => {
  const isSet = state.stored[key] !== undefined && state.stored[key] !== null;
  const isPaged = settingOf(key).kind === 'conditions';
  const shown = Math.min(page, conditionPages(state) - 1);
  return pageOf(
    state,
    {
      title: settingOf(key).label,
      lines: isPaged ? conditionLines(state, shown) : valueLines(key, state),
    },
    [
      ...controls(key, state, shown),
      ...rowOf([
        backHome,
        configButton(
          'Reset to default',
          { do: 'reset', key, seen: state.seenOf(key) },
          { disabled: !isSet },
        ),
        ...(isPaged ? turning(state, shown) : []),
      ]),
    ],
  );
};
