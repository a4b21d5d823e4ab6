import {
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
} from 'discord-api-spec/zod';
import { MessageFlags } from 'discord-api-types/v10';
import { discordError } from '../discordError.ts';
import { type Exchange, isTokenAlive, refuseIfChannelGone } from '../interactions/exchange.ts';
import { changeByToken, postByToken } from '../interactions/tokenMessages.ts';
import { dropMessage } from '../messages/storeMessages.ts';
import type { Stand } from '../stand.ts';
import { checkMessage } from '../validation/checkMessage.ts';
import type { StoredMessage } from '../world.ts';
import type { BotRequest, Route } from './route.ts';

const isLoading = ({ message }: StoredMessage): boolean =>
  ((message.flags ?? 0) & MessageFlags.Loading) !== 0;

/** Follow-ups, and all changes by an interaction's token. */
export const webhookRoutes = (stand: Stand): Route[] => {
  const exchangeOf = ({ param }: BotRequest): Exchange => {
    if (param('application') !== stand.world.applicationId) throw discordError('unknownWebhook');
    const exchange = stand.exchanges.get(param('token'));
    if (!exchange || !isTokenAlive(stand, exchange)) throw discordError('invalidWebhookToken');
    // Before the first response there is no webhook yet.
    if (exchange.state !== 'answered') throw discordError('unknownWebhook');
    refuseIfChannelGone(stand, exchange);
    return exchange;
  };

  const messageOf = (request: BotRequest, exchange: Exchange): StoredMessage => {
    const named = request.param('message');
    const id = named === '@original' ? exchange.originalId : named;
    const isIts = id === exchange.originalId || exchange.followUpIds.includes(id ?? '');
    const stored = exchange.channel.messages.get(id ?? '');
    if (!stored || !isIts) throw discordError('unknownMessage');
    return stored;
  };

  const followUp = (request: BotRequest) => {
    const exchange = exchangeOf(request);
    const { body, uploads } = request;
    const form = checkMessage(IncomingWebhookRequestPartialSchema, body);
    const original = exchange.channel.messages.get(exchange.originalId ?? '');
    // After a deferral the first follow-up fills the waiting message, as Discord keeps it.
    if (original && isLoading(original)) {
      return changeByToken(stand, exchange, original, form, uploads).message;
    }
    const stored = postByToken(stand, exchange, form, uploads, 0);
    exchange.followUpIds.push(stored.message.id);
    return stored.message;
  };

  const path = '/webhooks/:application/:token';
  const ofMessage = `${path}/messages/:message`;
  return [
    { method: 'POST', path, isOpen: true, handle: followUp },
    {
      method: 'GET',
      path: ofMessage,
      isOpen: true,
      handle: (request) => messageOf(request, exchangeOf(request)).message,
    },
    {
      method: 'PATCH',
      path: ofMessage,
      isOpen: true,
      handle: (request) => {
        const exchange = exchangeOf(request);
        const form = checkMessage(IncomingWebhookUpdateRequestPartialSchema, request.body);
        const stored = messageOf(request, exchange);
        return changeByToken(stand, exchange, stored, form, request.uploads).message;
      },
    },
    {
      method: 'DELETE',
      path: ofMessage,
      isOpen: true,
      handle: (request) => {
        const exchange = exchangeOf(request);
        dropMessage(stand, exchange.channel, messageOf(request, exchange));
      },
    },
  ];
};
