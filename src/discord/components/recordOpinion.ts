import type { BotDeps } from '../botDeps.ts';
import { tellPrivately } from '../reply.ts';
import type { Pressed } from './pressed.ts';

/** Keeps whether a person found an answer helpful: their latest word counts, once. */
export const recordOpinion = async (
  interaction: Pressed,
  isHelpful: boolean,
  { feedback }: BotDeps,
): Promise<void> => {
  const before = await feedback.record({
    answerId: interaction.message.id,
    userId: interaction.user.id,
    isHelpful,
    guildId: interaction.guildId,
  });
  const word = isHelpful ? 'helpful' : 'not helpful';
  await tellPrivately(
    interaction,
    before === 'same'
      ? `You had called this answer ${word} already. It counts once.`
      : `Thank you. ${before === 'changed' ? 'Your opinion is now' : 'Noted as'} ${word}.`,
  );
};
