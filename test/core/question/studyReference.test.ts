import { describe, expect, it } from 'vitest';
import { surnameOf } from '../../../src/core/domain/study.ts';
import { authorWords } from '../../../src/core/question/studyReference.ts';
import { study } from '../../support/study.ts';
import { library, parse } from './understand.ts';

const referenceIn = (text: string) => parse(text).reference;
const bandini = { by: 'author-year', author: 'bandini', year: 1999 };

describe('A study by its author and year', () => {
  it.each([
    'Bandini 1999',
    'bandini 1999',
    'BANDINI 1999',
    'Bandini, 1999',
    'Bandini (1999)',
    'Bandini et al 1999',
    'Bandini et al. 1999',
    'Bandini et al., 1999',
    'Bandini F et al. 1999',
    'what did Bandini 1999 find?',
    'Bandini 1999 gabapentin hemifacial spasm',
    'tell me about Bandini et al. (1999) on gabapentin',
    'Bandini and Mazzella 1999',
    'Bandini & Mazzella (1999)',
    'the 1999 study by Bandini',
    'Bandini F, Mazzella L. Eur Neurol 1999',
  ])('is found in “%s”', (text) => {
    const found = parse(text);
    expect(found.intent).toBe('study');
    expect(found.reference).toMatchObject({ by: 'author-year', year: 1999 });
    expect(['bandini', 'mazzella']).toContain(
      found.reference?.by === 'author-year' && found.reference.author,
    );
    expect(found.corrections).toEqual([]);
  });

  it.each([
    'Bandini et al.',
    'bandini et al',
    'the Bandini study',
    'Bandini trial',
    'the bandini study',
    'bandini paper',
    'what did bandini find?',
    'What did Bandini report',
    'study by bandini',
  ])('or by its author alone, where a study is meant: “%s”', (text) => {
    expect(referenceIn(text)).toEqual({ ...bandini, year: null });
  });

  it.each([
    ['Bandinni 1999', 'Bandinni'],
    ['bandnii 1999', 'bandnii'],
    ['Bandin et al. 1999', 'Bandin'],
  ])('is found with a misspelt author, which is reported: “%s”', (text, from) => {
    expect(referenceIn(text)).toEqual(bandini);
    expect(parse(text).corrections).toEqual([{ from, to: 'Bandini' }]);
  });

  it('is asked for, and not made another, where the author has none of that year', () => {
    expect(referenceIn('Bandini 2005')).toEqual({ ...bandini, year: 2005 });
    expect(referenceIn('Bandinni 2005')).toBeNull();
  });

  it.each([
    ['Roguin Maor 2017', 2017],
    ['van Tulder 2003', 2003],
    ['El-Tawil 2015', 2015],
    ['Corey-Bloom 2012', 2012],
    ['el tawil et al. 2015', 2015],
  ])('is found by a surname of several words: “%s”', (text, year) => {
    expect(referenceIn(text)).toMatchObject({ by: 'author-year', year });
  });
});

describe('No author', () => {
  it.each([
    'since 1999',
    'in 1999',
    'gabapentin since 1999',
    'gabapentin before 1999',
    'I was born in 1999',
    'june 2003',
    'summer 2003',
    'back in 2001',
    'class of 1994',
    'Windows 2000',
    'world cup 2002',
    'covid 2020',
    'best of 2017',
    'Bandini',
    'bandini gabapentin',
    'I like Bandini',
    'bandini would study harder',
    'the smith study',
    'the park study',
    'what did snow report',
  ])('is seen in “%s”', (text) => {
    expect(referenceIn(text)).toBeNull();
  });

  it.each(['killer 2001', 'talker 2018', 'butter 2000', 'darker 1995'])(
    'is made of a word that is spelt right: “%s”',
    (text) => {
      expect(referenceIn(text)).toBeNull();
    },
  );

  it.each(['lots of snow 2003', 'the park 2021', 'a nice tan 2020', 'as long 2003', 'young 2001'])(
    'is made of an everyday word of whom there is no study of that year: “%s”',
    (text) => {
      expect(referenceIn(text)).toBeNull();
    },
  );

  it.each([
    'does it last long, and are there studies since 2017',
    'the young and the old since 2003',
  ])('is made of an everyday word with a year that limits the studies: “%s”', (text) => {
    expect(referenceIn(text)).toBeNull();
  });

  it('is mended from a word and a year of another study', () => {
    expect(referenceIn('Miler 1977')).toBeNull();
  });
});

