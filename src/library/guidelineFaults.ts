import type { Guideline } from '../core/domain/guideline.ts';
import { type Checked, type Fault, type RecordFault, toFault } from './fault.ts';
import { findIdentifierFaults } from './identifierFaults.ts';
import type { Vocabulary } from './nameFaults.ts';
import type { RecordKind } from './readRecords.ts';

const unknownFault = (kind: string, folder: string, id: string, path: RecordFault['path']) => ({
  path,
  message: `There is no ${kind} "${id}".`,
  remedy: `Write the id of a file in data/${folder}/, or add that file.`,
});

/** Faults of the guidelines against the vocabulary, each other and their sources. */
export const findGuidelineFaults = (
  guidelines: Checked<Guideline>[],
  vocabulary: Vocabulary,
  stems: Readonly<Record<RecordKind, readonly string[]>>,
): Fault[] => {
  const idsOf = (records: Checked<{ id: string }>[], kind: RecordKind) =>
    new Set([...records.map(({ record }) => record.id), ...stems[kind]]);
  const interventions = idsOf(vocabulary.interventions, 'interventions');
  const conditions = idsOf(vocabulary.conditions, 'conditions');
  const known = idsOf(guidelines, 'guidelines');
  const studies = new Set(stems.studies);
  return guidelines.flatMap(({ record, source }) => {
    const { id, ratings, superseded_by, sources, status } = record;
    const supported = new Set(sources.flatMap(({ supports }) => supports));
    const faults: RecordFault[] = [
      ...ratings.flatMap(({ intervention, condition }, i) => [
        ...(interventions.has(intervention)
          ? []
          : [
              unknownFault('intervention', 'interventions', intervention, [
                'ratings',
                i,
                'intervention',
              ]),
            ]),
        ...(conditions.has(condition)
          ? []
          : [unknownFault('condition', 'conditions', condition, ['ratings', i, 'condition'])]),
        ...(status === 'verified' && !supported.has('ratings') && !supported.has(`ratings.${i}`)
          ? [
              {
                path: ['ratings', i],
                message: `No source supports ratings.${i}.`,
                remedy: `Add "ratings.${i}" to the supports of the source that states it, or set status: secondary.`,
              },
            ]
          : []),
      ]),
      ...sources.flatMap(({ supports }, s) =>
        supports.flatMap((path, i) => {
          const [, index] = /^ratings\.(\d+)$/.exec(path) ?? [];
          return index === undefined || Number(index) < ratings.length
            ? []
            : [
                {
                  path: ['sources', s, 'supports', i],
                  message: `The record has no ${path} to support.`,
                  remedy: 'Name a path that is there, such as year or ratings.0.',
                },
              ];
        }),
      ),
      ...findIdentifierFaults(record),
      ...(superseded_by === null || (known.has(superseded_by) && superseded_by !== id)
        ? []
        : [unknownFault('other guideline', 'guidelines', superseded_by, ['superseded_by'])]),
      ...(studies.has(id)
        ? [
            {
              path: ['id'],
              message: `There is a study "${id}" too.`,
              remedy: 'A guideline is no study: keep it in data/guidelines/ alone.',
            },
          ]
        : []),
    ];
    return faults.map((fault) => toFault(source, fault));
  });
};
