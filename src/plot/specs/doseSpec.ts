import type { Scale, Spec } from 'vega';
import type { DoseGroup, DosePlot, DoseRow } from '../../core/plot/plotData.ts';
import { DIRECTION_WORDS } from '../../core/plot/plotWords.ts';
import { fitText } from '../textWidth.ts';
import type { Theme } from '../theme.ts';
import {
  designLegend,
  directionLegend,
  frameOf,
  headOf,
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
const COLUMNS = { names: MARGIN, namesEnd: 182, from: 196, to: 440, word: 452 } as const;
/** Doses that differ by more than this are drawn by their logarithm. */
const LOG_FROM = 20;

const endsOf = ({ rows, labelled }: DoseGroup): number[] =>
  [...rows, ...(labelled ? [labelled] : [])].flatMap(({ min, max }) =>
    [min, max].filter((end) => end !== null),
  );

type Axis = { scale: Scale; toX: (dose: number) => number; values: number[] };

/** 1, 2 and 5 times powers of ten between two doses, as few as can be read. */
const logValues = (low: number, high: number): number[] => {
  const powers = Array.from(
    { length: Math.ceil(Math.log10(high)) - Math.floor(Math.log10(low)) + 1 },
    (_, i) => 10 ** (Math.floor(Math.log10(low)) + i),
  );
  const within = (steps: number[]): number[] =>
    powers
      .flatMap((power) => steps.map((step) => step * power))
      .filter((v) => v >= low && v <= high);
  const all = within([1, 2, 5]);
  return all.length <= 6 ? all : within([1]);
};

const niceStep = (span: number): number => {
  const power = 10 ** Math.floor(Math.log10(span / 4));
  return ([1, 2, 5, 10].find((step) => step * power * 5 >= span) ?? 10) * power;
};

const linearValues = (high: number): number[] => {
  const step = niceStep(high);
  return Array.from({ length: Math.floor(high / step) + 1 }, (_, i) => i * step);
};

/** Where doses stand: from nothing up, or by their logarithm where they differ by much. */
const axisOf = (group: DoseGroup, name: string): Axis => {
  const ends = endsOf(group).filter((end) => end > 0);
  const [low, high] = [Math.min(...ends, 1e9), Math.max(...ends, 1e-9)];
  const { from, to } = COLUMNS;
  const hasNothing = endsOf(group).includes(0);
  if (ends.length > 0 && high / low > LOG_FROM && !hasNothing) {
    const domain: [number, number] = [low / 1.3, high * 1.3];
    const [a, b] = domain.map(Math.log10) as [number, number];
    return {
      scale: { name, type: 'log', domain, range: [from, to] },
      toX: (dose) => from + ((Math.log10(dose) - a) / (b - a)) * (to - from),
      values: logValues(...domain),
    };
  }
  const top = ends.length === 0 ? 1 : high * 1.1;
  return {
    scale: { name, type: 'linear', domain: [0, top], range: [from, to], zero: true },
    toX: (dose) => from + (dose / top) * (to - from),
    values: linearValues(top),
  };
};

const shrinkOf = (isNamed: boolean): number => (isNamed ? 0.7 : 0.35);

type Body = {
  texts: TextItem[];
  bands: BoxItem[];
  heads: BoxItem[];
  lines: LineItem[];
  layers: Layer[];
  scales: Scale[];
  bottom: number;
};

const colourOf = ({ direction }: DoseRow, theme: Theme): string =>
  direction === null ? theme.quiet : theme.direction[direction];

/** What was given: a bar between both ends; dotted to where an end was not stated. */
const barOf = (row: DoseRow, y: number, { toX }: Axis, theme: Theme): LineItem[] => {
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
  if (max !== null) return [line(COLUMNS.from, toX(max), true)];
  return min === null ? [] : [line(toX(min), COLUMNS.to, true)];
};

const placeGroup = (
  body: Body,
  group: DoseGroup,
  name: string,
  { theme, isNamed }: { theme: Theme; isNamed: boolean },
): void => {
  const axis = axisOf(group, name);
  const heading = `${group.title}, in ${group.unit}`;
  body.heads.push({
    x: MARGIN - 6,
    y: body.bottom,
    width: WIDTH - 2 * MARGIN + 12,
    height: HEADING - 4,
    colour: theme.band,
  });
  body.texts.push({
    x: MARGIN,
    y: body.bottom + (HEADING - 4) / 2,
    text: fitText(heading, WIDTH - 2 * MARGIN, { size: SIZE.heading, bold: true }),
    size: SIZE.heading,
    bold: true,
    colour: theme.text,
  });
  const top = body.bottom + HEADING;
  const marks: PlacedMark[] = [];
  const shrink = shrinkOf(isNamed);
  const height = isNamed ? ROW.named : ROW.thin;
  let y = top;
  let isAmongAnimals = false;
  for (const row of group.rows) {
    if (row.design === 'animal' && !isAmongAnimals) {
      isAmongAnimals = true;
      body.texts.push({
        x: MARGIN,
        y: y + 10,
        text: 'In animals',
        size: SIZE.small,
        italic: true,
        colour: theme.quiet,
      });
      y += 20;
    }
    const middle = y + height / 2;
    body.lines.push(...barOf(row, middle, axis, theme));
    const { design, direction, participants, counts, min, max } = row;
    marks.push({ design, direction, participants, counts, at: max ?? min ?? 0, y: middle, shrink });
    if (isNamed)
      body.texts.push(
        {
          x: COLUMNS.names,
          y: middle,
          text: nameWithin(row, COLUMNS.namesEnd - COLUMNS.names),
          size: SIZE.text,
          colour: theme.text,
        },
        {
          x: COLUMNS.word,
          y: middle,
          text: direction === null ? 'not said' : DIRECTION_WORDS[direction],
          size: SIZE.small,
          colour: theme.text,
        },
      );
    y += height;
  }
  const { labelled } = group;
  if (labelled !== null) {
    const x = labelled.min === null ? COLUMNS.from : axis.toX(labelled.min);
    const end = labelled.max === null ? COLUMNS.to : axis.toX(labelled.max);
    body.bands.push({
      x,
      y: top,
      width: Math.max(3, end - x),
      height: y - top,
      colour: theme.quiet,
    });
  }
  body.layers.push(
    axisLayer(
      { y: top, height: y - top, width: WIDTH },
      { scale: name, theme, values: axis.values, format: '~r' },
    ),
    studyLayer(`marks_${name}`, marks, { scale: name, theme }),
  );
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
    told(more > 0, `${more} more units or treatments are not drawn.`),
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
    layers: [],
    scales: [],
    bottom: head.bottom,
  };
  for (const [i, group] of groups.entries())
    placeGroup(body, group, `dose_${i}`, { theme, isNamed });
  const layers: Layer[] = [
    boxLayer('labelled', body.bands, 0.16),
    boxLayer('headings', body.heads),
    ...body.layers.filter((_, i) => i % 2 === 0),
    lineLayer('bars', body.lines),
    ...body.layers.filter((_, i) => i % 2 === 1),
    textLayer('texts', body.texts),
  ];
  return frameOf(
    { head, layers, scales: body.scales, bottom: body.bottom - GAP },
    legendOf(plot, rows, isNamed),
    theme,
  );
};
