import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Linked, Question } from '../../../src/core/domain/question.ts';
import { Design } from '../../../src/core/domain/study.ts';
import { continueQuestion } from '../../../src/core/question/continueQuestion.ts';
import { NO_FILTERS, parseFilters } from '../../../src/core/question/filters.ts';
import { foldText } from '../../../src/core/question/foldText.ts';
import { efficacyText } from '../../../src/core/question/questionTexts.ts';
import { wordFilters } from '../../../src/core/question/wordFilters.ts';
import { LONGEST_WORDING, wordQuestion } from '../../../src/core/question/wordQuestion.ts';
import { countLibrary } from '../../../src/core/retrieval/countLibrary.ts';
import { createCaveat } from '../../support/caveat.ts';
import { QUESTIONS } from '../answer/questions.ts';
import { library, parse, THIS_YEAR } from './understand.ts';

const { ask } = createCaveat();
const golden = readFileSync(new URL('../../golden/questions.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => (JSON.parse(line) as { question: string }).question);
const KINDS = ['evidence', 'study', 'safety', 'no-evidence'];
const answered = [...new Set([...golden, ...QUESTIONS])].filter((text) =>
  KINDS.includes(ask(text).kind),
);

const topics = answered.filter((text) => ['evidence', 'safety'].includes(ask(text).kind));

const FOLLOW_UPS = [
  'and the side effects?',
  'what dose?',
  'only randomised trials',
  'no case reports',
  'only reviews',
  'only double blind ones',
  'what about children',
  'in older adults',
  'in animals?',
  'human studies',
  'since 2010',
  'before 2000',
  'all studies',
  'how sure is that',
  'and for spasticity?',
  'in MS',
  'what about baclofen',
  'or botox?',
  'compare with quinine',
  'what about yoga',
  'and for migraine?',
  'what else helps?',
  'what is it used for',
  'does it help walking?',
  'can I stop it suddenly?',
  'can i drink on it',
  'can i take it with ibuprofen',
  'is it safe in pregnancy',
  'I took 20 of them',
];

const idsOf = (linked: readonly Linked[]) => linked.map(({ id }) => id).sort();
/** What a question means, without its words. */
const meaningOf = (question: Question) => {
  const { intent, reference, filters, risks } = question;
  // Of a question on one study nothing but the study counts.
  if (intent === 'study') return { intent, reference };
  return {
    intent,
    interventions: idsOf(question.interventions),
    conditions: idsOf(question.conditions),
    outcomes: idsOf(question.outcomes),
    excluded: idsOf(question.excluded),
    filters: { ...filters, designs: filters.designs?.toSorted() ?? null },
    risks: risks.filter((risk) => risk !== 'pregnancy'),
    unknownTreatment: question.unknownTreatment?.toLowerCase() ?? null,
    unknownCondition: question.unknownCondition,
    unknownComparator: question.unknownComparator,
    unknownExcluded: question.unknownExcluded?.toLowerCase() ?? null,
  };
};
/** What of an answer does not hang on how the question was worded. */
const gistOf = (text: string) => {
  const { kind, verdict, certainty, sections, safety } = ask(text);
  return {
    kind,
    verdict,
    certainty,
    sections,
    safety: kind === 'safety' ? safety.map(({ text: note }) => note) : [],
  };
};

describe('a question in our own words', () => {
  it('is tried on enough questions', () => {
    expect(answered.length).toBeGreaterThan(200);
  });

  it.each(answered)('means the same and has the same answer: %s', (text) => {
    const question = parse(text);
    const worded = wordQuestion(question);
    expect(worded.length).toBeLessThanOrEqual(LONGEST_WORDING);
    expect(meaningOf(parse(worded))).toEqual(meaningOf(question));
    expect(gistOf(worded)).toEqual(gistOf(text));
    expect(wordQuestion(parse(worded))).toBe(worded);
  });

  it.each(FOLLOW_UPS)('means what a question and “%s” mean together', (text) => {
    const next = parse(text);
    const wrong = topics.flatMap((previous) => {
      const whole = continueQuestion(parse(previous), next);
      if (whole === next) return [];
      const worded = wordQuestion(whole);
      const isSame = JSON.stringify(meaningOf(parse(worded))) === JSON.stringify(meaningOf(whole));
      return isSame && worded.length <= LONGEST_WORDING
        ? []
        : [{ previous, worded, is: meaningOf(parse(worded)), should: meaningOf(whole) }];
    });
    expect(wrong).toEqual([]);
  });

  it('is no title of a study, whatever pair and filter it asks about', () => {
    const counts = countLibrary(library);
    const filters = [
      'double blind',
      'randomised trials',
      'reviews',
      'in children',
      'since 2000',
    ].map((text) => parseFilters(text, THIS_YEAR));
    const wrong = library.interventions.flatMap((treatment) =>
      library.conditions
        .filter(({ id }) => counts.ofPair(treatment.id, id) > 0)
        .flatMap((condition) => {
          const question = parse(efficacyText(treatment.label, condition.label));
          return filters
            .map((asked) => wordQuestion({ ...question, filters: asked }))
            .filter((worded) => parse(worded).intent !== 'efficacy');
        }),
    );
    expect(wrong).toEqual([]);
  });

  it('leaves out the last of what is too much, and is still a question', () => {
    const names = (concepts: readonly { label: string }[], most: number) =>
      concepts
        .slice(0, most)
        .map(({ label }) => label)
        .join(', ');
    const text = `${names(library.interventions, 12)} for ${names(library.conditions, 8)} in children since 2010`;
    const question = parse(text);
    const worded = wordQuestion(question);
    expect(worded.length).toBeLessThanOrEqual(LONGEST_WORDING);
    const read = parse(worded);
    expect(read.interventions.length).toBeGreaterThan(2);
    expect(read.conditions.length).toBeGreaterThan(0);
    expect(read.filters).toEqual(question.filters);
    expect(idsOf(question.interventions)).toEqual(
      expect.arrayContaining(idsOf(read.interventions)),
    );
  });

  it('has at most as many characters as it may have, whatever the question', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            ...[...library.interventions, ...library.conditions, ...library.outcomes].map(
              ({ label }) => label,
            ),
            'or',
            'for',
            'side effects of',
            'randomised trials',
            'since 2010',
            'what helps',
            'other than',
            '“',
            'zorblax',
          ),
          { maxLength: 40 },
        ),
        fc.constantFrom(60, 100, 250),
        (words, longest) => {
          const worded = wordQuestion(parse(words.join(' ')), longest);
          expect(worded.length).toBeLessThanOrEqual(longest);
          expect(worded.isWellFormed()).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('filters in words', () => {
  const read = (filters: Parameters<typeof wordFilters>[0]) => {
    const found = parseFilters(foldText(wordFilters(filters).join(', ')), THIS_YEAR);
    return { ...found, designs: found.designs?.toSorted() ?? null };
  };

  it.each([
    'randomised trials only',
    'controlled trials',
    'reviews only',
    'case reports',
    'observational studies',
    'observational studies but no case reports',
    'no reviews',
    'no case reports and no case series',
    'non-randomised studies',
    'open label and case series',
    'cohort studies and reviews only',
    'randomised trials and systematic reviews',
    'without animals',
    'double-blind randomised trials',
    'in rats',
    'human studies in children since 2010',
    'between 1990 and 1995',
    'last ten years',
    'after 2015',
    'before 1990 in older adults',
    'in pregnancy',
    'adults',
  ])('are read as the same filters: %s', (words) => {
    const filters = parseFilters(foldText(words), THIS_YEAR);
    expect(filters).not.toEqual(NO_FILTERS);
    expect(read(filters)).toEqual({ ...filters, designs: filters.designs?.toSorted() ?? null });
  });

  it('name each design alone, and all but each, where there are words for it', () => {
    const worded = Design.options.filter(
      (design) => wordFilters({ ...NO_FILTERS, designs: [design] }).length > 0,
    );
    expect(worded).toEqual([
      'nonrandomised-trial',
      'cohort',
      'case-control',
      'open-label-trial',
      'case-series',
      'case-report',
    ]);
    for (const design of worded)
      expect(read({ ...NO_FILTERS, designs: [design] }).designs).toEqual([design]);
  });
});
