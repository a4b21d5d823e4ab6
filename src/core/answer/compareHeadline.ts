import type { EvidenceBody } from '../domain/evidence.ts';
import type { Direction } from '../domain/study.ts';
import { findDirect, studiedTogether } from './directComparison.ts';
import { certaintyWords, VERDICT_WORDS } from './headline.ts';
import { isOrHas, type Knowledge, labelOf } from './knowledge.ts';
import { listFirst, shortName } from './words.ts';

/** So many studies are named for each way in which a comparison came out. */
const MOST_STUDIES = 3;
/** So many comparisons, and so many bodies against none, are told in one headline. */
const MOST_TOLD = 4;

const DIRECT_WORDS: Readonly<Record<Direction, (a: string, b: string) => string>> = {
  improved: (a, b) => `${a} did better than ${b}`,
  'no-difference': (a, b) => `${a} did not differ clearly from ${b}`,
  worsened: (a, b) => `${a} did worse than ${b}`,
  mixed: (a, b) => `${a} did better than ${b} in some respects and not in others`,
};

/** The bodies told of each treatment against none: one of each at least, the surest first. */
const chooseSides = (
  bodies: readonly EvidenceBody[],
  compared: readonly string[],
  knowledge: Knowledge,
): EvidenceBody[] => {
  const firsts = compared.flatMap(
    (id) => bodies.find(({ intervention }) => isOrHas(id, intervention, knowledge)) ?? [],
  );
  const chosen = new Set(
    [...new Set([...firsts, ...bodies])].slice(0, Math.max(MOST_TOLD, firsts.length)),
  );
  return bodies.filter((body) => chosen.has(body));
};

/**
 * Treatments against each other where a study compared them, then each against none.
 * @param whole the bodies there are, of which some may not be shown.
 */
export const compareHeadline = (
  bodies: readonly EvidenceBody[],
  compared: readonly string[],
  knowledge: Knowledge,
  whole: readonly EvidenceBody[],
): string => {
  const label = (id: string) => labelOf(id, knowledge.interventions);
  const isIn = (id: string, some: readonly EvidenceBody[]) =>
    some.some(({ intervention }) => isOrHas(id, intervention, knowledge));
  const missing = compared
    .filter((id) => !isIn(id, bodies))
    .map((id) =>
      isIn(id, whole)
        ? ` What is here on ${label(id)} for it is not shown.`
        : ` No study here is of ${label(id)} for it.`,
    )
    .join('');
  const sides = chooseSides(bodies, compared, knowledge).map(
    ({ intervention, condition, verdict, certainty }) =>
      `${label(intervention)} for ${labelOf(condition, knowledge.conditions)}: ${VERDICT_WORDS[verdict]}${certaintyWords(certainty)}`,
  );
  const left = bodies.length - sides.length;
  const side = [...sides, ...(left > 0 ? [`${left} more below`] : [])].join('; ');
  // Members of one class against each other are not what is asked.
  const sideOf = (treatment: string): string =>
    compared.find((id) => id === treatment) ??
    compared.find((id) => isOrHas(id, treatment, knowledge)) ??
    treatment;
  const directIn = (some: readonly EvidenceBody[]) =>
    findDirect(some).filter(
      ({ treatment, comparator }) => sideOf(treatment) !== sideOf(comparator),
    );
  const direct = directIn(bodies);
  const beside = [...new Set(studiedTogether(bodies, sideOf).map(shortName))];
  if (direct.length === 0 && directIn(whole).length > 0)
    return `What compares them with each other is not shown. Each against none: ${side}.${missing}`;
  if (direct.length === 0 && beside.length > 0)
    return `No study here gives a usable result of one against the other, though ${listFirst(beside, MOST_STUDIES)} studied them side by side. Each against none: ${side}.${missing}`;
  if (direct.length === 0)
    return `No study here compares them with each other. Each against none: ${side}.${missing}`;
  const outcomes = [
    ...Map.groupBy(direct, ({ treatment, comparator, direction }) =>
      DIRECT_WORDS[direction](label(treatment), label(comparator)),
    ),
  ].sort(([, a], [, b]) => b.length - a.length);
  const told = outcomes.slice(0, MOST_TOLD).map(
    ([words, of]) =>
      `${words} (${listFirst(
        of.map(({ result }) => shortName(result.study)),
        MOST_STUDIES,
      )})`,
  );
  const more = outcomes.length > MOST_TOLD ? [`${outcomes.length - MOST_TOLD} more below`] : [];
  return `Compared directly: ${[...told, ...more].join('; ')}. Each against none: ${side}.${missing}`;
};
