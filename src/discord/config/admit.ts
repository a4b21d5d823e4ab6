import {
  type AutocompleteInteraction,
  type CacheType,
  type ChatInputCommandInteraction,
  type Guild,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import { readSettings } from '../../core/settings/settings.ts';
import type { StoredSettings } from '../../core/settings/stored.ts';
import type { BotDeps } from '../botDeps.ts';
import { UserError } from '../userError.ts';

type Configuring<C extends CacheType = CacheType> =
  | ChatInputCommandInteraction<C>
  | AutocompleteInteraction<C>
  | MessageComponentInteraction<C>
  | ModalSubmitInteraction<C>;

/** A member who may see and change the settings of a server, and how these stand. */
export type Admitted = {
  guild: Guild;
  userId: string;
  /** Whether by Manage Server, and not by a role alone. */
  isManager: boolean;
  stored: StoredSettings;
};

/**
 * Admits a member to the settings: by Manage Server, or by a role that was chosen for it. It looks
 * at the member of this very interaction, so it has to be asked at each.
 * @throws UserError for everybody else.
 */
export const admit = async (interaction: Configuring, { settings }: BotDeps): Promise<Admitted> => {
  if (!interaction.inCachedGuild()) throw new UserError('not-in-server');
  const { guild, member, user } = interaction as Configuring<'cached'>;
  const stored = await settings.read(guild.id);
  const isManager = interaction.memberPermissions.has(PermissionFlagsBits.ManageGuild);
  const chosen = readSettings(stored)['config-roles'];
  // Everybody has the role of the server itself: it makes nobody an admin.
  const hasRole = chosen.some((id) => id !== guild.id && member.roles.cache.has(id));
  if (!isManager && !hasRole) throw new UserError('may-not-configure');
  return { guild, userId: user.id, isManager, stored };
};
