import type { Bus } from '../bus.ts';

type Wait = { ms: number; what: string };

/** Looks now and after every event; resolves with the first truthy look, or rejects in time. */
export const waitUntil = <T>(
  bus: Bus,
  look: () => T | null | undefined | false,
  { ms, what }: Wait,
): Promise<T> =>
  new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      unlisten();
    };
    const check = () => {
      try {
        const found = look();
        if (!found) return;
        stop();
        resolve(found);
      } catch (error) {
        stop();
        reject(error);
      }
    };
    const timer = setTimeout(() => {
      unlisten();
      reject(new Error(`Waited ${ms} ms in vain for ${what}.`));
    }, ms);
    // After the event has gone round, so that everybody else has seen it too.
    const unlisten = bus.listen(() => queueMicrotask(check));
    check();
  });
