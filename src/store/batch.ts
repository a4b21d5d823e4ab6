/** Writes gathered for a moment, so that many of them cost one commit. */
export type Batch<T> = {
  /** Resolves once it is written, and rejects where that failed. */
  add: (item: T) => Promise<void>;
  /** What is not written yet, oldest first. */
  unwritten: () => T[];
  /** Writes all that is left, at once. */
  close: () => Promise<void>;
};

/** A statement takes only so many values. */
const MOST_ITEMS = 1_000;

type Turn<T> = { items: T[]; hurry: () => void; written: Promise<void> };

/** One turn is written after another, so that what came later is written later. */
export const createBatch = <T>(
  write: (items: readonly T[]) => Promise<void>,
  everyMs: number,
): Batch<T> => {
  const turns = new Set<Turn<T>>();
  let gathering: Turn<T> | null = null;
  let before: Promise<unknown> = Promise.resolve();

  const open = (): Turn<T> => {
    const items: T[] = [];
    const { promise: isDue, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, everyMs);
    const finished = before;
    const work = async (): Promise<void> => {
      await isDue;
      await finished;
      if (gathering === turn) gathering = null;
      try {
        await write(items);
      } finally {
        turns.delete(turn);
      }
    };
    const hurry = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const turn: Turn<T> = { items, hurry, written: work() };
    before = turn.written.catch(() => {});
    turns.add(turn);
    return turn;
  };

  return {
    add: (item) => {
      gathering ??= open();
      const { items, hurry, written } = gathering;
      if (items.push(item) === MOST_ITEMS) {
        gathering = null;
        hurry();
      }
      return written;
    },
    unwritten: () => [...turns].flatMap(({ items }) => items),
    close: async () => {
      for (const { hurry } of turns) hurry();
      await Promise.allSettled([...turns].map(({ written }) => written));
    },
  };
};
