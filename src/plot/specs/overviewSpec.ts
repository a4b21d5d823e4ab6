import type { Spec } from 'vega';
import { VERDICT_NAMES } from '../../core/answer/words.ts';
import type { Certainty } from '../../core/domain/evidence.ts';
import type { Direction } from '../../core/domain/study.ts';
import type { OverviewPlot, OverviewRow } from '../../core/plot/plotData.ts';
import { wrapText } from '../textWidth.ts';
import type { Theme } from '../theme.ts';
import {
  ballLegend,
  designLegend,
  directionLegend,
  frameOf,
  headOf,
  MARGIN,
  SIZE,
  sizeLegend,
  WIDTH,
} from './frame.ts';
import {
  axisLayer,
  ballLayer,
  boxLayer,
  type Layer,
  lineLayer,
  type PlacedMark,
  studyLayer,
  type TextItem,
  textLayer,
} from './layers.ts';

const ROW = 46;
const HEADS = 24;
const RIGHT = WIDTH - MARGIN;
const COLUMNS = { label: MARGIN, labelEnd: 182, ball: 196, verdict: 210, studies: 342, years: 362 };
/** Pixels between studies of one year. */
const ASIDE = 5;
const SHRINK = { usual: 0.45, crowded: 0.2 } as const;
/** A row of more studies is crowded. */
const MOST_ROOMY = 20;

export const QUARTERS: Readonly<Record<Certainty, number>> = {
  'very-low': 1,
  low: 2,
  moderate: 3,
  high: 4,
};

/** Where in its row a study stands: the better the higher. */
const LANES: Readonly<Record<Direction, number>> = {
  improved: -12,
  mixed: -6,
  'no-difference': 0,
  worsened: 12,
};

/** The studies of a row by year and direction; those that fall together stand side by side. */
const placeStudies = ({ years }: OverviewRow, middle: number, shrink: number): PlacedMark[] =>
  [
    ...Map.groupBy(
      years.flatMap(({ direction, ...mark }) =>
        direction === null ? [] : [{ ...mark, direction }],
      ),
      ({ year, direction }) => `${year} ${direction}`,
    ).values(),
  ].flatMap((same) =>
    same.map(({ design, direction, participants, counts, year }, i) => ({
      design,
      direction,
      participants,
      counts,
      at: year,
      aside: (i - (same.length - 1) / 2) * ASIDE,
      y: middle + LANES[direction],
      shrink,
    })),
  );

/** The same in words. */
const PLACES: Partial<Record<Direction, string>> = {
  improved: '(above the line)',
  mixed: '(just above it)',
  'no-difference': '(on it)',
  worsened: '(below it)',
};

/** Of a shorter time its years would be drawn one by one. */
const LEAST_YEARS = 20;

/** The years that are drawn: from the first study to the last, some at least. */
const yearsOf = (rows: readonly OverviewRow[]): [number, number] => {
  const years = rows.flatMap((row) => row.years.map(({ year }) => year));
  if (years.length === 0) return [2000, 2025];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const pad = Math.max(0, LEAST_YEARS - (last - first)) / 2;
  return [Math.floor(first - pad - 1), Math.ceil(last + pad + 1)];
};

/** A label in two lines, or where that cuts it in three small ones. */
const linesOf = (label: string): { lines: string[]; size: number } => {
  const width = COLUMNS.labelEnd - COLUMNS.label;
  const lines = wrapText(label, width, { size: SIZE.text }, 2);
  return lines.some((line) => line.endsWith('…'))
    ? { lines: wrapText(label, width, { size: SIZE.small }, 3), size: SIZE.small }
    : { lines, size: SIZE.text };
};

