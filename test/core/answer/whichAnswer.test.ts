import { describe, expect, it } from 'vitest';
import { WHOLE_VIEW } from '../../../src/core/answer/view.ts';
import type { Answer } from '../../../src/core/domain/answer.ts';
import { createWhole } from '../../support/caveat.ts';

const { caveat } = createWhole();
const { ask, askFurther, isFurther } = caveat;
const ids = (linked: readonly { id: string }[]): string[] => linked.map(({ id }) => id);

describe('a word that several unlike conditions share', () => {
  it.each([
    {
      question: 'botox for spasms',
      some: ['hemifacial spasm', 'blepharospasm', 'cervical dystonia'],
    },
    { question: 'Does Botox help SPASMS??', some: ['hemifacial spasm', 'blepharospasm'] },
    { question: 'botox for spazms', some: ['hemifacial spasm', 'spasticity'] },
    { question: 'gabapentin spasms', some: ['hemifacial spasm', 'spasticity'] },
    { question: 'botox or baclofen for spasms', some: ['hemifacial spasm', 'spasticity'] },
    {
      question: 'what helps spasms',
      some: ['stiff-person syndrome', 'acute low-back muscle spasm'],
    },
    { question: 'what helps cramps', some: ['nocturnal leg cramps', 'cramps in cirrhosis'] },
    { question: 'cramps', some: ['leg cramps in pregnancy', 'cramps during haemodialysis'] },
  ])('is asked back: $question', ({ question, some }) => {
    const answer = ask(question);
    expect(answer).toMatchObject({
      kind: 'clarify',
      verdict: 'no-evidence',
      certainty: null,
      sections: [],
    });
    const offered = answer.suggestions.join('\n');
    for (const label of some) {
      expect(offered).toContain(label);
      expect(answer.notes.join('\n')).toMatch(new RegExp(`: ${label} \\(\\d+ stud(?:y|ies)\\)\\.`));
    }
  });

  it('asks for the treatment too, where a pronoun stands in its place', () => {
    expect(ask('does it help spasms').headline).toMatch(/and which treatment\?$/);
    expect(ask('what helps spasms').headline).not.toMatch(/treatment/);
  });

  it('offers nothing without studies of what was asked', () => {
    const offered = ask('botox for spasms').suggestions.join('\n');
    expect(offered).not.toContain('stiff-person');
    expect(offered).not.toContain('low-back');
    const counts = ask('botox for spasms, randomised trials only').notes;
    expect(counts.length).toBeGreaterThan(1);
    expect(counts).not.toEqual(ask('botox for spasms').notes);
  });

  it.each([
    'botox for spasms',
    'what helps cramps',
    'botox or baclofen for spasms',
    'what dose of baclofen was studied for spasms',
    'botox for spasms since 2010',
  ])('offers questions that each have an answer of their own: %s', (question) => {
    const asked = ask(question);
    expect(asked.kind).toBe('clarify');
    expect(new Set(asked.suggestions).size).toBe(asked.suggestions.length);
    for (const suggestion of asked.suggestions) {
      const answer = ask(suggestion);
      expect([suggestion, answer.kind]).toEqual([suggestion, 'evidence']);
      expect(answer.question.interventions).toHaveLength(asked.question.interventions.length);
      expect(answer.question.filters).toEqual(asked.question.filters);
      expect(answer.sources.length).toBeGreaterThan(0);
    }
  });

  it('counts what the server shows', () => {
    const few = caveat.ask('baclofen for spasms', {
      ...WHOLE_VIEW,
      animals: false,
      secondary: false,
    });
    const all = ask('baclofen for spasms');
    expect(few.notes).not.toEqual(all.notes);
  });
});

