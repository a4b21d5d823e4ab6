import {
  type APIAllowedMentions,
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIMessageInteraction,
  type APIMessageInteractionMetadata,
  type APIMessageTopLevelComponent,
  type APIUser,
  type MessageFlags,
  MessageReferenceType,
  MessageType,
} from 'discord-api-types/v10';
import type { Stand } from '../stand.ts';
import type { Channel, StoredMessage } from '../world.ts';
import { dropFiles } from './attachments.ts';
import { findMentions } from './findMentions.ts';
import { toApiComponents } from './toApiComponents.ts';
import { toApiEmbed } from './toApiEmbed.ts';

export type MessageDraft = {
  author: APIUser;
  content?: string | null | undefined;
  embeds?: readonly APIEmbed[] | null | undefined;
  components?: readonly APIMessageTopLevelComponent[] | null | undefined;
  attachments?: readonly APIAttachment[];
  allowedMentions?: APIAllowedMentions | null | undefined;
  flags?: number;
  type?: MessageType;
  /** The message that this one answers. */
  replyTo?: APIMessage | null;
  /** Whether the reply leaves the other in peace, whatever `allowedMentions` says. */
  isReplyQuiet?: boolean;
  nonce?: string | number | null | undefined;
  webhookId?: string;
  applicationId?: string;
  /** The interaction that it answers. */
  metadata?: APIMessageInteractionMetadata;
  /** The command that it answers, as Discord also sends it of old. */
  command?: APIMessageInteraction;
  onlyFor?: string | null;
};

const referenceOf = (channel: Channel, repliedTo: APIMessage) => {
  // One level only, as Discord sends it.
  const { referenced_message: _, ...referenced } = repliedTo;
  return {
    message_reference: {
      type: MessageReferenceType.Default,
      channel_id: channel.id,
      message_id: repliedTo.id,
      ...(channel.guildId === null ? {} : { guild_id: channel.guildId }),
    },
    referenced_message: referenced as APIMessage,
  };
};

const toMessage = (stand: Stand, channel: Channel, draft: MessageDraft): APIMessage => {
  const content = (draft.content ?? '').trim();
  const attachments = [...(draft.attachments ?? [])];
  const mentions = findMentions(stand.world, {
    channel,
    authorId: draft.author.id,
    content,
    allowed: draft.allowedMentions,
    repliedTo: draft.isReplyQuiet ? null : (draft.replyTo?.author ?? null),
  });
  return {
    id: stand.newId(),
    channel_id: channel.id,
    type: draft.type ?? (draft.replyTo ? MessageType.Reply : MessageType.Default),
    author: draft.author,
    content,
    timestamp: new Date(stand.now()).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: mentions.everyone,
    mentions: mentions.users,
    mention_roles: mentions.roles,
    attachments,
    embeds: (draft.embeds ?? []).map((embed) => toApiEmbed(embed, attachments)),
    components: toApiComponents(draft.components ?? []),
    pinned: false,
    flags: (draft.flags ?? 0) as MessageFlags,
    ...(draft.replyTo ? referenceOf(channel, draft.replyTo) : {}),
    ...(draft.nonce == null ? {} : { nonce: draft.nonce }),
    ...(draft.webhookId ? { webhook_id: draft.webhookId } : {}),
    ...(draft.applicationId ? { application_id: draft.applicationId } : {}),
    ...(draft.metadata ? { interaction_metadata: draft.metadata } : {}),
    ...(draft.command ? { interaction: draft.command } : {}),
  };
};

const forgetOldest = (stand: Stand, channel: Channel): void => {
  if (channel.messages.size <= stand.limits.messagesPerChannel) return;
  const [oldest] = channel.messages.values();
  if (!oldest) return;
  channel.messages.delete(oldest.message.id);
  dropFiles(stand, oldest.message.attachments);
};

/** Puts a message into a channel and tells everybody. */
export const postMessage = (stand: Stand, channel: Channel, draft: MessageDraft): StoredMessage => {
  const stored = { message: toMessage(stand, channel, draft), onlyFor: draft.onlyFor ?? null };
  channel.messages.set(stored.message.id, stored);
  if (stored.onlyFor === null) channel.lastMessageId = stored.message.id;
  forgetOldest(stand, channel);
  stand.bus.emit({ type: 'messageCreated', channel, stored });
  return stored;
};

export type MessageChange = Pick<
  MessageDraft,
  'content' | 'embeds' | 'components' | 'allowedMentions'
> & {
  attachments?: readonly APIAttachment[];
  flags?: number;
};

/** A reply that pinged still counts as a mention once it is edited. */
const pingedByReply = ({ referenced_message, mentions }: APIMessage): APIUser | null =>
  mentions.find(({ id }) => id === referenced_message?.author.id) ?? null;

/** Changes what is given of a message and tells everybody; what is undefined stays. */
export const changeMessage = (
  stand: Stand,
  channel: Channel,
  { message, onlyFor }: StoredMessage,
  change: MessageChange,
): StoredMessage => {
  const content = change.content === undefined ? message.content : (change.content ?? '').trim();
  const attachments = [...(change.attachments ?? message.attachments)];
  const mentions = findMentions(stand.world, {
    channel,
    authorId: message.author.id,
    content,
    allowed: change.allowedMentions,
    repliedTo: pingedByReply(message),
  });
  const stored: StoredMessage = {
    onlyFor,
    message: {
      ...message,
      content,
      attachments,
      mentions: mentions.users,
      mention_roles: mentions.roles,
      mention_everyone: mentions.everyone,
      embeds:
        change.embeds === undefined
          ? message.embeds
          : (change.embeds ?? []).map((embed) => toApiEmbed(embed, attachments)),
      components:
        change.components === undefined
          ? (message.components ?? [])
          : toApiComponents(change.components ?? []),
      flags: (change.flags ?? message.flags ?? 0) as MessageFlags,
      edited_timestamp: new Date(stand.now()).toISOString(),
    },
  };
  channel.messages.set(message.id, stored);
  dropFiles(
    stand,
    message.attachments.filter(({ id }) => !attachments.some((kept) => kept.id === id)),
  );
  stand.bus.emit({ type: 'messageChanged', channel, stored });
  return stored;
};

/** Takes a message away and tells everybody. */
export const dropMessage = (
  stand: Stand,
  channel: Channel,
  { message, onlyFor }: StoredMessage,
): void => {
  channel.messages.delete(message.id);
  dropFiles(stand, message.attachments);
  stand.bus.emit({ type: 'messageDeleted', channel, messageId: message.id, onlyFor });
};
