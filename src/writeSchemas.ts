import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { Condition, Intervention, Outcome } from './core/domain/concept.ts';
import { Guideline } from './core/domain/guideline.ts';
import { Study } from './core/domain/study.ts';

/**
 * `npm run schemas`: writes the JSON Schemas by which editors complete and check the YAML, from
 * the zod schemas that the program itself uses. With --check it writes nothing and exits with 1
 * where a file is not up to date.
 */
const FOLDER = fileURLToPath(new URL('../schemas/', import.meta.url));
const SCHEMAS = {
  condition: Condition,
  intervention: Intervention,
  outcome: Outcome,
  study: Study,
  guideline: Guideline,
};
const isCheck = process.argv.includes('--check');

const readExisting = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

mkdirSync(FOLDER, { recursive: true });
for (const [name, schema] of Object.entries(SCHEMAS)) {
  const path = `${FOLDER}${name}.schema.json`;
  const json = `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`;
  if (!isCheck) writeFileSync(path, json);
  else if (readExisting(path) !== json) {
    console.error(`schemas/${name}.schema.json is out of date. Run "npm run schemas".`);
    process.exitCode = 1;
  }
}
