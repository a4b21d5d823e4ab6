import type { Concept, Condition, Intervention, Outcome } from '../core/domain/concept.ts';
import { foldText } from '../core/question/foldText.ts';
import { nameWords, wordsKey } from '../core/question/nameIndex.ts';
import { type Checked, type Fault, toFault } from './fault.ts';
import type { RecordKind } from './readRecords.ts';

export type Vocabulary = {
  conditions: Checked<Condition>[];
  interventions: Checked<Intervention>[];
  outcomes: Checked<Outcome>[];
};

/** Each name of a concept with the path where it stands. */
const namesOf = (concept: Concept): { name: string; path: (string | number)[] }[] => {
  const lists: [string, readonly string[]][] = [
    ['synonyms', concept.synonyms],
    ['abbreviations', concept.abbreviations],
    ['lay', concept.lay],
    ['exact', concept.exact],
    ['brands', 'brands' in concept ? concept.brands : []],
    ['scales', 'scales' in concept ? concept.scales : []],
  ];
  return [
    { name: concept.label, path: ['label'] },
    ...lists.flatMap(([list, names]) => names.map((name, i) => ({ name, path: [list, i] }))),
  ];
};

/**
 * Two names that a question could not tell apart: within a record those that read the same once
 * case, accents and punctuation are gone; across records also those that differ in plural endings
 * or the order of words alone, as linking knows neither.
 */
const findCollisions = (concepts: Checked<Concept>[]): Fault[] => {
  const byText = new Map<string, Checked<Concept>>();
  const byWords = new Map<string, Checked<Concept>>();
  return concepts.flatMap((concept) =>
    namesOf(concept.record).flatMap(({ name, path }) => {
      const text = foldText(name);
      const words = wordsKey(nameWords(name));
      const twin = byText.get(text);
      const owner = twin ?? byWords.get(words);
      byText.set(text, twin ?? concept);
      byWords.set(words, byWords.get(words) ?? concept);
      if (!owner || (owner === concept && !twin)) return [];
      const elsewhere = owner === concept ? 'twice in this record' : `of ${owner.source.file} too`;
      return [
        toFault(concept.source, {
          path,
          message: `The name "${name}" is ${elsewhere}.`,
          remedy: 'A name belongs to one concept: take it out of one of the two.',
        }),
      ];
    }),
  );
};

const findBroaderFaults = (
  concepts: Checked<Concept>[],
  kind: string,
  stems: readonly string[],
): Fault[] => {
  const byId = new Map(concepts.map((concept) => [concept.record.id, concept]));
  const there = new Set([...byId.keys(), ...stems]);
  const reaches = (id: string, goal: string, seen: Set<string>): boolean => {
    if (seen.has(id)) return false;
    seen.add(id);
    const broader = byId.get(id)?.record.broader ?? [];
    return broader.includes(goal) || broader.some((next) => reaches(next, goal, seen));
  };
  return concepts.flatMap(({ record, source }) => {
    const related = 'related' in record ? record.related : [];
    const unknown = (path: string, ids: readonly string[]) =>
      ids.flatMap((id, i) =>
        there.has(id)
          ? []
          : [
              toFault(source, {
                path: [path, i],
                message: `There is no ${kind} "${id}".`,
                remedy: `Write the id of a file in data/${kind}s/, or add that file.`,
              }),
            ],
      );
    const cycle = reaches(record.id, record.id, new Set())
      ? [
          toFault(source, {
            path: ['broader'],
            message: `"${record.id}" is among its own broader concepts.`,
            remedy: 'Break the circle: a kind cannot contain what it is a kind of.',
          }),
        ]
      : [];
    return [...unknown('broader', record.broader), ...unknown('related', related), ...cycle];
  });
};

/** What a word that is asked back must be: a name of the condition, with readings that are there. */
const findAskBackFaults = (conditions: Checked<Condition>[], stems: readonly string[]): Fault[] => {
  const there = new Set([...conditions.map(({ record }) => record.id), ...stems]);
  return conditions.flatMap(({ record, source }) => {
    const names = new Set(namesOf(record).map(({ name }) => foldText(name)));
    return record.ask_back.flatMap(({ words, means }, i) => [
      ...words.flatMap((word, j) =>
        names.has(foldText(word))
          ? []
          : [
              toFault(source, {
                path: ['ask_back', i, 'words', j],
                message: `"${word}" is no name of this condition, so nobody is asked back for it.`,
                remedy: 'Add it to the synonyms or the lay names, or leave it out.',
              }),
            ],
      ),
      ...means.flatMap(({ condition }, j) =>
        there.has(condition)
          ? []
          : [
              toFault(source, {
                path: ['ask_back', i, 'means', j, 'condition'],
                message: `There is no condition "${condition}".`,
                remedy: 'Write the id of a file in data/conditions/, or add that file.',
              }),
            ],
      ),
    ]);
  });
};

const findCommandFaults = (conditions: Checked<Condition>[]): Fault[] => {
  const owners = new Map<string, string>();
  return conditions.flatMap(({ record, source }) => {
    const owner = owners.get(record.command);
    owners.set(record.command, owner ?? source.file);
    return owner
      ? [
          toFault(source, {
            path: ['command'],
            message: `The slash command "${record.command}" is of ${owner} too.`,
            remedy: 'Give each condition a command name of its own.',
          }),
        ]
      : [];
  });
};

/** Faults of the vocabulary as a whole: names that collide, ids that lead nowhere, circles. */
export const findNameFaults = (
  { conditions, interventions, outcomes }: Vocabulary,
  stems: Readonly<Record<RecordKind, readonly string[]>>,
): Fault[] => [
  ...findCollisions([...conditions, ...interventions, ...outcomes]),
  ...findBroaderFaults(conditions, 'condition', stems.conditions),
  ...findBroaderFaults(interventions, 'intervention', stems.interventions),
  ...findBroaderFaults(outcomes, 'outcome', stems.outcomes),
  ...findCommandFaults(conditions),
  ...findAskBackFaults(conditions, stems.conditions),
];
