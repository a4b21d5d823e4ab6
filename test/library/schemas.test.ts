import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { RECORD_KINDS, type RecordKind, readRecords } from '../../src/library/readRecords.ts';
import { DATA } from '../support/caveat.ts';
import {
  CONDITION,
  CONDITION_FILE,
  copyData,
  edit,
  INTERVENTION,
  INTERVENTION_FILE,
  OUTCOME,
  OUTCOME_FILE,
  STUDY,
  STUDY_FILE,
} from './dataCopy.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const SCHEMA_OF: Readonly<Record<RecordKind, string>> = {
  conditions: 'condition.schema.json',
  interventions: 'intervention.schema.json',
  outcomes: 'outcome.schema.json',
  studies: 'study.schema.json',
  guidelines: 'guideline.schema.json',
};

const readSchema = (name: string): AnySchemaObject =>
  JSON.parse(readFileSync(`${PROJECT}schemas/${name}`, 'utf8')) as AnySchemaObject;

/** A JSON Schema validator as an editor has one, told apart from zod. */
const accepts = (kind: RecordKind) =>
  new Ajv2020({
    allErrors: true,
    formats: {
      uri: (text: string) => URL.canParse(text),
      date: (text: string) => !Number.isNaN(Date.parse(text)),
    },
  }).compile(readSchema(SCHEMA_OF[kind]));

/** The value of one record file of a copy of the library with that file in it. */
const parsedWith = (path: string, text: string): { kind: RecordKind; value: unknown } => {
  const root = copyData({ [path]: text });
  for (const kind of RECORD_KINDS)
    for (const { file, value } of readRecords(root, kind))
      if (file === `data/${path}`) return { kind, value };
  throw new Error(`${path} is not among the records`);
};

describe('the JSON Schemas for editors', () => {
  it('are as "npm run schemas" writes them', () => {
    expect(() =>
      execFileSync(process.execPath, ['src/writeSchemas.ts', '--check'], {
        cwd: PROJECT,
        stdio: 'pipe',
      }),
    ).not.toThrow();
  });

  it('are one for each kind of record, of the draft that editors know', () => {
    expect(readdirSync(`${PROJECT}schemas`).sort()).toEqual(Object.values(SCHEMA_OF).sort());
    for (const name of Object.values(SCHEMA_OF))
      expect(readSchema(name).$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  });

  it.each(RECORD_KINDS)('accept every real record of %s', (kind) => {
    const isValid = accepts(kind);
    const refused = readRecords(DATA, kind).flatMap(({ file, value }) =>
      isValid(value) ? [] : [{ file, errors: isValid.errors }],
    );
    expect(refused).toEqual([]);
  });

  it.each(RECORD_KINDS)('are named in the first line of every record of %s', (kind) => {
    const line = `# yaml-language-server: $schema=../../schemas/${SCHEMA_OF[kind]}`;
    const without = readRecords(DATA, kind).filter(({ text }) => text.split('\n')[0] !== line);
    expect(without.map(({ file }) => file)).toEqual([]);
  });

  it.each([
    { of: 'study', file: STUDY_FILE, text: STUDY },
    { of: 'condition', file: CONDITION_FILE, text: CONDITION },
    { of: 'intervention', file: INTERVENTION_FILE, text: INTERVENTION },
    { of: 'outcome', file: OUTCOME_FILE, text: OUTCOME },
  ])('refuse a broken $of of which they accept the whole', ({ file, text }) => {
    const whole = parsedWith(file, text);
    const isValid = accepts(whole.kind);
    expect(isValid(whole.value)).toBe(true);
    expect(isValid(parsedWith(file, `${text}no_such_key: 1\n`).value)).toBe(false);
    expect(isValid(parsedWith(file, text.replace(/^id: .*$/m, '')).value)).toBe(false);
    expect(isValid(parsedWith(file, text.replace(/^id: .*$/m, 'id: Not An Id')).value)).toBe(false);
    expect(isValid([])).toBe(false);
    expect(isValid(null)).toBe(false);
  });

  it.each([
    { fault: 'an unknown design', from: 'rct-parallel', to: 'randomised' },
    { fault: 'a dose without its unit', from: ', unit: mg/day', to: '' },
    { fault: 'a count that is a text', from: 'enrolled: 50', to: 'enrolled: fifty' },
    { fault: 'fewer than no people', from: 'analysed: 48', to: 'analysed: -48' },
    { fault: 'a finding without a direction', from: '    direction: improved\n', to: '' },
    {
      fault: 'no source',
      from: STUDY.slice(STUDY.indexOf('  - url: ')),
      to: '  []\nstatus: draft\n',
    },
    { fault: 'a date that is none', from: 'read: 2026-11-22', to: 'read: yesterday' },
    { fault: 'a source that supports nothing there is', from: '- included', to: '- everything' },
    { fault: 'a PMID without quotes', from: 'pmid: null', to: 'pmid: 12345678' },
    { fault: 'an unknown key deep down', from: 'serious: 0', to: 'serious: 0, mild: 3' },
  ])('refuse a study with $fault', ({ from, to }) => {
    expect(accepts('studies')(parsedWith(STUDY_FILE, edit(STUDY, from, to)).value)).toBe(false);
  });
});
