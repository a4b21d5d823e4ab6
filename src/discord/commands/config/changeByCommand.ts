import type { ChatInputCommandInteraction } from 'discord.js';
import type { Json } from '../../../core/settings/stored.ts';
import { renderTold } from '../../../render/discord/config/renderChanges.ts';
import { nameOfKey, showStored } from '../../../render/discord/config/settingWords.ts';
import type { BotDeps } from '../../botDeps.ts';
import type { Admitted } from '../../config/admit.ts';
import { changeSettings, wordChanges, wordConflict } from '../../config/changeSettings.ts';
import { channelProblems } from '../../config/channelProblems.ts';
import { fingerprint } from '../../config/fingerprint.ts';
import { knownConditions } from '../../config/panelState.ts';
import { answerInteraction } from '../../reply.ts';

/** Changes one setting as it stands now, and tells what came of it. */
export const changeByCommand = async (
  interaction: ChatInputCommandInteraction,
  { key, to }: { key: string; to: Json },
  { admitted, deps }: { admitted: Admitted; deps: BotDeps },
): Promise<void> => {
  const known = knownConditions(deps);
  const from = admitted.stored[key] ?? null;
  const tell = (text: string, problems: readonly string[] = []) =>
    answerInteraction(interaction, renderTold(text, problems), { isPrivate: true });
  if (fingerprint(from) === fingerprint(to))
    return tell(
      `Nothing to change: **${nameOfKey(key)}** is ${showStored(key, to, known)} already.`,
    );
  const outcome = await changeSettings(admitted, [{ key, from, to }], deps);
  if (!outcome.ok) return tell(wordConflict(outcome.conflict, known));
  const stored = await deps.settings.read(admitted.guild.id);
  return tell(wordChanges(outcome.changes, known), channelProblems(admitted.guild, stored));
};
