import { type Knowledge, labelOf } from '../answer/knowledge.ts';
import { capitalise, countOf, rangeOf } from '../answer/words.ts';
import type { Answer } from '../domain/answer.ts';
import { givenIn } from '../domain/study.ts';
import type { DoseGroup, DosePlot, DoseRow, Plot } from './plotData.ts';
import { plotText } from './plotText.ts';
import { plotTitle } from './plotTitle.ts';
import { altText, DIRECTION_WORDS, nameWords, sizeWords } from './plotWords.ts';
import { studiesOfSection, studyMark } from './studyMark.ts';

type Dosed = { intervention: string; unit: string; row: DoseRow };

const keyOf = ({ intervention, unit }: Dosed): string => `${intervention} ${unit}`;

/** Each study once for each treatment, with its dose; null where it states none. */
const dosesOf = (
  sections: Answer['sections'],
  { studies }: Knowledge,
): { key: string; dosed: Dosed | null }[] => {
  const found = new Map<string, { key: string; dosed: Dosed | null }>();
  for (const { intervention, findings } of sections)
    for (const { study, finding } of studiesOfSection(findings, studies.byId)) {
      const key = `${intervention} ${study.id}`;
      if (found.has(key)) continue;
      const dose = givenIn(study, intervention)?.dose ?? null;
      const row = { ...studyMark(study, finding), min: dose?.min ?? null, max: dose?.max ?? null };
      found.set(key, {
        key,
        dosed: dose === null ? null : { intervention, unit: dose.unit, row },
      });
    }
  return [...found.values()];
};

const bySize = (a: DoseRow, b: DoseRow): number =>
  Number(a.design === 'animal') - Number(b.design === 'animal') ||
  (a.max ?? a.min ?? 0) - (b.max ?? b.min ?? 0) ||
  (a.min ?? 0) - (b.min ?? 0) ||
  a.label.localeCompare(b.label);

const groupOf = (dosed: readonly Dosed[], knowledge: Knowledge): DoseGroup[] => {
  const [first] = dosed;
  if (!first) return [];
  const usual = knowledge.interventions.get(first.intervention)?.usual_dose?.dose ?? null;
  return [
    {
      title: plotText(capitalise(labelOf(first.intervention, knowledge.interventions)), 60),
      unit: plotText(first.unit, 30),
      labelled: usual?.unit === first.unit ? { min: usual.min, max: usual.max } : null,
      rows: dosed.map(({ row }) => row).toSorted(bySize),
    },
  ];
};

const rowWords = (row: DoseRow, unit: string): string =>
  `${nameWords(row)}: ${[
    rangeOf({ min: row.min, max: row.max, unit }),
    sizeWords(row),
    row.direction === null ? 'no say on benefit' : DIRECTION_WORDS[row.direction],
  ].join(', ')}.`;

const groupWords = ({ title, unit, labelled, rows }: DoseGroup): string => {
  const label = labelled === null ? '' : `, labelled range ${rangeOf({ ...labelled, unit })}`;
  return `${title} in ${unit}: ${countOf(rows.length, 'study', 'studies')}${label}.`;
};

/** The doses that the studies of an answer state; null where none does. */
export const dosePlot = (
  answer: Pick<Answer, 'question' | 'sections'>,
  knowledge: Knowledge,
): Plot | null => {
  const all = dosesOf(answer.sections, knowledge);
  const stated = all.flatMap(({ dosed }) => dosed ?? []);
  const groups = [...Map.groupBy(stated, keyOf).values()]
    .flatMap((dosed) => groupOf(dosed, knowledge))
    .toSorted((a, b) => b.rows.length - a.rows.length);
  if (groups.length === 0) return null;
  const unstated = all.length - stated.length;
  const title = plotText(`${plotTitle(answer, knowledge)}: doses studied`, 130);
  const data: DosePlot = { kind: 'doses', title, groups, unstated };
  const silent =
    unstated === 0 ? '' : ` ${countOf(unstated, 'study states', 'studies state')} no dose.`;
  return {
    data,
    alt: altText(
      `${title}. What was studied, not what to take. ${groups.map(groupWords).join(' ')}${silent}`,
      groups.flatMap(({ unit, rows }) => rows.map((row) => rowWords(row, unit))),
    ),
  };
};
