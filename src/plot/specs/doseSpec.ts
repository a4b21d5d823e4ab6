import type { Scale, Spec } from 'vega';
import { capitalise } from '../../core/answer/words.ts';
import type { DoseGroup, DosePlot, DoseRow } from '../../core/plot/plotData.ts';
import { DIRECTION_WORDS } from '../../core/plot/plotWords.ts';
import { fitText } from '../textWidth.ts';
import type { Theme } from '../theme.ts';
import { type Axis, axisOf } from './doseAxis.ts';
import {
  designLegend,
  directionLegend,
  frameOf,
  headOf,
  INNER,
  type LegendItem,
  MARGIN,
  nameWithin,
  SIZE,
  sizeLegend,
  standingLegend,
  WIDTH,
} from './frame.ts';
import {
  axisLayer,
  type BoxItem,
  boxLayer,
  type Layer,
  type LineItem,
  lineLayer,
  type PlacedMark,
  studyLayer,
  type TextItem,
  textLayer,
} from './layers.ts';

const ROW = { named: 24, thin: 10 } as const;
/** Above so many studies names no longer fit, and rows are thin. */
const MOST_NAMED = 26;
/** So many treatments and units are drawn; the rest is told. */
const MOST_GROUPS = 6;
const HEADING = 26;
const AXIS = 24;
const GAP = 12;
type Place = [number, number];
const COLUMNS: {
  names: number;
  namesEnd: number;
  word: number;
  /** Where doses stand beside names, and without them. */
  named: Place;
  thin: Place;
} = { names: MARGIN, namesEnd: 182, word: 452, named: [196, 440], thin: [130, 520] };
/** Of a block within a group. */
const TITLE = 20;
const shrinkOf = (isNamed: boolean): number => (isNamed ? 0.7 : 0.35);

type Body = {
  texts: TextItem[];
  bands: BoxItem[];
  heads: BoxItem[];
  lines: LineItem[];
  axes: Layer[];
  marks: Layer[];
  scales: Scale[];
  bottom: number;
};

const colourOf = ({ direction }: DoseRow, theme: Theme): string =>
  direction === null ? theme.quiet : theme.direction[direction];

/** What was given: a bar between both ends; dotted to where an end was not stated. */
const barOf = (row: DoseRow, y: number, { toX }: Axis, place: Place, theme: Theme): LineItem[] => {
  const colour = colourOf(row, theme);
  const { min, max } = row;
  const line = (x: number, x2: number, dashed = false): LineItem => ({
    x,
    x2,
    y,
    y2: y,
    colour,
    width: dashed ? 1.5 : 3,
    dashed,
  });
  if (min !== null && min === max) return [];
  if (min !== null && max !== null) {
    const x = toX(min);
    return [line(x, toX(max)), { x, x2: x, y: y - 5, y2: y + 5, colour, width: 2 }];
  }
  if (max !== null) return [line(place[0], toX(max), true)];
  return min === null ? [] : [line(toX(min), place[1], true)];
};

const wordOf = ({ direction }: DoseRow): string =>
  direction === null ? 'not said' : DIRECTION_WORDS[direction];

type Block = { title: string | null; rows: DoseRow[] };

const IN_ANIMALS = 'In animals';

/** People, then animals; where there are no names, by what was found, lest colour alone tell it. */
const blocksOf = ({ rows }: DoseGroup, isNamed: boolean): Block[] => {
  const titleOf = (row: DoseRow): string | null => {
    if (row.design === 'animal') return IN_ANIMALS;
    return isNamed ? null : capitalise(wordOf(row));
  };
  const order = [null, 'Better', 'Mixed', 'No difference', 'Worse', 'Not said', IN_ANIMALS];
  return [...Map.groupBy(rows, titleOf)]
    .map(([title, own]) => ({ title, rows: own }))
    .toSorted((a, b) => order.indexOf(a.title) - order.indexOf(b.title));
};

const namesOf = (row: DoseRow, y: number, theme: Theme): TextItem[] => [
  {
    x: COLUMNS.names,
    y,
    text: nameWithin(row, COLUMNS.namesEnd - COLUMNS.names),
    size: SIZE.text,
    colour: theme.text,
  },
  { x: COLUMNS.word, y, text: wordOf(row), size: SIZE.small, colour: theme.text },
];

const headingOf = (group: DoseGroup, y: number, theme: Theme): { box: BoxItem; text: TextItem } => {
  const font = { size: SIZE.heading, bold: true };
  return {
    box: {
      x: MARGIN - 6,
      y,
      width: INNER + 12,
      height: HEADING - 4,
      colour: theme.band,
    },
    text: {
      x: MARGIN,
      y: y + (HEADING - 4) / 2,
      text: fitText(`${group.title}, in ${group.unit}`, INNER, font),
      ...font,
      colour: theme.text,
    },
  };
};

