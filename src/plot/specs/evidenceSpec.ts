import type { Scale, Spec } from 'vega';
import type { EvidenceGroup, EvidencePlot, EvidenceRow } from '../../core/plot/plotData.ts';
import { directionCounts } from '../../core/plot/plotWords.ts';
import { fitText, wrapText } from '../textWidth.ts';
import type { Theme } from '../theme.ts';
import {
  designLegend,
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

/** Above so many studies names no longer fit, and rows are thin. */
const MOST_NAMED = 26;
const ROW = { named: 24, thin: 11 } as const;
const THIN_SHRINK = 0.4;
const HEADING = 26;
const GROUP_GAP = 8;
const COLUMN_HEADS = 36;
const LINE = 16;
/** The axis of directions; whiskers that go beyond are cut there. */
const REACH = 1.5;

type Span = [number, number];
type Columns = {
  names: Span;
  direction: Span;
  /** Null where no study is mixed. */
  mixed: Span | null;
  /** Null where no study tells how many got better. */
  share: Span | null;
  /** The right end of the numbers. */
  people: number;
};

const RIGHT = WIDTH - MARGIN;
const WIDTHS = { names: 172, namesBesideShares: 138, people: 40, share: 72, mixed: 50 } as const;
/** For the labels at the ends of the axis of shares. */
const SHARE_GAP = 16;

/** The columns from right to left; the directions have what is left. */
const columnsOf = (rows: readonly EvidenceRow[]): Columns => {
  const hasShares = rows.some(({ share }) => share !== null);
  const names: Span = [MARGIN, MARGIN + (hasShares ? WIDTHS.namesBesideShares : WIDTHS.names)];
  let right = RIGHT - WIDTHS.people;
  const take = (width: number, gap: number): Span => {
    const span: Span = [right - gap - width, right - gap];
    right -= width + 2 * gap;
    return span;
  };
  const share = hasShares ? take(WIDTHS.share, SHARE_GAP) : null;
  const mixed = rows.some(({ direction }) => direction === 'mixed') ? take(WIDTHS.mixed, 2) : null;
  return { names, direction: [names[1] + 8, right - 2], mixed, share, people: RIGHT };
};

type Placed = { row: EvidenceRow; y: number };
type Body = { texts: TextItem[]; boxes: BoxItem[]; rows: Placed[]; bottom: number };

const certaintyWords = ({ certainty }: EvidenceGroup): string =>
  certainty === null ? 'not rated' : `${certainty.replace('-', ' ')} certainty`;

const IN_ANIMALS = 'In animals: not proof for people';

/** Rows with a name each, below the heading of their group. */
const placeNamed = (
  groups: readonly EvidenceGroup[],
  top: number,
  columns: Columns,
  theme: Theme,
): Body => {
  const body: Body = { texts: [], boxes: [], rows: [], bottom: top };
  const width = columns.names[1] - columns.names[0];
  const add = (row: EvidenceRow): void => {
    const y = body.bottom + ROW.named / 2;
    body.rows.push({ row, y });
    body.texts.push(
      {
        x: columns.names[0],
        y,
        text: nameWithin(row, width),
        size: SIZE.text,
        colour: theme.text,
      },
      {
        x: columns.people,
        y,
        text: row.participants === null ? '?' : String(row.participants),
        size: SIZE.text,
        align: 'right',
        colour: theme.text,
      },
    );
    body.bottom += ROW.named;
  };
  for (const group of groups) {
    const sure = certaintyWords(group);
    body.boxes.push({
      x: MARGIN - 6,
      y: body.bottom,
      width: WIDTH - 2 * MARGIN + 12,
      height: HEADING - 4,
      colour: theme.band,
    });
    const y = body.bottom + (HEADING - 4) / 2;
    body.texts.push(
      {
        x: MARGIN,
        y,
        text: fitText(group.title, 360, { size: SIZE.heading, bold: true }),
        size: SIZE.heading,
        bold: true,
        colour: theme.text,
      },
      { x: RIGHT, y, text: sure, size: SIZE.small, align: 'right', colour: theme.quiet },
    );
    body.bottom += HEADING;
    group.people.forEach(add);
    if (group.animals.length > 0) {
      body.texts.push({
        x: MARGIN,
        y: body.bottom + ROW.named / 2,
        text: IN_ANIMALS,
        size: SIZE.small,
        italic: true,
        colour: theme.quiet,
      });
      body.bottom += ROW.named - 4;
      group.animals.forEach(add);
    }
    body.bottom += GROUP_GAP;
  }
  return body;
};

/** Thin rows without names, beside what their group is and how its studies went. */
const placeThin = (
  groups: readonly EvidenceGroup[],
  top: number,
  columns: Columns,
  theme: Theme,
): Body => {
  const body: Body = { texts: [], boxes: [], rows: [], bottom: top };
  const width = columns.names[1] - columns.names[0];
  for (const [i, group] of groups.entries()) {
    const start = body.bottom;
    const write = (text: string, most: number, parts: Partial<TextItem> = {}): number => {
      const size = parts.size ?? SIZE.small;
      const lines = wrapText(text, width, { size, bold: parts.bold ?? false }, most);
      for (const [line, told] of lines.entries())
        body.texts.push({
          x: columns.names[0],
          y: written + line * LINE + LINE / 2,
          text: told,
          size,
          colour: theme.quiet,
          ...parts,
        });
      return written + lines.length * LINE;
    };
    let written = start;
    written = write(group.title, 2, { size: SIZE.text, bold: true, colour: theme.text });
    written = write(certaintyWords(group), 1);
    if (group.people.length > 0) written = write(directionCounts(group.people), 2);
    if (group.animals.length > 0)
      written = write(`${group.animals.length} in animals, below the line`, 2, { italic: true });
    let y = start + 3;
    for (const row of group.people) {
      body.rows.push({ row, y: y + ROW.thin / 2 });
      y += ROW.thin;
    }
    if (group.animals.length > 0) {
      body.boxes.push({
        x: columns.direction[0],
        y: y + 2,
        width: columns.direction[1] - columns.direction[0],
        height: 1,
        colour: theme.quiet,
      });
      y += 5;
    }
    for (const row of group.animals) {
      body.rows.push({ row, y: y + ROW.thin / 2 });
      y += ROW.thin;
    }
    body.bottom = Math.max(written, y) + GROUP_GAP;
    if (i < groups.length - 1)
      body.boxes.push({
        x: MARGIN,
        y: body.bottom - GROUP_GAP / 2,
        width: WIDTH - 2 * MARGIN,
        height: 1,
        colour: theme.grid,
      });
  }
  return body;
};

const centreOf = ([from, to]: Span): number => (from + to) / 2;

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
