import type { Axis, Data, Mark, Scale } from 'vega';
import type { DesignGroup, StudyMark } from '../../core/plot/plotData.ts';
import { plotText } from '../../core/plot/plotText.ts';
import type { Theme } from '../theme.ts';

/** A part of a Vega specification; parts are stacked in their order. */
export type Layer = { data?: Data[]; scales?: Scale[]; marks: Mark[] };

export const FONT = 'Roboto, Arial, sans-serif';

/** Vega's symbols; each kind of design has one of its own. */
export const SHAPES: Readonly<Record<DesignGroup, string>> = {
  randomised: 'circle',
  review: 'diamond',
  controlled: 'square',
  uncontrolled: 'triangle-up',
  animal: 'cross',
};

const DESIGNS = Object.keys(SHAPES) as DesignGroup[];
/** People to areas of marks in square pixels; what is unknown is as small as can be. */
const AREAS = { people: [1, 500], pixels: [44, 380] } as const;

/** What every picture reads its marks by. */
export const sharedScales = ({ direction, verdict }: Theme): Scale[] => [
  { name: 'shape', type: 'ordinal', domain: DESIGNS, range: DESIGNS.map((one) => SHAPES[one]) },
  {
    name: 'direction',
    type: 'ordinal',
    domain: Object.keys(direction),
    range: Object.values(direction),
  },
  { name: 'verdict', type: 'ordinal', domain: Object.keys(verdict), range: Object.values(verdict) },
  {
    name: 'area',
    type: 'sqrt',
    domain: [...AREAS.people],
    range: [...AREAS.pixels],
    clamp: true,
  },
];

export type TextItem = {
  x: number;
  y: number;
  /** A line, or several below each other. */
  text: string | string[];
  size: number;
  colour: string;
  bold?: boolean;
  italic?: boolean;
  align?: 'left' | 'center' | 'right';
  baseline?: 'top' | 'middle' | 'bottom';
  angle?: number;
};

/** No text is longer than this, and none holds what an SVG may not. */
const LONGEST = 300;
const drawable = (text: string | string[]): string | string[] =>
  typeof text === 'string' ? plotText(text, LONGEST) : text.map((line) => plotText(line, LONGEST));

/** Texts where they are put; none is ever read as anything but text. */
export const textLayer = (name: string, items: readonly TextItem[]): Layer => ({
  data: [{ name, values: items.map((item) => ({ ...item, text: drawable(item.text) })) }],
  marks: [
    {
      type: 'text',
      from: { data: name },
      encode: {
        enter: {
          x: { field: 'x' },
          y: { field: 'y' },
          text: { field: 'text' },
          fill: { field: 'colour' },
          font: { value: FONT },
          fontSize: { field: 'size' },
          fontWeight: { signal: "datum.bold ? 'bold' : 'normal'" },
          fontStyle: { signal: "datum.italic ? 'italic' : 'normal'" },
          align: { signal: "datum.align || 'left'" },
          baseline: { signal: "datum.baseline || 'middle'" },
          angle: { signal: 'datum.angle || 0' },
          lineHeight: { signal: 'datum.size * 1.25' },
        },
      },
    },
  ],
});

export type LineItem = {
  x: number;
  y: number;
  x2: number;
  y2: number;
  colour: string;
  width: number;
  dashed?: boolean;
};

export const lineLayer = (name: string, items: readonly LineItem[]): Layer => ({
  data: [{ name, values: items.map((item) => ({ ...item })) }],
  marks: [
    {
      type: 'rule',
      from: { data: name },
      encode: {
        enter: {
          x: { field: 'x' },
          y: { field: 'y' },
          x2: { field: 'x2' },
          y2: { field: 'y2' },
          stroke: { field: 'colour' },
          strokeWidth: { field: 'width' },
          strokeDash: { signal: 'datum.dashed ? [3, 3] : []' },
        },
      },
    },
  ],
});

export type BoxItem = { x: number; y: number; width: number; height: number; colour: string };

