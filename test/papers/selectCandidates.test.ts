import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Postings } from '../../src/papers/index/postings.ts';
import { selectCandidates } from '../../src/papers/search/selectCandidates.ts';

const SIZE = 40;
const list = fc
  .array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 242 })), {
    minLength: SIZE,
    maxLength: SIZE,
  })
  .map((entries): Postings => {
    const there = [...entries.keys()].filter((i) => entries[i]?.[0]);
    return {
      docs: Uint32Array.from(there),
      impacts: Uint8Array.from(there, (i) => entries[i]?.[1] ?? 0),
    };
  });

it('sums up what every word tells, over all segments, without what is gone', () => {
  const term = fc.record({
    weight: fc.integer({ min: 1, max: 8 }),
    strength: fc.constantFrom(1, 0.5),
  });
  fc.assert(
    fc.property(
      fc.array(fc.array(list, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
      fc.array(term, { minLength: 3, maxLength: 3 }),
      fc.uniqueArray(fc.nat(SIZE - 1), { maxLength: 5 }),
      fc.integer({ min: 1, max: 10 }),
      (lists, weights, gone, k) => {
        const segments = lists.map((_, segment) => ({
          segment,
          size: SIZE,
          docs: Uint32Array.from({ length: SIZE }, (__, i) => segment * 1_000 + i),
          gone: new Set(gone),
        }));
        const postings = new Map(
          lists.map((mine, segment) => [segment, new Map(mine.map((each, hash) => [hash, each]))]),
        );
        const terms = weights.map(({ weight, strength }, hash) => ({
          weight,
          isCommon: false,
          forms: new Map([[hash, strength]]),
        }));
        const sums = new Map<number, number>();
        lists.forEach((mine, segment) => {
          mine.forEach(({ docs, impacts }, hash) => {
            const { weight = 0, strength = 0 } = weights[hash] ?? {};
            docs.forEach((doc, i) => {
              const id = segment * 1_000 + doc;
              if (!gone.includes(doc))
                sums.set(id, (sums.get(id) ?? 0) + weight * strength * (impacts[i] ?? 0));
            });
          });
        });
        const best = [...sums].sort(([a, m], [b, n]) => n - m || a - b).slice(0, k);
        expect(selectCandidates(segments, postings, terms, k)).toEqual(
          best.map(([doc, sum]) => ({ doc, sum })),
        );
      },
    ),
  );
});
