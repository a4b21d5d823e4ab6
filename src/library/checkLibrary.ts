import type { z } from 'zod';
import type { Library } from '../core/domain/library.ts';
import { type Checked, type Fault, toFault } from './fault.ts';
import { findGuidelineFaults } from './guidelineFaults.ts';
import { findNameFaults } from './nameFaults.ts';
import { RECORD_SCHEMAS, type RecordFile, readRecords } from './readRecords.ts';
import { findStudyFaults } from './studyFaults.ts';

const describePath = (path: readonly PropertyKey[]): string =>
  path.length === 0 ? 'the record' : path.map(String).join('.');

/** An unknown key is where it stands, not where its parent begins. */
const placeOf = (issue: z.core.$ZodIssue): PropertyKey[] =>
  issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;

const parseKind = <T extends { id: string }>(
  sources: RecordFile[],
  schema: z.ZodType<T>,
  faults: Fault[],
): Checked<T>[] =>
  sources.flatMap((source) => {
    if (source.fault !== null) {
      faults.push({
        file: source.file,
        line: source.fault.line,
        message: `This is not YAML: ${source.fault.message}.`,
        remedy: 'Mend the YAML; quote texts that hold a colon or start with a sign.',
      });
      return [];
    }
    const parsed = schema.safeParse(source.value);
    if (!parsed.success) {
      for (const issue of parsed.error.issues)
        faults.push(
          toFault(source, {
            path: placeOf(issue),
            message: `${describePath(issue.path)}: ${issue.message}`,
            remedy: 'Write it as the schema says (schemas/*.schema.json, completed by the editor).',
          }),
        );
      return [];
    }
    if (parsed.data.id !== source.stem)
      faults.push(
        toFault(source, {
          path: ['id'],
          message: `The id "${parsed.data.id}" is not the file's name.`,
          remedy: `Name the file ${parsed.data.id}.yaml, or make the id "${source.stem}".`,
        }),
      );
    return [{ record: parsed.data, source }];
  });

/**
 * Reads and checks every record below `root` (the data folder).
 * @param newStudies records that are not there yet, checked as if they were.
 * @returns the records that parse, and every fault found, in the order of files and lines.
 * @throws the file system's error when a folder cannot be read.
 */
export const checkLibrary = (
  root: string,
  newStudies: readonly RecordFile[] = [],
): { library: Library; faults: Fault[] } => {
  const faults: Fault[] = [];
  const sources = {
    conditions: readRecords(root, 'conditions'),
    interventions: readRecords(root, 'interventions'),
    outcomes: readRecords(root, 'outcomes'),
    studies: [...readRecords(root, 'studies'), ...newStudies],
    guidelines: readRecords(root, 'guidelines'),
  };
  const stemsOf = (files: RecordFile[]) => files.map(({ stem }) => stem);
  const stems = {
    conditions: stemsOf(sources.conditions),
    interventions: stemsOf(sources.interventions),
    outcomes: stemsOf(sources.outcomes),
    studies: stemsOf(sources.studies),
    guidelines: stemsOf(sources.guidelines),
  };
  const conditions = parseKind(sources.conditions, RECORD_SCHEMAS.conditions, faults);
  const interventions = parseKind(sources.interventions, RECORD_SCHEMAS.interventions, faults);
  const outcomes = parseKind(sources.outcomes, RECORD_SCHEMAS.outcomes, faults);
  const studies = parseKind(sources.studies, RECORD_SCHEMAS.studies, faults);
  const guidelines = parseKind(sources.guidelines, RECORD_SCHEMAS.guidelines, faults);
  const vocabulary = { conditions, interventions, outcomes };
  faults.push(...findNameFaults(vocabulary, stems));
  faults.push(...findStudyFaults(studies, vocabulary, stems));
  faults.push(...findGuidelineFaults(guidelines, vocabulary, stems));
  faults.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  return {
    library: {
      conditions: conditions.map(({ record }) => record),
      interventions: interventions.map(({ record }) => record),
      outcomes: outcomes.map(({ record }) => record),
      studies: studies.map(({ record }) => record),
      guidelines: guidelines.map(({ record }) => record),
    },
    faults,
  };
};
