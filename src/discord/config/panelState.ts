import type { NamedCondition } from '../../core/settings/parseSetting.ts';
import { readSettings } from '../../core/settings/settings.ts';
import type { PanelState } from '../../render/discord/config/panelParts.ts';
import type { BotDeps } from '../botDeps.ts';
import type { Admitted } from './admit.ts';
import { channelProblems } from './channelProblems.ts';
import { fingerprint } from './fingerprint.ts';

/** The conditions that can be switched, by name. */
export const knownConditions = ({ caveat }: BotDeps): NamedCondition[] =>
  caveat.conditions
    .map(({ id, label }) => ({ id, label }))
    .sort((a, b) => a.label.localeCompare(b.label));

/** What the panel shows of the settings as they stand. */
export const panelStateOf = (
  { guild, stored }: Pick<Admitted, 'guild' | 'stored'>,
  deps: BotDeps,
  notice: string | null = null,
): PanelState => ({
  settings: readSettings(stored),
  stored,
  seenOf: (key) => fingerprint(stored[key]),
  conditions: knownConditions(deps),
  problems: channelProblems(guild, stored),
  notice,
});
