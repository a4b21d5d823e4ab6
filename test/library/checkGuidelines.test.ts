import { describe, expect, it } from 'vitest';
import { edit, faultsWith, lineWith } from './dataCopy.ts';

const FILE = 'guidelines/academy-2016.yaml';
const GUIDELINE = `id: academy-2016
title: Gabapentin in hemifacial spasm
organisations: [{ name: Academy of Spasms, short: AS }]
authors: []
year: 2016
journal: null
ids: { pmid: null, doi: null }
ratings:
  - intervention: gabapentin
    condition: hemifacial-spasm
    system: AAN
    rating: Level B
    statement: Should be considered.
limitations: []
superseded_by: null
sources:
  - url: https://example.org/academy
    read: 2026-11-22
    supports: [title, ratings.0]
status: verified
`;

describe('a guideline', () => {
  it('without fault has none', () => {
    expect(faultsWith({ [FILE]: GUIDELINE })).toEqual([]);
  });

  it.each([
    [
      'an unknown treatment',
      'intervention: gabapentin',
      'intervention: gabapentine',
      /no intervention "gabapentine"/,
    ],
    [
      'an unknown condition',
      'condition: hemifacial-spasm',
      'condition: spasms',
      /no condition "spasms"/,
    ],
    [
      'a rating that no source states',
      '[title, ratings.0]',
      '[title]',
      /No source supports ratings\.0/,
    ],
    [
      'support of a rating that is not there',
      'ratings.0]',
      'ratings.0, ratings.7]',
      /no ratings\.7 to support/,
    ],
    [
      'a successor that is not there',
      'superseded_by: null',
      'superseded_by: academy-2024',
      /no other guideline "academy-2024"/,
    ],
    [
      'itself as its successor',
      'superseded_by: null',
      'superseded_by: academy-2016',
      /no other guideline "academy-2016"/,
    ],
    [
      'a day that does not exist',
      'read: 2026-11-22',
      'read: 2026-02-30',
      /a date is a day that exists/,
    ],
    [
      'no rating at all',
      /ratings:\n(?: .*\n)+limitations/.exec(GUIDELINE)?.[0] ?? '',
      'ratings: []\nlimitations',
      /Too small|>=1/,
    ],
  ])('with %s is told so, where it stands', (_, from, to, message) => {
    const faults = faultsWith({ [FILE]: edit(GUIDELINE, from, to) });
    expect(faults.map((fault) => fault.message)).toEqual(
      expect.arrayContaining([expect.stringMatching(message)]),
    );
    expect(faults.every(({ file, line }) => file === `data/${FILE}` && line > 0)).toBe(true);
  });

  it('second-hand may do without support of each rating', () => {
    const text = edit(edit(GUIDELINE, '[title, ratings.0]', '[title]'), 'verified', 'secondary');
    expect(faultsWith({ [FILE]: text })).toEqual([]);
  });

  it('is no study: one id is one record', () => {
    const [study] = ['bandini-1999-gabapentin-hemifacial-spasm'];
    const text = GUIDELINE.replace('academy-2016', study as string);
    const faults = faultsWith({ [`guidelines/${study}.yaml`]: text });
    expect(faults).toMatchObject([
      { line: lineWith(text, `id: ${study}`), message: `There is a study "${study}" too.` },
    ]);
  });
});
