import { describe, expect, it } from 'vitest';
import { bodiesOn, createKnowledge, labelOf } from '../../../src/core/answer/knowledge.ts';
import { EXAMPLES } from '../../../src/core/answer/plainAnswers.ts';
import { createStudyIndex } from '../../../src/library/createStudyIndex.ts';
import { createCaveat } from '../../support/caveat.ts';
import { trial } from '../grading/bodies.ts';
import { answerOf, given } from './madeUp.ts';

const { ask, library } = createCaveat();
const knowledge = createKnowledge(library, createStudyIndex(library.studies));

const bodies = bodiesOn({ interventions: [], conditions: [] }, knowledge).map(
  ({ intervention, condition }) => ({
    treatment: labelOf(intervention, knowledge.interventions),
    illness: labelOf(condition, knowledge.conditions),
  }),
);

const classes = library.interventions.filter(({ kind }) => kind === 'class');

/** Every way to ask about each body, then about each name that the vocabulary has. */
const questions = [
  ...new Set([
    ...bodies.flatMap(({ treatment, illness }) => [
      `${treatment} for ${illness}`,
      `what dose of ${treatment} was studied for ${illness}`,
      `${treatment} for ${illness} randomised trials only`,
      `${treatment} or acupuncture for ${illness}`,
      `does yoga help ${illness}`,
    ]),
    ...library.conditions.flatMap(({ label }) => [
      ...classes.map((each) => `${each.label} for ${label}`),
      `what helps ${label}`,
      `treatments of ${label} in children`,
      label,
      `acupuncture for ${label}`,
    ]),
    ...library.interventions.flatMap(({ label }) => [
      label,
      `side effects of ${label}`,
      `${label} for trigeminal neuralgia`,
      `can I stop ${label} suddenly`,
      `${label} pregnancy`,
    ]),
    ...library.studies.flatMap(({ authors, ids, year }) => [
      ...(ids.pmid === null ? [] : [`PMID ${ids.pmid}`]),
      ...(authors[0] === undefined ? [] : [`${authors[0].split(' ')[0]} ${year ?? ''}`]),
    ]),
    'Bandini 2005',
    'help',
    'hello',
    'does it help?',
  ]),
];

type Asked = ReturnType<typeof ask>['question'];

const pairs = questions.flatMap((question) =>
  ask(question).suggestions.map((suggestion) => ({ question, suggestion })),
);
/** Each suggestion with a question whose answer makes it. */
const suggested = new Map(pairs.map(({ question, suggestion }) => [suggestion, question]));

/** What a suggestion asks, by its words; null where it names a study. */
const intentOf = (suggestion: string): Asked['intent'] | null => {
  // A label with an "or" of its own compares nothing.
  const words = suggestion.replace('cannabis extract or THC', 'cannabis extract');
  if (words.startsWith('side effects of ')) return 'safety';
  if (words.startsWith('what dose of ')) return 'dose';
  if (words.startsWith('what helps ')) return 'treatments';
  if (/^what (?:is|are) .* studied for$/.test(words)) return 'uses';
  if (/ or .* for /.test(words)) return 'compare';
  return / for /.test(words) ? 'efficacy' : null;
};

it('many answers suggest what to ask next', () => {
  expect(suggested.size).toBeGreaterThan(200);
});

describe.each([...suggested])('“%s”, suggested by “%s”', (suggestion) => {
  const answer = ask(suggestion);

  it('has an answer', () => {
    expect(['evidence', 'study', 'safety']).toContain(answer.kind);
    expect(answer.sections.length + answer.safety.length).toBeGreaterThan(0);
  });

  it('is understood without correction, as its words say', () => {
    expect(answer.question.corrections).toEqual([]);
    expect(answer.question.intent).toBe(intentOf(suggestion) ?? answer.question.intent);
  });

  it('is plain English', () => {
    // A plural takes a plural verb: "what is benzodiazepines studied for" does not.
    expect(suggestion).not.toMatch(/^what is (?:\S+ )*\w+(?:ines|oids|ants|acids) studied/);
  });
});

it('no answer suggests the question it answers, in other words', () => {
  const known = new Map<string, string | null>();
  /** What evidence a text asks for; null where it is answered otherwise. */
  const meaningOf = (text: string): string | null => {
    const told = known.get(text);
    if (told !== undefined) return told;
    const { kind, question } = ask(text);
    const { interventions, conditions, intent, filters } = question;
    const ids = [interventions, conditions].map((linked) => linked.map(({ id }) => id));
    const meaning = kind === 'evidence' ? JSON.stringify([...ids, intent, filters]) : null;
    known.set(text, meaning);
    return meaning;
  };
  const same = pairs.filter(({ question, suggestion }) => {
    const meaning = meaningOf(question);
    return meaning !== null && meaning === meaningOf(suggestion);
  });
  expect(same.map(({ question, suggestion }) => `${question} -> ${suggestion}`)).toEqual([]);
});

describe('a comparison that is suggested', () => {
  const comparisons = [...suggested].filter(([suggestion]) => intentOf(suggestion) === 'compare');

  it.each(comparisons)('“%s” has studies of both', (suggestion) => {
    const { question, sections } = ask(suggestion);
    expect(question.interventions).toHaveLength(2);
    const treatments = new Set(sections.map(({ intervention }) => intervention));
    const members = (id: string) => [id, ...knowledge.interventionKinds.narrower(id)];
    for (const { id } of question.interventions)
      expect(members(id).some((member) => treatments.has(member))).toBe(true);
  });

  it.each(comparisons)('“%s” is not between a class and its own member', (suggestion) => {
    const [a, b] = ask(suggestion).question.interventions.map(({ id }) => id);
    expect(knowledge.interventionKinds.broader(a ?? '').has(b ?? '')).toBe(false);
    expect(knowledge.interventionKinds.broader(b ?? '').has(a ?? '')).toBe(false);
  });
});

describe('the examples of the help', () => {
  it.each(EXAMPLES.map((example) => [example]))('“%s” has an answer', (example) => {
    const { kind, sections } = ask(example);
    expect(['evidence', 'safety']).toContain(kind);
    expect(sections.length).toBeGreaterThan(0);
  });
});

describe('suggestions in a small library', () => {
  const library = [
    trial('a', 50, given({ gabapentin: { min: 900, max: 900, unit: 'mg/day' } })),
    trial('b', 50, given({ baclofen: null })),
    trial('c', 50, { ...given({ baclofen: null }), population: { condition: 'back-spasm' } }),
  ];

  it('are at most four', () => {
    expect(answerOf(library).suggestions.length).toBeLessThanOrEqual(4);
  });

  it('offer another treatment, the dose, and the harms where there is something on them', () => {
    expect(answerOf(library).suggestions).toEqual([
      'gabapentin or baclofen for hemifacial spasm',
      'what dose of gabapentin was studied for hemifacial spasm',
      'side effects of gabapentin',
    ]);
  });

  it('offer no dose and no harms where nothing is known of them', () => {
    const { suggestions } = answerOf(library, { interventions: ['baclofen'] });
    expect(suggestions.join(' ')).not.toMatch(/dose|side effects/);
  });

  it('lead from nothing to what there is', () => {
    const { suggestions } = answerOf(library, { conditions: ['blepharospasm'] });
    expect(suggestions).toContain('gabapentin for hemifacial spasm');
    expect(suggestions).toContain('what is gabapentin studied for');
    expect(suggestions.join(' ')).not.toContain('blepharospasm');
  });
});
