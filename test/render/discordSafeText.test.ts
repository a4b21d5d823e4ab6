import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeLinked, link, safeUrl } from '../../src/render/discord/links.ts';
import { clean, cleanWithin, escapeText, escapeWithin } from '../../src/render/discord/safeText.ts';

/** As Discord reads a backslash: before any mark it is gone, and the mark stays. */
const unescaped = (text: string): string => text.replace(/\\([^0-9A-Za-z\s])/g, '$1');
const withoutEscapes = (text: string): string => text.replace(/\\[^0-9A-Za-z\s]/g, ' ');

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 100 }),
  fc
    .array(
      fc.constantFrom(
        ...['*', '_', '~~', '||', '`', '```', '\\', '[a](https://e.example)', '<@1>', '<t:1>', '#'],
        ...['# a', '- a', '1. a', '-# a', '> a', '@everyone', 'https://e.example/x', ':smile:'],
        ...['discord.gg/abc', '\u202e', '\u200b', '\ud83d', '💊', 'مرحبا', '\n', '</a:1>', 'word '],
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join('')),
);

describe('an escaped text', () => {
  it('reads as the text does, on one line and without what is invisible', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(unescaped(escapeText(text))).toBe(clean(text));
        expect(clean(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}]/u);
        expect(clean(text).isWellFormed()).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('has nothing left that Discord would make something of', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const bare = withoutEscapes(escapeText(text));
        expect(bare).not.toMatch(/[*_~|`<[\]@]/);
        expect(bare).not.toMatch(/https?:\/\//i);
        expect(bare).not.toMatch(/:[\w+-]+:/);
        expect(escapeText(text)).not.toMatch(/^(?:#|>|-|\+|\d+\.)/);
        expect(escapeText(text)).not.toMatch(/discord\.gg\//);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['10.1186/s41984-019-0070-7', '10\\.1186/s41984-019-0070-7'],
    ['5 of 5, 95% interval 57 to 100%', '5 of 5, 95% interval 57 to 100%'],
    ['p < 0.001 (n = 4)', 'p \\< 0.001 (n = 4)'],
    ['@everyone', '\\@everyone'],
    ['# big', '\\# big'],
    ['1. first', '1\\. first'],
    ['see https://e.example', 'see https\\://e.example'],
  ])('keeps what is plain: %s', (text, shown) => {
    expect(escapeText(text)).toBe(shown);
  });
});

describe('a text cut to a room', () => {
  it('fits, is well formed, and tears no escape', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 120 }), (text, room) => {
        for (const cut of [escapeWithin(text, room), cleanWithin(text, room)]) {
          expect(cut.length).toBeLessThanOrEqual(room);
          expect(cut.isWellFormed()).toBe(true);
        }
        expect(escapeWithin(text, room)).not.toMatch(/(?<!\\)(?:\\\\)*\\…?$/);
        expect(withoutEscapes(escapeWithin(text, room))).not.toMatch(/[*_~|`<[\]@]/);
      }),
      { numRuns: 1000 },
    );
  });

  it('is whole where it fits, and else ends between words with an ellipsis', () => {
    expect(escapeWithin('one two three', 13)).toBe('one two three');
    expect(escapeWithin('one two three', 12)).toBe('one two…');
    expect(escapeWithin('x'.repeat(50), 10)).toBe(`${'x'.repeat(9)}…`);
    expect(cleanWithin('💊'.repeat(10), 10)).toBe(`${'💊'.repeat(4)}…`);
  });
});

describe('a link', () => {
  it.each([
    ['https://doi.org/10.1/(a)b', 'https://doi.org/10.1/%28a%29b'],
    ['http://e.example/a b', 'http://e.example/a%20b'],
    ['https://e.example/?q="<x>"', 'https://e.example/?q=%22%3Cx%3E%22'],
    ['https://e.example/*_|`', 'https://e.example/%2A_%7C%60'],
  ])('leads where it says, in letters that end no link: %s', (url, safe) => {
    expect(safeUrl(url)).toBe(safe);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://e.example/',
    'discord://app',
    'https://user:secret@e.example/',
    'no address',
    '',
    `https://e.example/${'x'.repeat(600)}`,
  ])('is none where it is not safe: %s', (url) => {
    expect(safeUrl(url)).toBeNull();
    expect(link('label', url)).toBe('label');
  });

  it('has a label that cannot end it', () => {
    expect(link('[Gabapentin] **x** ](https://evil.example)', 'https://e.example/')).toBe(
      '[(Gabapentin) \\*\\*x\\*\\* )(https\\://evil.example)](https://e.example/)',
    );
  });

  it('stands in a note by the name of its site, whatever comes before and behind', () => {
    const told = escapeLinked('masked')(
      'Go to *https://www.who.int/a_b(c)*, now. Or https://b.example/x.',
    );
    expect(told).toContain('[who.int](https://www.who.int/a_b');
    expect(told).toContain('[b.example](https://b.example/x).');
    expect(escapeLinked('quiet')('https://b.example/x')).toBe('[b.example](<https://b.example/x>)');
  });
});
