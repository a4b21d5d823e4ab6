import type { Scale, Spec } from 'vega';
import type { EvidencePlot, EvidenceRow } from '../../core/plot/plotData.ts';
import type { Theme } from '../theme.ts';
import { type Columns, centreOf, columnsOf, type Span } from './evidenceColumns.ts';
import { type Placed, placeNamed, placeThin } from './evidenceRows.ts';
import {
  designLegend,
  frameOf,
  headOf,
  type LegendItem,
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

/** Above so many studies names no longer fit, and rows are thin. */
const MOST_NAMED = 26;
const THIN_SHRINK = 0.4;
const COLUMN_HEADS = 36;
/** The axis of directions; whiskers that go beyond are cut there. */
const REACH = 1.5;

/** The heads of the columns, each line of words centred above its column. */
const columnHeads = (columns: Columns, y: number, isNamed: boolean, theme: Theme): TextItem[] => {
  const third = (columns.direction[1] - columns.direction[0]) / 3;
  const at = (n: number): number => columns.direction[0] + (n + 0.5) * third;
  const head = (
    x: number,
    text: string[],
    colour: string,
    align: 'center' | 'right' = 'center',
  ): TextItem => ({
    x,
    y: y + (text.length === 1 ? 11 : 4),
    text,
    size: SIZE.small,
    align,
    baseline: 'top',
    colour,
  });
  return [
    head(at(0), ['Worse'], theme.text),
    head(at(1), ['No', 'difference'], theme.text),
    head(at(2), ['Better'], theme.text),
    ...(columns.mixed === null ? [] : [head(centreOf(columns.mixed), ['Mixed'], theme.text)]),
    ...(columns.share === null
      ? []
      : [head(centreOf(columns.share), ['Share who', 'got better'], theme.text)]),
    ...(isNamed ? [head(columns.people, ['How', 'many'], theme.text, 'right')] : []),
  ];
};

const colourOf = ({ direction }: EvidenceRow, theme: Theme): string =>
  direction === null ? theme.quiet : theme.direction[direction];

/** The intervals of effects around their marks; one that is cut ends in no cap. */
const whiskers = (rows: readonly Placed[], columns: Columns, theme: Theme): LineItem[] => {
  const [left, right] = columns.direction;
  const toX = (value: number): number =>
    left + ((Math.max(-REACH, Math.min(REACH, value)) + REACH) / (2 * REACH)) * (right - left);
  return rows.flatMap(({ row, y }) => {
    if (row.effect === null) return [];
    const colour = colourOf(row, theme);
    const { from, to } = row.effect;
    const cap = (value: number): LineItem[] =>
      Math.abs(value) > REACH
        ? []
        : [{ x: toX(value), x2: toX(value), y: y - 4, y2: y + 4, colour, width: 2 }];
    return [{ x: toX(from), x2: toX(to), y, y2: y, colour, width: 2 }, ...cap(from), ...cap(to)];
  });
};

const shareLines = (rows: readonly Placed[], columns: Columns, theme: Theme): LineItem[] => {
  const { share: place } = columns;
  if (place === null) return [];
  const toX = (value: number): number => place[0] + value * (place[1] - place[0]);
  return rows.flatMap(({ row, y }) => {
    if (row.share === null) return [];
    const { n, of, low, high } = row.share;
    const colour = colourOf(row, theme);
    return [
      { x: toX(low), x2: toX(high), y, y2: y, colour, width: 2 },
      { x: toX(n / of), x2: toX(n / of), y: y - 5, y2: y + 5, colour: theme.text, width: 3 },
    ];
  });
};

const silentTexts = (rows: readonly Placed[], columns: Columns, theme: Theme): TextItem[] =>
  rows.flatMap(({ row, y }) =>
    row.direction !== null
      ? []
      : [
          {
            x: (columns.direction[0] + columns.direction[1]) / 2,
            y,
            text: 'not compared with none',
            size: 11,
            italic: true,
            align: 'center' as const,
            colour: theme.quiet,
          },
        ],
  );

const DIRECTION_AT = { worsened: -1, 'no-difference': 0, improved: 1 } as const;

const marksOf = (rows: readonly Placed[], isMixed: boolean, shrink: number): PlacedMark[] =>
  rows.flatMap(({ row, y }) => {
    const { direction, design, participants, counts } = row;
    if (direction === null || (direction === 'mixed') !== isMixed) return [];
    const at = direction === 'mixed' ? 0 : DIRECTION_AT[direction];
    return [{ direction, design, participants, counts, at, y, shrink }];
  });

const scalesOf = (columns: Columns): Scale[] => [
  { name: 'place', type: 'linear', domain: [-REACH, REACH], range: columns.direction },
  ...(columns.mixed === null
    ? []
    : [{ name: 'mixed', type: 'linear' as const, domain: [-1, 1], range: columns.mixed }]),
  ...(columns.share === null
    ? []
    : [{ name: 'share', type: 'linear' as const, domain: [0, 1], range: columns.share }]),
];

const legendOf = (all: readonly EvidenceRow[], shrink: number): LegendItem[][] => {
  const told = (isTold: boolean, text: string): LegendItem[] => (isTold ? [{ text }] : []);
  return [
    designLegend(all),
    [...sizeLegend(all, shrink), ...standingLegend(all)],
    told(
      all.some(({ effect }) => effect !== null),
      'Line through a mark: its 95% interval, on the study’s own scale. Where it reaches the dashed line, no difference is possible.',
    ),
    told(
      all.some(({ share }) => share !== null),
      'Share who got better: of all treated, with its 95% interval.',
    ),
    told(
      all.some(({ direction }) => direction === 'mixed'),
      'Mixed: some outcomes better, some not.',
    ),
  ];
};

/** Each study as a mark from worse to better. */
export const evidenceSpec = ({ title, groups }: EvidencePlot, theme: Theme): Spec => {
  const all = groups.flatMap(({ people, animals }) => [...people, ...animals]);
  const isNamed = all.length <= MOST_NAMED;
  const columns = columnsOf(all);
  const head = headOf(
    title,
    'What each study found of the treatment against none. One mark is one study.',
    theme,
  );
  const top = head.bottom + COLUMN_HEADS + 2;
  const body = (isNamed ? placeNamed : placeThin)(groups, top, columns, theme);
  const [left, right] = columns.direction;
  const height = body.bottom - top;
  const panel = ([from, to]: Span): BoxItem => ({
    x: from,
    y: head.bottom,
    width: to - from,
    height: body.bottom - head.bottom,
    colour: theme.band,
  });
  const upright = (x: number, y: number): Omit<LineItem, 'colour'> => ({
    x,
    x2: x,
    y,
    y2: body.bottom,
    width: 1,
  });
  const guides: LineItem[] = [
    ...[1, 2].map((n) => ({
      ...upright(left + (n * (right - left)) / 3, head.bottom),
      colour: theme.card,
      width: 2,
    })),
    { ...upright(centreOf(columns.direction), top), colour: theme.quiet, dashed: true },
  ];
  const shrink = isNamed ? 1 : THIN_SHRINK;
  const layers: Layer[] = [
    boxLayer('panels', [
      panel(columns.direction),
      ...(columns.mixed ? [panel(columns.mixed)] : []),
    ]),
    ...(columns.share === null
      ? []
      : [
          axisLayer(
            { y: top, height, width: WIDTH },
            { scale: 'share', theme, values: [0, 0.5, 1], format: '.0%' },
          ),
        ]),
    lineLayer('guides', guides),
    boxLayer('bands', body.boxes),
    lineLayer('whiskers', [
      ...whiskers(body.rows, columns, theme),
      ...shareLines(body.rows, columns, theme),
    ]),
    studyLayer('studies', marksOf(body.rows, false, shrink), { scale: 'place', theme }),
    ...(columns.mixed === null
      ? []
      : [studyLayer('mixedStudies', marksOf(body.rows, true, shrink), { scale: 'mixed', theme })]),
    textLayer('heads', columnHeads(columns, head.bottom, isNamed, theme)),
    textLayer('texts', [...body.texts, ...(isNamed ? silentTexts(body.rows, columns, theme) : [])]),
  ];
  const bottom = body.bottom + (columns.share === null ? 0 : 18);
  return frameOf({ head, layers, scales: scalesOf(columns), bottom }, legendOf(all, shrink), theme);
};
