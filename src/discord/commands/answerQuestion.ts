import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from 'discord.js';
import { renderAnswer } from '../../render/discord/renderAnswer.ts';
import type { BotDeps } from '../botDeps.ts';
import { admitQuestion } from '../limits/admit.ts';
import { answerInteraction } from '../reply.ts';
import { countQuestion } from '../usage/countQuestion.ts';
import { QUESTION_LENGTH } from './options.ts';

/** Answers that help nobody but the asker to ask better. */
const FOR_THE_ASKER: readonly string[] = ['help', 'clarify', 'out-of-scope'];

/** Answers a command with the answer to a question. */
export const answerQuestion = async (
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  text: string,
  { isPrivate, deps }: { isPrivate: boolean; deps: BotDeps },
): Promise<void> => {
  const answer = deps.caveat.askShort(text, QUESTION_LENGTH);
  await admitQuestion(interaction, answer, deps);
  await answerInteraction(
    interaction,
    renderAnswer(answer, { askerId: interaction.user.id, interactive: true }),
    { isPrivate: isPrivate || FOR_THE_ASKER.includes(answer.kind) },
  );
  const guildId = interaction.inCachedGuild() ? interaction.guildId : null;
  countQuestion(answer, { guildId, isPrivate }, deps);
};
