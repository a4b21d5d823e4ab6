import {
  type APIInteraction,
  type APIMessageInteractionMetadata,
  type ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  InteractionType,
  type MessageType,
} from 'discord-api-types/v10';
import { toApiChannel, toApiMember } from '../apiObjects.ts';
import { permissionsIn } from '../permissions.ts';
import { ATTACHMENT_LIMIT_BYTES } from '../rest/readBody.ts';
import type { Stand } from '../stand.ts';
import type { Channel, StoredMessage } from '../world.ts';
import { type Exchange, startExchange } from './exchange.ts';

export type InteractionStart = {
  type: InteractionType;
  userId: string;
  channel: Channel;
  /** The `data` of the payload, by its type. */
  data: unknown;
  /** The message whose component or modal this is. */
  source?: StoredMessage | null;
  focusedType?: ApplicationCommandOptionType;
  /** The type of the message that answers it. */
  messageType?: MessageType;
  /** The message that a message command is used on. */
  targetMessageId?: string;
  /** The command with its parts, as people see it. */
  commandName?: string;
  /** What opened the modal that is submitted. */
  openedBy?: APIMessageInteractionMetadata | null;
  /** A command of a user's own installed app, used where the app is not. */
  isUserInstalled?: boolean;
};

/** Where a command is used: in the guild, with the bot, or among people. */
export const contextOf = (botId: string, channel: Channel): InteractionContextType => {
  if (channel.guildId !== null) return InteractionContextType.Guild;
  return channel.recipients.includes(botId)
    ? InteractionContextType.BotDM
    : InteractionContextType.PrivateChannel;
};

type Owners = APIMessageInteractionMetadata['authorizing_integration_owners'];

/** Who installed the app that is used; controls on a message are of the app that wrote it. */
const ownersOf = (
  { world }: Stand,
  { channel, userId, source, isUserInstalled }: InteractionStart,
): Owners => {
  const written = source?.message.interaction_metadata?.authorizing_integration_owners;
  if (written) return written;
  const isPrivate = contextOf(world.bot.id, channel) === InteractionContextType.PrivateChannel;
  return (isUserInstalled ?? isPrivate)
    ? { [ApplicationIntegrationType.UserInstall]: userId }
    : { [ApplicationIntegrationType.GuildInstall]: channel.guildId ?? '0' };
};

/** What the messages that answer an interaction say of it. */
const metadataOf = (stand: Stand, start: InteractionStart, id: string) => {
  const { type, userId, source, targetMessageId, openedBy } = start;
  const isPress = type === InteractionType.MessageComponent;
  return {
    id,
    type,
    user: stand.world.users.get(userId),
    authorizing_integration_owners: ownersOf(stand, start),
    ...(isPress && source ? { interacted_message_id: source.message.id } : {}),
    ...(targetMessageId ? { target_message_id: targetMessageId } : {}),
    ...(openedBy ? { triggering_interaction_metadata: openedBy } : {}),
  } as unknown as APIMessageInteractionMetadata;
};

const whoAndWhere = ({ world }: Stand, { userId, channel }: InteractionStart) => {
  const user = world.users.get(userId);
  const permissions = String(permissionsIn(world, channel, userId));
  const here = { ...toApiChannel(world, channel, userId), permissions };
  if (channel.guildId === null) return { user, channel: here };
  return {
    channel: here,
    guild_id: channel.guildId,
    guild: { id: channel.guildId, locale: world.guild.locale, features: [] },
    guild_locale: world.guild.locale,
    member: { ...toApiMember(world, userId), permissions },
  };
};

/** Makes an interaction as Discord would, tells the bot, and starts its three seconds. */
export const openInteraction = (stand: Stand, start: InteractionStart): Exchange => {
  const { world } = stand;
  const { type, userId, channel, source = null } = start;
  const owners = ownersOf(stand, start);
  const isUserInstalled = ApplicationIntegrationType.UserInstall in owners;
  const id = stand.newId();
  const exchange = startExchange(stand, {
    id,
    type,
    userId,
    channel,
    sourceId: source?.message.id ?? null,
    focusedType: start.focusedType ?? null,
    metadata: metadataOf(stand, start, id),
    commandName: start.commandName ?? null,
    ...(start.messageType === undefined ? {} : { messageType: start.messageType }),
  });
  const interaction = {
    id,
    application_id: world.applicationId,
    type,
    data: start.data,
    token: exchange.token,
    version: 1,
    channel_id: channel.id,
    ...whoAndWhere(stand, start),
    ...(source ? { message: source.message } : {}),
    app_permissions: String(permissionsIn(world, channel, isUserInstalled ? userId : world.bot.id)),
    locale: 'en-GB',
    entitlements: [],
    authorizing_integration_owners: owners,
    context: contextOf(world.bot.id, channel),
    attachment_size_limit: ATTACHMENT_LIMIT_BYTES,
  };
  stand.bus.emit({ type: 'interaction', interaction: interaction as unknown as APIInteraction });
  return exchange;
};
