import type { Answer } from '../../core/domain/answer.ts';
import { readSettings } from '../../core/settings/settings.ts';
import { askedTopic } from '../../core/usage/askedTopic.ts';
import { withoutIdentifiers } from '../../core/usage/withoutIdentifiers.ts';
import { faultOf } from '../../ports/faultOf.ts';
import { isEmergency } from '../../render/discord/safetyText.ts';
import type { BotDeps } from '../botDeps.ts';

type Where = {
  /** The server, where the bot is in it; else nothing is counted. */
  guildId: string | null;
  /** Shown to the asker alone: its text is in no log. */
  isPrivate: boolean;
};

const keep = async (
  answer: Answer,
  { guildId, isPrivate }: { guildId: string; isPrivate: boolean },
  { usage, settings }: BotDeps,
): Promise<void> => {
  const counted = usage.count({ guildId, kind: answer.kind, ...askedTopic(answer) });
  const isLogged = !isPrivate && readSettings(await settings.read(guildId))['question-log'];
  const text = isLogged ? withoutIdentifiers(answer.question.text) : '';
  await Promise.all([counted, ...(text === '' ? [] : [usage.log(guildId, text)])]);
};

/**
 * Counts an answered question of a server by what it was about. It never keeps an answer waiting,
 * and a store that fails loses a count, no answer. Emergencies are nobody's statistic.
 */
export const countQuestion = (
  answer: Answer,
  { guildId, isPrivate }: Where,
  deps: BotDeps,
): void => {
  if (guildId === null || answer.kind === 'help' || isEmergency(answer)) return;
  deps.inHand
    .run(() => keep(answer, { guildId, isPrivate }, deps))
    .catch((error) => deps.logger.warn({ fault: faultOf(error) }, 'a question was not counted'));
};
