import type { Study } from '../core/domain/study.ts';
import { findCountFaults } from './countFaults.ts';
import { findDoseFaults } from './doseFaults.ts';
import { findDurationFaults } from './durationFaults.ts';
import { type Checked, type Fault, type RecordFault, toFault } from './fault.ts';
import { findIdentifierFaults, findTwins } from './identifierFaults.ts';
import type { Vocabulary } from './nameFaults.ts';
import { findPercentFaults } from './percentFaults.ts';
import type { RecordKind } from './readRecords.ts';
import { findStatisticFaults } from './statisticFaults.ts';

type Known = Record<'condition' | 'intervention' | 'outcome' | 'study', ReadonlySet<string>>;
type Path = (string | number)[];

const idFault = (kind: keyof Known, id: string, path: Path): RecordFault => ({
  path,
  message: `There is no ${kind} "${id}".`,
  remedy: `Write the id of a file in data/${kind === 'study' ? 'studies' : `${kind}s`}/, or add that file.`,
});

/** Every id that the record names, with where it stands. */
const idsNamed = (study: Study): { kind: keyof Known; id: string | null; path: Path }[] => [
  { kind: 'condition', id: study.population.condition, path: ['population', 'condition'] },
  ...study.population.other_conditions.map((id, i) => ({
    kind: 'condition' as const,
    id,
    path: ['population', 'other_conditions', i],
  })),
  ...study.interventions.map(({ id }, i) => ({
    kind: 'intervention' as const,
    id,
    path: ['interventions', i, 'id'],
  })),
  {
    kind: 'intervention',
    id: study.comparator?.intervention ?? null,
    path: ['comparator', 'intervention'],
  },
  ...study.findings.flatMap((finding, i) => [
    { kind: 'outcome' as const, id: finding.outcome, path: ['findings', i, 'outcome'] },
    {
      kind: 'intervention' as const,
      id: finding.intervention,
      path: ['findings', i, 'intervention'],
    },
    { kind: 'condition' as const, id: finding.condition, path: ['findings', i, 'condition'] },
  ]),
  ...study.published_ratings.flatMap((rating, i) => [
    {
      kind: 'intervention' as const,
      id: rating.intervention,
      path: ['published_ratings', i, 'intervention'],
    },
    {
      kind: 'condition' as const,
      id: rating.condition,
      path: ['published_ratings', i, 'condition'],
    },
  ]),
  { kind: 'study', id: study.superseded_by, path: ['superseded_by'] },
  ...study.overlaps.map((id, i) => ({ kind: 'study' as const, id, path: ['overlaps', i] })),
];

/** Findings must speak of what the record says was studied. */
const findStrayFaults = (study: Study): RecordFault[] => {
  const given = new Set(study.interventions.map(({ id }) => id));
  const conditions = new Set([study.population.condition, ...study.population.other_conditions]);
  return study.findings.flatMap((finding, i) => [
    ...(finding.intervention !== null && !given.has(finding.intervention)
      ? [
          {
            path: ['findings', i, 'intervention'],
            message: `"${finding.intervention}" is not among the interventions of this record.`,
            remedy: 'Add it under interventions, or name one that is there.',
          },
        ]
      : []),
    ...(finding.condition !== null && !conditions.has(finding.condition)
      ? [
          {
            path: ['findings', i, 'condition'],
            message: `"${finding.condition}" is not among the conditions of this record.`,
            remedy: 'Add it under population.other_conditions, or name one that is there.',
          },
        ]
      : []),
  ]);
};

/** The paths of every figure in the record: each has to be supported by a source. */
export const figurePaths = (study: Study): string[] => [
  ...(study.year === null ? [] : ['year']),
  ...(study.population.enrolled === null ? [] : ['population.enrolled']),
  ...(study.population.analysed === null ? [] : ['population.analysed']),
  ...study.interventions.flatMap((intervention, i) => [
    // A dose is one figure, be it in numbers or in words.
    ...(intervention.dose !== null
      ? [`interventions.${i}.dose`]
      : intervention.regimen !== null
        ? [`interventions.${i}.regimen`]
        : []),
    ...(intervention.people === null ? [] : [`interventions.${i}.people`]),
    ...(intervention.duration === null && intervention.exposure_days === null
      ? []
      : [`interventions.${i}.duration`]),
  ]),
  ...(study.included === null ? [] : ['included']),
  ...study.findings.map((_, i) => `findings.${i}`),
  ...study.published_ratings.map((_, i) => `published_ratings.${i}`),
  ...(study.adverse_events === null ? [] : ['adverse_events']),
  ...(study.risk_of_bias === null ? [] : ['risk_of_bias']),
  ...(study.funding === null ? [] : ['funding']),
  ...(study.retraction === null ? [] : ['retraction']),
];

