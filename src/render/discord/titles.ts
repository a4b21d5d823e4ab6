import { capitalise, countOf, listOf } from '../../core/answer/words.ts';
import type { Answer, AnswerSection } from '../../core/domain/answer.ts';
import { LIMITS } from './limits.ts';
import { escapeWithin } from './safeText.ts';
import { shortSource, studiesOf } from './sourceLines.ts';

const LINK = ' for ';

const sharedBy = (sections: readonly AnswerSection[], key: 'intervention' | 'condition'): boolean =>
  new Set(sections.map((section) => section[key])).size === 1;

const commonStart = (a: string, b: string): string => {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return a.slice(0, length);
};

const reversed = (text: string): string => [...text].reverse().join('');

/**
 * "Gabapentin" of "Gabapentin for spasticity", "Gabapentin for cramps": the treatment of titles that
 * share it. Titles are made of both labels, and a label may hold " for " itself.
 */
const treatmentOf = (titles: readonly string[]): string => {
  const start = titles.reduce(commonStart);
  const end = start.indexOf(LINK);
  return end === -1 ? start : start.slice(0, end);
};

const conditionOf = (titles: readonly string[]): string => {
  const end = reversed(titles.map(reversed).reduce(commonStart));
  const start = end.lastIndexOf(LINK);
  return start === -1 ? end : end.slice(start + LINK.length);
};

/** The sections by what tells them apart: the condition, the treatment, or both. */
export const sectionLabels = (sections: readonly AnswerSection[]): string[] => {
  const titles = sections.map(({ title }) => title);
  if (sections.length < 2) return titles;
  if (sharedBy(sections, 'intervention')) {
    const skipped = treatmentOf(titles).length + LINK.length;
    return titles.map((title) => capitalise(title.slice(skipped)));
  }
  if (sharedBy(sections, 'condition')) {
    const skipped = conditionOf(titles).length + LINK.length;
    return titles.map((title) => title.slice(0, -skipped));
  }
  return titles;
};

const labelsOf = (concepts: Answer['question']['conditions'], link?: string): string =>
  listOf([...new Set(concepts.map(({ label }) => label))], link);

const evidenceTitle = ({ question, sections }: Answer): string => {
  const { intent, interventions, conditions } = question;
  const titles = sections.map(({ title }) => title);
  if (sections.length === 1) return titles[0] as string;
  const treatments = labelsOf(interventions, intent === 'compare' ? 'or' : 'and');
  // Only so many sections are shown: a count of them would not be that of all there is.
  if (intent === 'uses') return `${treatments}: what it was studied for`;
  if (sharedBy(sections, 'intervention'))
    return `${treatmentOf(titles)}: ${countOf(sections.length, 'condition')}`;
  if (intent === 'treatments') return `${labelsOf(conditions)}: what was studied`;
  const where = labelsOf(conditions);
  if (treatments !== '') return where === '' ? treatments : `${treatments} for ${where}`;
  return `${where}: ${countOf(sections.length, 'treatment')}`;
};

const studyTitle = (answer: Answer): string => {
  const studies = studiesOf(answer);
  if (studies.length === 0) return 'A guideline';
  return studies.length === 1 && studies[0]
    ? shortSource(studies[0])
    : countOf(studies.length, 'study', 'studies');
};

const safetyTitle = ({ question }: Answer): string => {
  const treatments = labelsOf(question.interventions);
  return treatments === '' ? 'Safety' : `${treatments}: safety`;
};

const plainTitle = (answer: Answer): string => {
  switch (answer.kind) {
    case 'evidence':
      return evidenceTitle(answer);
    case 'study':
      return studyTitle(answer);
    case 'safety':
      return safetyTitle(answer);
    case 'no-evidence':
      return answer.withheld.records + answer.withheld.results > 0
        ? 'Not shown in this server'
        : 'No study records';
    case 'clarify':
      return 'A little more, please';
    case 'help':
      return 'How to ask';
    case 'out-of-scope':
      return 'Not something Caveat knows';
  }
};

/** What an answer is about, in a few words. */
export const titleOf = (answer: Answer): string =>
  escapeWithin(capitalise(plainTitle(answer)), LIMITS.title);
