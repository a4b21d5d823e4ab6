import type { Scale, Spec } from 'vega';
import type { Direction } from '../../core/domain/study.ts';
import type { DesignGroup, StudyMark } from '../../core/plot/plotData.ts';
import { DESIGN_WORDS, DIRECTION_WORDS } from '../../core/plot/plotWords.ts';
import { fitText, textWidth, wrapText } from '../textWidth.ts';
import type { Theme } from '../theme.ts';
import {
  type BallItem,
  ballLayer,
  FONT,
  type Layer,
  type PlacedMark,
  sharedScales,
  studyLayer,
  type TextItem,
  textLayer,
} from './layers.ts';

/** As wide as Discord shows a picture, in pixels of a screen; drawn twice as fine. */
export const WIDTH = 550;
export const MARGIN = 16;
export const INNER = WIDTH - 2 * MARGIN;
/** Sizes of letters that can still be read where a phone shows the picture at two thirds. */
export const SIZE = { title: 18, heading: 14, text: 13, small: 12 } as const;

const FOOTER = 'Evidence, not medical advice. Caveat';
const LEGEND_LINE = 20;

/** Where a body of evidence begins below its title. */
export type Head = { layer: Layer; bottom: number };

/** The title, and what one looks at in a line or two. */
export const headOf = (title: string, explained: string, theme: Theme): Head => {
  const lines = wrapText(title, INNER, { size: SIZE.title, bold: true }, 2);
  const told = wrapText(explained, INNER, { size: SIZE.small }, 2);
  const top = MARGIN;
  const below = top + lines.length * SIZE.title * 1.25 + 3;
  const items: TextItem[] = [
    {
      x: MARGIN,
      y: top,
      text: lines,
      size: SIZE.title,
      bold: true,
      baseline: 'top',
      colour: theme.text,
    },
    { x: MARGIN, y: below, text: told, size: SIZE.small, baseline: 'top', colour: theme.quiet },
  ];
  return {
    layer: textLayer('head', items),
    bottom: below + told.length * SIZE.small * 1.25 + 8,
  };
};

/** Something of the legend: a study, a disc, or words alone. */
export type LegendItem = {
  text: string;
  mark?: Omit<PlacedMark, 'at' | 'y'>;
  ball?: Omit<BallItem, 'x' | 'y'>;
};

const DIRECTIONS: readonly Direction[] = ['improved', 'mixed', 'no-difference', 'worsened'];

const LEGEND_GAP = 14;
const LEGEND_MARK = 20;

/** The designs that are there, each with its shape. */
export const designLegend = (marks: readonly StudyMark[]): LegendItem[] =>
  (Object.keys(DESIGN_WORDS) as DesignGroup[])
    .filter((design) => marks.some((mark) => mark.design === design))
    .map((design) => ({
      text: DESIGN_WORDS[design],
      mark: { design, direction: null, participants: 40, counts: true },
    }));

/**
 * What the colours of marks say, beside their place or a word.
 * @param places where marks stand that say so
 */
export const directionLegend = (
  marks: readonly StudyMark[],
  places: Partial<Record<Direction, string>> = {},
): LegendItem[] =>
  DIRECTIONS.filter((direction) => marks.some((mark) => mark.direction === direction)).map(
    (direction) => ({
      text: [DIRECTION_WORDS[direction], places[direction] ?? ''].join(' ').trim(),
      mark: { design: 'randomised', direction, participants: 40, counts: true },
    }),
  );

/** How large marks are, and what a hollow one is. */
export const sizeLegend = (marks: readonly StudyMark[], shrink = 1): LegendItem[] => {
  const stated = marks.flatMap(({ participants }) => participants ?? []);
  const most = Math.max(0, ...stated);
  const sizes = [10, 100, 1000].filter((size) => size === 10 || size <= 2 * most);
  return [
    ...(stated.length === 0
      ? []
      : [
          { text: 'How many studied:' },
          ...sizes.map((participants) => ({
            text: String(participants),
            mark: {
              design: 'randomised' as const,
              direction: null,
              participants,
              counts: true,
              shrink,
            },
          })),
        ]),
    ...(marks.every(({ counts }) => counts)
      ? []
      : [
          {
            text: 'hollow: not counted in the rating',
            mark: {
              design: 'randomised' as const,
              direction: null,
              participants: 40,
              counts: false,
            },
          },
        ]),
  ];
};