describe('a word that is clear is not asked back', () => {
  it.each([
    {
      question: 'does gabapentin help muscle spasms',
      kind: 'evidence',
      conditions: ['muscle-spasm'],
    },
    { question: 'what helps muscle cramps', kind: 'evidence', conditions: ['muscle-cramp'] },
    { question: 'magnesium for cramps', kind: 'evidence', conditions: ['muscle-cramp'] },
    { question: 'botox for spasms in my face', kind: 'evidence', conditions: ['hemifacial-spasm'] },
    {
      question: 'what helps spasms in MS',
      kind: 'evidence',
      conditions: ['spasticity-multiple-sclerosis'],
    },
    { question: 'botox for eyelid spasms', kind: 'evidence', conditions: ['blepharospasm'] },
    { question: 'side effects of botox for spasms', kind: 'safety', conditions: ['muscle-spasm'] },
    { question: 'ashwagandha for spasms', kind: 'no-evidence', conditions: ['muscle-spasm'] },
    {
      question: 'pregnant with cramps, what helps',
      kind: 'evidence',
      conditions: ['cramps-pregnancy'],
    },
    { question: 'what helps period cramps', kind: 'out-of-scope', conditions: [] },
  ])('$question', ({ question, kind, conditions }) => {
    const answer = ask(question);
    expect([
      answer.kind === 'no-evidence' && kind === 'out-of-scope' ? kind : answer.kind,
      ids(answer.question.conditions),
    ]).toEqual([kind, conditions]);
  });

  it('where one reading alone has studies, and it says how the word was read', () => {
    const answer = ask('magnesium for spasms');
    expect([answer.kind, ids(answer.question.conditions)]).toEqual(['evidence', ['muscle-cramp']]);
    expect(answer.notes).toContain('Read “spasms” as “muscle cramps”.');
  });

  it('where a danger is spoken of', () => {
    expect(ask('I took 40 baclofen for my spasms and cannot breathe').kind).toBe('safety');
    expect(ask('can i stop baclofen suddenly, i take it for spasms').kind).toBe('safety');
  });
});

describe('what follows “which do you mean?”', () => {
  const asked = 'botox for spasms';
  const meant = (text: string, previous = asked): [Answer['kind'], string[], string[]] => {
    expect([text, isFurther(text, previous)]).toEqual([text, true]);
    const { kind, question } = askFurther(previous, text);
    return [kind, ids(question.interventions), ids(question.conditions)];
  };

  it.each([
    { text: 'hemifacial', condition: 'hemifacial-spasm' },
    { text: 'the face', condition: 'hemifacial-spasm' },
    { text: 'in my neck', condition: 'cervical-dystonia' },
    { text: 'the eyelid one', condition: 'blepharospasm' },
    { text: 'Eyelids.', condition: 'blepharospasm' },
    { text: 'hemifacial spasm', condition: 'hemifacial-spasm' },
    { text: 'torticollis', condition: 'cervical-dystonia' },
    { text: 'after a stroke', condition: 'stroke' },
    { text: 'spasticity', condition: 'spasticity' },
    { text: 'all of them', condition: 'muscle-spasm' },
  ])('chooses with few words: $text', ({ text, condition }) => {
    expect(meant(text)).toEqual(['evidence', ['botulinum-toxin'], [condition]]);
  });

  it('keeps the filters of the question', () => {
    const { question } = askFurther('botox for spasms since 2010', 'the neck');
    expect(question.filters.yearFrom).toBe(2010);
  });

  it('goes on without a treatment as well', () => {
    expect(meant('at night', 'what helps cramps')).toEqual([
      'evidence',
      [],
      ['nocturnal-leg-cramps'],
    ]);
  });

  it.each([
    'thanks!',
    'ok',
    'lol',
    'my dog ate it',
    'the one that my aunt has on her face and neck',
  ])('chooses nothing by %s', (text) => {
    expect(askFurther(asked, text).question.conditions.map(({ id }) => id)).not.toContain(
      'hemifacial-spasm',
    );
  });

  it('is a question on harms where it asks for them', () => {
    expect(meant('and the side effects?')[0]).toBe('safety');
  });

  it('is not a choice after a question that was clear', () => {
    expect(isFurther('the face', 'gabapentin for hemifacial spasm')).toBe(false);
  });
});