/** Paths that a source claims to support and that the record does not have. */
const findStrayPaths = (study: Study): RecordFault[] =>
  study.sources.flatMap(({ supports }, source) =>
    supports.flatMap((path, i) => {
      const found = path
        .split('.')
        .reduce<unknown>(
          (value, step) => (value as Record<string, unknown> | null | undefined)?.[step],
          study,
        );
      return found === undefined
        ? [
            {
              path: ['sources', source, 'supports', i],
              message: `The record has no ${path} to support.`,
              remedy: 'Name a path that is there, such as population.enrolled or findings.0.',
            },
          ]
        : [];
    }),
  );

/** A record that names itself, or a treatment twice. */
const findSelfFaults = (study: Study): RecordFault[] => {
  const given = study.interventions.map(({ id }) => id);
  const twice = given.findIndex((id, i) => given.indexOf(id) !== i);
  const itself = [...study.overlaps, study.superseded_by].includes(study.id);
  return [
    ...(twice === -1
      ? []
      : [
          {
            path: ['interventions', twice, 'id'],
            message: `"${given[twice]}" is among the interventions twice.`,
            remedy: 'Write each intervention once, with the whole range of its doses.',
          },
        ]),
    ...(itself
      ? [
          {
            path: [study.superseded_by === study.id ? 'superseded_by' : 'overlaps'],
            message: 'The record names itself.',
            remedy: 'Name the other record, or leave it out.',
          },
        ]
      : []),
  ];
};

const covers = (supported: string, figure: string): boolean =>
  figure === supported || figure.startsWith(`${supported}.`);

const findUnsupported = (study: Study): RecordFault[] => {
  if (study.status !== 'verified') return [];
  const supported = study.sources.flatMap(({ supports }) => supports);
  return figurePaths(study)
    .filter((figure) => !supported.some((path) => covers(path, figure)))
    .map((figure) => ({
      path: figure.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
      message: `The record is verified, yet no source supports ${figure}.`,
      remedy: `Add "${figure}" to the supports of the source that states it, or set status: secondary.`,
    }));
};

/**
 * Faults of the study records against the vocabulary, their own numbers and their sources.
 * @param stems the ids by which the files of each kind are named, whether they parse or not.
 */
export const findStudyFaults = (
  studies: Checked<Study>[],
  vocabulary: Vocabulary,
  stems: Readonly<Record<RecordKind, readonly string[]>>,
): Fault[] => {
  // A record with a fault of its own is there all the same: whoever names it is not at fault.
  const idsOf = (records: Checked<{ id: string }>[], kind: RecordKind) =>
    new Set([...records.map(({ record }) => record.id), ...stems[kind]]);
  const known: Known = {
    condition: idsOf(vocabulary.conditions, 'conditions'),
    intervention: idsOf(vocabulary.interventions, 'interventions'),
    outcome: idsOf(vocabulary.outcomes, 'outcomes'),
    study: idsOf(studies, 'studies'),
  };
  const interventions = new Map(vocabulary.interventions.map(({ record }) => [record.id, record]));
  return [
    ...studies.flatMap(({ record, source }) =>
      [
        ...idsNamed(record).flatMap(({ kind, id, path }) =>
          id === null || known[kind].has(id) ? [] : [idFault(kind, id, path)],
        ),
        ...findStrayFaults(record),
        ...findIdentifierFaults(record),
        ...findCountFaults(record),
        ...findPercentFaults(record),
        ...findStatisticFaults(record),
        ...findDoseFaults(record, interventions),
        ...findDurationFaults(record),
        ...findUnsupported(record),
        ...findStrayPaths(record),
        ...findSelfFaults(record),
      ].map((fault) => toFault(source, fault)),
    ),
    ...findTwins(studies),
  ];
};