describe('A study by its number', () => {
  it.each([
    'PMID 10529544',
    'pmid: 10529544',
    'PMID:10529544.',
    'pmid #10529544',
    'PubMed ID 10529544',
    '10529544',
    'what is PMID 10529544 about?',
    'https://pubmed.ncbi.nlm.nih.gov/10529544/',
    'see pubmed.ncbi.nlm.nih.gov/10529544?dopt=Abstract',
  ])('in PubMed is found in “%s”', (text) => {
    expect(parse(text)).toMatchObject({
      intent: 'study',
      reference: { by: 'pmid', pmid: '10529544' },
    });
  });

  it.each(['12345', 'call me at 5551234', '300 mg', 'I counted 10529544 sheep', 'pmid', 'pmid 12'])(
    'is not seen in “%s”',
    (text) => {
      expect(referenceIn(text)).toBeNull();
    },
  );
});

describe('A study by its DOI', () => {
  it.each([
    '10.1159/000008039',
    '10.1159/000008039.',
    '10.1159/000008039, please',
    'doi:10.1159/000008039',
    'doi: 10.1159/000008039;',
    'https://doi.org/10.1159/000008039',
    'see doi.org/10.1159/000008039?',
    '(10.1159/000008039)',
    '[10.1159/000008039]',
    '"10.1159/000008039"',
    '<10.1159/000008039>',
    '(see 10.1159/000008039).',
  ])('is found without what stands after it: “%s”', (text) => {
    expect(parse(text)).toMatchObject({
      intent: 'study',
      reference: { by: 'doi', doi: '10.1159/000008039' },
    });
  });

  it('keeps the brackets that belong to it, and is in small letters', () => {
    expect(referenceIn('(10.1016/S0140-6736(03)14738-1).')).toEqual({
      by: 'doi',
      doi: '10.1016/s0140-6736(03)14738-1',
    });
    expect(referenceIn('10.1002/14651858.CD001332.pub2.')).toEqual({
      by: 'doi',
      doi: '10.1002/14651858.cd001332.pub2',
    });
  });

  it.each(['10.5 mg', '10/20', '10.1159', 'version 10.12/3'])('is not seen in “%s”', (text) => {
    expect(referenceIn(text)).toBeNull();
  });
});

describe('A study by its title', () => {
  it.each([
    'Gabapentin as Treatment for Hemifacial Spasm',
    'gabapentin as treatment for hemifacial spasm.',
    '"Gabapentin as Treatment for Hemifacial Spasm"',
    '“Gabapentin as Treatment”',
    'the study called gabapentin as treatment for hemifacial',
    'find the paper titled Gabapentin as treatment',
    'Effect of Magnesium Oxide Supplementation on Nocturnal Leg Cramps',
    'Gabapentin for the treatment of spasticity in patients with spinal cord injury',
    'Smoked cannabis for spasticity in multiple sclerosis: a randomized, placebo-controlled trial',
  ])('is found in “%s”', (text) => {
    const found = parse(text);
    expect(found.intent).toBe('study');
    expect(found.reference?.by).toBe('title');
  });

  it.each([
    ['Gabapentin as Treatment for Hemifacial Sp', 'gabapentin as treatment for hemifacial spasm'],
    ['"bapentin as Treatment for Hemifac"', 'gabapentin as treatment for hemifacial'],
    [
      'A randomized controlled trial of gabapentin for chronic low back pain with and without a radia',
      'randomized controlled trial of gabapentin for chronic low back pain with and without a radiating',
    ],
  ])('that is cut within a word is read with the word whole: %s', (text, fragment) => {
    expect(referenceIn(text)).toEqual({ by: 'title', fragment });
  });

  it.each([
    'gabapentin hemifacial spasm',
    'gabapentin for hemifacial spasm',
    'does gabapentin work as treatment for hemifacial spasm',
    'quinine for muscle cramps',
    'magnesium for muscle cramps',
    'microvascular decompression for hemifacial spasm',
    'muscle cramps',
    'the study',
    '"gabapentin"',
    'a paper on spasticity',
  ])('is not seen in a question: “%s”', (text) => {
    expect(referenceIn(text)).toBeNull();
  });
});

