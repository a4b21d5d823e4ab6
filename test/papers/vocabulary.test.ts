import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/core/question/editDistance.ts';
import { decodeVocabulary, encodeVocabulary, findNear } from '../../src/papers/index/vocabulary.ts';

const WORD = fc.string({ unit: fc.constantFrom(...'abcde'), minLength: 3, maxLength: 9 });
const open = (words: string[]) =>
  decodeVocabulary([encodeVocabulary(words), encodeVocabulary(words.slice(1))]);

describe('words near a misspelt one', () => {
  it('are all those of one slip', () => {
    fc.assert(
      fc.property(fc.uniqueArray(WORD, { maxLength: 60 }), WORD, (words, word) => {
        const near = findNear(open(words), word, 1).map((found) => found.word);
        const wanted = words.filter((other) => editDistance(word, other, 1) === 1);
        expect(near.toSorted()).toEqual(wanted.toSorted());
      }),
    );
  });

  it('are those of two slips that begin alike', () => {
    const words = open(['gabapentin', 'pregabalin', 'habapentim']);
    expect(findNear(words, 'gabepentim', 2)).toEqual([{ word: 'gabapentin', slips: 2 }]);
  });

  it.each(['', 'ab', 'x'.repeat(25), 'naïve', 'b12', 'GABA'])('are none for %j', (word) => {
    expect(findNear(open(['abc', 'gaba']), word, 1)).toEqual([]);
  });

  it('are none in an empty vocabulary', () => {
    expect(findNear(open([]), 'baclofen', 2)).toEqual([]);
    expect(findNear(open(['12', 'ü']), 'baclofen', 2)).toEqual([]);
  });
});
