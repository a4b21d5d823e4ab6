import { createHash } from 'node:crypto';

const LIMIT = 2_000;
const WINDOW_MS = 1_000;
const MAX_WINDOWS = 5_000;

type Window = { used: number; resetsAt: number };

export type RateLimits = {
  /** Counts a request and gives the headers for it. */
  headersFor: (method: string, route: string, major: string) => Record<string, string>;
};

/** Discord's rate-limit headers, with limits so wide that a well-meant bot never meets them. */
export const createRateLimits = (now: () => number): RateLimits => {
  const windows = new Map<string, Window>();
  const hashes = new Map<string, string>();

  const bucketOf = (route: string): string => {
    const known = hashes.get(route);
    if (known) return known;
    const hash = createHash('sha1').update(route).digest('hex').slice(0, 32);
    hashes.set(route, hash);
    return hash;
  };

  const windowOf = (key: string): Window => {
    const at = now();
    const open = windows.get(key);
    if (open && open.resetsAt > at) return open;
    if (windows.size > MAX_WINDOWS) windows.clear();
    const fresh = { used: 0, resetsAt: at + WINDOW_MS };
    windows.set(key, fresh);
    return fresh;
  };

  return {
    headersFor: (method, route, major) => {
      const bucket = bucketOf(`${method} ${route}`);
      const window = windowOf(`${bucket}:${major}`);
      window.used += 1;
      return {
        'x-ratelimit-limit': String(LIMIT),
        'x-ratelimit-remaining': String(Math.max(0, LIMIT - window.used)),
        'x-ratelimit-reset': (window.resetsAt / 1_000).toFixed(3),
        'x-ratelimit-reset-after': Math.max(0, (window.resetsAt - now()) / 1_000).toFixed(3),
        'x-ratelimit-bucket': bucket,
      };
    },
  };
};
