import type { ModalSubmitInteraction } from 'discord.js';
import { withoutNames } from '../../core/usage/withoutIdentifiers.ts';
import { renderNotice } from '../../render/discord/renderNotice.ts';
import {
  REASON_FIELD,
  REASON_LENGTH,
  renderReasonForm,
  renderThanks,
} from '../../render/discord/renderOpinion.ts';
import { cleanWithin } from '../../render/discord/safeText.ts';
import type { BotDeps } from '../botDeps.ts';
import { answerInteraction, toOptions } from '../reply.ts';
import { UserError } from '../userError.ts';
import type { Pressed } from './pressed.ts';

/** Keeps whether a person found an answer helpful: their latest word counts, once. */
export const recordOpinion = async (
  interaction: Pressed,
  isHelpful: boolean,
  { feedback }: BotDeps,
): Promise<void> => {
  const answerId = interaction.message.id;
  const before = await feedback.record({
    answerId,
    userId: interaction.user.id,
    isHelpful,
    guildId: interaction.inCachedGuild() ? interaction.guildId : null,
  });
  await answerInteraction(interaction, renderThanks({ answerId, isHelpful, before }), {
    isPrivate: true,
  });
};

/** Opens the form for the reason. */
export const askWhy = async (interaction: Pressed, answerId: string): Promise<void> => {
  await interaction.showModal(renderReasonForm(answerId));
};

/** Keeps why an answer did not help; it needs no more to be understood than what it is about. */
export const explainOpinion = async (
  interaction: ModalSubmitInteraction,
  answerId: string,
  { feedback }: BotDeps,
): Promise<void> => {
  const field = interaction.fields.fields.get(REASON_FIELD);
  const written = field && 'value' in field ? String(field.value) : '';
  const reason = cleanWithin(withoutNames(written), REASON_LENGTH);
  if (reason === '') throw new UserError('no-reason');
  const isKept = await feedback.explain(answerId, interaction.user.id, reason);
  if (!isKept) throw new UserError('no-opinion');
  const thanks = renderNotice('Thank you. Your reason was noted.');
  if (!interaction.isFromMessage()) {
    await answerInteraction(interaction, thanks, { isPrivate: true });
    return;
  }
  const { flags, ...options } = toOptions(thanks);
  await interaction.update(options as Parameters<typeof interaction.update>[0]);
};
