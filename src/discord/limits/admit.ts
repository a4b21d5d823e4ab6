import { type Interaction, MessageFlags } from 'discord.js';
import type { Answer } from '../../core/domain/answer.ts';
import { readSettings } from '../../core/settings/settings.ts';
import { isEmergency } from '../../render/discord/safetyText.ts';
import type { BotDeps } from '../botDeps.ts';
import { type Answerable, tellPrivately } from '../reply.ts';
import type { Wait } from './createLimits.ts';
import { HeldBack } from './heldBack.ts';

/** Where a question was asked, and by whom. */
export type AskedIn = {
  userId: string;
  channelId: string;
  /** The server, where the bot is in it; else null. */
  guildId: string | null;
  roleIds: readonly string[];
  isPublic: boolean;
};

/**
 * Counts a question against the limits of its person, channel and server.
 * @returns why it has to wait; null where it is answered. An emergency never waits.
 */
export const waitBefore = async (
  answer: Answer,
  { roleIds, ...where }: AskedIn,
  { limits, settings }: BotDeps,
): Promise<Wait | null> => {
  if (isEmergency(answer)) return null;
  const chosen = readSettings(where.guildId === null ? {} : await settings.read(where.guildId));
  const isExempt = chosen['cooldown-exempt'].some((role) => roleIds.includes(role));
  const cooldowns = isExempt
    ? { member: 0, channel: 0 }
    : { member: chosen['cooldown-member'], channel: chosen['cooldown-channel'] };
  return limits.ask({ ...where, cooldowns });
};

const rolesOf = (interaction: Interaction): string[] =>
  interaction.inCachedGuild() ? [...interaction.member.roles.cache.keys()] : [];

/** Admits a question by command. @throws HeldBack where it has to wait. */
export const admitQuestion = async (
  interaction: Answerable,
  answer: Answer,
  deps: BotDeps,
): Promise<void> => {
  const { user, channelId } = interaction;
  const where = {
    userId: user.id,
    channelId: channelId ?? user.id,
    guildId: interaction.inCachedGuild() ? interaction.guildId : null,
    roleIds: rolesOf(interaction),
    isPublic: false,
  };
  const wait = await waitBefore(answer, where, deps);
  if (wait) throw new HeldBack(wait);
};

/** Admits a press, or a command that asks nothing. @throws HeldBack where it has to wait. */
export const admitAct = async ({ user }: Interaction, { limits }: BotDeps): Promise<void> => {
  const wait = await limits.press(user.id);
  if (wait) throw new HeldBack(wait);
};

/** Tells a person once that they have to wait; until then what they do has no effect. */
export const holdBack = async (interaction: Answerable, { wait, message }: HeldBack) => {
  if (wait.isNews) return tellPrivately(interaction, message);
  // Left unanswered, Discord would show it as a failure.
  if (interaction.isMessageComponent()) {
    await interaction.deferUpdate();
    return;
  }
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  await interaction.deleteReply();
};
