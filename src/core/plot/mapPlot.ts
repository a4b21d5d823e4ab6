import { countStudies, gradeBodies, type Knowledge, labelOf } from '../answer/knowledge.ts';
import { isSureEnough } from '../answer/view.ts';
import { capitalise, countOf, VERDICT_NAMES } from '../answer/words.ts';
import type { EvidenceBody } from '../domain/evidence.ts';
import { NO_FILTERS } from '../question/filters.ts';
import type { MapCell, MapPlot, Plot } from './plotData.ts';
import { plotText } from './plotText.ts';
import { altText } from './plotWords.ts';

/** So many treatments are columns; how many more there are is told. */
const MOST_COLUMNS = 8;
const LONGEST_LABEL = 60;

const cellWords = ({ condition, intervention, studies, certainty, verdict }: MapCell): string =>
  `${condition}, ${intervention}: ${[
    countOf(studies, 'study', 'studies'),
    VERDICT_NAMES[verdict].toLowerCase(),
    ...(certainty === null ? [] : [`${certainty.replace('-', ' ')} certainty`]),
  ].join(', ')}.`;

/** The treatments with the most studies in people, most first. */
const mostStudied = (bodies: readonly EvidenceBody[]): string[] => {
  const counts = new Map<string, number>();
  for (const { intervention, people } of bodies)
    counts.set(intervention, (counts.get(intervention) ?? 0) + people.length);
  return [...counts]
    .toSorted(([a, m], [b, n]) => n - m || a.localeCompare(b))
    .map(([intervention]) => intervention);
};

/**
 * Conditions x treatments: how much was studied in people, and how sure it is.
 * @param ids the conditions, in the order in which they are drawn, each with its own studies alone
 * @returns null where nothing was studied
 */
export const mapPlot = (ids: readonly string[], knowledge: Knowledge): Plot | null => {
  const own = new Set(ids);
  const bodies = gradeBodies({ interventions: [], conditions: ids }, NO_FILTERS, knowledge).filter(
    (body) =>
      own.has(body.condition) && body.people.length > 0 && isSureEnough(body, knowledge.view),
  );
  if (bodies.length === 0) return null;
  // A broader condition may have studies on its kinds alone.
  const studied = ids.filter((id) => bodies.some(({ condition }) => condition === id));
  const treatments = mostStudied(bodies);
  const columns = treatments.slice(0, MOST_COLUMNS);
  const nameOf = (id: string, concepts: ReadonlyMap<string, { label: string }>): string =>
    plotText(capitalise(labelOf(id, concepts)), LONGEST_LABEL);
  const cells = bodies
    .filter(({ intervention }) => columns.includes(intervention))
    .map(({ intervention, condition, people, certainty, verdict }) => ({
      condition: nameOf(condition, knowledge.conditions),
      intervention: nameOf(intervention, knowledge.interventions),
      studies: people.length,
      certainty,
      verdict,
    }));
  const data: MapPlot = {
    kind: 'map',
    title: 'What was studied for what',
    conditions: studied.map((id) => ({
      label: nameOf(id, knowledge.conditions),
      others: countStudies(
        bodies.filter((body) => body.condition === id && !columns.includes(body.intervention)),
      ),
    })),
    interventions: columns.map((id) => nameOf(id, knowledge.interventions)),
    cells,
    moreInterventions: treatments.length - columns.length,
  };
  const head = `Map of ${countOf(studied.length, 'condition')} and the ${countOf(columns.length, 'treatment')} studied most: how much was studied in people and how sure it is.`;
  const bySize = cells.toSorted((a, b) => b.studies - a.studies);
  return { data, alt: altText(head, bySize.map(cellWords)) };
};
