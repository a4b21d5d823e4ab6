import { describe, expect, it } from 'vitest';
import { Paper } from '../../../src/core/domain/paper.ts';
import { loadLibrary } from '../../../src/library/loadLibrary.ts';
import { interviewStudy } from '../../../src/library/newStudy/interviewStudy.ts';
import { DATA } from '../../support/caveat.ts';

const library = loadLibrary(DATA);
const PAPER = Paper.parse({
  pmid: '32345678',
  doi: '10.1000/xyz',
  title: 'A made-up trial',
  authors: ['Somebody A', 'Else B'],
  journal: 'Journal of Nothing',
  year: 2020,
});

/** Answers by the beginning of the question; an empty answer to all others. */
const interviewed = async (
  answers: Readonly<Record<string, string | string[]>>,
  lookUp: (pmid: string) => Promise<Paper | null>,
) => {
  const left = new Map(Object.entries(answers).map(([label, given]) => [label, [given].flat()]));
  const told: string[] = [];
  const study = await interviewStudy({
    library,
    lookUp,
    today: '2026-11-22',
    interview: {
      ask: async (prompt) => left.get(prompt.split(' (')[0] ?? '')?.shift() ?? '',
      tell: (text) => void told.push(text),
      canRepeat: true,
    },
  });
  return { study, told: told.join('') };
};

const TYPED = {
  Design: 'meta-analysis',
  Condition: 'HFS',
  'Who was studied': 'Adults',
  Intervention: 'botox',
  'Page read': 'https://example.org/',
};

describe('an interview with a PMID that was found', () => {
  it('takes what was found on Enter, and suggests page and id', async () => {
    const asked: string[] = [];
    const { study, told } = await interviewed(
      { ...TYPED, PMID: '32345678', 'Page read': '' },
      async (pmid) => {
        asked.push(pmid);
        return PAPER;
      },
    );
    expect(asked).toEqual(['32345678']);
    expect(told).toContain('Found.');
    expect(study).toMatchObject({
      id: 'somebody-2020-botulinum-toxin-hemifacial-spasm',
      title: 'A made-up trial',
      authors: ['Somebody A', 'Else B'],
      year: 2020,
      journal: 'Journal of Nothing',
      ids: { pmid: '32345678', doi: '10.1000/xyz' },
      sources: [{ url: 'https://pubmed.ncbi.nlm.nih.gov/32345678/', read: '2026-11-22' }],
      status: 'draft',
    });
  });

  it('takes what is typed in its place', async () => {
    const { study } = await interviewed(
      { ...TYPED, PMID: '32345678', Year: '2021' },
      async () => PAPER,
    );
    expect(study.year).toBe(2021);
  });

  it('asks for all where nothing was found, and leaves unknown what is not typed', async () => {
    const { study, told } = await interviewed(
      { ...TYPED, PMID: '32345678', Id: 'x' },
      async () => null,
    );
    expect(told).toContain('Nothing could be looked up');
    expect(study).toMatchObject({ title: null, authors: [], year: null, journal: null });
  });

  it('looks nothing up without a PMID', async () => {
    const { told } = await interviewed({ ...TYPED, Id: 'x' }, async () => {
      throw new Error('nobody was to be asked');
    });
    expect(told).toBe('');
  });
});

describe('an answer that does not do', () => {
  it('is told with the words of the schema, and asked for again', async () => {
    const { study, told } = await interviewed(
      { ...TYPED, Year: ['soon', '1066', '2019'], Id: ['Not An Id', 'an-id'] },
      async () => null,
    );
    expect(told).toMatch(/Year: “soon” does not do: write a number/);
    expect(told).toMatch(/Year: “1066” does not do/);
    expect(told).toMatch(/Id: “Not An Id” does not do: an id is lower case words/);
    expect([study.year, study.id]).toEqual([2019, 'an-id']);
  });

  it('is the id of a record that is there', async () => {
    const [{ id } = { id: '' }] = library.studies;
    const { study, told } = await interviewed(
      { ...TYPED, Id: [id, 'a-new-one'] },
      async () => null,
    );
    expect(told).toContain('a record has this id');
    expect(study.id).toBe('a-new-one');
  });
});

describe('a review', () => {
  it('is not asked for responders', async () => {
    const { study } = await interviewed(
      {
        ...TYPED,
        Id: 'x',
        'Outcome found': ['pain', ''],
        Measured: 'a scale',
        Against: 'placebo',
        Direction: 'improved',
        Responders: '3 of 4',
        Summary: 'Better.',
      },
      async () => null,
    );
    expect(study.findings).toMatchObject([{ outcome: 'pain', responders: null, statistic: null }]);
  });
});
