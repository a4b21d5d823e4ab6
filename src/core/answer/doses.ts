import type { Note } from '../domain/answer.ts';
import type { EvidenceBody } from '../domain/evidence.ts';
import { givenIn } from '../domain/study.ts';
import type { Draft } from './answerDraft.ts';
import { type Knowledge, labelOf } from './knowledge.ts';
import { capitalise, countOf, listOf, rangeOf, wasOrWere } from './words.ts';

const studiesOf = (body: EvidenceBody) =>
  [...body.people, ...body.animals].map(({ study }) => ({
    study,
    dose: givenIn(study, body.intervention)?.dose ?? null,
  }));

/**
 * The doses that studies of the bodies state, as a range for each unit. An end is told only where a
 * study states it as such: "up to 600" says nothing of the lowest dose.
 */
const rangesOf = (bodies: readonly EvidenceBody[]): string[] => {
  const stated = bodies.flatMap(studiesOf).flatMap(({ dose }) => dose ?? []);
  return [...Map.groupBy(stated, ({ unit }) => unit)].flatMap(([unit, doses]) => {
    const ends = doses.flatMap(({ min, max }) => [min, max]).filter((end) => end !== null);
    const [lowest, highest] = [Math.min(...ends), Math.max(...ends)];
    const min = doses.some((dose) => dose.min === lowest) ? lowest : null;
    const max = doses.some((dose) => dose.max === highest) ? highest : null;
    if (min !== null || max !== null) return [rangeOf({ min, max, unit })];
    return doses.map(rangeOf);
  });
};

/** What doses the studies used, for each treatment: never what anyone should take. */
export const doseHeadline = (bodies: readonly EvidenceBody[], knowledge: Knowledge): string => {
  const conditions = [
    ...new Set(bodies.map((body) => labelOf(body.condition, knowledge.conditions))),
  ];
  const subject = conditions.length === 1 ? `for ${conditions[0]} ` : '';
  const told = [...Map.groupBy(bodies, ({ intervention }) => intervention)].map(([id, own]) => {
    const treatment = labelOf(id, knowledge.interventions);
    const all = new Map(own.flatMap(studiesOf).map(({ study, dose }) => [study.id, dose]));
    const stating = [...all.values()].filter((dose) => dose !== null).length;
    const ranges = rangesOf(own);
    return ranges.length === 0
      ? `${capitalise(treatment)} ${wasOrWere([treatment])} studied ${subject}here, but no dose is stated in what was read.`
      : `Studies of ${treatment} ${subject}used ${listOf(ranges)} (a dose is stated in ${stating} of ${countOf(all.size, 'study', 'studies')}).`;
  });
  return `${told.join(' ')} This says what was studied, not what to take.`;
};

/** The labelled range of each treatment, for comparison, with the label. */
export const doseNotes = (bodies: readonly EvidenceBody[], { knowledge, sources }: Draft): Note[] =>
  [...new Set(bodies.map(({ intervention }) => intervention))].flatMap((id) => {
    const intervention = knowledge.interventions.get(id);
    const usual = intervention?.usual_dose;
    if (!intervention || !usual) return [];
    const source = { title: usual.basis, url: usual.url, read: usual.read };
    return [
      {
        code: 'labelled-range',
        text: `${capitalise(intervention.label)}: the labelled range is ${rangeOf(usual.dose)} (${usual.basis}). A label is not a prescription for you.`,
        citations: [sources.citeFact(intervention, { topic: 'common', text: usual.basis, source })],
      },
    ];
  });
