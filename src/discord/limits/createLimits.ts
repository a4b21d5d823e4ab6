import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** What one person, or one server, may do in a minute. No person does that much by hand. */
export type Caps = { questions: number; presses: number; completions: number; server: number };

export const CAPS: Caps = { questions: 20, presses: 60, completions: 120, server: 300 };

export const NO_CAPS: Caps = {
  questions: Number.MAX_SAFE_INTEGER,
  presses: Number.MAX_SAFE_INTEGER,
  completions: Number.MAX_SAFE_INTEGER,
  server: Number.MAX_SAFE_INTEGER,
};

/** The waits of a server, in seconds; 0 is none. */
export type Cooldowns = { member: number; channel: number };

export type Asker = {
  userId: string;
  channelId: string;
  /** Null outside of servers. */
  guildId: string | null;
  cooldowns: Cooldowns;
  /** Whether everybody would see a notice: then one of a shared limit is for all of them. */
  isPublic: boolean;
};

/** Which limit was reached. */
export type Reach = 'questions' | 'presses' | 'completions' | 'server' | 'member' | 'channel';

/** Why somebody has to wait, and how long; `isNews` once until the wait is over. */
export type Wait = { reach: Reach; seconds: number; isNews: boolean };

export type Limits = {
  /** Counts a question. @returns why it has to wait; null where it is answered. */
  ask: (asker: Asker) => Promise<Wait | null>;
  /** Counts an edited question: no cooldown holds it, as it gets no answer of its own. */
  edit: (userId: string) => Promise<Wait | null>;
  /** Counts a press, or any command that asks nothing. */
  press: (userId: string) => Promise<Wait | null>;
  /** Counts a completion. */
  complete: (userId: string) => Promise<Wait | null>;
};

const MINUTE_S = 60;

/** One thing that is counted: by which limiter, for whom, in which time. */
type Gate = { reach: Reach; limiter: RateLimiterMemory; key: string; seconds: number };

const perMinute = (points: number): RateLimiterMemory =>
  new RateLimiterMemory({ points, duration: MINUTE_S });

/**
 * Limits in memory. What is counted is forgotten when its time is over, so that nothing grows but
 * with what people do at once.
 */
export const createLimits = (caps: Caps = CAPS): Limits => {
  const questions = perMinute(caps.questions);
  const presses = perMinute(caps.presses);
  const completions = perMinute(caps.completions);
  const server = perMinute(caps.server);
  /** One each; the time is a server's own, and part of the key: a shorter one holds at once. */
  const cooldown = new RateLimiterMemory({ points: 1, duration: MINUTE_S });
  const told = new RateLimiterMemory({ points: 1, duration: MINUTE_S });

  const take = ({ limiter, key, seconds }: Gate): Promise<RateLimiterRes | null> =>
    limiter.consume(key, 1, { customDuration: seconds }).then(
      () => null,
      (refusal) => {
        if (refusal instanceof RateLimiterRes) return refusal;
        throw refusal;
      },
    );

  /** What is told is told once to everybody that hears it, until the wait is over. */
  const isNews = async ({ reach, key }: Gate, hearer: string, seconds: number): Promise<boolean> =>
    (await take({ reach, limiter: told, key: `${reach}:${key}:${hearer}`, seconds })) === null;

  /** Passes every gate, or none: what a later gate holds back counts at no cooldown before it. */
  const pass = async (gates: readonly Gate[], hearer: string): Promise<Wait | null> => {
    for (const [i, gate] of gates.entries()) {
      const refusal = await take(gate);
      if (refusal === null) continue;
      for (const passed of gates.slice(0, i))
        if (passed.limiter === cooldown) await cooldown.delete(passed.key);
      const seconds = refusal.msBeforeNext / 1000;
      return {
        reach: gate.reach,
        seconds: Math.max(1, Math.ceil(seconds)),
        isNews: await isNews(gate, hearer, seconds),
      };
    }
    return null;
  };

  const ofPerson = (reach: Reach, limiter: RateLimiterMemory, userId: string): Gate => ({
    reach,
    limiter,
    key: userId,
    seconds: MINUTE_S,
  });

  return {
    ask: ({ userId, channelId, guildId, cooldowns, isPublic }) => {
      const { member, channel } = cooldowns;
      const gates: Gate[] = [ofPerson('questions', questions, userId)];
      if (guildId !== null) {
        const cooling = (reach: 'member' | 'channel', id: string, seconds: number) =>
          seconds > 0
            ? [{ reach, limiter: cooldown, key: `${reach}:${guildId}:${id}:${seconds}`, seconds }]
            : [];
        gates.push(...cooling('member', userId, member), ...cooling('channel', channelId, channel));
        gates.push({ reach: 'server', limiter: server, key: guildId, seconds: MINUTE_S });
      }
      return pass(gates, isPublic ? 'all' : userId);
    },
    edit: (userId) => pass([ofPerson('questions', questions, userId)], userId),
    press: (userId) => pass([ofPerson('presses', presses, userId)], userId),
    complete: (userId) => pass([ofPerson('completions', completions, userId)], userId),
  };
};
