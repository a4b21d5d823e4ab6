import type { Json } from '../../core/settings/stored.ts';
import type { PanelState } from '../../render/discord/config/panelParts.ts';
import type { MessagePayload } from '../../render/discord/messagePayload.ts';
import type { BotDeps } from '../botDeps.ts';
import type { Admitted } from './admit.ts';
import { changeSettings, latestChange, wordChanges, wordConflict } from './changeSettings.ts';
import { fingerprint } from './fingerprint.ts';
import { knownConditions, panelStateOf } from './panelState.ts';
import { type Configured, turnPanel } from './turnPanel.ts';

/** What a member does with one control of the panel. */
export type Use = { interaction: Configured; admitted: Admitted; deps: BotDeps };

/** A page of the panel. */
export type Page = (state: PanelState) => MessagePayload;

export const showPanel = (
  { interaction, admitted, deps }: Use,
  page: Page,
  notice: string | null = null,
): Promise<void> => turnPanel(interaction, page(panelStateOf(admitted, deps, notice)));

/**
 * Changes one value, unless somebody changed it since the panel showed it: then its member is told
 * who and what, and sees the panel anew.
 */
export const changeFromPanel = async (
  use: Use,
  { key, seen, to }: { key: string; seen: string; to: Json },
  page: Page,
): Promise<void> => {
  const { admitted, deps } = use;
  const known = knownConditions(deps);
  const from = admitted.stored[key] ?? null;
  if (fingerprint(from) !== seen) {
    const by = await latestChange(admitted, key, deps);
    return showPanel(use, page, wordConflict({ key, current: from, by }, known));
  }
  if (fingerprint(from) === fingerprint(to)) return showPanel(use, page);
  const outcome = await changeSettings(admitted, [{ key, from, to }], deps);
  const notice = outcome.ok
    ? wordChanges(outcome.changes, known)
    : wordConflict(outcome.conflict, known);
  const stored = await deps.settings.read(admitted.guild.id);
  return showPanel({ ...use, admitted: { ...admitted, stored } }, page, notice);
};
