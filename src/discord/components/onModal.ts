import type { ModalSubmitInteraction } from 'discord.js';
import { decodeAction } from '../../render/discord/customId.ts';
import type { BotDeps } from '../botDeps.ts';
import { UserError } from '../userError.ts';
import { explainOpinion } from './recordOpinion.ts';

/**
 * Takes what was written in a form.
 * @throws UserError where its id is stale or forged.
 */
export const onModal = async (
  interaction: ModalSubmitInteraction,
  deps: BotDeps,
): Promise<void> => {
  const action = decodeAction(interaction.customId);
  if (action?.do !== 'explain') throw new UserError('stale-component');
  await explainOpinion(interaction, action.answerId, deps);
};
