import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Answer } from '../../src/core/domain/answer.ts';
import { QUESTIONS } from '../core/answer/questions.ts';
import { createCaveat, createWhole } from '../support/caveat.ts';

const { caveat, library } = createWhole();
const { ask, askFurther, askShort, harmsOf } = caveat;

/** A post of a person who tells a story before asking; some thousand characters. */
const post = (question: string, story = 'I walk the dog every morning, whatever the weather. ') =>
  `Hi everyone, I'm 54 and was diagnosed with hemifacial spasm eleven years ago. It started as a twitch under my left eye. Years ago I took baclofen.\n${story.repeat(20)}My neurologist now mentioned gabapentin. ${question} Thanks so much for reading, Anna`;

describe('all that the bot asks', () => {
  it('answers as the command line does', () => {
    const { ask: plain } = createCaveat();
    for (const text of QUESTIONS) expect(ask(text)).toEqual(plain(text));
  });

  it('knows what the library holds', () => {
    const { stats, conditions } = caveat;
    const usable = library.studies.filter(({ status }) => status !== 'draft');
    expect(stats.studies).toBe(usable.length);
    expect(stats.asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(stats.conditions).toBe(conditions.length);
    expect(stats.interventions).toBeGreaterThan(40);
    expect(stats.interventions).toBeLessThanOrEqual(library.interventions.length);
    const counts = conditions.map(({ studies }) => studies);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(counts.every((count) => count > 0)).toBe(true);
    const spasm = conditions.find(({ id }) => id === 'hemifacial-spasm');
    const own = ask('what helps hemifacial spasm');
    expect(spasm?.treatments).toBe(own.sections.length);
    expect(new Set(conditions.map(({ command }) => command)).size).toBe(conditions.length);
  });
});

describe('what follows an answer', () => {
  it.each([
    ['gabapentin hemifacial spasm', 'and the side effects?', 'safety', ['gabapentin']],
    ['gabapentin hemifacial spasm', 'only randomised trials', 'no-evidence', ['gabapentin']],
    ['gabapentin for MS spasticity', 'only randomised trials', 'evidence', ['gabapentin']],
    ['what helps hemifacial spasm', 'what about botox', 'evidence', ['botulinum-toxin']],
    [
      'what helps nocturnal leg cramps',
      'and the side effects?',
      'safety',
      ['vitamin-k2', 'quinine', 'magnesium'],
    ],
    ['Bandini 1999', 'and the side effects?', 'safety', ['gabapentin']],
    ['Bandini 1999', 'what about botox', 'evidence', ['botulinum-toxin']],
    ['gabapentin hemifacial spasm', 'can i take it with ibuprofen', 'safety', ['gabapentin']],
    ['gabapentin hemifacial spasm', 'I took 20 of them', 'safety', ['gabapentin']],
  ])('of “%s”, “%s”, is a %s answer', (previous, text, kind, interventions) => {
    const answer = askFurther(previous, text);
    expect(answer.kind).toBe(kind);
    expect(answer.question.interventions.map(({ id }) => id).sort()).toEqual(
      interventions.toSorted(),
    );
    expect(answer.question.text.length).toBeLessThanOrEqual(250);
  });

  it('is answered by the study itself where nothing new is asked', () => {
    expect(askFurther('Bandini 1999', 'how sure is that?')).toEqual(ask('Bandini 1999'));
  });

  it('can be followed again and again', () => {
    const first = askFurther('gabapentin hemifacial spasm', 'and in MS spasticity?');
    const second = askFurther(first.question.text, 'only randomised trials');
    const third = askFurther(second.question.text, 'or baclofen?');
    expect(third.question.intent).toBe('compare');
    expect(third.question.filters.designs).toEqual(['rct-parallel', 'rct-crossover']);
    expect(third.question.conditions.map(({ id }) => id)).toEqual([
      'spasticity-multiple-sclerosis',
    ]);
  });

  it('is answered as its text is answered, with a note of what was mended', () => {
    const answer = askFurther('gabapentin hemifacial spasm', 'what about levetiracetm');
    const { notes, ...rest } = answer;
    const { notes: plain, ...same } = ask(answer.question.text);
    expect(rest).toEqual(same);
    expect(notes).toEqual(['Read “levetiracetm” as “levetiracetam”.', ...plain]);
  });

  it('keeps the contract, for any two texts', () => {
    const text = fc.oneof(
      fc.constantFrom(...QUESTIONS),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
    );
    fc.assert(
      fc.property(text, text, (previous, next) => {
        const answer = askFurther(previous, next);
        expect(Answer.safeParse(answer).error).toBeUndefined();
        expect(answer.question.text.length).toBeLessThanOrEqual(250);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a long message', () => {
  it.each([
    ['Has anyone tried gabapentin?', 'gabapentin for hemifacial spasm'],
    ['Does anyone know if it really works?', 'gabapentin for hemifacial spasm'],
    ['What are the side effects?', 'side effects of gabapentin for hemifacial spasm'],
    [
      'Is botox better for hemifacial spasm?',
      'gabapentin or botulinum toxin type A for hemifacial spasm',
    ],
    ['Would love to hear from you.', 'gabapentin for hemifacial spasm'],
  ])('is answered by what it asks: %s', (question, worded) => {
    const text = post(question);
    expect(text.length).toBeGreaterThan(1000);
    const answer = askShort(text, 250);
    expect(answer.question.text).toBe(worded);
    expect(answer.notes[0]).toBe(`Your message is long: it was read as “${worded}”.`);
    expect(answer.sections).toEqual(ask(worded).sections);
  });

  it('is heard to the end, where it has 4000 characters', () => {
    const text = `${'Story of my life. '.repeat(215)}What about botox for spasticity after stroke?`;
    expect(text.length).toBeGreaterThan(3900);
    expect(askShort(text, 250).question.text).toBe(
      'botulinum toxin type A for spasticity after stroke',
    );
    expect(caveat.isMeant(text)).toBe(true);
  });

  it('of more than the limit, but not more than a question, is worded too', () => {
    const text = `does gabapentin ${'really '.repeat(40)}help hemifacial spasm`;
    const answer = askShort(text, 250);
    expect(answer.question.text).toBe('gabapentin for hemifacial spasm');
    expect(answer.sections).toEqual(ask(text).sections);
    expect(askShort(text, 400)).toEqual(ask(text));
  });

  it('with a danger anywhere is answered by where to get help', () => {
    const answer = askShort(
      post('Last night I took 20 baclofen tablets. Does gabapentin help hemifacial spasm?'),
      250,
    );
    expect(answer.kind).toBe('safety');
    expect(answer.safety[0]?.code).toBe('overdose');
    expect(answer.question.interventions.map(({ id }) => id)).toEqual(['baclofen']);
  });

  it('of nothing we know is out of scope, its text cut', () => {
    const answer = askShort('lovely weather in the hills again, '.repeat(60), 250);
    expect(answer.kind).toBe('out-of-scope');
    expect(answer.question.text.length).toBeLessThanOrEqual(250);
  });

  it('has at most as many characters as it may have, and keeps the contract', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...QUESTIONS, '\n', '? ', '. ', '🙏'), { maxLength: 120 }),
        fc.constantFrom(100, 250, 256),
        (parts, limit) => {
          const answer = askShort(parts.join(' '), limit);
          expect(Answer.safeParse(answer).error).toBeUndefined();
          expect(answer.question.text.length).toBeLessThanOrEqual(limit);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is left alone where it tells a story and asks nothing', () => {
    expect(caveat.isMeant(post('Just wanted to share.'))).toBe(false);
    expect(caveat.isMeant(post('Does gabapentin help hemifacial spasm?'))).toBe(true);
  });
});

describe('the harms of an answer', () => {
  it('are those of the treatments asked about, for any condition', () => {
    const harms = harmsOf(ask('gabapentin or botox for hemifacial spasm'));
    expect(harms?.question.text).toBe('side effects of gabapentin and botulinum toxin type A');
    expect(harms).toEqual(ask('side effects of gabapentin and botulinum toxin type A'));
  });

  it('are those of the first treatments found, where none was asked about', () => {
    const answer = ask('what helps hemifacial spasm');
    const harms = harmsOf(answer);
    const first = [...new Set(answer.sections.map(({ intervention }) => intervention))].slice(0, 3);
    expect(harms?.question.interventions.map(({ id }) => id).sort()).toEqual(first.sort());
    expect(harmsOf(ask('Bandini 1999'))?.question.text).toBe('side effects of gabapentin');
  });

  it('are null where nothing is known of them', () => {
    const nothing = library.interventions.find(
      ({ label }) => ask(`side effects of ${label}`).kind !== 'safety',
    );
    if (nothing) expect(harmsOf(ask(`what is ${nothing.label} studied for`))).toBeNull();
    expect(harmsOf(ask('hello'))).toBeNull();
    expect(harmsOf(ask('does yoga help hemifacial spasm'))).toBeNull();
  });

  it('are told of every treatment alone as asked for by name', () => {
    for (const { label } of library.interventions) {
      const harms = harmsOf(ask(`what is ${label} studied for`));
      const asked = ask(`side effects of ${label}`);
      expect(harms).toEqual(asked.kind === 'safety' ? asked : null);
    }
  });
});