/** The signs behind names. */
export const standingLegend = (marks: readonly StudyMark[]): LegendItem[] =>
  (['second-hand', 'retracted'] as const)
    .filter((standing) => marks.some((mark) => mark.standing === standing))
    .map((standing) => ({
      text: `${STANDING_SIGNS[standing]} ${standing === 'second-hand' ? 'known second-hand' : standing}`,
    }));

const STANDING_SIGNS = { 'second-hand': '†', retracted: '‡' } as const;

/** The name of a study within a width, with a sign that is never cut. */
export const nameWithin = ({ label, standing }: StudyMark, width: number): string => {
  const sign = standing === null ? '' : ` ${STANDING_SIGNS[standing]}`;
  const font = { size: SIZE.text };
  return `${fitText(label, width - textWidth(sign, font), font)}${sign}`;
};

/** How sure a rating is, as discs. */
export const ballLegend = (theme: Theme): LegendItem[] =>
  ['very low certainty', 'low', 'moderate', 'high'].map((text, i) => ({
    text,
    ball: { radius: 7, quarters: i + 1, colour: theme.quiet },
  }));

/** Rows of a legend from left to right, a new line where one is full. */
const placeLegend = (
  rows: readonly (readonly LegendItem[])[],
  top: number,
  theme: Theme,
): { layers: Layer[]; bottom: number } => {
  const texts: TextItem[] = [];
  const marks: PlacedMark[] = [];
  const balls: BallItem[] = [];
  let y = top + LEGEND_LINE / 2;
  for (const row of rows.filter(({ length }) => length > 0)) {
    let x = MARGIN;
    for (const { text, mark, ball } of row) {
      const indent = mark || ball ? LEGEND_MARK : 0;
      const lines = wrapText(text, INNER - indent, { size: SIZE.small }, 3);
      const width =
        indent + Math.max(...lines.map((line) => textWidth(line, { size: SIZE.small })));
      if (x > MARGIN && x + width > WIDTH - MARGIN) {
        x = MARGIN;
        y += LEGEND_LINE;
      }
      if (mark) marks.push({ ...mark, at: x + 8, y });
      if (ball) balls.push({ ...ball, x: x + 8, y });
      for (const [i, line] of lines.entries())
        texts.push({
          x: x + indent,
          y: y + i * 16,
          text: line,
          size: SIZE.small,
          colour: theme.text,
        });
      y += (lines.length - 1) * 16;
      x += width + LEGEND_GAP;
    }
    y += LEGEND_LINE;
  }
  return {
    layers: [
      studyLayer('legendMarks', marks, { scale: 'pixel', theme }),
      ballLayer('legendBalls', balls, theme),
      textLayer('legendTexts', texts),
    ],
    bottom: y - LEGEND_LINE / 2,
  };
};

/** A whole picture: head, body, legend, and what closes it. */
export const frameOf = (
  {
    head,
    layers,
    scales,
    bottom,
  }: { head: Head; layers: Layer[]; scales: Scale[]; bottom: number },
  legend: readonly (readonly LegendItem[])[],
  theme: Theme,
): Spec => {
  const placed = placeLegend(legend, bottom + 10, theme);
  const end = placed.bottom + 10;
  const footer = textLayer('footer', [
    {
      x: WIDTH - MARGIN,
      y: end,
      text: FOOTER,
      size: 11,
      align: 'right',
      colour: theme.quiet,
    },
  ]);
  const all = [head.layer, ...layers, ...placed.layers, footer];
  const height = Math.ceil(end + 16);
  return {
    $schema: 'https://vega.github.io/schema/vega/v6.json',
    width: WIDTH,
    height,
    padding: 0,
    autosize: 'none',
    background: theme.card,
    config: { text: { font: FONT } },
    data: all.flatMap(({ data = [] }) => data),
    scales: [
      ...sharedScales(theme),
      { name: 'pixel', type: 'linear', domain: [0, WIDTH], range: [0, WIDTH] },
      ...scales,
      ...all.flatMap(({ scales: own = [] }) => own),
    ],
    marks: all.flatMap(({ marks }) => marks),
  };
};
