import { describe, expect, it } from 'vitest';
import { createCaveat } from '../../support/caveat.ts';
import { finding } from '../../support/study.ts';
import { trial } from '../grading/bodies.ts';
import { answerOf, given } from './madeUp.ts';

/** Questions in the words that people really use, with what their answers must and must not be. */
const { ask } = createCaveat();
const treatments = (text: string) => ask(text).question.interventions.map(({ id }) => id);

describe('A question for any treatment', () => {
  it.each([
    'what can I take for hemifacial spasm',
    'what meds work for back spasms',
    'which drug works best for MS spasticity',
    'what do neurologists prescribe for hemifacial spasm',
    'anything new for hemifacial spasm',
    'recommend something for back spasms',
    'face twitches best treatment',
  ])('is no question for a treatment of that name: “%s”', (text) => {
    const answer = ask(text);
    expect(answer.kind).toBe('evidence');
    expect(answer.question.intent).toBe('treatments');
  });

  it.each([
    'yoga for hemifacial spasm',
    'what about yoga for hemifacial spasm',
    'is there any proof that yoga works for hemifacial spasm',
  ])('still tells what has no record: “%s”', (text) =>
    expect(ask(text).headline).toMatch(/^No study records on yoga/),
  );
});

describe('A treatment that does not help', () => {
  it.each([
    'gabapentin does not help hemifacial spasm, right?',
    "gabapentin doesn't work for hemifacial spasm",
    "gabapentin didn't help low back pain in trials?",
  ])('is asked about where that is a claim: “%s”', (text) => {
    expect(ask(text).question.intent).toBe('efficacy');
    expect(treatments(text)).toEqual(['gabapentin']);
  });

  it.each([
    "gabapentin didn't work for my hemifacial spasm",
    'gabapentin failed, what else is there for hemifacial spasm',
    'what is better than gabapentin for hemifacial spasm',
  ])('is left out where another is wanted: “%s”', (text) => {
    const answer = ask(text);
    expect(answer.question.intent).toBe('treatments');
    expect(answer.sections.map(({ intervention }) => intervention)).not.toContain('gabapentin');
  });
});

describe('A question between harm and benefit', () => {
  it.each([
    ['does baclofen lower spasticity', 'efficacy'],
    ['does botox make hemifacial spasm better', 'efficacy'],
    ['does gabapentin give relief from leg cramps', 'efficacy'],
    ['does rehab after botox improve arm function post stroke', 'efficacy'],
    ['which is safer, tizanidine or baclofen for MS', 'safety'],
    ['which has fewer side effects, gabapentin or baclofen', 'safety'],
    ['which works better, tizanidine or baclofen for MS', 'compare'],
    ['does gabapentin make me gain weight', 'safety'],
  ])('“%s” is on %s', (text, intent) => expect(ask(text).question.intent).toBe(intent));
});

describe('A filter', () => {
  it('never lets a part speak for the library', () => {
    const animals = ask('gabapentin spinal cord injury animal studies');
    expect(animals.headline).toMatch(/^Within your filter: no study in people/);
    expect(animals.notes.join(' ')).toMatch(/leaves out 3 other studies/);
    expect(ask('gabapentin spinal cord injury').headline).not.toMatch(/filter/);
  });

  it('hides no harms without a word', () => {
    const text = 'side effects of gabapentin in hemifacial spasm';
    expect(ask(`${text} since 2050`).notes.join(' ')).toMatch(/filter leaves out \d+ stud/);
    expect(ask(text).notes.join(' ')).not.toMatch(/filter/);
  });

  it('leaves out what it is told to', () => {
    const cited = (text: string) => ask(text).sources.length;
    const all = 'gabapentin hemifacial spasm';
    expect(cited(`${all} no case reports`)).toBe(cited(all) - 1);
  });

  it('keeps old trials against placebo, and counts no study that was not asked about', () => {
    expect(ask('placebo-controlled trials of baclofen in MS').kind).toBe('evidence');
    expect(ask('alternatives to botox for hemifacial spasm in humans').notes.join(' ')).not.toMatch(
      /filter/,
    );
    expect(ask('gabapentin for migraine since 2050').headline).not.toMatch(/without it/);
  });

  it.each([
    'is gabapentin up to 1800 mg a day effective for hemifacial spasm',
    'gabapentin 1800 to 2000 mg for hemifacial spasm',
  ])('is not read from a dose: “%s”', (text) => {
    expect(ask(text).question.filters).toMatchObject({ yearFrom: null, yearTo: null });
  });
});

