/** Runs work on the same thing one after the other, in the order in which it was given. */
export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** An edit must not overtake the answer it changes, nor a deletion either of them. */
export const createInTurn = (): InTurn => {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
};
