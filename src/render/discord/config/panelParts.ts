import {
  type APIButtonComponentWithCustomId,
  type APISelectMenuComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import type { NamedCondition } from '../../../core/settings/parseSetting.ts';
import type { Settings } from '../../../core/settings/settings.ts';
import type { StoredSettings } from '../../../core/settings/stored.ts';
import { PLAIN_COLOUR } from '../colours.ts';
import { rowOf } from '../components.ts';
import { LIMITS } from '../limits.ts';
import { type MessagePayload, messageOf, type Row } from '../messagePayload.ts';
import { cleanWithin } from '../safeText.ts';
import { type ConfigAction, encodeConfig } from './configId.ts';

/** All that the panel shows. */
export type PanelState = {
  settings: Settings;
  stored: StoredSettings;
  /** What stands for the present value of a key in a custom id. */
  seenOf: (key: string) => string;
  conditions: readonly NamedCondition[];
  /** Channels where all questions are answered by whoever runs the bot, not by the server. */
  heardAnyway: readonly string[];
  /** What is amiss in the server's channels, a line each, in Discord's markup. */
  problems: readonly string[];
  /** What was just done, or why not, in Discord's markup. */
  notice: string | null;
};

type Style = { style?: ButtonStyle; disabled?: boolean };

export const configButton = (
  label: string,
  action: ConfigAction,
  { style = ButtonStyle.Secondary, disabled = false }: Style = {},
): APIButtonComponentWithCustomId => ({
  type: ComponentType.Button,
  style: style as APIButtonComponentWithCustomId['style'],
  label: cleanWithin(label, LIMITS.buttonLabel),
  custom_id: encodeConfig(action),
  ...(disabled ? { disabled } : {}),
});

export const menuOf = (menu: APISelectMenuComponent): Row[] => rowOf([menu]);

export const backHome = configButton('Back to all settings', { do: 'home' });

const PROBLEMS_SHOWN = 8;

/** The problems as one text; the honest number of those left out. */
export const problemLines = (problems: readonly string[]): string[] => {
  const shown = problems.slice(0, PROBLEMS_SHOWN).map((line) => `- ${line}`);
  const left = problems.length - shown.length;
  return left > 0 ? [...shown, `-# ${left} more.`] : shown;
};

/** A page of the panel, with what was just done above everything else. */
export const pageOf = (
  { notice }: Pick<PanelState, 'notice'>,
  {
    title,
    lines,
    fields = [],
  }: { title: string; lines: readonly string[]; fields?: { name: string; value: string }[] },
  rows: Row[],
): MessagePayload =>
  messageOf(
    {
      title,
      description: [...(notice === null ? [] : [notice, '']), ...lines]
        .join('\n')
        .slice(0, LIMITS.description),
      ...(fields.length === 0 ? {} : { fields }),
      color: PLAIN_COLOUR,
      footer: { text: 'Only you see this. Every change is kept in /config history.' },
    },
    rows,
  );
