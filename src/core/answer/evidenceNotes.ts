import type { EvidenceBody } from '../domain/evidence.ts';
import type { Question } from '../domain/question.ts';
import type { Direction } from '../domain/study.ts';
import { directionOf, tellingFindings } from '../grading/studyResult.ts';
import { withKinds } from '../retrieval/findBodies.ts';
import { type Knowledge, labelOf } from './knowledge.ts';
import { countOf, listFirst, listOf, shortName } from './words.ts';

/** Of so many bodies at most it is told how each outcome came out. */
const MOST_TOLD_APART = 3;
const FOUND: Readonly<Record<Direction, string>> = {
  improved: 'an improvement',
  'no-difference': 'no clear difference',
  worsened: 'a worsening',
  mixed: 'mixed results',
};
/** So many of those left out are named. */
const MOST_NAMED = 6;

/** Which outcomes were asked about and measured by none of the studies shown. */
const unmeasured = (question: Question, bodies: readonly EvidenceBody[]): string[] =>
  question.outcomes
    .filter(({ id }) =>
      bodies.every(({ people, animals }) =>
        [...people, ...animals].every(({ findings }) =>
          findings.every(({ outcome }) => outcome !== id),
        ),
      ),
    )
    .map(({ label }) => `No study shown here measured ${label}.`);

/** What the studies found on the outcome asked about, where it is not what the body comes to. */
const ofOutcomes = (
  question: Question,
  bodies: readonly EvidenceBody[],
  knowledge: Knowledge,
): string[] => {
  if (bodies.length > MOST_TOLD_APART) return [];
  return question.outcomes.flatMap(({ id, label }) =>
    bodies.flatMap(({ people, direction }) =>
      people.flatMap(({ study, findings, setAside }) => {
        const onIt = findings.filter(({ outcome }) => outcome === id);
        // Of the treatment against none, as everywhere: not against another one or another dose.
        const own = directionOf(tellingFindings(onIt, knowledge.outcomes));
        return setAside !== null || own === null || own === direction
          ? []
          : [`On ${label} itself ${shortName(study)} found ${FOUND[own]}.`];
      }),
    ),
  );
};

/** The conditions asked about that no body is on, where others have one. */
const unanswered = (
  { interventions, conditions, excluded }: Question,
  bodies: readonly EvidenceBody[],
  knowledge: Knowledge,
): string[] =>
  interventions.length === 0 || excluded.length > 0
    ? []
    : conditions
        .filter(({ id }) => {
          const kinds = withKinds(id, knowledge.conditionKinds);
          return !bodies.some(({ condition }) => kinds.includes(condition));
        })
        .map(
          ({ label }) =>
            `No study records on ${listOf(interventions.map((linked) => linked.label))} for ${label} in this library.`,
        );

/** What a capped answer leaves out, by what tells its bodies apart. */
const leftOut = (bodies: readonly EvidenceBody[], shown: number, knowledge: Knowledge): string => {
  const told = new Set(bodies.slice(0, shown).map(({ intervention }) => intervention));
  const rest = bodies.slice(shown);
  const others = rest.filter(({ intervention }) => !told.has(intervention));
  const labels =
    others.length > 0
      ? others.map(({ intervention }) => labelOf(intervention, knowledge.interventions))
      : rest.map(({ intervention, condition }) => {
          const illness = labelOf(condition, knowledge.conditions);
          const treatment = labelOf(intervention, knowledge.interventions);
          return told.size === 1 ? illness : `${treatment} for ${illness}`;
        });
  const named = listFirst([...new Set(labels)], MOST_NAMED);
  return `Shown: the first ${shown} of ${bodies.length}. Ask for one by name to see the others: ${named}.`;
};

/**
 * What an answer must say of itself: what a filter hides, what was left out or not found, and
 * where an outcome came out otherwise than the whole.
 * @param found all bodies, those shown, those there are without the filters, and the number of
 *   studies that the filters hide.
 */
export const evidenceNotes = (
  question: Question,
  found: {
    bodies: readonly EvidenceBody[];
    shown: readonly EvidenceBody[];
    unfiltered: readonly EvidenceBody[];
    hidden: number;
  },
  knowledge: Knowledge,
): string[] => {
  const { bodies, shown, unfiltered, hidden } = found;
  return [
    ...(hidden > 0
      ? [`Your filter leaves out ${countOf(hidden, 'other study', 'other studies')} on this.`]
      : []),
    ...(question.excluded.length > 0
      ? [`Left out, as asked: ${listOf(question.excluded.map(({ label }) => label))}.`]
      : []),
    ...(question.unknownExcluded === null
      ? []
      : [`No study records on ${question.unknownExcluded} in this library.`]),
    ...unmeasured(question, shown),
    ...ofOutcomes(question, shown, knowledge),
    ...unanswered(question, unfiltered, knowledge),
    ...(bodies.length > shown.length ? [leftOut(bodies, shown.length, knowledge)] : []),
  ];
};
