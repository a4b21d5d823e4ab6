import {
  AllowedMentionsTypes,
  type APIMessageTopLevelComponent,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import { mergeAttachments, type Upload } from '../messages/attachments.ts';
import { changeMessage, postMessage } from '../messages/storeMessages.ts';
import type { Stand } from '../stand.ts';
import { type MessageForm, refuseIfEmpty } from '../validation/checkMessage.ts';
import type { StoredMessage } from '../world.ts';
import type { Exchange } from './exchange.ts';

/** Without a word on mentions, an interaction's messages ping users and nobody else. */
const USUAL_MENTIONS = { parse: [AllowedMentionsTypes.User] };

type Components = readonly APIMessageTopLevelComponent[] | null | undefined;

/** What the message says of the interaction it answers; the command's name on the first alone. */
const usedBy = (
  stand: Stand,
  { id, type, userId, commandName, metadata, originalId }: Exchange,
) => {
  if (originalId !== null) {
    return { metadata: { ...metadata, original_response_message_id: originalId } };
  }
  const user = stand.world.users.get(userId);
  return {
    metadata,
    ...(commandName === null || !user ? {} : { command: { id, type, name: commandName, user } }),
  };
};

/** Posts a message by an interaction's token; a loading one may be empty. */
export const postByToken = (
  stand: Stand,
  exchange: Exchange,
  form: MessageForm,
  uploads: readonly Upload[],
  extraFlags: number,
): StoredMessage => {
  const { channel } = exchange;
  const isLoading = (extraFlags & MessageFlags.Loading) !== 0;
  if (!isLoading) refuseIfEmpty(form, uploads.length);
  const flags = (form.flags ?? 0) | extraFlags;
  const repliedTo = channel.messages.get(exchange.originalId ?? exchange.sourceId ?? '');
  return postMessage(stand, channel, {
    author: stand.world.bot,
    content: form.content,
    embeds: form.embeds,
    components: form.components as Components,
    attachments: mergeAttachments(stand, channel.id, [], form.attachments, uploads),
    allowedMentions: form.allowed_mentions ?? USUAL_MENTIONS,
    flags,
    type: repliedTo ? MessageType.Reply : exchange.messageType,
    replyTo: repliedTo?.message ?? null,
    isReplyQuiet: true,
    webhookId: stand.world.applicationId,
    applicationId: stand.world.applicationId,
    ...usedBy(stand, exchange),
    onlyFor: (flags & MessageFlags.Ephemeral) !== 0 ? exchange.userId : null,
  });
};

/** Changes a message by an interaction's token; one that was loading is there then. */
export const changeByToken = (
  stand: Stand,
  exchange: Exchange,
  stored: StoredMessage,
  form: MessageForm,
  uploads: readonly Upload[],
): StoredMessage => {
  const { message } = stored;
  const flags =
    ((message.flags ?? 0) & ~MessageFlags.Loading) | ((form.flags ?? 0) & ~MessageFlags.Ephemeral);
  const listed = form.attachments;
  const kept = listed
    ? message.attachments.filter(({ id }) => listed.some((it) => String(it.id) === id))
    : message.attachments;
  refuseIfEmpty(
    {
      content: form.content === undefined ? message.content : form.content,
      embeds: form.embeds === undefined ? message.embeds : form.embeds,
      components: form.components === undefined ? message.components : form.components,
      flags,
    },
    kept.length + uploads.length,
  );
  const { channel } = exchange;
  return changeMessage(stand, channel, stored, {
    content: form.content,
    embeds: form.embeds,
    components: form.components as Components,
    allowedMentions: form.allowed_mentions ?? USUAL_MENTIONS,
    attachments: mergeAttachments(stand, channel.id, message.attachments, listed, uploads),
    flags,
  });
};
