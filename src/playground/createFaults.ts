import { OverwriteType } from 'discord-api-types/v10';
import { deleteChannel } from './channels.ts';
import type { Gateway } from './gateway/createGateway.ts';
import type { Stand } from './stand.ts';

type Which = { method?: string; route: RegExp; times?: number };

/** What a test can make go wrong. `route` is tried on the path and on its pattern. */
export type Faults = {
  /** The next requests are refused with this answer. */
  failNext: (fault: Which & { status: number; code?: number; body?: unknown }) => void;
  /** The next requests meet a rate limit. */
  rateLimitNext: (fault: Which & { retryAfterMs: number; global?: boolean }) => void;
  /** Cuts the gateway; without a code as a broken line does. */
  dropSockets: (how?: { code?: number; resumable?: boolean }) => void;
  /** Op 7: asks the bot to reconnect and resume. */
  askToReconnect: () => void;
  /** Op 9: ends the bot's session. */
  invalidateSessions: () => void;
  /** As if Message Content were switched off in the portal. */
  refuseMessageContent: (isRefused: boolean) => void;
  /** Every REST answer takes this much longer. */
  delay: (ms: number) => void;
  /** Requests wait until the returned function is called. */
  hold: (which: { method?: string; route: RegExp }) => () => void;
  /** Takes permissions from the bot in a channel. */
  removePermission: (from: { channelId: string; permission: bigint }) => void;
  deleteChannel: (channelId: string) => void;
  /** As if fifteen minutes had gone: no interaction's token opens anything any more. */
  expireTokens: () => void;
};

/** The faults of one playground. */
export const createFaults = (stand: Stand, gateway: Gateway): Faults => {
  const { faults, world, bus } = stand;
  const addRule = (
    { method, route, times = 1 }: Which,
    answer: (typeof faults.rules)[number]['answer'],
  ): void => {
    faults.rules.push({ method: method ?? null, route, timesLeft: times, answer });
  };
  return {
    failNext: ({ status, code = 0, body, ...which }) =>
      addRule(which, {
        status,
        body: body ?? { message: `${status}: made to fail`, code },
        headers: {},
      }),
    rateLimitNext: ({ retryAfterMs, global = false, ...which }) => {
      const seconds = retryAfterMs / 1_000;
      addRule(which, {
        status: 429,
        body: { message: 'You are being rate limited.', retry_after: seconds, global },
        headers: {
          'retry-after': String(seconds),
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset-after': String(seconds),
          'x-ratelimit-scope': global ? 'global' : 'user',
          ...(global ? { 'x-ratelimit-global': 'true' } : {}),
        },
      });
    },
    dropSockets: ({ code, resumable = true } = {}) =>
      gateway.drop({ code: code ?? null, isResumable: resumable }),
    askToReconnect: () => gateway.tellAll(7, true),
    invalidateSessions: () => gateway.tellAll(9, false),
    refuseMessageContent: (isRefused) => {
      faults.refusesMessageContent = isRefused;
    },
    delay: (ms) => {
      faults.delayMs = ms;
    },
    hold: ({ method, route }) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const hold = { method: method ?? null, route, released: promise };
      faults.holds.push(hold);
      return () => {
        faults.holds = faults.holds.filter((it) => it !== hold);
        resolve();
      };
    },
    removePermission: ({ channelId, permission }) => {
      const channel = world.channels.get(channelId);
      if (!channel) throw new Error(`There is no channel ${channelId}.`);
      const parent = world.channels.get(channel.parentId ?? '') ?? channel;
      const present = parent.overwrites.find(({ id }) => id === world.bot.id);
      const deny = String(BigInt(present?.deny ?? 0) | permission);
      parent.overwrites = [
        ...parent.overwrites.filter((it) => it !== present),
        { id: world.bot.id, type: OverwriteType.Member, allow: '0', deny },
      ];
      bus.emit({ type: 'channelChanged', channel: parent });
    },
    deleteChannel: (channelId) => {
      const channel = world.channels.get(channelId);
      if (!channel) throw new Error(`There is no channel ${channelId}.`);
      deleteChannel(stand, channel);
    },
    expireTokens: () => {
      for (const exchange of stand.exchanges.values()) exchange.isTokenExpired = true;
    },
  };
};
