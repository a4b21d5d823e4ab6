const DISCORD_EPOCH_MS = 1_420_070_400_000;
const INCREMENT_BITS = 22n;

/** Makes ids as Discord does: growing with time, and never the same twice. */
export const createIdSource = (now: () => number): (() => string) => {
  let last = 0n;
  return () => {
    const earliest = BigInt(now() - DISCORD_EPOCH_MS) << INCREMENT_BITS;
    last = earliest > last ? earliest : last + 1n;
    return String(last);
  };
};

/** A fixed id for what is there from the start. */
export const seedId = (n: number): string => String(1_300_000_000_000_000_000n + BigInt(n));

/** When an id was made, in milliseconds. */
export const timeOfId = (id: string): number =>
  Number(BigInt(id) >> INCREMENT_BITS) + DISCORD_EPOCH_MS;