describe('What was asked and not found', () => {
  it('is told where the outcome asked about came out otherwise', () => {
    const answer = ask('does gabapentin reduce the number of spasms in UMN syndrome');
    expect(answer.notes).toContain(
      'On spasm frequency itself Formica 2005 found no clear difference.',
    );
  });

  it.each([
    { versus: 'placebo', notes: ['On sleep itself Someone 2020 found no clear difference.'] },
    { versus: 'active', notes: [] },
    { versus: 'dose', notes: [] },
  ])('is told of the treatment against none alone: against $versus', ({ versus, notes }) => {
    const findings = [
      finding({ direction: 'improved', primary: true }),
      finding({ outcome: 'sleep', direction: 'no-difference', versus }),
    ];
    expect(answerOf([trial('one', 50, { findings })], { outcomes: ['sleep'] }).notes).toEqual(
      notes,
    );
  });

  it('is told of each condition without a record', () => {
    expect(ask('does gabapentin help MS, SCI and stroke spasticity').notes.join(' ')).toMatch(
      /No study records on gabapentin for spasticity after stroke/,
    );
  });

  it('does not deny a study of both treatments', () => {
    expect(ask('gabapentin or levetiracetam for hemifacial spasm').headline).toMatch(
      /Morsy 2020 studied them side by side/,
    );
  });
});

describe('The gravest harm', () => {
  it('is told of every treatment named, however many', () => {
    const told = ask('leg cramps gabapentin or quinine or magnesium').safety;
    expect(told.some(({ text }) => text.startsWith('Quinine'))).toBe(true);
  });
});

describe('A citation', () => {
  it.each([
    ['Gruenthal et al., 1997', /^Gruenthal 1997: /],
    ['Mueller 1997', /^Mueller 1997: /],
  ])('%s means the first author', (text, headline) => expect(ask(text).headline).toMatch(headline));
});

describe('A dose', () => {
  it.each([
    'is 4 mg tizanidine enough',
    'is 900 mg gabapentin too much',
    'is it ok to take two gabapentin at once',
  ])('for a person is not judged: “%s”', (text) => {
    expect(ask(text).headline).toBe('Caveat cannot say how much anyone should take.');
    expect(ask(text).safety[0]?.text).toMatch(/poison control/);
  });

  it.each([
    'I took 300 mg gabapentin, will it help my hemifacial spasm',
    'I have been taking too much time off work because of hemifacial spasm, does botox help',
    'did anyone in the studies overdose on gabapentin',
    'was alcohol allowed in the gabapentin trials',
  ])('is no emergency: “%s”', (text) => expect(ask(text).kind).toBe('evidence'));

  it.each([
    'I took too much baclofen',
    'i am in a trial and overdosed on gabapentin',
    'i took 900 mg baclofen',
    `${'lorem '.repeat(90)}how many gabapentin to die`,
  ])('is an emergency: “%s”', (text) => expect(ask(text).headline).toMatch(/emergency/));

  it('that was injected is not withdrawn from', () => {
    expect(ask('stopped taking botox, does it work for migraine').safety).toEqual([]);
    expect(ask('stopped taking baclofen, does it work for migraine').safety).not.toEqual([]);
  });

  it('cut down with seizures is a danger of stopping', () => {
    expect(ask('my wife cut down her clonazepam and now has seizures').headline).toMatch(
      /^Stopping can be risky/,
    );
  });
});

describe('A range of doses', () => {
  const dose = (min: number | null, max: number | null) =>
    given({ gabapentin: { min, max, unit: 'mg/day' } });

  it.each([
    { doses: [dose(300, 900), dose(600, 1200)], told: 'used 300 to 1200 mg/day' },
    { doses: [dose(300, 300), dose(300, 300)], told: 'used 300 mg/day' },
    { doses: [dose(null, 900), dose(300, 600)], told: 'used 300 to 900 mg/day' },
    { doses: [dose(null, 200), dose(300, 600)], told: 'used up to 600 mg/day' },
    { doses: [dose(300, 600), dose(900, null)], told: 'used from 300 mg/day' },
  ])('has only ends that a study states: $told', ({ doses, told }) => {
    const studies = doses.map((parts, i) => trial(`trial-${i}`, 50, parts));
    expect(answerOf(studies, { intent: 'dose' }).headline).toContain(told);
  });
});
