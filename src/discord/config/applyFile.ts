import { editsBetween, importSettings } from '../../core/settings/exchangeSettings.ts';
import type { SettingEdit } from '../../ports/settingsStore.ts';
import { renderPreview } from '../../render/discord/config/renderChanges.ts';
import { renderHome } from '../../render/discord/config/renderHome.ts';
import { UserError } from '../userError.ts';
import type { Admitted } from './admit.ts';
import { showPanel, type Use } from './changeFromPanel.ts';
import { changeSettings, wordChanges, wordConflict } from './changeSettings.ts';
import { fingerprint } from './fingerprint.ts';
import { fittingHere, wordLeftOut } from './fittingHere.ts';
import { knownConditions } from './panelState.ts';
import { readAttachment } from './readAttachment.ts';
import { turnPanel } from './turnPanel.ts';

/** What a file would change in a server as it stands, and what of it does not fit. */
export type FileEdits = { edits: SettingEdit[]; leftOut: string | null; seen: string };

/** @throws UserError with everything that is wrong in the file. */
export const editsOfFile = (text: string, { guild, stored }: Admitted): FileEdits => {
  const imported = importSettings(text);
  if (!imported.ok)
    throw new UserError(
      'bad-file',
      imported.faults.map((fault) => `- ${fault}`),
    );
  const fitting = fittingHere(imported.stored, guild);
  const edits = editsBetween(stored, fitting.stored);
  return { edits, leftOut: wordLeftOut(fitting), seen: fingerprint(edits) };
};

/**
 * Applies the file that the preview carries. Where the settings changed meanwhile it shows what
 * the file would change now, and changes nothing.
 */
export const applyFile = async (use: Use, seen: string): Promise<void> => {
  const { interaction, admitted, deps } = use;
  const known = knownConditions(deps);
  const file = interaction.message?.attachments.first();
  if (!file) throw new UserError('stale-component');
  const { api } = interaction.client.rest.options;
  const found = editsOfFile(await readAttachment(file, api), admitted);
  if (found.edits.length === 0)
    return showPanel(use, renderHome, 'The settings are as in this file already.');
  if (found.seen !== seen) {
    const notice =
      'The settings were changed in the meantime. Look again: this is what the file would change now.';
    const preview = renderPreview(found.edits, known, { seen: found.seen, notice });
    return turnPanel(interaction, preview, { keepsFile: true });
  }
  const outcome = await changeSettings(admitted, found.edits, deps);
  const stored = await deps.settings.read(admitted.guild.id);
  const notice = outcome.ok
    ? wordChanges(outcome.changes, known)
    : wordConflict(outcome.conflict, known);
  return showPanel({ ...use, admitted: { ...admitted, stored } }, renderHome, notice);
};

/** Leaves the settings as they are. */
export const leaveFile = (use: Use): Promise<void> =>
  showPanel(use, renderHome, 'Nothing was changed.');