describe('A study by the id of its record', () => {
  it('is found where nothing else is said', () => {
    expect(referenceIn('gabapentin-albino-rats')).toEqual({
      by: 'id',
      id: 'gabapentin-albino-rats',
    });
    expect(referenceIn(' Gabapentin-Albino-Rats ')).toEqual({
      by: 'id',
      id: 'gabapentin-albino-rats',
    });
    expect(referenceIn('gabapentin-albino-rabbits')).toBeNull();
    // A draft is used in no answer.
    expect(referenceIn('antiepileptics-hemifacial-2019')).toBeNull();
  });
});

describe('Every study of the library', () => {
  // A draft answers nothing, and is not found.
  const usable = library.studies.filter(({ status }) => status !== 'draft');

  it('is found by its DOI, its PMID and its title', () => {
    const lost = usable.flatMap(({ id, title, ids }) => [
      ...(ids.doi === null
        ? []
        : [ids.doi, `see https://doi.org/${ids.doi}.`, `(doi: ${ids.doi.toUpperCase()})`]
            .map((text) => [text, referenceIn(text)] as const)
            .filter(([, found]) => found?.by !== 'doi' || found.doi !== ids.doi?.toLowerCase())
            .map(([text]) => [id, text])),
      ...(ids.pmid !== null &&
      JSON.stringify(referenceIn(`PMID ${ids.pmid}`)) !==
        JSON.stringify({ by: 'pmid', pmid: ids.pmid })
        ? [[id, ids.pmid]]
        : []),
      ...(title !== null && referenceIn(`"${title}"`)?.by !== 'title' ? [[id, title]] : []),
    ]);
    expect(lost).toEqual([]);
  });

  it('is found by its first author and year', () => {
    const lost = usable.flatMap((record) => {
      const [first] = record.authors;
      // A group is called by its title; a person has initials.
      if (first === undefined || surnameOf(first) === first || record.year === null) return [];
      const { year } = record;
      const surname = surnameOf(first);
      return [`${surname} ${year}`, `what did ${surname} et al. (${year}) find?`].filter((text) => {
        const found = referenceIn(text);
        const isFound = found?.by === 'author-year' && found.year === year;
        return !isFound || !authorWords(record).includes(found.author);
      });
    });
    expect(lost).toEqual([]);
  });
});

describe('The surname of an author', () => {
  it.each([
    ['Bandini F', 'Bandini'],
    ['van Tulder MW', 'van Tulder'],
    ['Roguin Maor N', 'Roguin Maor'],
    ['Corey-Bloom J', 'Corey-Bloom'],
    ["O'Malley PG", "O'Malley"],
    ['Daniele', 'Daniele'],
    ['LV', 'LV'],
  ])('in %s is %s', (author, surname) => {
    expect(surnameOf(author)).toBe(surname);
  });

  it('is known whole and by each of its longer words', () => {
    const words = authorWords(study({ authors: ['van Tulder MW', 'Soelberg Sørensen P'] }));
    expect(words).toContain('vantulder');
    expect(words).toContain('tulder');
    expect(words).toContain('soelberg');
    expect(words).not.toContain('van');
  });
});
