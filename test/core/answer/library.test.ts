import { beforeAll, describe, expect, it } from 'vitest';
import { createKnowledge, gradeBodies, labelOf } from '../../../src/core/answer/knowledge.ts';
import type { Answer } from '../../../src/core/domain/answer.ts';
import type { EvidenceBody, Reason } from '../../../src/core/domain/evidence.ts';
import { isAnimal } from '../../../src/core/domain/study.ts';
import { NO_FILTERS } from '../../../src/core/question/filters.ts';
import { usesText } from '../../../src/core/question/questionTexts.ts';
import { createStudyIndex } from '../../../src/library/createStudyIndex.ts';
import { createCaveat } from '../../support/caveat.ts';

const { ask, library } = createCaveat();
const knowledge = createKnowledge(library, createStudyIndex(library.studies));
const bodies = gradeBodies({ interventions: [], conditions: [] }, NO_FILTERS, knowledge);

const treatmentOf = (body: EvidenceBody) => labelOf(body.intervention, knowledge.interventions);
const illnessOf = (body: EvidenceBody) => labelOf(body.condition, knowledge.conditions);
const named = bodies.map((body) => [`${treatmentOf(body)} for ${illnessOf(body)}`, body] as const);

const LEVELS = { 'very-low': 1, low: 2, moderate: 3, high: 4 } as const;

/** The rating as a reader redoes it: the words of the start, then a step for each reason. */
const redo = (reasons: readonly Pick<Reason, 'why' | 'steps'>[]): number => {
  const [start, ...rest] = reasons;
  const from = start?.why === 'Randomised trials start at High.' ? LEVELS.high : LEVELS.low;
  return rest.reduce<number>((level, { steps }) => level + steps, from);
};

describe('the library', () => {
  it('holds bodies of evidence enough to speak of', () => {
    expect(bodies.length).toBeGreaterThan(60);
    expect(bodies.filter(({ certainty }) => certainty !== null).length).toBeGreaterThan(30);
  });
});

describe('the headline of a broad question', () => {
  it.each([
    ...library.conditions.map(({ label }) => `what helps ${label}`),
    ...library.interventions.map(({ label }) => usesText([label])),
    'muscle relaxants for muscle spasm',
    'baclofen or tizanidine',
    'benzodiazepines or muscle relaxants for spasticity',
  ])('is still read at a glance: %s', (text) => {
    expect(ask(text).headline.length).toBeLessThanOrEqual(900);
  });
});