export const boxLayer = (name: string, items: readonly BoxItem[], opacity = 1): Layer => ({
  data: [{ name, values: items.map((item) => ({ ...item })) }],
  marks: [
    {
      type: 'rect',
      from: { data: name },
      encode: {
        enter: {
          x: { field: 'x' },
          y: { field: 'y' },
          width: { field: 'width' },
          height: { field: 'height' },
          fill: { field: 'colour' },
          opacity: { value: opacity },
          cornerRadius: { value: 3 },
        },
      },
    },
  ],
});

/** A study where it is put: `at` is a value of the scale, `y` a pixel. */
export type PlacedMark = Pick<StudyMark, 'design' | 'direction' | 'participants' | 'counts'> & {
  at: number;
  y: number;
  /** Pixels aside, where others stand at the same place. */
  aside?: number;
  /** Smaller by so much, as in a crowded picture. */
  shrink?: number;
};

/**
 * Studies as marks: shape by design, size by participants, colour by direction; hollow where a
 * study has no say in the rating.
 * @param scale the name of the scale that `at` is a value of
 */
export const studyLayer = (
  name: string,
  items: readonly PlacedMark[],
  { scale, theme }: { scale: string; theme: Theme },
): Layer => ({
  data: [{ name, values: items.map((item) => ({ ...item })) }],
  marks: [
    {
      type: 'symbol',
      from: { data: name },
      encode: {
        enter: {
          x: { signal: `scale('${scale}', datum.at) + (datum.aside || 0)` },
          y: { field: 'y' },
          shape: { scale: 'shape', field: 'design' },
          size: { signal: "(datum.shrink || 1) * scale('area', datum.participants || 1)" },
          fill: [
            { test: '!datum.counts', value: theme.card },
            { test: 'datum.direction === null', value: theme.quiet },
            { scale: 'direction', field: 'direction' },
          ],
          stroke: [
            { test: 'datum.counts', value: theme.text },
            { test: 'datum.direction === null', value: theme.quiet },
            { scale: 'direction', field: 'direction' },
          ],
          strokeWidth: { signal: 'datum.counts ? 0.8 : 2' },
        },
      },
    },
  ],
});

/** How sure a rating is, as quarters of a disc: one for very low, four for high. */
export type BallItem = { x: number; y: number; radius: number; quarters: number; colour: string };

export const ballLayer = (name: string, items: readonly BallItem[], theme: Theme): Layer => ({
  data: [{ name, values: items.map((item) => ({ ...item })) }],
  marks: [
    {
      type: 'symbol',
      from: { data: name },
      encode: {
        enter: {
          x: { field: 'x' },
          y: { field: 'y' },
          size: { signal: '3.1416 * datum.radius * datum.radius' },
          fill: { value: theme.card },
          stroke: { field: 'colour' },
          strokeWidth: { value: 1.5 },
        },
      },
    },
    {
      type: 'arc',
      from: { data: name },
      encode: {
        enter: {
          x: { field: 'x' },
          y: { field: 'y' },
          startAngle: { value: 0 },
          endAngle: { signal: '1.5708 * datum.quarters' },
          innerRadius: { value: 0 },
          outerRadius: { field: 'radius' },
          fill: { field: 'colour' },
        },
      },
    },
  ],
});

/** An axis below a panel, with lines that go up through it. */
export const axisLayer = (
  { y, height, width }: { y: number; height: number; width: number },
  { theme, ...axis }: { scale: string; theme: Theme } & Partial<Axis>,
): Layer => ({
  marks: [
    {
      type: 'group',
      encode: {
        enter: {
          x: { value: 0 },
          y: { value: y },
          width: { value: width },
          height: { value: height },
        },
      },
      // The lines of the grid are as long as these say.
      signals: [
        { name: 'height', value: height },
        { name: 'width', value: width },
      ],
      axes: [
        {
          orient: 'bottom',
          grid: true,
          gridColor: theme.grid,
          domain: false,
          tickSize: 3,
          tickColor: theme.quiet,
          labelColor: theme.quiet,
          labelFont: FONT,
          labelFontSize: 11.5,
          labelPadding: 3,
          // Texts are not measured, so none may be dropped for want of room.
          labelOverlap: false,
          labelBound: false,
          ...axis,
        } as Axis,
      ],
    },
  ],
});
