import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Paper } from '../../src/core/domain/paper.ts';
import { openPapers, type PapersPlace } from '../../src/papers/openPapers.ts';
import type { PaperScope, PaperStore } from '../../src/ports/paperStore.ts';
import { PAPERS, paper } from '../support/papers.ts';

const EVERYONE: PaperScope = { kind: 'everyone' };
const OURS: PaperScope = { kind: 'guild', guildId: '100000000000000001' };
const THEIRS: PaperScope = { kind: 'guild', guildId: '100000000000000002' };

const HOSTILE = [
  '',
  '   ',
  '\u0000',
  '" OR 1=1 --',
  `'; DROP TABLE paper; --`,
  'NEAR(a b) AND title:* NOT ^"x',
  '🦴💊',
  '\ud800',
  '% _ \\ ? $1 ?1',
  'gabapentin '.repeat(10_000),
  'x'.repeat(100_000),
  Array.from({ length: 5_000 }, (_, i) => `word${i}`).join(' '),
  '\u202e\u200b́́́',
  '10.1000/no-such-paper',
  '0'.repeat(400),
];

/** What every database of papers has to do, in the same words. */
export const papersContract = (createPlace: () => Promise<PapersPlace>): void => {
  let place: PapersPlace;
  let papers: PaperStore;
  beforeEach(async () => {
    place = await createPlace();
    papers = await openPapers(place);
  });
  afterEach(() => papers.close());
  const find = async (text: string, scopes: PaperScope[] = [EVERYONE], limit = 10) =>
    (await papers.search(text, scopes, limit)).hits.map(({ id }) => id);
  const listAll = async (scopes: PaperScope[]) => {
    const ids: string[] = [];
    for await (const { id } of papers.all(scopes)) ids.push(id);
    return ids;
  };

  describe('adding', () => {
    it('keeps a paper as it was, under its PMCID, PMID and DOI', async () => {
      const whole = paper({
        pmcid: '77',
        pmid: '12',
        doi: '10.1000/a(b)<c>',
        title: 'Gabapentin "for" pain \u0000 🦴',
        abstract: 'One line.\nAnother.',
        authors: ['Bandini F'],
        keywords: ['pain'],
        year: 1999,
        retracted: true,
      });
      expect(await papers.add([whole], EVERYONE)).toEqual({ added: 1, changed: 0, unchanged: 0 });
      const stored = { ...whole, id: '77', scope: EVERYONE };
      for (const id of [
        '77',
        'PMC77',
        'pmcid: 77',
        'PMID 12',
        '10.1000/A(b)<C>',
        'https://doi.org/10.1000/a(b)<c>',
      ])
        expect(await papers.byId(id, [EVERYONE]), id).toEqual(stored);
      expect(await papers.byId('PMID 77', [EVERYONE])).toBeNull();
      expect(await papers.byId('', [EVERYONE])).toBeNull();
    });

    it('changes nothing the second time', async () => {
      expect(await papers.add(PAPERS, EVERYONE)).toMatchObject({ added: PAPERS.length });
      const before = await find('baclofen spasticity');
      expect(await papers.add(PAPERS, EVERYONE)).toEqual({
        added: 0,
        changed: 0,
        unchanged: PAPERS.length,
      });
      expect(await find('baclofen spasticity')).toEqual(before);
      expect(await papers.count(EVERYONE)).toBe(PAPERS.length);
    });

    it('takes a paper twice in one file for one', async () => {
      const twice = [paper({ pmid: '5', title: 'Same' }), paper({ pmid: '5', title: 'Same' })];
      expect(await papers.add(twice, EVERYONE)).toEqual({ added: 1, changed: 0, unchanged: 1 });
      expect(await listAll([EVERYONE])).toEqual(['5']);
    });

    it('joins what two sources know of one paper, and is found by the newer words alone', async () => {
      await papers.add(
        [paper({ pmid: '5', title: 'Tizanidine', abstract: 'Sleepiness.' })],
        EVERYONE,
      );
      const second = paper({
        pmid: '5',
        pmcid: '9',
        doi: '10.1000/x',
        title: 'Tizanidin in cramps',
      });
      expect(await papers.add([second], EVERYONE)).toEqual({ added: 0, changed: 1, unchanged: 0 });
      expect(await papers.byId('9', [EVERYONE])).toMatchObject({
        abstract: 'Sleepiness.',
        title: 'Tizanidin in cramps',
      });
      expect(await listAll([EVERYONE])).toEqual(['9']);
      expect(await find('cramps')).toEqual(['9']);
      expect(await find('sleepiness')).toEqual(['9']);
    });

    it('makes one of two papers that turn out to be the same', async () => {
      await papers.add(
        [paper({ pmid: '5', title: 'A' }), paper({ doi: '10.1000/x', title: 'A', year: 1999 })],
        EVERYONE,
      );
      await papers.add([paper({ pmid: '5', doi: '10.1000/x', title: 'A' })], EVERYONE);
      expect(await listAll([EVERYONE])).toEqual(['5']);
      expect(await papers.byId('10.1000/x', [EVERYONE])).toMatchObject({ pmid: '5', year: 1999 });
    });

    it('keeps a paper without any number, once', async () => {
      const nameless = paper({ title: 'A thesis on cramps', year: 1990 });
      await papers.add([nameless], EVERYONE);
      expect(await papers.add([nameless], EVERYONE)).toMatchObject({ unchanged: 1 });
      const [id = ''] = await find('thesis cramps');
      expect(await papers.byId(id, [EVERYONE])).toMatchObject({ title: nameless.title });
    });

    it('takes none, and one of a huge abstract', async () => {
      expect(await papers.add([], EVERYONE)).toEqual({ added: 0, changed: 0, unchanged: 0 });
      const abstract = `${'pain relief '.repeat(100_000)}`;
      await papers.add([paper({ pmid: '1', title: 'Long', abstract })], EVERYONE);
      expect(await find('relief')).toEqual(['1']);
    });

    it('adds all or nothing', async () => {
      const broken = { ...paper({ pmid: '2', title: 'B' }), keywords: null } as unknown as Paper;
      await expect(
        papers.add([paper({ pmid: '1', title: 'A' }), broken], EVERYONE),
      ).rejects.toThrow();
      expect(await papers.count(EVERYONE)).toBe(0);
      expect(await find('A')).toEqual([]);
    });

    it('finds everything however many times it was added to', async () => {
      for (const each of PAPERS) await papers.add([each], EVERYONE);
      for (const { pmid, title } of PAPERS) expect((await find(title))[0], title).toBe(pmid);
    });

    it('loses nothing where two add at once', async () => {
      const other = await openPapers(place);
      await Promise.all([
        papers.add(PAPERS.slice(0, 4), EVERYONE),
        other.add(PAPERS.slice(2), EVERYONE),
        papers.add(PAPERS.slice(3, 5), EVERYONE),
      ]);
      expect(await other.count(EVERYONE)).toBe(PAPERS.length);
      expect((await listAll([EVERYONE])).length).toBe(PAPERS.length);
      await other.close();
    });
  });

  describe('searching', () => {
    it('finds the only paper there is by some of its words, whatever else is asked', async () => {
      const one = paper({ pmid: '5', title: 'Botulinum toxin in stiff person syndrome' });
      const alone: PaperScope = { kind: 'guild', guildId: 'alone' };
      await papers.add([one], alone);
      expect(await find('botulinum toxin zygomatic stiff-person syndrome', [alone])).toEqual(['5']);
      expect(await find('zygomatic', [alone])).toEqual([]);
    });

    beforeEach(() => papers.add(PAPERS, EVERYONE));

    it.each([
      ['baclofen spasticity', '1001'],
      ['BACLOFEN Spasticities', '1001'],
      ['botulinum toxin eyelids', '1003'],
      ['magnesium cramps', '1004'],
      ['oedema furosemide', '1006'],
    ])('finds by words: %s', async (text, id) => {
      expect((await find(text))[0]).toBe(id);
    });

    it('mends words that no paper has, and tells', async () => {
      const { hits, mended } = await papers.search('baclofne spastcity', [EVERYONE], 3);
      expect(hits[0]?.id).toBe('1001');
      expect(mended).toEqual([
        { from: 'baclofne', to: 'baclofen' },
        { from: 'spastcity', to: 'spasticity' },
      ]);
    });

    it('mends nothing that papers have, and no number', async () => {
      const { mended } = await papers.search('baclofen 1234567', [EVERYONE], 3);
      expect(mended).toEqual([]);
    });

    it('finds a paper by its number', async () => {
      for (const text of ['PMID 1003', '1003', ' pmid:1003 '])
        expect(await find(text), text).toEqual(['1003']);
    });

    it('gives so many as were asked for, best first, each once', async () => {
      const { hits } = await papers.search('randomised trial pain', [EVERYONE], 3);
      expect(hits).toHaveLength(3);
      const scores = hits.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
      const all = await find('randomised trial pain', [EVERYONE], 1_000);
      expect(new Set(all).size).toBe(all.length);
      expect(await find('baclofen', [EVERYONE], 0)).toEqual([]);
    });

    it('answers the same each time', async () => {
      const again = await openPapers(place);
      for (const text of ['pain', 'baclofne', 'trial of magnesium']) {
        const first = await papers.search(text, [EVERYONE], 10);
        expect(await papers.search(text, [EVERYONE], 10)).toEqual(first);
        expect(await again.search(text, [EVERYONE], 10)).toEqual(first);
      }
      await again.close();
    });

    it.each(HOSTILE.map((text) => [text.slice(0, 40), text]))(
      'takes %j for words',
      async (_, text) => {
        const { hits } = await papers.search(text, [EVERYONE], 5);
        expect(hits.length).toBeLessThanOrEqual(5);
        await papers.byId(text, [EVERYONE]);
        expect(await papers.count(EVERYONE)).toBe(PAPERS.length);
      },
    );

    it('finds nothing for words that nobody wrote', async () => {
      expect(await papers.search('zzqqxx wwvvkk', [EVERYONE], 10)).toEqual({
        hits: [],
        mended: [],
      });
    });

    it('finds what another process added meanwhile', async () => {
      expect(await find('thalidomide')).toEqual([]);
      const other = await openPapers(place);
      await other.add([paper({ pmid: '9', title: 'Thalidomide in myeloma' })], EVERYONE);
      expect((await find('thalidomide'))[0]).toBe('9');
      await other.forget(EVERYONE);
      expect(await find('thalidomide')).toEqual([]);
      await other.close();
    });

    it('knows other names that it is told of', async () => {
      const told = await openPapers(place, {
        expand: (text) =>
          text.includes('botox')
            ? [{ words: 'botox', others: ['botulinum toxin', 'BoNT in the eyelids'] }]
            : [{ words: 'botulinum toxin', others: ['botulinum toxin after stroke'] }],
      });
      expect((await told.search('botox', [EVERYONE], 1)).hits[0]?.id).toBe('1003');
      expect(
        (await told.search('botulinum toxin', [EVERYONE], 5)).hits.map(({ id }) => id),
      ).toEqual(['1003']);
      await told.close();
    });
  });

  describe('removing', () => {
    beforeEach(async () => {
      await papers.add(
        [
          paper({ pmcid: '5', pmid: '1', doi: '10.1000/a', title: 'Xylometazoline of ours' }),
          paper({ pmid: '5', title: 'Phlebotonics of ours' }),
          paper({ title: 'Nameless levocarnitine' }),
        ],
        OURS,
      );
      await papers.add([paper({ pmid: '1', title: 'Xylometazoline of theirs' })], THEIRS);
    });

    it.each(['1', 'PMID 1', 'pmc5', '10.1000/a', 'https://doi.org/10.1000/a'])(
      'takes one paper away by %s, in its scope alone',
      async (id) => {
        expect(await papers.remove(id, OURS)).toMatchObject({
          removed: { title: 'Xylometazoline of ours', scope: OURS },
          meant: [],
        });
        expect(await papers.remove(id, OURS)).toEqual({ removed: null, meant: [] });
        expect(await papers.count(OURS)).toBe(2);
        for (const name of ['1', 'PMC5', '10.1000/a'])
          expect(await papers.byId(name, [OURS])).toBeNull();
        expect(await find('xylometazoline', [OURS])).toEqual([]);
        expect(await find('xylometazoline', [OURS, THEIRS])).toEqual(['1']);
        expect(await find('phlebotonics', [OURS])).toEqual(['5']);
      },
    );

    it('removes none where a number is the PMCID of one and the PMID of another', async () => {
      const { removed, meant } = await papers.remove('5', OURS);
      expect(removed).toBeNull();
      expect(meant.map(({ title }) => title)).toEqual([
        'Xylometazoline of ours',
        'Phlebotonics of ours',
      ]);
      expect(await papers.count(OURS)).toBe(3);
      await papers.remove('PMID 5', OURS);
      expect(await find('phlebotonics', [OURS])).toEqual([]);
      expect((await papers.remove('5', OURS)).removed?.pmcid).toBe('5');
    });

    it('removes one without numbers by the id that results name', async () => {
      const [id] = await find('levocarnitine', [OURS]);
      expect((await papers.remove(id as string, OURS)).removed?.title).toMatch(/^Nameless/);
    });

    it('leaves nothing to mend by, and may be brought in again', async () => {
      for (const id of ['PMID 5', 'PMC5']) await papers.remove(id, OURS);
      const [last] = await listAll([OURS]);
      await papers.remove(last as string, OURS);
      for (const slip of ['phlebotonisc', 'xylometazolien', 'levocarnitien'])
        expect(await papers.search(slip, [OURS], 5)).toEqual({ hits: [], mended: [] });
      await papers.add([paper({ pmid: '5', title: 'Phlebotonics again' })], OURS);
      expect(await find('phlebotonics', [OURS])).toEqual(['5']);
    });

    it.each(HOSTILE.map((id) => [id.slice(0, 40), id]))('removes nothing for %j', async (_, id) => {
      expect(await papers.remove(id, OURS)).toEqual({ removed: null, meant: [] });
      expect(await papers.count(OURS)).toBe(3);
    });

    it('is seen by other processes', async () => {
      const other = await openPapers(place);
      expect((await other.search('xylometazoline', [OURS], 5)).hits).toHaveLength(1);
      await papers.remove('PMC5', OURS);
      expect((await other.search('xylometazoline', [OURS], 5)).hits).toEqual([]);
      await other.close();
    });
  });

  describe('scopes', () => {
    beforeEach(async () => {
      await papers.add([paper({ pmid: '1', title: 'Xylometazoline of ours' })], OURS);
      await papers.add([paper({ pmid: '1', title: 'Xylometazoline of theirs' })], THEIRS);
      await papers.add([paper({ pmid: '2', title: 'Xylometazoline of all' })], EVERYONE);
    });

    it('are never seen by another', async () => {
      const of = async (scopes: PaperScope[]) =>
        (await papers.search('xylometazoline', scopes, 10)).hits
          .map(({ paper: { title } }) => title)
          .sort();
      expect(await of([OURS])).toEqual(['Xylometazoline of ours']);
      expect(await of([EVERYONE, THEIRS])).toEqual([
        'Xylometazoline of all',
        'Xylometazoline of theirs',
      ]);
      expect(await of([])).toEqual([]);
      expect(await papers.byId('2', [OURS])).toBeNull();
      expect(await papers.byId('1', [])).toBeNull();
      expect(await papers.byId('1', [OURS])).toMatchObject({ title: 'Xylometazoline of ours' });
      expect(await listAll([OURS, EVERYONE])).toEqual(['1', '2']);
      expect(await listAll([])).toEqual([]);
    });

    it('do not lend each other words, not even to mend by', async () => {
      await papers.add([paper({ pmid: '7', title: 'Phlebotonics' })], THEIRS);
      expect(await papers.search('phlebotonisc', [OURS, EVERYONE], 10)).toEqual({
        hits: [],
        mended: [],
      });
    });

    it('are forgotten with all that they held, and nothing else', async () => {
      await papers.add(PAPERS, OURS);
      expect(await papers.forget(OURS)).toBe(PAPERS.length + 1);
      expect(await papers.forget(OURS)).toBe(0);
      expect(await papers.count(OURS)).toBe(0);
      expect(await find('xylometazoline', [OURS])).toEqual([]);
      expect((await papers.search('baclofne', [OURS], 10)).mended).toEqual([]);
      expect(await papers.count(THEIRS)).toBe(1);
      expect(await find('xylometazoline', [THEIRS, EVERYONE])).toHaveLength(2);
      await papers.add(PAPERS, OURS);
      expect((await find('baclofen', [OURS]))[0]).toBe('1001');
    });
  });

  it('outlives being closed', async () => {
    await papers.add(PAPERS, EVERYONE);
    await papers.close();
    papers = await openPapers(place);
    expect((await find('baclofen spasticity'))[0]).toBe('1001');
  });
};
