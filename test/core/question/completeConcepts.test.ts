import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../../src/core/answer/plainAnswers.ts';
import { createCompletion } from '../../../src/core/question/completeConcepts.ts';
import { countLibrary } from '../../../src/core/retrieval/countLibrary.ts';
import { createWhole } from '../../support/caveat.ts';
import { study } from '../../support/study.ts';
import { idsOf, parse } from './understand.ts';

const { caveat, library } = createWhole();
const { complete } = caveat;
const counts = countLibrary(library);
const usable = library.studies.filter(({ status }) => status !== 'draft');
const namesOf = (choices: readonly { name: string }[]) => choices.map(({ name }) => name);
const textsOf = (choices: readonly { value: string }[]) => choices.map(({ value }) => value);

describe('completing a treatment', () => {
  it.each([
    ['lioresal', 'baclofen (Lioresal)', 'baclofen'],
    ['Lior', 'baclofen (Lioresal)', 'baclofen'],
    ['gab', 'gabapentin', 'gabapentin'],
    ['gabpentin', 'gabapentin', 'gabapentin'],
    ['gabapetnin', 'gabapentin', 'gabapentin'],
    ['bakl', 'baclofen', 'baclofen'],
    ['botx', 'botulinum toxin type A (Botox)', 'botulinum toxin type A'],
    ['BÓTOX', 'botulinum toxin type A (Botox)', 'botulinum toxin type A'],
    ['MVD', 'microvascular decompression (MVD)', 'microvascular decompression'],
    ['decompression micro', 'microvascular decompression', 'microvascular decompression'],
    ['tegretol', 'carbamazepine (Tegretol)', 'carbamazepine'],
    ['k2', 'vitamin K2', 'vitamin K2'],
    ['  TIZ  ', 'tizanidine', 'tizanidine'],
  ])('reads %o as %s', (typed, name, value) => {
    expect(complete.treatments(typed)[0]).toEqual({ name, value });
  });

  it('offers nothing for what names nothing', () => {
    expect(complete.treatments('zzzz')).toEqual([]);
    expect(complete.treatments('hemifacial')).toEqual([]);
  });

  it('offers, before anything is typed, only what was studied, the most studied first', () => {
    const offered = textsOf(complete.treatments(''));
    const ids = offered.map((label) => library.interventions.find((one) => one.label === label));
    expect(offered).toHaveLength(25);
    expect(ids.every((one) => one && counts.ofIntervention(one.id) > 0)).toBe(true);
    const treatments = ids.filter((one) => one?.kind !== 'class');
    const studied = treatments.map((one) => counts.ofIntervention(one?.id ?? ''));
    expect(studied).toEqual(studied.toSorted((a, b) => b - a));
    expect(offered.indexOf('gabapentin')).toBeLessThan(offered.indexOf('gabapentinoids'));
  });

  it.each(library.conditions.map(({ id }) => id))(
    'offers for %s only what was studied there',
    (condition) => {
      const offered = textsOf(complete.treatments('', { condition }));
      const studied = library.interventions.filter(({ id }) => counts.ofPair(id, condition) > 0);
      expect(offered).toHaveLength(Math.min(25, studied.length));
      expect(offered.filter((label) => !studied.some((one) => one.label === label))).toEqual([]);
    },
  );

  it('puts what was studied for the condition before the rest, which may be typed', () => {
    const offered = textsOf(complete.treatments('b', { condition: 'hemifacial-spasm' }));
    expect(offered[0]).toBe('botulinum toxin type A');
    expect(offered).toContain('baclofen');
  });
});

describe('completing a condition', () => {
  it.each([
    ['HFS', 'hemifacial spasm'],
    ['hemifacal', 'hemifacial spasm'],
    ['face twit', 'hemifacial spasm'],
    ['spacticity', 'spasticity'],
    ['ms', 'multiple sclerosis'],
    ['ms spas', 'spasticity in multiple sclerosis'],
    ['charley', 'muscle cramps'],
    ['nocturnal', 'nocturnal leg cramps'],
    ['RLS', 'restless legs syndrome'],
  ])('reads %o as %s', (typed, label) => {
    expect(textsOf(complete.conditions(typed))[0]).toBe(label);
  });

  it('offers, before anything is typed, those with studies', () => {
    const offered = textsOf(complete.conditions(''));
    expect(offered).toHaveLength(25);
    const studied = caveat.conditions.map(({ label }) => label);
    expect(offered).toEqual(studied.slice(0, 25));
  });
});

