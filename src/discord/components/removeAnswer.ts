import { PermissionFlagsBits } from 'discord.js';
import { UserError } from '../userError.ts';
import type { Pressed } from './pressed.ts';

/** Removes an answer, for the one who asked and for moderators. */
export const removeAnswer = async (interaction: Pressed, askerId: string): Promise<void> => {
  const isModerator = interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages);
  if (interaction.user.id !== askerId && !isModerator) throw new UserError('not-yours');
  await interaction.deferUpdate();
  await interaction.deleteReply().catch(() => {
    throw new UserError('cannot-remove');
  });
};
