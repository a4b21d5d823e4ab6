import { setTimeout as wait } from 'node:timers/promises';
import retry, { AbortError } from 'p-retry';
import throttle from 'p-throttle';
import { LiteratureError } from '../ports/literature.ts';

/** How a service is asked. The times are another's only in tests. */
export type Manners = {
  /** Its name, as people are told. */
  name: string;
  perSecond: number;
  /** For one try, from the asking to the last byte. */
  timeoutMs: number;
  /** Before the second try; before each further one it is twice as long. */
  backOffMs: number;
  /** An answer is no larger. */
  mostBytes: number;
  /** Names the program to the service. */
  userAgent: string;
};

export type Answered = { status: number; body: Buffer };
export type Request = (url: URL) => Promise<Answered>;

const RETRIES = 3;
/** A service that asks for more time than this is not waited for. */
const LONGEST_WAIT_MS = 30_000;

/** A fault that may pass. */
class PassingFault extends Error {
  readonly waitMs: number;

  constructor(words: string, waitMs = 0) {
    super(words);
    this.waitMs = waitMs;
  }
}

const retryAfterMs = (headers: Headers): number => {
  const seconds = Number(headers.get('retry-after') ?? '');
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 0;
};

const readBody = async (response: Response, { mostBytes, name }: Manners): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    // Leaving the loop ends the connection.
    if (size > mostBytes)
      throw new AbortError(
        new LiteratureError(`${name} sent more than it should, so its answer was not taken.`),
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const askOnce = async (url: URL, manners: Manners): Promise<Answered> => {
  const { name, timeoutMs, userAgent } = manners;
  try {
    const response = await fetch(url, {
      // A service that sends us elsewhere is not followed: only its own address is asked.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: { 'user-agent': userAgent },
    });
    const { status, headers } = response;
    if (status === 429 || status >= 500) {
      await response.body?.cancel();
      throw new PassingFault(
        status === 429 ? `${name} is asked too much just now` : `${name} has a fault just now`,
        retryAfterMs(headers),
      );
    }
    if (status >= 300 && status < 400) {
      await response.body?.cancel();
      throw new AbortError(new LiteratureError(`${name} has moved, so it could not be asked.`));
    }
    return { status, body: await readBody(response, manners) };
  } catch (error) {
    if (error instanceof PassingFault || error instanceof AbortError) throw error;
    const isSlow = (error as Error).name === 'TimeoutError';
    throw new PassingFault(isSlow ? `${name} did not answer in time` : `${name} cannot be reached`);
  }
};

/**
 * The way to ask one service: no faster than it wants, again where a fault may pass, and never
 * anywhere else than asked.
 */
export const createRequest = (manners: Manners): Request => {
  const { perSecond, backOffMs } = manners;
  const ask = throttle({ limit: perSecond, interval: 1000, strict: true })(askOnce);
  return async (url) => {
    try {
      return await retry(() => ask(url, manners), {
        retries: RETRIES,
        minTimeout: backOffMs,
        factor: 2,
        randomize: true,
        onFailedAttempt: async ({ error, retriesLeft }) => {
          if (!(error instanceof PassingFault) || retriesLeft === 0) return;
          if (error.waitMs > LONGEST_WAIT_MS) throw error;
          await wait(error.waitMs);
        },
      });
    } catch (error) {
      if (error instanceof PassingFault)
        throw new LiteratureError(`${error.message}. Please try again in a few minutes.`);
      throw error;
    }
  };
};
