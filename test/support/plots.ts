import type {
  DosePlot,
  EvidencePlot,
  EvidenceRow,
  MapPlot,
  OverviewPlot,
  PlotData,
} from '../../src/core/plot/plotData.ts';

const DIRECTIONS = ['improved', 'no-difference', 'worsened', 'mixed', null] as const;
const DESIGNS = ['randomised', 'review', 'controlled', 'uncontrolled'] as const;

const row = (i: number, text: string, isAnimal: boolean): EvidenceRow => ({
  studyId: `study-${i}`,
  label: text === '' ? `Author ${1960 + i}` : text,
  standing: i % 7 === 3 ? 'second-hand' : null,
  design: isAnimal ? 'animal' : (DESIGNS[i % DESIGNS.length] ?? 'randomised'),
  direction: DIRECTIONS[i % DIRECTIONS.length] ?? null,
  participants: i % 6 === 5 ? null : (i + 1) ** 2,
  counts: !isAnimal && i % 3 !== 2,
  effect: i % 4 === 1 ? { from: -0.2, to: 9 } : i % 5 === 0 ? { from: 0.4, to: 1.4 } : null,
  share: i % 5 === 0 ? { n: 3, of: 4, low: 0.3, high: 0.95 } : null,
});

type Options = {
  studies: number;
  /** In the place of every name. */
  text?: string;
  groups?: number;
  /** All of them are in animals. */
  animals?: boolean;
  /** None has an interval. */
  bare?: boolean;
};

/** A picture of so many studies, of every direction, design and standing. */
export const evidenceOf = ({
  studies,
  text = '',
  groups = 1,
  animals = false,
  bare = false,
}: Options): EvidencePlot => ({
  kind: 'evidence',
  title: text === '' ? 'Gabapentin for muscle spasms' : text,
  groups: Array.from({ length: groups }, (_, g) => {
    const rows = Array.from({ length: studies }, (_, i) => i)
      .filter((i) => i % groups === g)
      .map((i) => row(i, text, animals || i % 9 === 8))
      .map((one) => (bare ? { ...one, effect: null, share: null } : one));
    return {
      title: text === '' ? `Condition ${g + 1}` : text,
      certainty: animals ? null : 'low',
      people: rows.filter(({ design }) => design !== 'animal'),
      animals: rows.filter(({ design }) => design === 'animal'),
    };
  }),
});

export const overviewOf = ({ studies, text = '' }: Options): OverviewPlot => ({
  kind: 'overview',
  title: text === '' ? 'Gabapentin' : text,
  rows: Array.from({ length: Math.min(12, studies) }, (_, i) => ({
    label: text === '' ? `Condition ${i + 1}` : text,
    studies: studies - i,
    animals: i % 3,
    participants: 100,
    certainty: (['very-low', 'low', 'moderate', 'high', null] as const)[i % 5] ?? null,
    verdict: (['may-help', 'mixed', 'harmful', 'no-clear-effect'] as const)[i % 4] ?? 'mixed',
    years: Array.from({ length: studies - i }, (_, j) => ({
      ...row(j, text, j % 9 === 8),
      year: 1960 + ((j * 7) % 66),
    })),
    undated: i % 2,
  })),
});

export const dosesOf = ({ studies, text = '' }: Options): DosePlot => ({
  kind: 'doses',
  title: text === '' ? 'Gabapentin: doses studied' : text,
  unstated: 3,
  groups: [
    {
      title: text === '' ? 'Gabapentin' : text,
      unit: text === '' ? 'mg/day' : text.slice(0, 30),
      labelled: { min: 900, max: 3600 },
      rows: Array.from({ length: studies }, (_, i) => ({
        ...row(i, text, i % 9 === 8),
        min: i % 4 === 1 ? null : 100 * (i + 1),
        max: i % 4 === 2 ? null : 200 * (i + 1),
      })),
    },
  ],
});

export const mapOf = ({ studies, text = '' }: Options): MapPlot => {
  const conditions = Array.from({ length: Math.min(15, studies) }, (_, i) =>
    text === '' ? `Condition ${i + 1}` : `${i}${text}`.slice(0, 60),
  );
  const interventions = Array.from({ length: Math.min(8, studies) }, (_, i) =>
    text === '' ? `Treatment ${i + 1}` : `${i}${text}`.slice(0, 60),
  );
  return {
    kind: 'map',
    title: 'What was studied for what',
    conditions: conditions.map((label, i) => ({ label, others: i })),
    interventions,
    moreInterventions: studies,
    cells: conditions.flatMap((condition, i) =>
      interventions.map((intervention, j) => ({
        condition,
        intervention,
        studies: i * j + 1,
        certainty: (['very-low', 'low', 'moderate', 'high', null] as const)[(i + j) % 5] ?? null,
        verdict: (['may-help', 'mixed', 'harmful', 'no-clear-effect'] as const)[j % 4] ?? 'mixed',
      })),
    ),
  };
};

/** Every kind of picture. */
export const everyKind = (options: Options): PlotData[] => [
  evidenceOf(options),
  overviewOf(options),
  dosesOf(options),
  mapOf(options),
];
