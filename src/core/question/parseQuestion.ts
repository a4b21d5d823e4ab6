import { composeConcepts, createHierarchy } from '../domain/hierarchy.ts';
import type { Library } from '../domain/library.ts';
import type { Linked, Question } from '../domain/question.ts';
import { findChoice } from './askBack.ts';
import { cleanText } from './cleanText.ts';
import { parseFilters } from './filters.ts';
import {
  contentWords,
  findIntent,
  findUnknownComparator,
  findUnknownCondition,
  findUnknownTreatment,
  isExcluding,
  isNotTreatment,
  isQuestionShaped,
} from './intent.ts';
import { createLinker, type Language } from './linkConcepts.ts';
import { EMERGENCIES, findRisks } from './risks.ts';
import { createReferenceFinder } from './studyReference.ts';
import { findUnknownExcluded } from './unknownExcluded.ts';

/** A title of more words than these is typed by nobody who does not mean the study. */
const LONGEST_QUESTION = 7;

export type QuestionParser = (raw: string) => Question;

/**
 * Builds the parser of questions over one library.
 * @param thisYear the year that "the last ten years" counts back from.
 * @returns a pure function: the same text gives the same question.
 */
export const createQuestionParser = (
  library: Library,
  language: Language,
  thisYear: number,
): QuestionParser => {
  const link = createLinker(library, language);
  const findReference = createReferenceFinder(
    [...library.studies, ...library.guidelines].filter(({ status }) => status !== 'draft'),
    language.isWord,
  );
  const hierarchy = createHierarchy(library.conditions);
  const known = new Map(library.conditions.map((condition) => [condition.id, condition]));

  /** The linked conditions as what they mean together. */
  const compose = (conditions: readonly Linked[]): Linked[] => {
    const byId = new Map(conditions.map((linked) => [linked.id, linked]));
    return composeConcepts([...byId.keys()], hierarchy).map((id) => {
      const named = byId.get(id);
      if (named) return named;
      const parts = conditions.filter((linked) => hierarchy.broader(id).has(linked.id));
      return {
        id,
        label: known.get(id)?.label ?? id,
        matched: parts.map(({ matched }) => matched).join(' + '),
        score: Math.min(...parts.map(({ score }) => score)),
      };
    });
  };

  return (raw) => {
    const { text, rest, cut } = cleanText(raw);
    const links = link(text);
    const reference = findReference(text, links.tokens);
    // Some titles are questions: "Quinine for muscle cramps" asks for all the evidence.
    const isQuestion =
      reference?.reference.by === 'title' &&
      !reference.isMarked &&
      links.tokens.length <= LONGEST_QUESTION &&
      contentWords(links).length === 0;
    const found = isQuestion ? null : reference;
    // A word of a name narrows nothing: "leg cramps in pregnancy" is a condition.
    const filters = parseFilters(links.masked, thisYear);
    // A danger is heard behind the limit too, as far as `cleanText` looks.
    const risks = findRisks(`${links.masked} ${rest === '' ? '' : link(rest).masked}`.trim());
    const isUrgent = risks.some((risk) => EMERGENCIES.includes(risk));
    const intent = found && !isUrgent ? 'study' : findIntent(links, text, language.isOtherMedicine);
    const conditions = compose(links.conditions);
    const isLeftOut = isExcluding(links) && intent === 'treatments';
    const unknownExcluded = findUnknownExcluded(links, {
      text,
      isOtherMedicine: language.isOtherMedicine,
      isLeftOut,
    });
    return {
      text,
      masked: links.masked,
      intent,
      interventions: isLeftOut ? [] : links.interventions,
      excluded: isLeftOut ? links.interventions : [],
      conditions,
      outcomes: links.outcomes,
      corrections: [...links.corrections, ...(found?.corrections ?? [])],
      filters,
      risks,
      reference: found?.reference ?? null,
      unknownCondition: findUnknownCondition(links),
      isNotTreatment: isNotTreatment(links),
      unknownTreatment:
        unknownExcluded === null ? findUnknownTreatment(links, language.isOtherMedicine) : null,
      unknownExcluded,
      // Harms, doses and what else there is are of what is known, whatever stands beside it.
      unknownComparator: ['safety', 'dose', 'treatments'].includes(intent)
        ? null
        : findUnknownComparator(links),
      ambiguous: links.ambiguous,
      choice: findChoice(conditions, links.corrections, known),
      isQuestion: isQuestionShaped(links.masked, text),
      cut,
    };
  };
};
