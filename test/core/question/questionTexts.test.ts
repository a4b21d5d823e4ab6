import { describe, expect, it } from 'vitest';
import {
  compareText,
  doseText,
  efficacyText,
  harmsText,
  treatmentsText,
  usesText,
} from '../../../src/core/question/questionTexts.ts';
import { countLibrary } from '../../../src/core/retrieval/countLibrary.ts';
import { createWhole } from '../../support/caveat.ts';
import { idsOf, library, parse } from './understand.ts';

const counts = countLibrary(library);
const treatments = library.interventions.filter(({ id }) => counts.ofIntervention(id) > 0);
const conditions = library.conditions.filter(({ id }) => counts.ofCondition(id) > 0);
const pairs = conditions.flatMap((condition) =>
  treatments
    .filter(({ id }) => counts.ofPair(id, condition.id) > 0)
    .map((treatment) => ({ treatment, condition })),
);
const couples = conditions.flatMap((condition) => {
  const studied = treatments.filter(({ id }) => counts.ofPair(id, condition.id) > 0);
  return studied.flatMap((a, at) => studied.slice(at + 1).map((b) => ({ a, b, condition })));
});

/** What a text means, in one line: intent, treatments, conditions; and whatever should not be there. */
const meaningOf = (text: string): string => {
  const { intent, interventions, conditions: found, excluded, corrections, ...rest } = parse(text);
  const strange = [
    ...excluded.map(({ id }) => `without ${id}`),
    ...corrections.map(({ from }) => `mended ${from}`),
    ...rest.risks,
    rest.unknownTreatment,
    rest.unknownExcluded,
    rest.unknownCondition,
    rest.unknownComparator,
    ...Object.values(rest.filters),
  ].filter((part) => part !== null);
  return [
    intent,
    idsOf(interventions).sort().join(' '),
    idsOf(found).sort().join(' '),
    ...strange,
  ].join(' | ');
};
const wrong = (cases: readonly { text: string; meaning: string }[]): string[] =>
  cases
    .filter(({ text, meaning }) => meaningOf(text) !== meaning)
    .map(({ text, meaning }) => `“${text}” means ${meaningOf(text)}, not ${meaning}`);

describe('the texts of questions', () => {
  it('are about as many pairs as the library has', () => {
    expect(pairs.length).toBeGreaterThan(200);
    expect(couples.length).toBeGreaterThan(1000);
  });

  it('ask of a treatment and a condition exactly that', () => {
    expect(
      wrong(
        pairs.map(({ treatment, condition }) => ({
          text: efficacyText(treatment.label, condition.label),
          meaning: `efficacy | ${treatment.id} | ${condition.id}`,
        })),
      ),
    ).toEqual([]);
  });

  it('ask for the dose', () => {
    expect(
      wrong(
        pairs.map(({ treatment, condition }) => ({
          text: doseText(treatment.label, condition.label),
          meaning: `dose | ${treatment.id} | ${condition.id}`,
        })),
      ),
    ).toEqual([]);
  });

  it('ask what helps a condition', () => {
    expect(
      wrong(
        library.conditions.map(({ id, label }) => ({
          text: treatmentsText(label),
          meaning: `treatments |  | ${id}`,
        })),
      ),
    ).toEqual([]);
  });

  it('ask what a treatment is studied for, and of its harms', () => {
    expect(
      wrong(
        library.interventions.flatMap(({ id, label }) => [
          { text: usesText([label]), meaning: `uses | ${id} | ` },
          { text: harmsText([label]), meaning: `safety | ${id} | ` },
        ]),
      ),
    ).toEqual([]);
  });

  it('compare any two treatments of a condition', () => {
    expect(
      wrong(
        couples.map(({ a, b, condition }) => ({
          text: compareText([a.label, b.label], condition.label),
          meaning: `compare | ${[a.id, b.id].sort().join(' ')} | ${condition.id}`,
        })),
      ),
    ).toEqual([]);
  });

  it('name what nobody knows within the command of a condition as a treatment', () => {
    const { within, ask } = createWhole().caveat;
    for (const question of [
      'yoga',
      'Yoga?',
      'what about yoga',
      'how about cold laser?',
      'does yoga help',
    ])
      for (const { label } of library.conditions.slice(0, 5)) {
        const { kind, headline } = ask(within(question, label));
        expect(`${kind}: ${headline}`).toMatch(
          /^no-evidence: No study records on (?:yoga|cold laser) for /i,
        );
      }
    for (const question of ['best', 'what helps', 'anything new', 'drugs', 'over the counter?'])
      expect(ask(within(question, 'hemifacial spasm')).question.intent).toBe('treatments');
    for (const question of ['', '   ', '???', '🦴', 'x'.repeat(3_000)])
      expect(() => ask(within(question, 'hemifacial spasm'))).not.toThrow();
  });

  it('ask within the command of a condition', () => {
    const { within } = createWhole().caveat;
    const questions: readonly [string, string][] = [
      ['what helps', 'treatments | '],
      ['does gabapentin work?', 'efficacy | gabapentin'],
      ['botox', 'efficacy | botulinum-toxin'],
      ['side effects of baclofen', 'safety | baclofen'],
      ['what dose of tizanidine was used', 'dose | tizanidine'],
      ['baclofen or tizanidine', 'compare | baclofen tizanidine'],
    ];
    expect(
      wrong(
        library.conditions.flatMap(({ id, label }) =>
          questions.map(([question, meaning]) => ({
            text: within(question, label),
            meaning: `${meaning} | ${id}`,
          })),
        ),
      ),
    ).toEqual([]);
  });
});
