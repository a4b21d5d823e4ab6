import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMeant } from '../../../src/core/question/isMeant.ts';
import { MEANT, NOT_MEANT } from './meantPhrases.ts';
import { parse } from './understand.ts';

const hears = (text: string) => isMeant(parse(text));

describe('a message in a channel where the bot hears everything', () => {
  it.each(MEANT)('is answered: %s', (text) => {
    expect(hears(text)).toBe(true);
  });

  it.each(NOT_MEANT)('is left alone: %s', (text) => {
    expect(hears(text)).toBe(false);
  });

  it('is answered in capitals, with emoji and with marks, too', () => {
    const changed = (change: (text: string) => string) =>
      MEANT.filter((text) => text.includes('?')).filter((text) => !hears(change(text)));
    expect(changed((text) => `${text}?!`)).toEqual([]);
    expect(changed((text) => `${text} 🙏`)).toEqual([]);
    expect(changed((text) => `<@123456789012345678> ${text}`)).toEqual([]);
  });
});

describe('a danger, heard unasked', () => {
  it.each([
    'i took too many gabapentin',
    'i want to kill myself',
    'my friend is talking about suicide',
    'he wont wake up, he took all the tizanidine',
    'i think i overdosed',
    'i swallowed a whole bottle of pills',
    'she stopped breathing after the baclofen',
    'my dog ate my baclofen tablets',
  ])('is answered: %s', (text) => {
    expect(hears(text)).toBe(true);
  });

  it.each([
    'this game is killing me',
    'my phone died',
    'i want to die lol',
    'i overdosed on netflix',
    'i cant breathe 😂😂',
    'suicide squad is a bad movie, i said it',
    'food poisoning again',
    'the boss fight made me want to kill myself lmao',
    'passed out on the sofa after work',
    'I took 2 tablets of paracetamol for the headache',
    'took my usual dose of baclofen',
    'he could not wake up for school',
  ])('is none in: %s', (text) => {
    expect(hears(text)).toBe(false);
  });
});

describe('links and code', () => {
  it.each([
    'https://pubmed.ncbi.nlm.nih.gov/28328324/',
    'https://doi.org/10.1038/sj.sc.3100481',
    'look https://example.org/gabapentin-for-hemifacial-spasm?x=1',
    '`does gabapentin help hemifacial spasm?`',
    '```\ndoes gabapentin help hemifacial spasm?\n```',
    'if (drug === "baclofen") return `what helps hemifacial spasm?`;',
  ])('are left alone: %s', (text) => {
    expect(hears(text)).toBe(false);
  });

  it.each([
    'what did https://doi.org/10.1038/sj.sc.3100481 find?',
    'does gabapentin help hemifacial spasm? saw this: https://example.org/x',
  ])('do not hide a question: %s', (text) => {
    expect(hears(text)).toBe(true);
  });
});

describe('any message', () => {
  it('is judged without an error, and the same way twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        expect(hears(text)).toBe(hears(text));
      }),
      { numRuns: 200 },
    );
  });

  it('without any word of ours is left alone, unless it is a danger', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            ...'does is the game coming tonight help me what anyone you my cat better dose ?'.split(
              ' ',
            ),
          ),
          { maxLength: 15 },
        ),
        (words) => {
          expect(hears(words.join(' '))).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });
});
