/** Work of which a server has one piece in hand at a time, and the whole bot a few. */
export type OneAtATime = {
  /** Runs a piece of work; null at once, where there is no place for it. */
  run: <T>(key: string, work: () => Promise<T>) => Promise<T | null>;
};

export const createOneAtATime = (most: number): OneAtATime => {
  const keys = new Set<string>();
  return {
    run: async (key, work) => {
      if (keys.has(key) || keys.size >= most) return null;
      keys.add(key);
      try {
        return await work();
      } finally {
        keys.delete(key);
      }
    },
  };
};
