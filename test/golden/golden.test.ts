import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Answer } from '../../src/core/domain/answer.ts';
import { Certainty, Verdict } from '../../src/core/domain/evidence.ts';
import { Intent } from '../../src/core/domain/question.ts';
import { createCaveat } from '../support/caveat.ts';

/**
 * What a careful reader of the records expects of each question: facts, never prose. A field that
 * is absent is not looked at. `interventions` and `conditions` are all that may be linked; the
 * other lists are what has to be there. A question that a change of the records makes wrong is
 * written anew from the records, not copied from the answer.
 */
const Expectation = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  question: z.string(),
  /** One kind, or those of which any is right. */
  kind: z.union([Answer.shape.kind, z.array(Answer.shape.kind).min(2)]),
  intent: Intent.optional(),
  verdict: Verdict.optional(),
  certainty: Certainty.nullable().optional(),
  /** Studies that must be among the sources; an empty list: there is no source at all. */
  studies: z.array(z.string()).optional(),
  notStudies: z.array(z.string()).default([]),
  caveats: z.array(z.string()).default([]),
  notCaveats: z.array(z.string()).default([]),
  /** Codes of safety notes that must be there; an empty list: there is no note at all. */
  safety: z.array(z.string()).optional(),
  /** The code of the note that has to come before all others: what to do now. */
  firstSafety: z.string().optional(),
  interventions: z.array(z.string()).optional(),
  conditions: z.array(z.string()).optional(),
  corrections: z.boolean().optional(),
  suggestions: z.boolean().optional(),
  /** The study of the first finding. */
  first: z.string().optional(),
  /** "intervention condition" to the verdict and certainty of that section. */
  bodies: z.record(z.string(), z.tuple([Verdict, Certainty.nullable()])).default({}),
});
type Expectation = z.infer<typeof Expectation>;

/** Every caveat there is, so that a misspelt `notCaveats` cannot pass for ever. */
const CAVEATS = new Set([
  'retracted',
  'animal-only',
  'no-control-group',
  'not-blinded',
  'small-sample',
  'single-case',
  'short-exposure',
  'surrogate-outcome',
  'dose-outside-usual-range',
  'conflicting-studies',
  'negative-trial-omitted-elsewhere',
  'secondary-source',
  'old-evidence',
  'population-differs',
  'industry-funding',
  'sources-disagree',
  'overlapping-participants',
]);
const FEWEST_QUESTIONS = 300;

