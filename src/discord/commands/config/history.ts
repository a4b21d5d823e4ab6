import type { SettingChange, SettingEdit } from '../../../ports/settingsStore.ts';
import { renderHistory, renderTold } from '../../../render/discord/config/renderChanges.ts';
import type { BotDeps } from '../../botDeps.ts';
import { definePart } from '../../command.ts';
import { type Admitted, admit } from '../../config/admit.ts';
import { changeSettings, wordChanges, wordConflict } from '../../config/changeSettings.ts';
import { knownConditions } from '../../config/panelState.ts';
import { answerInteraction } from '../../reply.ts';
import { UserError } from '../../userError.ts';

const MOST_SHOWN = 25;
/** More than any file of settings changes at once. */
const MOST_TOGETHER = 600;

const read = ({ guild }: Admitted, limit: number, { settings }: BotDeps) =>
  settings.history(guild.id, limit).catch((): never => {
    throw new UserError('history-unavailable');
  });

export const history = definePart({
  payload: { name: 'history', description: 'Who changed what, and when' },
  run: async ({ interaction, deps }) => {
    const changes = await read(await admit(interaction, deps), MOST_SHOWN, deps);
    const page = renderHistory(changes, knownConditions(deps));
    await answerInteraction(interaction, page, { isPrivate: true });
  },
});

/** What was changed last: all of it, where a file changed several settings at once. */
const latestOf = (changes: readonly SettingChange[]): SettingChange[] => {
  const [latest] = changes;
  return changes.filter(({ userId, at }) => userId === latest?.userId && at === latest.at);
};

/** The way back, the last change of a setting first. */
const backFrom = (changes: readonly SettingChange[]): SettingEdit[] =>
  changes.map(({ key, from, to }) => ({ key, from: to, to: from }));

export const undo = definePart({
  payload: { name: 'undo', description: 'Take back the latest change' },
  run: async ({ interaction, deps }) => {
    const admitted = await admit(interaction, deps);
    const latest = latestOf(await read(admitted, MOST_TOGETHER, deps));
    if (latest.length === 0) throw new UserError('nothing-to-undo');
    const outcome = await changeSettings(admitted, backFrom(latest), deps);
    const known = knownConditions(deps);
    const text = outcome.ok
      ? wordChanges(outcome.changes, known)
      : wordConflict(outcome.conflict, known);
    await answerInteraction(interaction, renderTold(text), { isPrivate: true });
  },
});
