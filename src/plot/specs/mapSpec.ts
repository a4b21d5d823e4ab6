import type { Spec } from 'vega';
import { VERDICT_NAMES } from '../../core/answer/words.ts';
import type { Verdict } from '../../core/domain/evidence.ts';
import type { MapCell, MapPlot } from '../../core/plot/plotData.ts';
import { fitText, wrapText } from '../textWidth.ts';
import type { Theme } from '../theme.ts';
import {
  ballLegend,
  frameOf,
  headOf,
  INNER,
  type LegendItem,
  MARGIN,
  SIZE,
  WIDTH,
} from './frame.ts';
import {
  type BallItem,
  ballLayer,
  boxLayer,
  type Layer,
  type TextItem,
  textLayer,
} from './layers.ts';
import { QUARTERS } from './overviewSpec.ts';

const ROW = 36;
const LABELS = 178;
const OTHERS = 46;
/** For the names of treatments, which stand aslant. */
const HEADS = 128;
const ASLANT = -50;
const RADIUS = { least: 5, most: 12, studies: 15 } as const;

/** The result of a cell without its colour. */
const SIGNS: Readonly<Record<Verdict, string>> = {
  helps: '+',
  'probably-helps': '+',
  'may-help': '+',
  mixed: '±',
  'no-clear-effect': '=',
  harmful: '−',
  'very-uncertain': '?',
  'no-evidence': '',
};
const TOLD: readonly { verdict: Verdict; text: string }[] = [
  { verdict: 'may-help', text: 'helps, probably or perhaps' },
  { verdict: 'no-clear-effect', text: VERDICT_NAMES['no-clear-effect'].toLowerCase() },
  { verdict: 'mixed', text: VERDICT_NAMES.mixed.toLowerCase() },
  { verdict: 'harmful', text: VERDICT_NAMES.harmful.toLowerCase() },
  { verdict: 'very-uncertain', text: VERDICT_NAMES['very-uncertain'].toLowerCase() },
];

const radiusOf = (studies: number): number => {
  const share = Math.sqrt(Math.min(studies, RADIUS.studies) / RADIUS.studies);
  return RADIUS.least + share * (RADIUS.most - RADIUS.least);
};

/** A name in two lines at most, around the middle of its row. */
const labelIn = (label: string, middle: number): Pick<TextItem, 'y' | 'text' | 'size'> => {
  const text = wrapText(label, LABELS - 8, { size: SIZE.text }, 2);
  return { text, y: middle - (text.length - 1) * SIZE.text * 0.625, size: SIZE.text };
};

const legendOf = (cells: readonly MapCell[], theme: Theme): LegendItem[][] => {
  const signs = new Set(cells.map(({ verdict }) => SIGNS[verdict]));
  const isUnrated = cells.some(({ certainty }) => certainty === null);
  return [
    [
      ...ballLegend(theme),
      ...(isUnrated
        ? [{ text: 'not rated', ball: { radius: 6, quarters: 0, colour: theme.quiet } }]
        : []),
    ],
    TOLD.filter(({ verdict }) => signs.has(SIGNS[verdict])).map(({ verdict, text }) => ({
      text: `${SIGNS[verdict]} ${text}`,
      ball: { radius: 6, quarters: 4, colour: theme.verdict[verdict] },
    })),
    [{ text: 'Numbers: studies in people. Larger discs: more of them.' }],
  ];
};

/** Conditions x treatments: discs as large as the evidence and as full as it is sure. */
export const mapSpec = (plot: MapPlot, theme: Theme): Spec => {
  const { conditions, interventions, cells, moreInterventions } = plot;
  const head = headOf(
    plot.title,
    'How much was studied, and how sure the result is. An empty place: no studies here.',
    theme,
  );
  const hasOthers = conditions.some(({ others }) => others > 0);
  const left = MARGIN + LABELS;
  const column = (INNER - LABELS - (hasOthers ? OTHERS : 0)) / Math.max(1, interventions.length);
  const xOf = (i: number): number => left + (i + 0.5) * column;
  const top = head.bottom + HEADS;
  const yOf = (i: number): number => top + (i + 0.5) * ROW;
  const rowOf = new Map(conditions.map(({ label }, i) => [label, i]));
  const placed = cells.flatMap((cell) => {
    const row = rowOf.get(cell.condition);
    const at = interventions.indexOf(cell.intervention);
    return row === undefined || at === -1 ? [] : [{ cell, x: xOf(at), y: yOf(row) }];
  });
  const balls: BallItem[] = placed.map(({ cell, x, y }) => ({
    x,
    y: y - 5,
    radius: radiusOf(cell.studies),
    quarters: cell.certainty === null ? 0 : QUARTERS[cell.certainty],
    colour: theme.verdict[cell.verdict],
  }));
  const texts: TextItem[] = [
    ...conditions.flatMap(({ label, others }, i): TextItem[] => [
      {
        x: MARGIN,
        ...labelIn(label, yOf(i)),
        colour: theme.text,
      },
      ...(others === 0
        ? []
        : [
            {
              x: WIDTH - MARGIN - OTHERS * 0.6,
              y: yOf(i),
              text: `+${others}`,
              size: SIZE.small,
              align: 'center' as const,
              colour: theme.quiet,
            },
          ]),
    ]),
    ...placed.map(
      ({ cell, x, y }): TextItem => ({
        x,
        y: y + 13,
        text: `${cell.studies} ${SIGNS[cell.verdict]}`.trim(),
        size: 11,
        align: 'center',
        colour: theme.text,
      }),
    ),
    ...[...interventions, ...(hasOthers ? [`${moreInterventions} others`] : [])].map(
      (label, i): TextItem => ({
        x: i < interventions.length ? xOf(i) : WIDTH - MARGIN - OTHERS * 0.66,
        y: top - 6,
        text: fitText(label, HEADS * 1.22, { size: SIZE.small }),
        size: SIZE.small,
        angle: ASLANT,
        colour: theme.text,
      }),
    ),
  ];
  const layers: Layer[] = [
    boxLayer(
      'stripes',
      conditions.flatMap((_, i) =>
        i % 2 === 1
          ? []
          : [
              {
                x: MARGIN - 6,
                y: top + i * ROW,
                width: INNER + 12,
                height: ROW,
                colour: theme.band,
              },
            ],
      ),
    ),
    ballLayer('balls', balls, theme),
    textLayer('texts', texts),
  ];
  const bottom = top + conditions.length * ROW;
  return frameOf({ head, layers, scales: [], bottom }, legendOf(cells, theme), theme);
};
