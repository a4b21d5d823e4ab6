import type { Interaction, Message } from 'discord.js';
import type { AnswerPlace } from '../../app/papers/createReadings.ts';
import type { Answer } from '../../core/domain/answer.ts';
import type { BotDeps } from '../botDeps.ts';
import type { Here } from '../here.ts';
import { topicOff } from '../topicOff.ts';

type Asked = Pick<Message | Interaction, 'guild'>;

/** Only a server that the bot is in has papers of its own. */
const placeOf = ({ guild }: Asked, { view }: Here): AnswerPlace => ({
  guildId: guild?.id ?? null,
  view,
});

/** The answer with the papers that were brought in on it, where they may be shown. */
export const withPapers = async (
  answer: Answer,
  asked: Asked,
  { here, deps }: { here: Here; deps: Pick<BotDeps, 'readings'> },
): Promise<Answer> =>
  topicOff(answer, here) === null ? deps.readings.addPapers(answer, placeOf(asked, here)) : answer;

/** The answer with what is beyond the library, where the server has it so; null where that is nothing. */
export const withBeyond = async (
  answer: Answer,
  asked: Asked,
  { here, deps }: { here: Here; deps: Pick<BotDeps, 'readings'> },
): Promise<Answer | null> =>
  here.settings['look-beyond'] && topicOff(answer, here) === null
    ? deps.readings.addBeyond(answer, placeOf(asked, here))
    : null;