describe('completing a study', () => {
  it('has for every study a text that names that study alone', () => {
    const wrong = usable.flatMap((study) => {
      const words = [study.authors[0] ?? '', study.title ?? '', study.year ?? ''].join(' ');
      const typed = words.trim() === '' ? study.interventions[0]?.id : words;
      const value = complete
        .studies(typed ?? '')
        .map((choice) => choice.value)
        .find((text) => {
          const { kind, sources } = caveat.ask(text);
          return kind === 'study' && sources.length === 1 && sources[0]?.studyId === study.id;
        });
      return value === undefined ? [study.id] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('offers every study at a value of its own', () => {
    const values = usable.flatMap(({ year }) => textsOf(complete.studies(String(year ?? ''))));
    const found = new Set(values.map((value) => caveat.ask(value).sources[0]?.studyId));
    expect(values.every((value) => caveat.ask(value).kind === 'study')).toBe(true);
    expect(found.size).toBe(new Set(values).size);
  });

  it.each([
    ['bandini', 'Bandini 1999 · Gabapentin as Treatment for Hemifacial Spasm', 'Bandini 1999'],
    [
      'Hemifacial gabapentin treatment as',
      'Bandini 1999 · Gabapentin as Treatment for Hemifacial Spasm',
      'Bandini 1999',
    ],
    [
      'kitzman',
      'Kitzman 2007 · Gabapentin suppresses spasticity in the spinal cord-injured rat',
      'Kitzman 2007',
    ],
    [
      'rat',
      'Kitzman 2007 · Gabapentin suppresses spasticity in the spinal cord-injured rat',
      'Kitzman 2007',
    ],
    ['25842375', 'El-Tawil 2015 · Quinine for muscle cramps', 'El-Tawil 2015'],
    ['10.1002/14651858.CD005044', 'El-Tawil 2015 · Quinine for muscle cramps', 'El-Tawil 2015'],
  ])('finds by %o', (typed, name, value) => {
    expect(complete.studies(typed)[0]).toEqual({ name, value });
  });

  it('names by a number, else by its record, a study that shares its short name', () => {
    const studies = [
      study({ id: 'someone-2020-a', ids: { pmid: '12345678', doi: null } }),
      study({ id: 'someone-2020-b', ids: { pmid: null, doi: '10.1000/b' } }),
      study({ id: 'someone-2020-c' }),
      study({ id: 'other-2020', authors: ['Other B'] }),
    ];
    const small = createCompletion(
      { ...library, studies },
      {
        counts: countLibrary({ ...library, studies }),
        examples: [],
        studiesMeant: (reference) =>
          reference.by === 'author-year'
            ? studies.filter(({ authors }) =>
                authors[0]?.toLowerCase().startsWith(reference.author),
              )
            : [],
      },
    );
    expect(textsOf(small.studies('')).sort()).toEqual([
      '10.1000/b',
      'Other 2020',
      'PMID 12345678',
      'someone-2020-c',
    ]);
  });

  it('finds a misspelt author', () => {
    expect(textsOf(complete.studies('freidman'))).toContain('Friedman 2019');
  });

  it('offers the newest before anything is typed, and never a draft', () => {
    expect(complete.studies('')).toHaveLength(25);
    expect(complete.studies('')[0]?.value).toMatch(/ 2024$/);
    expect(complete.studies('Rabchevsky 2012').map(({ value }) => value)).not.toContain(
      'PMID 22934077',
    );
  });
});

describe('completing a question', () => {
  it('offers the examples, then what is studied most, before anything is typed', () => {
    const offered = textsOf(complete.questions(''));
    expect(offered.slice(0, EXAMPLES.length)).toEqual(EXAMPLES);
    expect(offered).toHaveLength(25);
  });

  it.each([
    ['gabapentin for hemi', 'gabapentin for hemifacial spasm'],
    ['does botx help hfs', 'botulinum toxin type A for hemifacial spasm'],
    ['what helps night', 'what helps nocturnal leg cramps'],
    ['side effects of bac', 'side effects of baclofen'],
    ['is baclofen safe', 'side effects of baclofen'],
    ['dose of gabapentin hemifacial', 'what dose of gabapentin was studied for hemifacial spasm'],
    ['what is tizan', 'what is tizanidine studied for'],
    ['baclofen or tizanidine for ms', 'tizanidine or baclofen for multiple sclerosis'],
    ['HFS', 'what helps hemifacial spasm'],
  ])('goes on from %o', (typed, text) => {
    expect(textsOf(complete.questions(typed))[0]).toBe(text);
  });

  it('offers only questions that have an answer, and that mean what they say', () => {
    const typed = ['', 'what helps', 'side effects', 'what dose', 'or', 'what is'].concat(
      [...library.interventions, ...library.conditions].map(({ label }) => label),
    );
    const offered = new Set(typed.flatMap((text) => textsOf(complete.questions(text))));
    expect(offered.size).toBeGreaterThan(400);
    const unanswered = [...offered].filter(
      (text) =>
        !['evidence', 'safety'].includes(caveat.ask(text).kind) ||
        parse(text).corrections.length > 0,
    );
    expect(unanswered).toEqual([]);
    expect(idsOf(parse([...offered][10] as string).conditions).length).toBeGreaterThan(0);
  });
});

describe('any list of choices', () => {
  const lists = (typed: string) => [
    complete.treatments(typed),
    complete.treatments(typed, { condition: 'spasticity' }),
    complete.treatments(typed, { condition: 'no-such-condition' }),
    complete.conditions(typed),
    complete.studies(typed),
    complete.questions(typed),
  ];
  const holds = (typed: string) => {
    for (const list of lists(typed)) {
      expect(list.length).toBeLessThanOrEqual(25);
      for (const { name, value } of list) {
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(100);
        expect(name.isWellFormed()).toBe(true);
        expect(value.length).toBeGreaterThan(0);
        expect(value.length).toBeLessThanOrEqual(100);
      }
      expect(new Set(namesOf(list)).size).toBe(list.length);
      expect(new Set(textsOf(list)).size).toBe(list.length);
    }
  };

  it('keeps the limits of Discord, for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), holds), {
      numRuns: 150,
    });
  });

  it.each([
    '',
    ' ',
    'a',
    'e',
    '__proto__',
    'constructor',
    '((((',
    '\ud800',
    '2',
    'x'.repeat(6000),
    'gabapentin '.repeat(500),
  ])('keeps them for %o', holds);

  it('keeps them for every name of the library', () => {
    for (const { label } of [...library.interventions, ...library.conditions]) holds(label);
    for (const { title } of usable) holds(title ?? '');
  });
});
