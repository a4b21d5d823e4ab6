import {
  type AnySelectMenuInteraction,
  type ButtonInteraction,
  type InteractionUpdateOptions,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { MessagePayload } from '../../render/discord/messagePayload.ts';
import { answerInteraction, toOptions } from '../reply.ts';

/** A control of the panel that a member used. */
export type Configured = ButtonInteraction | AnySelectMenuInteraction | ModalSubmitInteraction;

export const valuesOf = (interaction: Configured): readonly string[] =>
  !interaction.isModalSubmit() && interaction.isAnySelectMenu() ? interaction.values : [];

/**
 * Turns the panel to another page; a message that others see is left alone.
 * @param keepsFile whether the file that the page carries stays on it
 */
export const turnPanel = async (
  interaction: Configured,
  payload: MessagePayload,
  { keepsFile = false } = {},
): Promise<void> => {
  const isPanel = interaction.message?.flags.has(MessageFlags.Ephemeral) ?? false;
  if (!isPanel || (interaction.isModalSubmit() && !interaction.isFromMessage()))
    return answerInteraction(interaction, payload, { isPrivate: true });
  const { flags, ...options } = toOptions(payload);
  const update = { ...options, ...(keepsFile ? {} : { attachments: [] }) };
  await interaction.update(update as InteractionUpdateOptions);
};
