import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type View, viewOf, WHOLE_VIEW } from '../../src/core/answer/view.ts';
import { Answer } from '../../src/core/domain/answer.ts';
import { Certainty } from '../../src/core/domain/evidence.ts';
import { isAnimal } from '../../src/core/domain/study.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings/settings.ts';
import { QUESTIONS } from '../core/answer/questions.ts';
import { createWhole } from '../support/caveat.ts';

const { caveat, library } = createWhole();
const { ask } = caveat;
const studies = new Map(library.studies.map((study) => [study.id, study]));
const golden = readFileSync(new URL('../golden/questions.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { question: string }).question);
const ALL = [...new Set([...golden, ...QUESTIONS])];

/** Each question is asked once in each view, by all tests together. */
const answers = new Map<View, Map<string, Answer>>();
const asked = (question: string, view = WHOLE_VIEW): Answer => {
  const known = answers.get(view) ?? new Map<string, Answer>();
  answers.set(view, known);
  const answer = known.get(question) ?? ask(question, view);
  known.set(question, answer);
  return answer;
};

const under = (parts: Partial<View>): View => ({ ...WHOLE_VIEW, ...parts });
const VIEWS: [string, View][] = [
  ['without animals', under({ animals: false })],
  ['without second-hand records', under({ secondary: false })],
  ['without either', under({ animals: false, secondary: false })],
  ['from low certainty on', under({ leastCertainty: 'low' })],
  ['from moderate certainty on', under({ leastCertainty: 'moderate' })],
  ['from high certainty on', under({ leastCertainty: 'high' })],
  ['with as little as can be', { animals: false, secondary: false, leastCertainty: 'high' }],
];
/** Surest first, as they are declared. */
const isBelow = (certainty: Certainty | null, least: Certainty): boolean =>
  least !== 'very-low' &&
  (certainty === null || Certainty.options.indexOf(certainty) > Certainty.options.indexOf(least));

const citedIn = ({ sources }: Answer) =>
  sources.flatMap(({ studyId }) => studies.get(studyId) ?? []);
const told = ({ safety }: Answer) => safety.map(({ code, text }) => ({ code, text }));
/** Verdicts that say something of an effect. */
const SAYING = ['helps', 'probably-helps', 'may-help', 'no-clear-effect', 'harmful', 'mixed'];

describe.each(VIEWS)('an answer %s', (_, view) => {
  it('cites no record that is not looked up', () => {
    for (const question of ALL) {
      const cited = citedIn(asked(question, view));
      if (!view.animals) expect(cited.filter(isAnimal)).toEqual([]);
      if (!view.secondary) expect(cited.filter(({ status }) => status === 'secondary')).toEqual([]);
    }
  });

  it('has no section that is less sure than it may be, harms apart', () => {
    for (const question of ALL) {
      const { kind, sections, certainty } = asked(question, view);
      if (kind === 'safety') continue;
      expect(sections.filter((section) => isBelow(section.certainty, view.leastCertainty))).toEqual(
        [],
      );
      if (sections.length > 0 && kind === 'evidence')
        expect(isBelow(certainty, view.leastCertainty)).toBe(false);
    }
  });

  it('warns as the whole library does, and answers every danger as ever', () => {
    for (const question of ALL) {
      const whole = asked(question);
      const answer = asked(question, view);
      expect(told(answer), question).toEqual(told(whole));
      if (whole.kind === 'safety')
        expect(answer.headline.split(':')[0]).toBe(whole.headline.split(':')[0]);
      if (whole.kind === 'safety' && whole.sections.length === 0) expect(answer).toEqual(whole);
    }
  });

  it('says how much it does not show, and never that there is nothing', () => {
    let touched = 0;
    for (const question of ALL) {
      const whole = asked(question);
      const { withheld, notes, headline, ...answer } = asked(question, view);
      const text = notes.join('\n');
      const [, below = '0'] = /(\d+) results? below/.exec(text) ?? [];
      expect(Number(below)).toBe(withheld.results);
      const [, leaves = ''] = /This server leaves out (.*?)\.$/m.exec(text) ?? [];
      const counted = [...leaves.matchAll(/\d+/g)].reduce((sum, [n]) => sum + Number(n), 0);
      expect(counted).toBe(withheld.records);
      if (withheld.records + withheld.results === 0) continue;
      touched += 1;
      // What nothing is known of in the whole library, either, may be said to be so.
      const nowhere = [whole.headline, ...whole.notes]
        .join('\n')
        .matchAll(/no study records on [^.]+? in this library/gi);
      const told = [...nowhere].reduce(
        (left, [sentence]) => left.replace(sentence, ''),
        `${headline} ${text}`,
      );
      expect(told).not.toMatch(/No study records? |in this library\b(?! holds)/);
      if (answer.sections.length === 0) expect(SAYING).not.toContain(answer.verdict);
      if (answer.kind === 'no-evidence') expect(headline).toMatch(/is not shown in this server/);
      if (whole.kind === 'evidence' && answer.sections.length > 0)
        if (withheld.results > 0) expect(headline).toMatch(/^Within /);
    }
    expect(touched).toBeGreaterThan(5);
  });

  it('counts the library as it is, keeps the contract, and is the same each time', () => {
    for (const question of ALL) {
      const answer = asked(question, view);
      expect(Answer.safeParse(answer).error).toBeUndefined();
      expect(answer.library).toEqual({ studies: caveat.stats.studies, asOf: caveat.stats.asOf });
      expect(ask(question, view)).toEqual(answer);
      const numbers = answer.sources.map(({ n }) => n);
      expect(numbers).toEqual(numbers.map((_, i) => i + 1));
    }
  });

  it('suggests nothing that this server has nothing on', () => {
    if (view.leastCertainty !== 'very-low') return;
    for (const question of ALL)
      for (const suggestion of asked(question, view).suggestions)
        expect(asked(suggestion, view).headline, `${question} -> ${suggestion}`).not.toMatch(
          /is not shown in this server/,
        );
  });
});

describe('the view of a server', () => {
  it('is everything by default, and then changes no answer', () => {
    expect(viewOf(DEFAULT_SETTINGS)).toEqual(WHOLE_VIEW);
    for (const question of ALL) {
      expect(asked(question)).toEqual(ask(question));
      expect(asked(question).withheld).toEqual({ records: 0, results: 0 });
    }
  });

  it('holds for long messages, follow-ups, harms and single records', () => {
    const view = under({ secondary: false, animals: false });
    const long = `${'I walk the dog each morning. '.repeat(40)} Does gabapentin help muscle spasms?`;
    for (const answer of [
      caveat.askShort(long, 250, view),
      caveat.askFurther('what helps hemifacial spasm', 'and gabapentin?', view),
      caveat.harmsOf(ask('gabapentin muscle spasms', view), view) as Answer,
    ]) {
      expect(answer.sections.length).toBeGreaterThan(0);
      expect(answer.withheld.records).toBeGreaterThan(0);
      expect(citedIn(answer).filter((s) => isAnimal(s) || s.status === 'secondary')).toEqual([]);
    }
    const animal = library.studies.find(isAnimal);
    expect(caveat.studyCard(animal?.id ?? '')).not.toBeNull();
    expect(caveat.studyCard(animal?.id ?? '', view)).toBeNull();
  });

  it('has the harms of treatments whose results it does not show', () => {
    const view = under({ leastCertainty: 'high' });
    const answer = ask('what helps nocturnal leg cramps', view);
    expect(answer.sections).toEqual([]);
    expect(answer.safety.length).toBeGreaterThan(0);
    expect(caveat.harmsOf(answer, view)?.kind).toBe('safety');
    expect(caveat.askFurther('what helps nocturnal leg cramps', 'side effects?', view).kind).toBe(
      'safety',
    );
  });
});

describe('what is not shown', () => {
  it('is told by number, kind and certainty', () => {
    expect(ask('gabapentin muscle spasms', under({ leastCertainty: 'low' })).notes).toContainEqual(
      expect.stringMatching(
        /^\d+ results below low certainty are not shown in this server \(\d+ very low, \d+ not rated\)\.$/,
      ),
    );
    expect(
      ask('gabapentin muscle spasms', under({ animals: false, secondary: false })).notes,
    ).toContainEqual(
      expect.stringMatching(
        /^This server leaves out \d+ animal studies and \d+ second-hand records on this question\.$/,
      ),
    );
  });

  it('is there, where it is all there is', () => {
    const answer = ask('gabapentin hemifacial spasm', under({ leastCertainty: 'moderate' }));
    expect(answer).toMatchObject({
      kind: 'no-evidence',
      verdict: 'no-evidence',
      certainty: null,
      sections: [],
      sources: expect.arrayContaining([]),
      withheld: { records: 0, results: 1 },
    });
    expect(answer.headline).toMatch(/not shown in this server.*not evidence that it does not work/);
  });

  it('is a study that is named, where its kind is left out', () => {
    const answer = ask('rabchevsky 2011', under({ animals: false }));
    expect(answer.kind).toBe('no-evidence');
    expect(answer.headline).toMatch(/Rabchevsky 2011 is not shown in this server/);
    expect(answer.sources).toEqual([]);
  });

  it('is no study missing from a comparison', () => {
    const answer = ask(
      'baclofen or tizanidine for MS spasticity',
      under({ leastCertainty: 'moderate' }),
    );
    expect(answer.headline).toMatch(/what compares them with each other is not shown/);
    expect(answer.headline).toMatch(/What is here on baclofen for it is not shown/);
    expect(answer.headline).not.toMatch(/no study here/i);
  });

  it('is what passes no filter, where the filter is what leaves it out', () => {
    const answer = ask(
      'gabapentin hemifacial spasm only randomised trials',
      under({ secondary: false }),
    );
    expect(answer.headline).toMatch(/passes your filter; \d+ stud(y|ies) without it/);
    expect(answer.withheld).toEqual({ records: 0, results: 0 });
  });
});
