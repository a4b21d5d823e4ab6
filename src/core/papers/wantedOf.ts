import { type Knowledge, labelOf, widen } from '../answer/knowledge.ts';
import type { View } from '../answer/view.ts';
import type { Wanted } from './bearsOn.ts';
import type { Subject } from './subject.ts';

const MOST_SEARCHES = 6;

/** What papers have to be about, for a question on this subject in this view. */
export const wantedOf = (subject: Subject, knowledge: Knowledge, { animals }: View): Wanted => {
  const ids = (linked: readonly { id: string }[]) => linked.map(({ id }) => id);
  const wide = widen(
    { interventions: ids(subject.interventions), conditions: ids(subject.conditions) },
    knowledge,
  );
  return {
    interventions: new Set(wide.interventions),
    conditions: new Set(wide.conditions),
    unknown: subject.unknown,
    filters: subject.filters,
    animals,
  };
};

/** What to search for: each treatment, or member of a class, with each condition. */
export const searchesOf = (
  { interventions, conditions, unknown }: Subject,
  knowledge: Knowledge,
): string[] => {
  const treatments = interventions.flatMap(({ id }) =>
    widen({ interventions: [id], conditions: [] }, knowledge).interventions.map((each) =>
      labelOf(each, knowledge.interventions),
    ),
  );
  const named = [...treatments, ...(treatments.length === 0 ? unknown : [])];
  const illnesses = conditions.map(({ label }) => label);
  const searches = (named.length === 0 ? [''] : named).flatMap((treatment) =>
    (illnesses.length === 0 ? [''] : illnesses).map((illness) => `${treatment} ${illness}`.trim()),
  );
  return searches.filter((words) => words !== '').slice(0, MOST_SEARCHES);
};