describe.each(named)('the rating of %s', (_, body) => {
  it('can be redone by hand from its reasons', () => {
    const { certainty, reasons } = body;
    if (certainty === null) {
      expect(reasons).toEqual([]);
      return;
    }
    expect(reasons[0]?.why).toMatch(/start at (?:High|Low)\.$/);
    expect(redo(reasons)).toBe(LEVELS[certainty]);
    // Only the floor gives back, and only what had gone below it.
    for (const { domain, steps } of reasons.slice(1))
      if (domain === 'floor') expect(steps).toBeGreaterThan(0);
      else expect(steps).toBeLessThan(0);
    if (reasons.some(({ domain }) => domain === 'floor')) expect(certainty).toBe('very-low');
  });

  it('rests on studies in people that have a say, and names them', () => {
    const saying = body.people.filter(({ setAside }) => setAside === null);
    const ids = saying.map(({ study: { id } }) => id);
    for (const { domain, studies, why } of body.reasons) {
      expect(why).toMatch(/^[A-Z0-9].*\.$/);
      if (domain !== 'floor') expect(studies.length).toBeGreaterThan(0);
      for (const id of studies) expect(ids).toContain(id);
    }
    expect(body.certainty === null).toBe(saying.length === 0);
    expect(saying.every(({ study }) => !isAnimal(study) && study.retraction === null)).toBe(true);
  });

  it('starts at High only with studies that compare by chance', () => {
    const [start] = body.reasons;
    if (start?.why !== 'Randomised trials start at High.') return;
    for (const id of start.studies) {
      const result = body.people.find(({ study }) => study.id === id);
      expect(result?.randomised).toBe(true);
    }
  });

  it('is never above the GRADE level that a review states, whose number it takes', () => {
    const stated = body.people
      .filter(({ setAside }) => setAside === null)
      .flatMap(({ study }) => study.published_ratings)
      .filter(
        ({ system, intervention }) => system === 'GRADE' && intervention === body.intervention,
      )
      .flatMap(({ rating }) =>
        (['very-low', 'low', 'moderate', 'high'] as const).filter((level) =>
          rating.toLowerCase().startsWith(level.replace('-', ' ')),
        ),
      );
    if (stated.length === 0 || body.certainty === null) return;
    expect(LEVELS[body.certainty]).toBeLessThanOrEqual(
      Math.min(...stated.map((level) => LEVELS[level])),
    );
  });

  it('does not change with the order of the records, nor with the animals left out', () => {
    const among = library.studies.filter(({ status }) => status !== 'draft');
    const regrade = (studies: typeof among) =>
      gradeBodies({ interventions: [body.intervention], conditions: [] }, NO_FILTERS, {
        ...knowledge,
        studies: { ...knowledge.studies, bearingOn: () => [...studies] },
      }).find(
        ({ condition, intervention }) =>
          condition === body.condition && intervention === body.intervention,
      );
    const { certainty, verdict, direction, tally } = body;
    expect(regrade(among.toReversed())).toMatchObject({ certainty, verdict, direction, tally });
    const people = regrade(among.filter((study) => !isAnimal(study)));
    if (people) expect(people).toMatchObject({ certainty, verdict, direction, tally });
    else expect(body.people).toEqual([]);
  });
});

/** The section of an answer on a body. */
const sectionOn = (answer: Answer, body: EvidenceBody) =>
  answer.sections.find(
    ({ intervention, condition }) =>
      intervention === body.intervention && condition === body.condition,
  );

describe.each(named)('asked about %s', (text, body) => {
  let answer: Answer;
  let section: ReturnType<typeof sectionOn>;
  beforeAll(() => {
    answer = ask(text);
    section = sectionOn(answer, body);
  });

  it('the answer has the body, its rating and its reasons', () => {
    expect(answer.kind).toBe('evidence');
    expect(section).toMatchObject({
      verdict: body.verdict,
      certainty: body.certainty,
      reasons: body.reasons,
      tally: body.tally,
    });
  });

  it('it names every study, the negative and the null ones with what they did not find', () => {
    const shown = new Map(section?.findings.map((finding) => [finding.studyId, finding]));
    for (const { study, findings, direction } of [...body.people, ...body.animals]) {
      const text = shown.get(study.id)?.text ?? '';
      expect(text).not.toBe('');
      expect(shown.get(study.id)?.direction).toBe(direction);
      const contrary = findings.filter(
        (finding) => finding.direction === 'no-difference' || finding.direction === 'worsened',
      );
      if (contrary.length > 0)
        expect(contrary.some(({ summary }) => text.includes(summary))).toBe(true);
    }
  });

  it('it says of a verified study only what can be opened at its source', () => {
    for (const { status, url } of answer.sources)
      if (status === 'verified') expect(() => new URL(url)).not.toThrow();
  });

  it('it words the headline by the certainty where the body stands alone', () => {
    if (answer.sections.length !== 1) return;
    const words = {
      high: /^(?!.*\b(?:probably|may)\b)/,
      moderate: /\bprobably\b|Results are mixed/,
      low: /\bmay\b|Results are mixed/,
      'very-low': /evidence is very uncertain/,
      none: /^(?!.*(?:probably|\bmay\b|little or no|very uncertain|Results are))/,
    };
    expect(answer.headline).toMatch(words[body.certainty ?? 'none']);
  });
});
