import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../src/core/answer/answerQuestion.ts';
import { narrowKnowledge, WHOLE_VIEW } from '../../../src/core/answer/view.ts';
import type { Answer } from '../../../src/core/domain/answer.ts';
import type { Guideline } from '../../../src/core/domain/guideline.ts';
import { study } from '../../support/study.ts';
import { guideline, knowledgeOf, question } from './madeUp.ts';

const STUDY = study({ id: 'bandini-1999' });

const ratingOf = (condition: string, rating = 'Level B') => ({
  intervention: 'gabapentin',
  condition,
  system: 'AAN' as const,
  rating,
  statement: 'Should be considered.',
});

const ask = (guidelines: Guideline[], asked = {}, studies = [STUDY]): Answer =>
  answerQuestion(question(asked), knowledgeOf(studies, guidelines));

const published = (answer: Answer): string[] =>
  answer.sections.flatMap((section) => section.published.map(({ rating }) => rating));

describe('what guidelines say beside our rating', () => {
  it('names who rated, when and how, and cites the guideline as none of the studies', () => {
    const answer = ask([guideline({ id: 'as-2016' })]);
    expect(published(answer)).toEqual(['AS 2016 guideline: Level B: Should be considered.']);
    const n = answer.sections[0]?.published[0]?.citation;
    expect(answer.sources.find((source) => source.n === n)).toMatchObject({
      studyId: 'as-2016',
      design: 'guideline',
      url: 'https://pubmed.ncbi.nlm.nih.gov/27000001/',
      participants: null,
    });
    expect(answer.sections[0]?.findings.map(({ studyId }) => studyId)).toEqual(['bandini-1999']);
  });

  it('has no say in the verdict, the certainty or the tally', () => {
    const strong = guideline({
      id: 'as-2016',
      ratings: [ratingOf('hemifacial-spasm', 'High certainty')],
    });
    const [without, beside] = [ask([]), ask([strong])];
    for (const part of ['verdict', 'certainty', 'tally', 'reasons', 'shares'] as const)
      expect(beside.sections[0]?.[part]).toEqual(without.sections[0]?.[part]);
  });

  it('says of what it speaks where that is wider, and prefers what is said of the condition itself', () => {
    const wider = guideline({ id: 'wide', year: 2020, ratings: [ratingOf('spasm', 'Level A')] });
    expect(published(ask([wider]))).toEqual([
      'AS 2020 guideline (said of spasm): Level A: Should be considered.',
    ]);
    expect(published(ask([wider, guideline({ id: 'own' })]))).toEqual([
      'AS 2016 guideline: Level B: Should be considered.',
    ]);
  });

  it('never takes a rating of a kind for one of the whole, or of another treatment', () => {
    const narrow = guideline({ id: 'narrow', ratings: [ratingOf('blepharospasm')] });
    expect(published(ask([narrow]))).toEqual([]);
    const other = guideline({
      id: 'other',
      ratings: [{ ...ratingOf('hemifacial-spasm'), intervention: 'baclofen' }],
    });
    expect(published(ask([other]))).toEqual([]);
  });

  it('leaves out drafts and replaced ones, tells retired and second-hand ones, the newest first', () => {
    const answer = ask([
      guideline({ id: 'draft', status: 'draft' }),
      guideline({ id: 'old', year: 2001, superseded_by: 'new' }),
      guideline({ id: 'retired', year: 2010, retired: { date: null } }),
      guideline({ id: 'new', year: 2024, status: 'secondary' }),
    ]);
    expect(published(answer)).toEqual([
      'AS 2024 guideline (known second-hand): Level B: Should be considered.',
      'AS 2010 guideline (since retired): Level B: Should be considered.',
    ]);
  });

  it('is not second-hand where a server wants none of that', () => {
    const knowledge = knowledgeOf([STUDY], [guideline({ id: 'hearsay', status: 'secondary' })]);
    const view = { ...WHOLE_VIEW, secondary: false };
    expect(published(answerQuestion(question(), narrowKnowledge(knowledge, view)))).toEqual([]);
  });
});

describe('a treatment that a guideline rates and no study is on', () => {
  it('is no evidence still, and the rating is told with its source', () => {
    const answer = ask([guideline({ id: 'as-2016' })], {}, []);
    expect(answer).toMatchObject({ kind: 'no-evidence', verdict: 'no-evidence', certainty: null });
    expect(answer.caveats).toEqual([
      {
        code: 'guideline',
        text: 'No study record on gabapentin for hemifacial spasm, but a rating: AS 2016 guideline: Level B: Should be considered.',
        citations: [1],
      },
    ]);
    expect(answer.sources.map(({ studyId }) => studyId)).toEqual(['as-2016']);
  });

  it('is not said to have no study where a filter alone hides the studies', () => {
    const answer = ask([guideline({ id: 'as-2016' })], { filters: { yearTo: 1989 } });
    expect(answer).toMatchObject({ kind: 'no-evidence', caveats: [], sources: [] });
  });
});

describe('a rating of a wider condition', () => {
  it('is told once where all its kinds are asked about', () => {
    const wide = guideline({ id: 'wide', ratings: [ratingOf('spasm')] });
    const answer = ask([wide], { conditions: ['spasm'] }, []);
    expect(answer.caveats.filter(({ code }) => code === 'guideline')).toHaveLength(1);
  });
});

describe('a question about a guideline', () => {
  const named = (reference: unknown, guidelines: Guideline[]): Answer =>
    ask(guidelines, { intent: 'study', reference, interventions: [], conditions: [] });

  it.each([
    [{ by: 'pmid', pmid: '27000001' }],
    [{ by: 'doi', doi: '10.1000/as.1' }],
    [{ by: 'id', id: 'as-2016' }],
    [{ by: 'author-year', author: 'ashman', year: 2016 }],
    [{ by: 'title', fragment: 'gabapentin in hemifacial' }],
  ])('by %j is told what it rates, and that it is no study', (reference) => {
    const answer = named(reference, [guideline({ id: 'as-2016' })]);
    expect(answer).toMatchObject({ kind: 'study', verdict: 'no-evidence', certainty: null });
    expect(answer.headline).toBe(
      'AS 2016: a guideline of the Academy of Spasms, with 1 rating on record. It recommends; it is no study.',
    );
    expect(answer.sections).toMatchObject([
      {
        title: 'Gabapentin for hemifacial spasm',
        verdict: 'no-evidence',
        certainty: null,
        findings: [],
        published: [{ rating: 'Level B: Should be considered.', citation: 1 }],
      },
    ]);
    expect(answer.suggestions).toEqual(['gabapentin for hemifacial spasm']);
  });

  it('tells that it was replaced, retired or is known second-hand', () => {
    const old = guideline({
      id: 'as-2016',
      superseded_by: 'as-2024',
      retired: { date: '2025-04-07' },
      status: 'secondary',
    });
    expect(named({ by: 'id', id: 'as-2016' }, [old]).headline).toMatch(
      /A newer one has replaced it\. Its publisher has since retired it\. Known here only second-hand\.$/,
    );
  });

  it('of which there is none says so', () => {
    const answer = named({ by: 'pmid', pmid: '999' }, [guideline({ id: 'as-2016' })]);
    expect(answer.kind).toBe('no-evidence');
  });
});
