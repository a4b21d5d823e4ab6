import { setImmediate } from 'node:timers/promises';

/** Waits until it is one's turn. */
export type Courtesy = () => Promise<void>;

/**
 * Lets one caller go on in each turn of the event loop, in the order in which they came. Between
 * two of them the sockets are read: an interaction, which Discord wants acknowledged within 3 s,
 * does not wait behind a burst of long messages.
 */
export const createCourtesy = (): Courtesy => {
  let last: Promise<unknown> = Promise.resolve();
  return async () => {
    const mine = last.then(() => setImmediate());
    last = mine;
    await mine;
  };
};