const expectations = readFileSync(new URL('questions.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => Expectation.parse(JSON.parse(line)));
const { ask, library } = createCaveat();

const differs = (what: string, wanted: unknown, found: unknown): string[] =>
  wanted === undefined || JSON.stringify(wanted) === JSON.stringify(found)
    ? []
    : [`${what}: wanted ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}`];

const lacks = (what: string, wanted: readonly string[], found: ReadonlySet<string>): string[] =>
  wanted.filter((item) => !found.has(item)).map((item) => `${what}: ${item} is missing`);

const holds = (what: string, unwanted: readonly string[], found: ReadonlySet<string>): string[] =>
  unwanted.filter((item) => found.has(item)).map((item) => `${what}: ${item} should not be there`);

const bodyMismatches = (answer: Answer, bodies: Expectation['bodies']): string[] =>
  Object.entries(bodies).flatMap(([key, rating]) => {
    const section = answer.sections.find(
      ({ intervention, condition }) => `${intervention} ${condition}` === key,
    );
    return section
      ? differs(`section ${key}`, rating, [section.verdict, section.certainty])
      : [`section ${key} is missing`];
  });

/** Everything in which an answer is not what its question's line says. */
const mismatches = (answer: Answer, wanted: Expectation): string[] => {
  const sources = new Set(answer.sources.map(({ studyId }) => studyId));
  const caveats = new Set(answer.caveats.map(({ code }) => code));
  const safety = new Set(answer.safety.map(({ code }) => code));
  const linked = (concepts: readonly { id: string }[]) => concepts.map(({ id }) => id).sort();
  const has = (list: readonly unknown[]) => list.length > 0;
  return [
    ...([wanted.kind].flat().includes(answer.kind)
      ? []
      : differs('kind', wanted.kind, answer.kind)),
    ...differs('intent', wanted.intent, answer.question.intent),
    ...differs('verdict', wanted.verdict, answer.verdict),
    ...differs('certainty', wanted.certainty, answer.certainty),
    ...lacks('studies', wanted.studies ?? [], sources),
    ...(wanted.studies?.length === 0 ? holds('studies', [...sources], sources) : []),
    ...holds('studies', wanted.notStudies, sources),
    ...lacks('caveats', wanted.caveats, caveats),
    ...holds('caveats', wanted.notCaveats, caveats),
    ...lacks('safety', wanted.safety ?? [], safety),
    ...(wanted.safety?.length === 0 ? holds('safety', [...safety], safety) : []),
    ...differs('first safety note', wanted.firstSafety, answer.safety[0]?.code),
    ...differs(
      'interventions',
      wanted.interventions?.toSorted(),
      linked(answer.question.interventions),
    ),
    ...differs('conditions', wanted.conditions?.toSorted(), linked(answer.question.conditions)),
    ...differs('corrections', wanted.corrections, has(answer.question.corrections)),
    ...differs('suggestions', wanted.suggestions, has(answer.suggestions)),
    ...differs('first finding', wanted.first, answer.sections[0]?.findings[0]?.studyId),
    ...bodyMismatches(answer, wanted.bodies),
  ];
};

describe('the list of golden questions', () => {
  it(`has at least ${FEWEST_QUESTIONS} questions, each with an id of its own`, () => {
    const ids = expectations.map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(FEWEST_QUESTIONS);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  });

  it('has a question of every intent and of every kind of answer', () => {
    const intents = new Set(expectations.map(({ intent }) => intent));
    const kinds = new Set(expectations.flatMap(({ kind }) => kind));
    expect(Intent.options.filter((intent) => !intents.has(intent))).toEqual([]);
    expect(Answer.shape.kind.options.filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  it('names only studies, concepts and caveats that there are', () => {
    const known = new Set(
      [
        ...library.studies,
        ...library.guidelines,
        ...library.conditions,
        ...library.interventions,
      ].map(({ id }) => id),
    );
    const named = expectations.flatMap((wanted) => [
      ...(wanted.studies ?? []),
      ...wanted.notStudies,
      ...(wanted.interventions ?? []),
      ...(wanted.conditions ?? []),
      ...(wanted.first ? [wanted.first] : []),
      ...Object.keys(wanted.bodies).flatMap((key) => key.split(' ')),
    ]);
    const codes = expectations.flatMap(({ caveats, notCaveats }) => [...caveats, ...notCaveats]);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    expect(codes.filter((code) => !CAVEATS.has(code))).toEqual([]);
  });
});

describe('a golden question', () => {
  it.each(expectations)('$id: $question', (wanted) => {
    const found = mismatches(ask(wanted.question), wanted);
    expect(found, found.join('\n')).toEqual([]);
  });

  it.each(expectations)('$id has an answer that keeps the contract', ({ question }) => {
    const answer = ask(question);
    expect(Answer.safeParse(answer).error).toBeUndefined();
    const numbers = new Set(answer.sources.map(({ n }) => n));
    const cited = [
      ...answer.caveats.flatMap(({ citations }) => citations),
      ...answer.safety.flatMap(({ citations }) => citations),
      ...answer.sections.flatMap(({ findings }) => findings.map(({ citation }) => citation)),
      ...answer.sections.flatMap(({ published }) => published.map(({ citation }) => citation)),
    ];
    expect(cited.filter((n) => !numbers.has(n))).toEqual([]);
    expect(ask(question)).toEqual(answer);
  });
});
