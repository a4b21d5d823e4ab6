import type { Intent } from '../domain/question.ts';
import {
  compareText,
  doseText,
  efficacyText,
  harmsText,
  treatmentsText,
  usesText,
} from '../question/questionTexts.ts';
import { type Asked, bodiesOn, isOrHas, type Knowledge, labelOf } from './knowledge.ts';

const MOST = 4;

const hasHarms = (intervention: string, knowledge: Knowledge): boolean =>
  (knowledge.interventions.get(intervention)?.safety.length ?? 0) > 0 ||
  knowledge.studies
    .bearingOn([intervention], [])
    .some(({ adverse_events }) => (adverse_events?.summary ?? null) !== null);

const hasDose = (intervention: string, condition: string, knowledge: Knowledge): boolean =>
  knowledge.studies
    .bearingOn([intervention], [condition])
    .some(({ interventions }) =>
      interventions.some(({ id, dose }) => id === intervention && dose !== null),
    );

/** Whether two treatments are one, or a class and its member: nothing to compare. */
const isKin = (a: string, b: string, knowledge: Knowledge): boolean =>
  isOrHas(a, b, knowledge) || isOrHas(b, a, knowledge);

/** The treatments most studied for the conditions asked about, the asked ones left out. */
const othersFor = (asked: Asked, knowledge: Knowledge): string[] => {
  const counts = new Map<string, number>();
  for (const { intervention, condition } of bodiesOn({ ...asked, interventions: [] }, knowledge))
    if (!asked.interventions.some((id) => isKin(id, intervention, knowledge)))
      counts.set(
        intervention,
        (counts.get(intervention) ?? 0) +
          knowledge.studies.bearingOn([intervention], [condition]).length,
      );
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([id]) => id);
};

/** Conditions near the asked ones: their kinds, what they are kinds of, what they are taken for. */
const neighbours = (conditions: readonly string[], knowledge: Knowledge): string[] => [
  ...new Set(
    conditions.flatMap((id) => [
      ...knowledge.conditionKinds.narrower(id),
      ...knowledge.conditionKinds.broader(id),
      ...(knowledge.conditions.get(id)?.related ?? []),
    ]),
  ),
];

/**
 * Questions to ask next, each of which has an answer in the library.
 * @param isAnswered whether the asked pair itself has evidence
 * @param intent of the question, which is not suggested again
 */
export const suggestQuestions = (
  asked: Asked,
  isAnswered: boolean,
  knowledge: Knowledge,
  intent: Intent | null = null,
): string[] => {
  const treatment = (id: string) => labelOf(id, knowledge.interventions);
  const illness = (id: string) => labelOf(id, knowledge.conditions);
  const [intervention] = asked.interventions;
  const othersOf = (id: string) => othersFor({ ...asked, conditions: [id] }, knowledge);
  const condition = asked.conditions.find((id) => othersOf(id).length > 0) ?? asked.conditions[0];
  const found: string[] = [];
  const others = condition === undefined ? [] : othersOf(condition);
  const [other] = others;
  if (isAnswered && intervention !== undefined && condition !== undefined && other !== undefined)
    found.push(compareText([treatment(intervention), treatment(other)], illness(condition)));
  if (
    intent !== 'treatments' &&
    condition !== undefined &&
    (others.length > 1 || (other !== undefined && !isAnswered))
  )
    found.push(treatmentsText(illness(condition)));
  if (!isAnswered && intervention === undefined && condition !== undefined)
    for (const id of others.slice(0, 2))
      found.push(efficacyText(treatment(id), illness(condition)));
  if (isAnswered && intent !== 'dose' && intervention !== undefined && condition !== undefined)
    if (hasDose(intervention, condition, knowledge))
      found.push(doseText(treatment(intervention), illness(condition)));
  if (isAnswered && intervention === undefined && condition !== undefined && other !== undefined)
    found.push(efficacyText(treatment(other), illness(condition)));
  if (intervention !== undefined) {
    const near = isAnswered ? [] : neighbours(asked.conditions, knowledge);
    const there = new Set(
      bodiesOn({ interventions: [intervention], conditions: [] }, knowledge).map(
        (body) => body.condition,
      ),
    );
    const close = near.filter((id) => there.has(id)).slice(0, 2);
    for (const id of close) found.push(efficacyText(treatment(intervention), illness(id)));
    if ((!isAnswered || condition === undefined) && there.size > 0)
      found.push(
        condition === undefined && isAnswered
          ? efficacyText(treatment(intervention), illness([...there][0] as string))
          : usesText([treatment(intervention)]),
      );
    if (hasHarms(intervention, knowledge)) found.push(harmsText([treatment(intervention)]));
  } else if (condition !== undefined && found.length === 0) {
    for (const id of neighbours(asked.conditions, knowledge))
      if (bodiesOn({ interventions: [], conditions: [id] }, knowledge).length > 0)
        found.push(treatmentsText(illness(id)));
  }
  return [...new Set(found)].slice(0, MOST);
};
