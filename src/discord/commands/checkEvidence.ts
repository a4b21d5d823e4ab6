import { ApplicationCommandType } from 'discord-api-types/v10';
import type { MessageCommand } from '../command.ts';
import { plainContent } from '../events/plainContent.ts';
import { UserError } from '../userError.ts';
import { answerQuestion } from './answerQuestion.ts';
import { EVERYWHERE } from './everywhere.ts';

/** Apps > Check the evidence, on anybody's message. For the one who checks alone. */
export const checkEvidence: MessageCommand = {
  kind: 'message',
  payload: { type: ApplicationCommandType.Message, name: 'Check the evidence', ...EVERYWHERE },
  run: async (interaction, deps) => {
    const text = plainContent(interaction.targetMessage.content);
    if (text === '') throw new UserError('nothing-to-check');
    await answerQuestion(interaction, text, { isPrivate: true, deps });
  },
};
