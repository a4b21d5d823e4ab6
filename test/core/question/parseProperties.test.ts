import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Correction, Filters, Intent, Linked, Risk } from '../../../src/core/domain/question.ts';
import { madeSlow } from './madeSlow.ts';
import { MISSPELLINGS, ORDINARY } from './misspellings.ts';
import { createParser, library, parse } from './understand.ts';

const concepts = [...library.conditions, ...library.interventions, ...library.outcomes];
const known = new Set(concepts.map(({ id }) => id));
const nameWords = [
  ...new Set(
    concepts.flatMap(({ label, synonyms, lay }) =>
      [label, ...synonyms, ...lay].flatMap((name) => name.split(' ')),
    ),
  ),
];
const drugs = library.interventions.map(({ label }) => label).filter((name) => !name.includes(' '));
const titles = library.studies.flatMap(({ title }) => title ?? []);

const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
/** A name with one letter put in, left out or changed: what costs the speller most. */
const slipIn = (names: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...names), fc.nat(), letter, fc.constantFrom(0, 1))
    .map(([name, at, put, taken]) => {
      const place = at % (name.length + 1);
      return name.slice(0, place) + put + name.slice(place + taken);
    });

const HOSTILE = [
  '(((a+)+)+$',
  '^(a|a)*$',
  '.*.*.*=.*',
  '\\',
  '[[[',
  '{{{',
  '$&',
  '$1',
  '%s%n',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'ztreatment',
  'zcondition',
  'zoutcome',
  "' OR 1=1 --",
  '" NEAR(',
  '<script>',
  '\u0000',
  '\u202e',
  '\ud800',
  '\udfff',
  'ﷺ',
  'İ',
  'ß',
  'e\u0301\u0301\u0301',
  '👨‍👩‍👧‍👦',
  '10.1234/',
  'pmid ',
  '"',
  "'",
  '’',
  '-',
  '_',
];

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 700 }),
  fc.string({ unit: 'grapheme', maxLength: 500 }),
  fc.string({ maxLength: 700 }),
  fc.array(fc.constantFrom(...nameWords, ...HOSTILE), { maxLength: 90 }).map((w) => w.join(' ')),
  fc.array(fc.constantFrom(...HOSTILE), { maxLength: 90 }).map((parts) => parts.join('')),
  fc
    .array(
      fc.constantFrom(...Object.values(MISSPELLINGS).flat(), ...Object.values(ORDINARY).flat()),
      {
        maxLength: 40,
      },
    )
    .map((parts) => parts.join(' ')),
);

const slowText = fc.oneof(
  anyText,
  fc.array(slipIn(drugs), { minLength: 40, maxLength: 60 }).map((words) => words.join(' ')),
  fc.array(slipIn(nameWords), { minLength: 40, maxLength: 80 }).map((words) => words.join(' ')),
  // One word again and again, of few letters: many names are half alike to it.
  fc
    .tuple(fc.string({ unit: fc.constantFrom(...'seacr'), minLength: 5, maxLength: 12 }))
    .map(([word]) => `${word} `.repeat(100)),
  fc
    .tuple(fc.constantFrom(...nameWords, ...HOSTILE), fc.constantFrom('', ' ', '\n', '-'))
    .map(([part, between]) => `${part}${between}`.repeat(500)),
  fc.constantFrom(...titles).map((title) => `"${title} ${title}`.repeat(3)),
);

/** Far above what any text takes (`npm run bench` measures that): what goes on longer hangs. */
const LIMIT_MS = 2_000;
const hangs = (text: string): boolean => {
  const start = performance.now();
  parse(text);
  return performance.now() - start > LIMIT_MS;
};

const MADE_SLOW = madeSlow(drugs);

describe('Any text', () => {
  it('is understood without an error, into what a question is', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const question = parse(raw);
        const { conditions, interventions, outcomes, corrections, filters } = question;
        expect([...question.text].length).toBeLessThanOrEqual(500);
        expect(Intent.options).toContain(question.intent);
        for (const linked of [...conditions, ...interventions, ...outcomes]) {
          Linked.parse(linked);
          expect(known).toContain(linked.id);
          for (const part of linked.matched.split(' + ')) expect(question.text).toContain(part);
        }
        for (const correction of corrections) {
          Correction.parse(correction);
          expect(question.text).toContain(correction.from);
          expect(correction.to).not.toBe('');
        }
        Filters.parse(filters);
        for (const risk of question.risks) expect(Risk.options).toContain(risk);
      }),
      { numRuns: 300 },
    );
  });

  it('is understood the same way twice, and by another parser', () => {
    const other = createParser();
    fc.assert(
      fc.property(anyText, (raw) => {
        const question = parse(raw);
        expect(parse(raw)).toEqual(question);
        expect(other(raw)).toEqual(question);
      }),
      { numRuns: 150 },
    );
  });

  it('links a mended name only where it reports the correction', () => {
    fc.assert(
      fc.property(fc.array(slipIn(nameWords), { maxLength: 12 }), (words) => {
        const { conditions, interventions, outcomes, corrections } = parse(words.join(' '));
        const reported = corrections.map(({ from }) => from);
        for (const { score, matched } of [...conditions, ...interventions, ...outcomes])
          if (score < 1)
            expect(matched.split(' + ').some((part) => reported.includes(part))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('holds the same risks whatever stands behind it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...nameWords), { maxLength: 20 }), (words) => {
        expect(parse(`I want to die. ${words.join(' ')}`).risks).toContain('suicidal-thoughts');
      }),
    );
  });
});

describe('No text hangs the parser', () => {
  it.each(Object.entries(MADE_SLOW))('not %s', (_, text) => {
    expect(hangs(text)).toBe(false);
  });

  it('not any text', () => {
    fc.assert(
      fc.property(slowText, (raw) => {
        expect(hangs(raw)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
