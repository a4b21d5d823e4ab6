import type {
  APIApplicationCommandOptionChoice,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import { MessageFlags } from 'discord-api-types/v10';
import type { Answer, Exchange } from '../interactions/exchange.ts';
import type { PageMessage } from '../protocol.ts';
import type { Stand } from '../stand.ts';
import type { StoredMessage } from '../world.ts';
import { waitUntil } from './waitUntil.ts';

/** What a person sees when the bot has first answered, and a way to see what comes after. */
export type Seen = Sight & {
  /** The message in full: at once, or when a deferred answer has been filled in. */
  final: (ms?: number) => Promise<PageMessage>;
  /** The follow-ups so far, oldest first. */
  followUps: () => PageMessage[];
  /** The next follow-up after `seenSoFar` others. */
  nextFollowUp: (seenSoFar?: number, ms?: number) => Promise<PageMessage>;
};

export type Sight =
  | { kind: 'message' | 'update' | 'deferredMessage'; message: PageMessage }
  | { kind: 'deferredUpdate' }
  | { kind: 'choices'; choices: APIApplicationCommandOptionChoice[] }
  | { kind: 'modal'; modal: APIModalInteractionResponseCallbackData }
  | { kind: 'failed'; reason: string };

const WAIT_MS = 5_000;

/** A modal belongs to the person it was opened for. */
export const modalKey = (userId: string, customId: string): string => `${userId} ${customId}`;

/** A message as one person sees it. */
export const toPageMessage = ({ message, onlyFor }: StoredMessage): PageMessage => ({
  ...message,
  ephemeral: onlyFor !== null,
});

const isLoading = ({ message }: StoredMessage): boolean =>
  ((message.flags ?? 0) & MessageFlags.Loading) !== 0;

const toSight = (answer: Answer, failure: string): Sight => {
  switch (answer.kind) {
    case 'failed':
      return { kind: 'failed', reason: failure };
    case 'message':
    case 'update':
    case 'deferredMessage':
      return { kind: answer.kind, message: toPageMessage(answer.stored) };
    default:
      return answer;
  }
};

/** Waits for the bot's first response, or for Discord to give up on it. */
export const see = async (stand: Stand, exchange: Exchange, failure: string): Promise<Seen> => {
  const { channel, sourceId } = exchange;
  const before = channel.messages.get(sourceId ?? '');
  const answer = await exchange.answered;
  if (answer.kind === 'modal') {
    const key = modalKey(exchange.userId, answer.modal.custom_id);
    stand.openModals.set(key, { modal: answer.modal, sourceId, openedBy: exchange.metadata });
  }
  const original = (): StoredMessage | undefined => channel.messages.get(exchange.originalId ?? '');
  const followUps = () =>
    exchange.followUpIds.flatMap((id) => {
      const stored = channel.messages.get(id);
      return stored ? [toPageMessage(stored)] : [];
    });
  return {
    ...toSight(answer, failure),
    followUps,
    final: (ms = WAIT_MS) =>
      waitUntil(
        stand.bus,
        () => {
          const stored = original();
          if (!stored || isLoading(stored)) return null;
          // An acknowledged component press shows nothing until its message changes.
          return answer.kind === 'deferredUpdate' && stored === before
            ? null
            : toPageMessage(stored);
        },
        { ms, what: 'the bot to finish its answer' },
      ),
    nextFollowUp: (seenSoFar = 0, ms = WAIT_MS) =>
      waitUntil(stand.bus, () => followUps()[seenSoFar], { ms, what: 'a follow-up' }),
  };
};
