import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHashTable } from '../../src/papers/index/hashTable.ts';
import { hashTerm } from '../../src/papers/index/hashTerm.ts';
import { mergeSegments } from '../../src/papers/index/mergeSegments.ts';
import { decodePostings, encodePostings } from '../../src/papers/index/postings.ts';
import { encodeVocabulary } from '../../src/papers/index/vocabulary.ts';

describe('postings', () => {
  it('come back as they were', () => {
    const list = fc.uniqueArray(fc.nat(5_000_000), { maxLength: 300 });
    fc.assert(
      fc.property(list, fc.infiniteStream(fc.integer({ min: 1, max: 255 })), (numbers, stream) => {
        const docs = numbers.toSorted((a, b) => a - b);
        const impacts = docs.map(() => stream.next().value as number);
        const back = decodePostings(encodePostings(docs, impacts));
        expect([...back.docs]).toEqual(docs);
        expect([...back.impacts]).toEqual(impacts);
      }),
    );
  });
});

describe('a table of numbers', () => {
  it('finds each that it has, and no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(2 ** 32 - 1), { maxLength: 500 }), (numbers) => {
        const [out = 1, ...inside] = numbers;
        const table = createHashTable(inside);
        inside.forEach((number, place) => {
          expect(table.find(number)).toBe(place);
        });
        expect(table.find(out)).toBe(-1);
      }),
    );
  });
});

describe('segments that are merged', () => {
  const segment = (docs: number[], gone: number[], terms: Record<string, number[]>) => ({
    docs: Uint32Array.from(docs),
    gone: Uint32Array.from(gone),
    vocabulary: encodeVocabulary(Object.keys(terms)),
    postings: Object.entries(terms).map(([term, list]) => ({
      hash: hashTerm(term),
      data: encodePostings(
        list,
        list.map((doc) => doc + 1),
      ),
    })),
  });

  it('have the papers of all but those that are gone, and only their words', () => {
    const merged = mergeSegments([
      segment([10, 11, 12], [1], { pain: [0, 1, 2], cramp: [1] }),
      segment([20, 21], [], { pain: [1], sleep: [0] }),
    ]);
    expect([...merged.docs]).toEqual([10, 12, 20, 21]);
    expect(merged.words).toEqual(['pain', 'sleep']);
    const lists = new Map(merged.postings.map(({ hash, data }) => [hash, decodePostings(data)]));
    expect([...(lists.get(hashTerm('pain'))?.docs ?? [])]).toEqual([0, 1, 3]);
    expect([...(lists.get(hashTerm('pain'))?.impacts ?? [])]).toEqual([1, 3, 2]);
    expect([...(lists.get(hashTerm('sleep'))?.docs ?? [])]).toEqual([2]);
    expect(lists.has(hashTerm('cramp'))).toBe(false);
    const hashes = merged.postings.map(({ hash }) => hash);
    expect(hashes).toEqual(hashes.toSorted((a, b) => a - b));
  });
});
