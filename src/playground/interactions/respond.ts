import {
  CreateMessageInteractionCallbackRequestSchema,
  ModalInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import {
  InteractionType,
  MessageFlags,
  InteractionResponseType as Reply,
} from 'discord-api-types/v10';
import { discordError, invalidForm } from '../discordError.ts';
import type { Upload } from '../messages/attachments.ts';
import type { Stand } from '../stand.ts';
import { checkBody } from '../validation/checkBody.ts';
import { findMessageFaults, type MessageForm, withTextIds } from '../validation/checkMessage.ts';
import { checkModal } from '../validation/checkModal.ts';
import type { StoredMessage } from '../world.ts';
import { checkChoices } from './checkChoices.ts';
import { type Answer, type Exchange, refuseIfChannelGone } from './exchange.ts';
import { changeByToken, postByToken } from './tokenMessages.ts';

const ALLOWED: Readonly<Partial<Record<InteractionType, readonly Reply[]>>> = {
  [InteractionType.ApplicationCommand]: [
    Reply.ChannelMessageWithSource,
    Reply.DeferredChannelMessageWithSource,
    Reply.Modal,
  ],
  [InteractionType.MessageComponent]: [
    Reply.ChannelMessageWithSource,
    Reply.DeferredChannelMessageWithSource,
    Reply.DeferredMessageUpdate,
    Reply.UpdateMessage,
    Reply.Modal,
  ],
  [InteractionType.ApplicationCommandAutocomplete]: [Reply.ApplicationCommandAutocompleteResult],
  [InteractionType.ModalSubmit]: [
    Reply.ChannelMessageWithSource,
    Reply.DeferredChannelMessageWithSource,
    Reply.DeferredMessageUpdate,
    Reply.UpdateMessage,
  ],
};
const WITH_RESOURCE: readonly Reply[] = [Reply.ChannelMessageWithSource, Reply.UpdateMessage];
const UPDATES: readonly Reply[] = [Reply.DeferredMessageUpdate, Reply.UpdateMessage];

type CallbackBody = { type: Reply; data?: MessageForm & { flags?: number } };

const refuseWrongType = (exchange: Exchange, type: unknown): void => {
  const isAllowed =
    (ALLOWED[exchange.type] ?? []).includes(type as Reply) &&
    (exchange.sourceId !== null || !UPDATES.includes(type as Reply));
  if (isAllowed) return;
  throw invalidForm([
    {
      path: ['type'],
      code: 'BASE_TYPE_CHOICES',
      message: 'This response type is not allowed for this interaction.',
    },
  ]);
};

const checkMessageCallback = (
  schema: Parameters<typeof checkBody>[0],
  body: CallbackBody,
): MessageForm => {
  const form = withTextIds(body.data ?? {}) as MessageForm;
  checkBody(schema, { ...body, ...(body.data ? { data: form } : {}) });
  const faults = findMessageFaults(form, ['data']);
  if (faults.length > 0) throw invalidForm(faults);
  return form;
};

const sourceOf = (exchange: Exchange): StoredMessage => {
  const stored = exchange.channel.messages.get(exchange.sourceId ?? '');
  if (!stored) throw discordError('unknownMessage');
  return stored;
};

const perform = (
  stand: Stand,
  exchange: Exchange,
  body: CallbackBody,
  uploads: readonly Upload[],
): Answer => {
  switch (body.type) {
    case Reply.ChannelMessageWithSource: {
      const form = checkMessageCallback(CreateMessageInteractionCallbackRequestSchema, body);
      const stored = postByToken(stand, exchange, form, uploads, 0);
      exchange.originalId = stored.message.id;
      return { kind: 'message', stored };
    }
    case Reply.DeferredChannelMessageWithSource: {
      const form = checkMessageCallback(CreateMessageInteractionCallbackRequestSchema, body);
      const loading = { flags: (form.flags ?? 0) & MessageFlags.Ephemeral };
      const stored = postByToken(stand, exchange, loading, [], MessageFlags.Loading);
      exchange.originalId = stored.message.id;
      return { kind: 'deferredMessage', stored };
    }
    case Reply.DeferredMessageUpdate:
      checkBody(UpdateMessageInteractionCallbackRequestSchema, body);
      exchange.originalId = exchange.sourceId;
      return { kind: 'deferredUpdate' };
    case Reply.UpdateMessage: {
      const form = checkMessageCallback(UpdateMessageInteractionCallbackRequestSchema, body);
      const stored = changeByToken(stand, exchange, sourceOf(exchange), form, uploads);
      exchange.originalId = stored.message.id;
      return { kind: 'update', stored };
    }
    case Reply.ApplicationCommandAutocompleteResult:
      return { kind: 'choices', choices: checkChoices(exchange.focusedType, body) };
    default:
      checkBody(ModalInteractionCallbackRequestSchema, body);
      return { kind: 'modal', modal: checkModal(body.data) };
  }
};

/** What Discord tells a bot that asked for the response to its callback. */
const callbackResponse = (exchange: Exchange, type: Reply, answer: Answer) => {
  const stored = 'stored' in answer ? answer.stored : null;
  const flags = stored?.message.flags ?? 0;
  return {
    interaction: {
      id: exchange.id,
      type: exchange.type,
      channel_id: exchange.channel.id,
      ...(exchange.channel.guildId === null ? {} : { guild_id: exchange.channel.guildId }),
      ...(stored
        ? {
            response_message_id: stored.message.id,
            response_message_loading: (flags & MessageFlags.Loading) !== 0,
            response_message_ephemeral: stored.onlyFor !== null,
          }
        : {}),
    },
    // By Discord's schema a message comes along with these two alone, not with a deferral.
    ...(stored && WITH_RESOURCE.includes(type)
      ? { resource: { type, message: stored.message } }
      : {}),
  };
};

/** A bot's first response to an interaction. */
export const respond = (
  stand: Stand,
  exchange: Exchange,
  body: unknown,
  uploads: readonly Upload[],
) => {
  if (exchange.state === 'lapsed') throw discordError('unknownInteraction');
  if (exchange.state === 'answered') throw discordError('alreadyAcknowledged');
  refuseIfChannelGone(stand, exchange);
  const callback = body as CallbackBody;
  refuseWrongType(exchange, callback?.type);
  const answer = perform(stand, exchange, callback, uploads);
  exchange.state = 'answered';
  exchange.settle(answer);
  return callbackResponse(exchange, callback.type, answer);
};
