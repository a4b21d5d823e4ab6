import { createHierarchy } from '../core/domain/hierarchy.ts';
import type { Correction, Question, StudyReference } from '../core/domain/question.ts';
import { isRandomised, isReview, type Study } from '../core/domain/study.ts';
import { isGlue } from '../core/question/foldText.ts';
import { createQuestionParser } from '../core/question/parseQuestion.ts';
import { tokenize } from '../core/question/tokens.ts';
import { selectStudies } from '../core/retrieval/selectStudies.ts';
import type { StudyIndex } from '../ports/studyIndex.ts';
import type { AskDeps } from './createAsk.ts';

export type StudyHit = { id: string; score: number; study: Study };
export type StudySearchResult = { hits: StudyHit[]; corrections: Correction[] };
/** @param limit most studies, best first */
export type StudySearch = (text: string, limit: number) => StudySearchResult;

/** What concepts weigh: what is asked about comes before which outcome of it. */
const TREATMENT = 3;
const CONDITION = 3;
const OUTCOME = 1;
/** How far a study is on a concept that it does not name as its own. */
const KIND = 0.95;
const COMPARED = 0.4;
const BESIDE = 0.5;
const BROADER = 0.3;
/** What words weigh beside concepts. */
const WORDS_BESIDE_CONCEPTS = 0.15;
const LEFT_OUT = 0.6;
/** A study that is named comes before all others. */
const NAMED = 2;

const wordsOf = (text: string): string[] =>
  tokenize(text)
    .map(({ reduced }) => reduced)
    .filter((word) => !isGlue(word));

const textOf = (study: Study, labelOf: (id: string) => string): string =>
  [
    study.id.replaceAll('-', ' '),
    study.title,
    ...study.authors,
    study.year,
    study.journal,
    study.population.description,
    labelOf(study.population.condition),
    ...study.population.other_conditions.map(labelOf),
    ...study.interventions.map(({ id }) => labelOf(id)),
    study.comparator?.description,
    ...study.findings.map(({ outcome, summary }) => `${labelOf(outcome)} ${summary}`),
  ].join(' ');

/** Stronger designs first among those that answer alike, then newer ones. */
const standingOf = (study: Study): number =>
  (isReview(study) ? 0.02 : isRandomised(study) ? 0.015 : 0) + ((study.year ?? 1900) - 1900) / 1e5;

const findNamed = (reference: StudyReference | null, index: StudyIndex): Study[] => {
  const some = (study: Study | undefined): Study[] => (study ? [study] : []);
  switch (reference?.by) {
    case undefined:
      return [];
    case 'pmid':
      return some(index.byPmid(reference.pmid));
    case 'doi':
      return some(index.byDoi(reference.doi));
    case 'id':
      return some(index.byId(reference.id));
    case 'author-year':
      return index.byAuthor(reference.author, reference.year);
    case 'title':
      return index.byTitle(reference.fragment);
  }
};

/** Searches the curated studies: by the concepts that a text names, then by its words. */
export const createStudySearch = ({ library, language, index }: AskDeps): StudySearch => {
  const studies = library.studies.filter(({ status }) => status !== 'draft');
  const parse = createQuestionParser(library, language, new Date(0).getFullYear());
  const conditions = createHierarchy(library.conditions);
  const interventions = createHierarchy(library.interventions);
  const labels = new Map(
    [...library.conditions, ...library.interventions, ...library.outcomes].map((concept) => [
      concept.id,
      concept.label,
    ]),
  );
  const words = new Map(
    studies.map((study) => [study, new Set(wordsOf(textOf(study, (id) => labels.get(id) ?? id)))]),
  );
  const having = new Map<string, number>();
  for (const mine of words.values())
    for (const word of mine) having.set(word, (having.get(word) ?? 0) + 1);
  const weightOf = (word: string): number =>
    Math.log(1 + studies.length / (having.get(word) ?? 0.5));

  const treats = (study: Study, asked: string): number => {
    if (study.interventions.some(({ id }) => id === asked)) return 1;
    if (study.interventions.some(({ id }) => interventions.narrower(asked).has(id))) return KIND;
    return study.comparator?.intervention === asked ? COMPARED : 0;
  };
  const isOn = ({ population }: Study, asked: string): number => {
    const is = (id: string) => id === asked || conditions.narrower(asked).has(id);
    if (population.condition === asked) return 1;
    if (is(population.condition)) return KIND;
    if (population.other_conditions.some(is)) return BESIDE;
    return conditions.broader(asked).has(population.condition) ? BROADER : 0;
  };
  const best = (asked: readonly { id: string }[], rate: (id: string) => number): number =>
    Math.max(0, ...asked.map(({ id }) => rate(id)));
  const mean = (asked: readonly { id: string }[], rate: (id: string) => number): number =>
    asked.reduce((sum, { id }) => sum + rate(id), 0) / asked.length;

  const rateConcepts = (study: Study, question: Question): number => {
    const { interventions: treatments, conditions: suffered, outcomes } = question;
    const reported = (id: string) => (study.findings.some(({ outcome }) => outcome === id) ? 1 : 0);
    const parts: [number, number][] = [];
    if (treatments.length > 0) parts.push([TREATMENT, mean(treatments, (id) => treats(study, id))]);
    if (suffered.length > 0) parts.push([CONDITION, best(suffered, (id) => isOn(study, id))]);
    if (outcomes.length > 0) parts.push([OUTCOME, best(outcomes, reported)]);
    const all = parts.reduce((sum, [weight]) => sum + weight, 0);
    return all === 0 ? 0 : parts.reduce((sum, [weight, value]) => sum + weight * value, 0) / all;
  };
  const rateWords = (study: Study, asked: readonly string[]): number => {
    const all = asked.reduce((sum, word) => sum + weightOf(word), 0);
    const mine = words.get(study);
    const found = asked.reduce((sum, word) => sum + (mine?.has(word) ? weightOf(word) : 0), 0);
    return all === 0 ? 0 : found / all;
  };

  return (text, limit) => {
    const question = parse(text);
    const asked = [...new Set(wordsOf(question.text))];
    const named = new Set(findNamed(question.reference, index));
    const passing = new Set(selectStudies(studies, question.filters));
    const hasConcepts =
      question.interventions.length + question.conditions.length + question.outcomes.length > 0;
    const share = hasConcepts ? WORDS_BESIDE_CONCEPTS : 1;
    const hits = studies.map((study) => {
      const found = (1 - share) * rateConcepts(study, question) + share * rateWords(study, asked);
      const kept = found * (passing.has(study) ? 1 : LEFT_OUT) + (named.has(study) ? NAMED : 0);
      return { id: study.id, study, score: kept === 0 ? 0 : kept + standingOf(study) };
    });
    return {
      hits: hits
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score || a.id.localeCompare(b.id))
        .slice(0, limit)
        .map(({ id, study, score }) => ({ id, study, score })),
      corrections: question.corrections,
    };
  };
};
