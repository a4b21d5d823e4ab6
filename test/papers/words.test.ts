import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/core/question/foldText.ts';
import { hashTerm } from '../../src/papers/index/hashTerm.ts';
import { createLexicon } from '../../src/papers/index/lexicon.ts';
import { termOf, wordsOf } from '../../src/papers/index/words.ts';

const ANY_TEXT = fc.string({ unit: 'grapheme', maxLength: 200 });

describe('the words of a text', () => {
  it.each([
    ['Gabapentin (900–1600 mg/day)', ['gabapentin', '900', '1600', 'mg', 'day']],
    ["Patients' and O’Neil's", ['patients', 'and', 'oneils']],
    ['Ménière’s', ['menieres']],
    ['µg ≥5 %', ['μg', '5']],
    ['i–gel™', ['i', 'geltm']],
    ['', []],
    [' \u0000 …', []],
  ])('%j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('are read in place as they are folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 200 }), (text) => {
        expect(wordsOf(text)).toEqual(foldText(text).split(' ').filter(Boolean));
      }),
    );
  });

  it('are cut where nobody wrote them', () => {
    expect(wordsOf('x'.repeat(10_000))).toEqual(['x'.repeat(64)]);
  });

  it('have the same terms in a lexicon, seen before or not', () => {
    fc.assert(
      fc.property(fc.array(ANY_TEXT, { maxLength: 5 }), (texts) => {
        const lexicon = createLexicon();
        const into = new Uint32Array(1_000);
        for (const text of [...texts, ...texts]) {
          const end = lexicon.read(text, into, 0);
          const hashes = [...into.subarray(0, end)].map((term) => lexicon.hashes[term]);
          expect(hashes).toEqual(wordsOf(text).map((word) => hashTerm(termOf(word))));
        }
        expect(new Set(lexicon.words).size).toBe(lexicon.words.length);
      }),
    );
  });

  it('fill a lexicon of many', () => {
    const lexicon = createLexicon();
    const into = new Uint32Array(200_000);
    const words = Array.from({ length: 150_000 }, (_, i) => `w${i}x`);
    expect(lexicon.read(words.join(' '), into, 0)).toBe(words.length);
    expect(new Set(into.subarray(0, words.length)).size).toBe(words.length);
    expect(lexicon.read(words.join(' '), into.subarray(0, 7), 0)).toBe(7);
  });
});
