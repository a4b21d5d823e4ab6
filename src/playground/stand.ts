import type {
  APIMessageInteractionMetadata,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import type { Bus } from './bus.ts';
import type { FaultState } from './faultState.ts';
import type { Exchange } from './interactions/exchange.ts';
import type { RequestLog } from './rest/requestLog.ts';
import type { World } from './world.ts';

export type Limits = {
  /** How long a bot has for its first response to an interaction. */
  firstResponseMs: number;
  /** How long an interaction's token lives. */
  tokenMs: number;
  /** How many messages a channel keeps. */
  messagesPerChannel: number;
};

export const DISCORD_LIMITS: Limits = {
  firstResponseMs: 3_000,
  tokenMs: 15 * 60_000,
  messagesPerChannel: 1_000,
};

export type OpenModal = {
  modal: APIModalInteractionResponseCallbackData;
  /** The message whose component opened it; null where a command did. */
  sourceId: string | null;
  /** The interaction that opened it. */
  openedBy: APIMessageInteractionMetadata;
};

/** What all parts of the stand-in share. */
export type Stand = {
  readonly world: World;
  readonly bus: Bus;
  readonly token: string;
  readonly faults: FaultState;
  readonly limits: Limits;
  /** Interactions by their token. */
  readonly exchanges: Map<string, Exchange>;
  /** Modals that people have before them, by `modalKey`. */
  readonly openModals: Map<string, OpenModal>;
  readonly log: RequestLog;
  /** Told of what goes wrong in the stand-in itself. */
  readonly report: (fault: unknown) => void;
  readonly now: () => number;
  readonly newId: () => string;
  /** `127.0.0.1:PORT`, known once the server listens. */
  readonly host: () => string;
};