const rowTexts = (row: OverviewRow, middle: number, theme: Theme): TextItem[] => {
  const { lines, size } = linesOf(row.label);
  const line = size * 1.25;
  return [
    {
      x: COLUMNS.label,
      y: middle - ((lines.length - 1) * line) / 2,
      text: lines,
      size,
      colour: theme.text,
    },
    {
      x: COLUMNS.verdict,
      y: middle,
      text: wrapText(VERDICT_NAMES[row.verdict], 92, { size: SIZE.small }, 2),
      size: SIZE.small,
      colour: theme.text,
    },
    {
      x: COLUMNS.studies,
      y: middle,
      text: row.animals === 0 ? String(row.studies) : `${row.studies}+${row.animals}*`,
      size: SIZE.text,
      align: 'right',
      colour: theme.text,
    },
  ];
};

/** A row for each body of evidence: how sure, how much, and when. */
export const overviewSpec = ({ title, rows }: OverviewPlot, theme: Theme): Spec => {
  const head = headOf(
    title,
    'What was studied, how sure the result is, and each study by its year.',
    theme,
  );
  const top = head.bottom + HEADS;
  const middleOf = (i: number): number => top + (i + 0.5) * ROW;
  const bottom = top + rows.length * ROW;
  const marks = rows.flatMap((row) => row.years);
  const isCrowded = rows.some(({ years }) => years.length > MOST_ROOMY);
  const shrink = isCrowded ? SHRINK.crowded : SHRINK.usual;
  const undated = rows.reduce((sum, row) => sum + row.undated, 0);
  const heads: TextItem[] = (
    [
      ['How sure, result', COLUMNS.ball - 8, 'left'],
      ['Studies', COLUMNS.studies + 4, 'right'],
      ['Year of publication', RIGHT, 'right'],
    ] as const
  ).map(([text, x, align]) => ({
    x,
    y: head.bottom + HEADS / 2,
    text,
    size: SIZE.small,
    align,
    colour: theme.quiet,
  }));
  const layers: Layer[] = [
    boxLayer(
      'stripes',
      rows.flatMap((_, i) =>
        i % 2 === 1
          ? []
          : [
              {
                x: MARGIN - 6,
                y: top + i * ROW,
                width: WIDTH - 2 * MARGIN + 12,
                height: ROW,
                colour: theme.band,
              },
            ],
      ),
    ),
    axisLayer(
      { y: top, height: bottom - top, width: WIDTH },
      { scale: 'year', theme, format: 'd', tickCount: 4 },
    ),
    lineLayer(
      'lanes',
      rows.map((_, i) => ({
        x: COLUMNS.years,
        x2: RIGHT,
        y: middleOf(i),
        y2: middleOf(i),
        colour: theme.quiet,
        width: 1,
        dashed: true,
      })),
    ),
    ballLayer(
      'balls',
      rows.flatMap(({ certainty, verdict }, i) =>
        certainty === null
          ? []
          : [
              {
                x: COLUMNS.ball,
                y: middleOf(i),
                radius: 9,
                quarters: QUARTERS[certainty],
                colour: theme.verdict[verdict],
              },
            ],
      ),
      theme,
    ),
    studyLayer(
      'years',
      rows.flatMap((row, i) => placeStudies(row, middleOf(i), shrink)),
      { scale: 'year', theme },
    ),
    textLayer('heads', heads),
    textLayer(
      'texts',
      rows.flatMap((row, i) => rowTexts(row, middleOf(i), theme)),
    ),
  ];
  const silent = marks.filter(({ direction }) => direction === null).length;
  const notes = [
    ...(rows.some(({ animals }) => animals > 0) ? [{ text: '* in animals' }] : []),
    ...(silent > 0 ? [{ text: `${silent} not compared with none: not drawn` }] : []),
    ...(undated > 0 ? [{ text: `${undated} of unknown year: not drawn` }] : []),
  ];
  return frameOf(
    {
      head,
      layers,
      scales: [
        {
          name: 'year',
          type: 'linear',
          domain: yearsOf(rows),
          range: [COLUMNS.years, RIGHT],
          nice: false,
          zero: false,
        },
      ],
      bottom: bottom + 18,
    },
    [
      ballLegend(theme),
      designLegend(marks),
      directionLegend(marks, PLACES),
      [...sizeLegend(marks, shrink), ...notes],
    ],
    theme,
  );
};
