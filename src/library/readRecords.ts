import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { Condition, Intervention, Outcome } from '../core/domain/concept.ts';
import { Guideline } from '../core/domain/guideline.ts';
import { Study } from '../core/domain/study.ts';

export const RECORD_KINDS = [
  'conditions',
  'interventions',
  'outcomes',
  'studies',
  'guidelines',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export const RECORD_SCHEMAS = {
  conditions: Condition,
  interventions: Intervention,
  outcomes: Outcome,
  studies: Study,
  guidelines: Guideline,
} as const;

/** One record file: its text, and its value where it is YAML. */
export type RecordFile = {
  /** As reported to people: data/studies/bandini-1999.yaml. */
  file: string;
  /** The file's name without its ending: the id that the record must have. */
  stem: string;
  text: string;
  value: unknown;
  /** YAML's own complaint, with its line from 1; null where the file is YAML. */
  fault: { line: number; message: string } | null;
};

/** A record file from its text. */
export const parseRecord = (kind: RecordKind, name: string, text: string): RecordFile => {
  const common = { file: `data/${kind}/${name}`, stem: name.replace(/\.yaml$/, ''), text };
  try {
    // The core schema keeps dates as the texts they are written as.
    return { ...common, value: load(text, { schema: CORE_SCHEMA }), fault: null };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const fault = { line: (error.mark?.line ?? 0) + 1, message: error.reason };
    return { ...common, value: null, fault };
  }
};

/**
 * Every record file of one kind below `root` (the data folder), in the order of their names.
 * @throws the file system's error when the folder cannot be read.
 */
export const readRecords = (root: string, kind: RecordKind): RecordFile[] =>
  readdirSync(join(root, kind))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => parseRecord(kind, name, readFileSync(join(root, kind, name), 'utf8')));
