import { randomBytes } from 'node:crypto';
import {
  type APIApplicationCommandOptionChoice,
  type APIMessageInteractionMetadata,
  type APIModalInteractionResponseCallbackData,
  type ApplicationCommandOptionType,
  type InteractionType,
  MessageType,
} from 'discord-api-types/v10';
import { discordError } from '../discordError.ts';
import type { Stand } from '../stand.ts';
import type { Channel, StoredMessage } from '../world.ts';

/** What became of an interaction, as the person's client learns it. */
export type Answer =
  | { kind: 'message'; stored: StoredMessage }
  | { kind: 'deferredMessage'; stored: StoredMessage }
  | { kind: 'update'; stored: StoredMessage }
  | { kind: 'deferredUpdate' }
  | { kind: 'choices'; choices: APIApplicationCommandOptionChoice[] }
  | { kind: 'modal'; modal: APIModalInteractionResponseCallbackData }
  | { kind: 'failed' };

/** One interaction from its start until its token ends. */
export type Exchange = {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly userId: string;
  readonly channel: Channel;
  readonly createdAt: number;
  /** The message whose component, or whose modal, this is. */
  readonly sourceId: string | null;
  /** Of the option being typed in an autocomplete. */
  readonly focusedType: ApplicationCommandOptionType | null;
  readonly metadata: APIMessageInteractionMetadata;
  /** Null for all but commands. */
  readonly commandName: string | null;
  readonly messageType: MessageType;
  state: 'open' | 'answered' | 'lapsed';
  /** The message that `@original` means. */
  originalId: string | null;
  /** Messages this token may change besides. */
  readonly followUpIds: string[];
  isTokenExpired: boolean;
  readonly answered: Promise<Answer>;
  readonly settle: (answer: Answer) => void;
};

export type ExchangeStart = Pick<
  Exchange,
  'id' | 'type' | 'userId' | 'channel' | 'sourceId' | 'focusedType' | 'metadata' | 'commandName'
> & { messageType?: MessageType };

const forgetExpired = (stand: Stand): void => {
  for (const [token, { createdAt }] of stand.exchanges) {
    if (stand.now() - createdAt < stand.limits.tokenMs) return;
    stand.exchanges.delete(token);
  }
};

/** Starts an interaction: its token, and the clock for its first response. */
export const startExchange = (stand: Stand, start: ExchangeStart): Exchange => {
  forgetExpired(stand);
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const exchange: Exchange = {
    ...start,
    messageType: start.messageType ?? MessageType.Default,
    token: randomBytes(48).toString('base64url'),
    createdAt: stand.now(),
    state: 'open',
    originalId: null,
    followUpIds: [],
    isTokenExpired: false,
    answered: promise,
    settle: resolve,
  };
  stand.exchanges.set(exchange.token, exchange);
  const timer = setTimeout(() => {
    if (exchange.state !== 'open') return;
    exchange.state = 'lapsed';
    resolve({ kind: 'failed' });
  }, stand.limits.firstResponseMs);
  timer.unref();
  promise.then(() => clearTimeout(timer));
  return exchange;
};

/** Throws where the channel of an interaction has gone since. */
export const refuseIfChannelGone = ({ world }: Stand, { channel }: Exchange): void => {
  if (!world.channels.has(channel.id)) throw discordError('unknownChannel');
};

/** Whether the token still opens anything. */
export const isTokenAlive = (stand: Stand, exchange: Exchange): boolean =>
  !exchange.isTokenExpired && stand.now() - exchange.createdAt < stand.limits.tokenMs;
