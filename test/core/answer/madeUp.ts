import { answerQuestion } from '../../../src/core/answer/answerQuestion.ts';
import { createKnowledge, type Knowledge } from '../../../src/core/answer/knowledge.ts';
import type { Answer } from '../../../src/core/domain/answer.ts';
import { Condition, Intervention, Outcome } from '../../../src/core/domain/concept.ts';
import type { Guideline } from '../../../src/core/domain/guideline.ts';
import type { Linked, Question } from '../../../src/core/domain/question.ts';
import type { Study } from '../../../src/core/domain/study.ts';
import { NO_FILTERS } from '../../../src/core/question/filters.ts';
import { createQuestionParser } from '../../../src/core/question/parseQuestion.ts';
import { createStudyIndex } from '../../../src/library/createStudyIndex.ts';
import { loadLanguage } from '../../../src/library/loadLanguage.ts';
import { DATA } from '../../support/caveat.ts';

type Raw = Record<string, unknown>;

const words = (id: string): string => id.replaceAll('-', ' ');

const condition = (id: string, parts: Raw = {}): Condition =>
  Condition.parse({ id, label: words(id), mesh: null, course: 'chronic', command: id, ...parts });

const intervention = (id: string, parts: Raw = {}): Intervention =>
  Intervention.parse({
    id,
    label: words(id),
    mesh: null,
    kind: 'drug',
    rxnorm: null,
    usual_dose: null,
    ...parts,
  });

const outcome = (id: string, parts: Raw = {}): Outcome =>
  Outcome.parse({
    id,
    label: words(id),
    mesh: null,
    better: 'lower',
    surrogate: false,
    ...parts,
  });

const page = (url: string) => ({ title: `The page ${url}`, url, read: '2026-11-22' });

/** A vocabulary small enough to hold in the head. */
export const VOCABULARY = {
  conditions: [
    condition('spasm'),
    condition('hemifacial-spasm', { broader: ['spasm'] }),
    condition('blepharospasm', { broader: ['spasm'], related: ['hemifacial-spasm'] }),
    condition('back-spasm', { broader: ['spasm'], course: 'acute' }),
  ],
  interventions: [
    intervention('gabapentinoids', { kind: 'class' }),
    intervention('gabapentin', {
      broader: ['gabapentinoids'],
      usual_dose: {
        dose: { min: 900, max: 3600, unit: 'mg/day' },
        basis: 'a label',
        url: 'https://example.org/gabapentin-label',
        read: '2026-11-22',
      },
      safety: [
        { topic: 'common', text: 'It makes people sleepy.', source: page('https://example.org/a') },
        {
          topic: 'pregnancy',
          text: 'Little is known of it.',
          source: page('https://example.org/b'),
        },
        {
          topic: 'overdose',
          text: 'Too much slows breathing.',
          source: page('https://example.org/a'),
        },
      ],
    }),
    intervention('pregabalin', { broader: ['gabapentinoids'] }),
    intervention('baclofen'),
    intervention('muscle-relaxants', { kind: 'class' }),
  ],
  outcomes: [
    outcome('spasm-severity'),
    outcome('sleep'),
    outcome('electrophysiology', { surrogate: true }),
    outcome('recurrence', { harm: true }),
  ],
  guidelines: [],
};

export const knowledgeOf = (
  studies: readonly Study[],
  guidelines: readonly Guideline[] = [],
): Knowledge => createKnowledge({ ...VOCABULARY, studies, guidelines }, createStudyIndex(studies));

/** A guideline with a rating of gabapentin for hemifacial spasm, unless told otherwise. */
export const guideline = (over: Partial<Guideline> & Pick<Guideline, 'id'>): Guideline => ({
  title: 'Gabapentin in hemifacial spasm',
  organisations: [{ name: 'Academy of Spasms', short: 'AS' }],
  authors: ['Ashman EJ'],
  year: 2016,
  journal: 'Neurology',
  ids: { pmid: '27000001', doi: '10.1000/As.1' },
  ratings: [
    {
      intervention: 'gabapentin',
      condition: 'hemifacial-spasm',
      system: 'AAN',
      rating: 'Level B',
      statement: 'Should be considered.',
    },
  ],
  limitations: [],
  discrepancies: [],
  superseded_by: null,
  retired: null,
  sources: [{ url: 'https://example.org/as', read: '2026-11-01', supports: ['ratings'] }],
  status: 'verified',
  ...over,
});

const linked = (id: string): Linked => ({ id, label: words(id), matched: words(id), score: 1 });

type Asked = Partial<Omit<Question, 'interventions' | 'conditions' | 'outcomes' | 'filters'>> & {
  interventions?: string[];
  conditions?: string[];
  outcomes?: string[];
  filters?: Partial<Question['filters']>;
};

/** What the parser makes of nothing: every part of a question, empty. */
const NOTHING: Question = createQuestionParser(
  { ...VOCABULARY, studies: [] },
  loadLanguage(DATA),
  2026,
)('');

/** A parsed question: gabapentin for hemifacial spasm unless told otherwise. */
export const question = ({
  interventions = ['gabapentin'],
  conditions = ['hemifacial-spasm'],
  outcomes = [],
  filters = {},
  ...parts
}: Asked = {}): Question => ({
  ...NOTHING,
  text: 'a question',
  intent: 'efficacy',
  interventions: interventions.map(linked),
  conditions: conditions.map(linked),
  outcomes: outcomes.map(linked),
  filters: { ...NO_FILTERS, ...filters },
  isQuestion: true,
  ...parts,
});

/** The answer of a library of these studies alone. */
export const answerOf = (studies: readonly Study[], asked: Asked = {}): Answer =>
  answerQuestion(question(asked), knowledgeOf(studies));

/** The treatments of a study, with a dose each where one is given. */
export const given = (doses: Record<string, Raw | null>, parts: Raw = {}) => ({
  interventions: Object.entries(doses).map(([id, dose]) => ({
    id,
    dose,
    duration: null,
    exposure_days: null,
    ...parts,
  })),
});