const placeGroup = (
  body: Body,
  group: DoseGroup,
  name: string,
  { theme, isNamed }: { theme: Theme; isNamed: boolean },
): void => {
  const place: Place = isNamed ? COLUMNS.named : COLUMNS.thin;
  const axis = axisOf(group, name, place);
  const heading = headingOf(group, body.bottom, theme);
  body.heads.push(heading.box);
  body.texts.push(heading.text);
  const top = body.bottom + HEADING;
  const marks: PlacedMark[] = [];
  const height = isNamed ? ROW.named : ROW.thin;
  let y = top;
  for (const { title, rows } of blocksOf(group, isNamed)) {
    if (title !== null)
      body.texts.push({
        x: MARGIN,
        y: y + TITLE / 2,
        text: isNamed ? title : `${title}: ${rows.length}`,
        size: SIZE.small,
        italic: title === IN_ANIMALS,
        colour: theme.quiet,
      });
    // Beside thin rows the title has a place of its own.
    if (title !== null && isNamed) y += TITLE;
    const start = y;
    for (const row of rows) {
      const middle = y + height / 2;
      const { design, direction, participants, counts, min, max } = row;
      const at = max ?? min ?? 0;
      body.lines.push(...barOf(row, middle, axis, place, theme));
      marks.push({
        design,
        direction,
        participants,
        counts,
        at,
        y: middle,
        shrink: shrinkOf(isNamed),
      });
      if (isNamed) body.texts.push(...namesOf(row, middle, theme));
      y += height;
    }
    if (!isNamed) y = Math.max(y, start + TITLE) + 4;
  }
  const { labelled } = group;
  if (labelled !== null) {
    const x = labelled.min === null ? place[0] : axis.toX(labelled.min);
    const end = labelled.max === null ? place[1] : axis.toX(labelled.max);
    const width = Math.max(3, end - x);
    body.bands.push({ x, y: top, width, height: y - top, colour: theme.quiet });
  }
  body.axes.push(
    axisLayer(
      { y: top, height: y - top, width: WIDTH },
      { scale: name, theme, values: axis.values, format: '~r' },
    ),
  );
  body.marks.push(studyLayer(`marks_${name}`, marks, { scale: name, theme }));
  body.scales.push(axis.scale);
  body.bottom = y + AXIS + GAP;
};

const legendOf = (
  { groups, unstated }: DosePlot,
  rows: readonly DoseRow[],
  isNamed: boolean,
): LegendItem[][] => {
  const told = (isTold: boolean, text: string): LegendItem[] => (isTold ? [{ text }] : []);
  const more = groups.length - MOST_GROUPS;
  return [
    designLegend(rows),
    directionLegend(rows),
    sizeLegend(rows, shrinkOf(isNamed)),
    [
      ...standingLegend(rows),
      ...told(
        groups.some(({ labelled }) => labelled !== null),
        'Shaded: the labelled range.',
      ),
      ...told(
        rows.some(({ min, max }) => min === null || max === null),
        'Dotted: that end was not stated.',
      ),
    ],
    told(unstated > 0, `${unstated} more state no dose.`),
    told(
      more > 0,
      `${more} more ${more === 1 ? 'unit or treatment is' : 'units or treatments are'} not drawn.`,
    ),
    told(!isNamed, 'One line is one study.'),
  ];
};

/** The doses that were studied, lowest first. */
export const doseSpec = (plot: DosePlot, theme: Theme): Spec => {
  const groups = plot.groups.slice(0, MOST_GROUPS);
  const rows = groups.flatMap((group) => group.rows);
  const isNamed = rows.length <= MOST_NAMED;
  const head = headOf(
    plot.title,
    'What doses the studies gave, and what they found. Not what anyone should take.',
    theme,
  );
  const body: Body = {
    texts: [],
    bands: [],
    heads: [],
    lines: [],
    axes: [],
    marks: [],
    scales: [],
    bottom: head.bottom,
  };
  for (const [i, group] of groups.entries())
    placeGroup(body, group, `dose_${i}`, { theme, isNamed });
  const layers: Layer[] = [
    boxLayer('labelled', body.bands, 0.16),
    boxLayer('headings', body.heads),
    ...body.axes,
    lineLayer('bars', body.lines),
    ...body.marks,
    textLayer('texts', body.texts),
  ];
  return frameOf(
    { head, layers, scales: body.scales, bottom: body.bottom - GAP },
    legendOf(plot, rows, isNamed),
    theme,
  );
};
