/** The work in hand, so that a stop can wait for it. */
export type InHand = {
  /** Runs a piece of work, and holds back a stop until it has ended. Never rejects by itself. */
  run: <T>(work: () => Promise<T>) => Promise<T>;
  /** True once no new work is to be begun. */
  isStopping: () => boolean;
  /**
   * Begins no new work, and waits for what is in hand.
   * @param limitMs the longest wait
   * @returns how many pieces were still in hand at the end.
   */
  stop: (limitMs: number) => Promise<number>;
};

export const createInHand = (): InHand => {
  const running = new Set<Promise<unknown>>();
  let stopping = false;
  return {
    run: async (work) => {
      const promise = work();
      running.add(promise);
      try {
        return await promise;
      } finally {
        running.delete(promise);
      }
    },
    isStopping: () => stopping,
    stop: async (limitMs) => {
      stopping = true;
      let timer: NodeJS.Timeout | undefined;
      const limit = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, limitMs);
      });
      await Promise.race([Promise.allSettled(running), limit]);
      clearTimeout(timer);
      return running.size;
    },
  };
};
