import { describe, expect, it } from 'vitest';
import { createCaveat } from '../../support/caveat.ts';

const { ask } = createCaveat();

describe('the kind of an answer', () => {
  it.each([
    ['gabapentin hemifacial spasm', 'evidence', 'efficacy'],
    ['Does gabapentin help muscle spasms', 'evidence', 'efficacy'],
    ['what helps nocturnal leg cramps', 'evidence', 'treatments'],
    ['hemifacial spasm', 'evidence', 'treatments'],
    ['what is gabapentin studied for', 'evidence', 'uses'],
    ['baclofen', 'evidence', 'uses'],
    ['baclofen or tizanidine for MS spasticity', 'evidence', 'compare'],
    ['what dose of gabapentin was studied for hemifacial spasm', 'evidence', 'dose'],
    ['Bandini 1999', 'study', 'study'],
    ['PMID 25842375', 'study', 'study'],
    ['10.1186/s41984-019-0070-7', 'study', 'study'],
    ['acupuncture for cervical dystonia', 'no-evidence', 'efficacy'],
    ['does yoga help hemifacial spasm', 'no-evidence', 'treatments'],
    ['ibuprofen', 'no-evidence', 'uses'],
    ['PMID 99999999', 'no-evidence', 'study'],
    ['gabapentin spasticity before 1990', 'no-evidence', 'efficacy'],
    ['does it help?', 'clarify', 'out-of-scope'],
    ['side effects of baclofen', 'safety', 'safety'],
    ['how much gabapentin should I take', 'safety', 'dose'],
    ['I took too much baclofen', 'safety', 'uses'],
    ['I want to die', 'safety', 'out-of-scope'],
    ['can I stop baclofen suddenly', 'safety', 'uses'],
    ['gabapentin with oxycodone for spasticity', 'safety', 'efficacy'],
    ['is botox safe in pregnancy', 'safety', 'safety'],
    ['help', 'help', 'help'],
    ['what can you do?', 'help', 'help'],
    ['hello', 'out-of-scope', 'out-of-scope'],
    ['what is the weather', 'out-of-scope', 'out-of-scope'],
    ['', 'out-of-scope', 'out-of-scope'],
  ])('to “%s” is %s', (text, kind, intent) => {
    const answer = ask(text);
    expect(answer.kind).toBe(kind);
    expect(answer.question.intent).toBe(intent);
  });

  it.each([
    ['what is quinine used for', 'quinine'],
    ['harms of magnesium', 'magnesium'],
    ['cochrane quinine', 'quinine'],
    ['side effects of muscle relaxants', 'muscle-relaxants'],
  ])('to “%s” is no refusal: it names a treatment that Caveat knows', (text, treatment) => {
    const answer = ask(text);
    expect(answer.question.interventions.map(({ id }) => id)).toEqual([treatment]);
    expect(['evidence', 'safety']).toContain(answer.kind);
  });
});

describe('answers that hold no evidence', () => {
  it.each(['help', 'hello', 'does it help?', 'does yoga help hemifacial spasm', 'I want to die'])(
    '“%s” rates nothing and cites no study',
    (text) => {
      const answer = ask(text);
      expect(answer).toMatchObject({
        verdict: 'no-evidence',
        certainty: null,
        sections: [],
        caveats: [],
      });
      expect(answer.sources.filter(({ design }) => design !== 'label')).toEqual([]);
    },
  );

  it('say what there is nearby', () => {
    expect(ask('does yoga help hemifacial spasm').notes.join(' ')).toMatch(/gabapentin/);
    expect(ask('tizanidine for cervical dystonia').notes.join(' ')).toMatch(
      /tizanidine was studied for .*spasticity/i,
    );
  });

  it('say how many studies a filter hid', () => {
    const answer = ask('gabapentin hemifacial spasm randomised trials only');
    expect(answer.headline).toMatch(/\b4 studies\b/);
    expect(ask('gabapentin spasticity since 2015').notes.join(' ')).toMatch(/leaves out \d+ other/);
  });

  it('say it too where the question was narrowed to some people', () => {
    const all = ask('what helps spasticity');
    const children = ask('what helps spasticity in children');
    expect(children.sections.length).toBeLessThan(all.sections.length);
    expect(children.notes.join(' ')).toMatch(/leaves? out \d+ other/);
  });

  it('do not claim that a treatment they name is unknown', () => {
    const answer = ask('harms of acupuncture');
    expect(answer.headline).not.toMatch(/names no condition or treatment/);
  });
});

