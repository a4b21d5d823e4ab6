import { type Knowledge, labelOf } from '../answer/knowledge.ts';
import { capitalise, listFirst } from '../answer/words.ts';
import type { Answer, AnswerSection } from '../domain/answer.ts';
import { plotText } from './plotText.ts';

const LONGEST_TITLE = 110;
const LONGEST_LABEL = 80;
/** So many names stand in a title. */
const MOST_NAMES = 2;

const isShared = (sections: readonly AnswerSection[], key: 'intervention' | 'condition'): boolean =>
  new Set(sections.map((section) => section[key])).size === 1;

/** What tells a section from the others: its condition, its treatment, or both. */
export const sectionLabel = (
  section: AnswerSection,
  sections: readonly AnswerSection[],
  { interventions, conditions }: Knowledge,
): string => {
  const treatment = capitalise(labelOf(section.intervention, interventions));
  const condition = labelOf(section.condition, conditions);
  const label = isShared(sections, 'intervention')
    ? capitalise(condition)
    : isShared(sections, 'condition')
      ? treatment
      : `${treatment} for ${condition}`;
  return plotText(label, LONGEST_LABEL);
};

const namesOf = (
  ids: readonly string[],
  concepts: ReadonlyMap<string, { label: string }>,
): string =>
  listFirst(
    [...new Set(ids)].map((id) => labelOf(id, concepts)),
    MOST_NAMES,
  );

/** What a picture is about: "Gabapentin for hemifacial spasm", as its answer was asked. */
export const plotTitle = (
  { question, sections }: Pick<Answer, 'question' | 'sections'>,
  { interventions, conditions }: Knowledge,
): string => {
  const named = (linked: readonly { id: string }[]): string[] => linked.map(({ id }) => id);
  const [only] = sections;
  const asked = {
    treatments: named(question.interventions),
    conditions: named(question.conditions),
  };
  const isOne = sections.length === 1 && only !== undefined;
  const treatments = namesOf(isOne ? [only.intervention] : asked.treatments, interventions);
  const about = namesOf(isOne ? [only.condition] : asked.conditions, conditions);
  const title = [treatments || 'Treatments', about].filter((part) => part !== '').join(' for ');
  return plotText(capitalise(title), LONGEST_TITLE);
};
