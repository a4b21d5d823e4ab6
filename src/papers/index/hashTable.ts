/** Finds numbers of 32 bits many million times a second, which a Map does not. */
export type HashTable = {
  /** The place of a number among those that the table was made of; -1 where it is none. */
  find: (hash: number) => number;
};

/** @param hashes each once, well spread */
export const createHashTable = (hashes: ArrayLike<number>): HashTable => {
  let room = 64;
  while (room < hashes.length * 4) room *= 2;
  const mask = room - 1;
  const keys = new Int32Array(room);
  // One more than the place; 0 is empty.
  const places = new Uint32Array(room);
  for (let i = 0; i < hashes.length; i += 1) {
    const key = (hashes[i] as number) | 0;
    let at = key & mask;
    while (places[at] !== 0) at = (at + 1) & mask;
    keys[at] = key;
    places[at] = i + 1;
  }
  return {
    find: (hash) => {
      const key = hash | 0;
      let at = key & mask;
      for (;;) {
        const place = places[at] as number;
        if (place === 0) return -1;
        if (keys[at] === key) return place - 1;
        at = (at + 1) & mask;
      }
    },
  };
};