describe('dangers', () => {
  it.each([
    ['I took too much baclofen', 'overdose', /emergency number|poison control/],
    ["I can't breathe after tizanidine", 'breathing', /emergency number/],
    ['I want to die', 'suicidal-thoughts', /crisis line/],
    ['can I stop baclofen suddenly', 'abrupt-stopping', /prescriber or a pharmacist/],
    ['can I mix gabapentin and alcohol', 'sedatives', /pharmacist or the prescriber/],
    ['how much gabapentin should I take', 'personal-dose', /prescriber or a pharmacist/],
    ['gabapentin pregnancy', 'pregnancy', /prescriber/],
  ])('“%s” is told first where to get help', (text, code, words) => {
    const [first] = ask(text).safety;
    expect(first?.code).toBe(code);
    expect(first?.text).toMatch(words);
  });

  it.each(['I took too much baclofen', "I can't breathe after tizanidine", 'I want to die'])(
    '“%s” leads to no further question and no evidence of benefit',
    (text) => {
      expect(ask(text)).toMatchObject({ suggestions: [], sections: [] });
    },
  );

  it.each([
    'how much gabapentin should I take',
    'what dose of baclofen for me',
    'should I take 300 or 600 mg of gabapentin for cramps',
  ])('“%s” gets no dose to take', (text) => {
    const answer = ask(text);
    const words = [answer.headline, ...answer.safety.map((note) => note.text)].join(' ');
    expect(words).not.toMatch(/\byou should take|\btake \d|\bstart (?:with|at) \d/i);
    expect(words).toMatch(/prescriber/);
  });

  it('are told beside the evidence where the question is about both', () => {
    const answer = ask('gabapentin while pregnant for leg cramps');
    expect(answer.kind).toBe('evidence');
    expect(answer.safety.map(({ code }) => code)).toContain('pregnancy');
    expect(answer.sections.length).toBeGreaterThan(0);
  });

  it.each([
    ['does magnesium help leg cramps in pregnancy', 'pregnancy'],
    ['what helps pregnancy cramps', 'pregnancy'],
    ['gabapentin for haemodialysis cramps', 'kidney'],
    ['baclofen for cramps during dialysis', 'kidney'],
    ['side effects of gabapentin in dialysis patients', 'kidney'],
  ])('that come with the condition itself are told, and narrow nothing: “%s”', (text, code) => {
    const { headline, safety, notes, question } = ask(text);
    expect(safety[0]?.code).toBe(code);
    expect(question.filters.population).toBeNull();
    expect([headline, ...notes].join(' ')).not.toMatch(/filter/);
    const texts = safety.map((note) => note.text);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('that a label puts in a box for the very use asked about are told with the evidence', () => {
    const answer = ask('does quinine help nocturnal leg cramps');
    expect(answer.safety.map(({ text }) => text).join(' ')).toMatch(
      /boxed warning|life-threatening/i,
    );
  });

  it('rest on sources that can be opened', () => {
    for (const text of ['side effects of gabapentin', 'can I stop baclofen suddenly']) {
      const { safety, sources } = ask(text);
      const facts = safety.filter(({ citations }) => citations.length > 0);
      expect(facts.length).toBeGreaterThan(0);
      for (const { citations } of facts)
        for (const n of citations) expect(sources[n - 1]?.url).toMatch(/^https?:\/\//);
    }
  });
});

describe('one study', () => {
  it('is described with its people, limits and findings', () => {
    const answer = ask('Bandini 1999');
    expect(answer.headline).toBe(
      'Bandini 1999: case series of gabapentin for hemifacial spasm, 5 people.',
    );
    expect(answer.sections[0]?.findings.map(({ studyId }) => studyId)).toEqual([
      'bandini-1999-gabapentin-hemifacial-spasm',
    ]);
    expect(answer.notes.join(' ')).toMatch(/Limitation: /);
  });

  it('known only second-hand is called so', () => {
    const answer = ask('Daniele 2001');
    expect(answer.headline).toMatch(/second-hand/);
    expect(answer.caveats.map(({ code }) => code)).toContain('secondary-source');
  });

  it('that is not here says nothing about the study', () => {
    expect(ask('PMID 99999999').headline).toMatch(/says nothing about the study/);
    expect(ask('Bandini 2005')).toMatchObject({
      kind: 'no-evidence',
      suggestions: ['Bandini 1999'],
    });
  });

  it('on several bodies has the verdict and certainty that its sections share', () => {
    const { sections, verdict, certainty } = ask('Garrison 2020');
    expect(sections.length).toBeGreaterThan(1);
    expect(new Set(sections.map((section) => section.verdict))).toEqual(new Set([verdict]));
    expect(sections.map((section) => section.certainty)).toContain(certainty);
  });

  it('is put before those that its author only helped with', () => {
    const first = (text: string) => ask(text).sources[0]?.citation;
    expect(first('Smith 1994')).toMatch(/^Smith/);
    expect(first('Mueller 1997')).toMatch(/^Mueller/);
  });
});

describe('comparisons', () => {
  it('do not pass over a treatment of which nothing is known', () => {
    for (const text of [
      'gabapentin vs yoga for cramps',
      'gabapentin versus ibuprofen for back pain',
    ]) {
      const { headline, notes } = ask(text);
      expect([headline, ...notes].join(' ')).toMatch(/yoga|ibuprofen/);
    }
  });
});

describe('the length of answers', () => {
  it('to broad questions is bounded, and what is left out is named by what tells it apart', () => {
    const answer = ask('what is gabapentin studied for');
    expect(answer.sections.length).toBeLessThanOrEqual(12);
    const [left = ''] = answer.notes.filter((note) => note.startsWith('Shown:'));
    expect(left).toMatch(/12 (?:surest )?of \d+/);
    // They are all of gabapentin: its name tells nothing apart.
    expect(left).not.toMatch(/the others: gabapentin\.$/);
  });
});
