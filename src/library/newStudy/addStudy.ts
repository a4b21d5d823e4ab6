import { linkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Study } from '../../core/domain/study.ts';
import { OperatorError } from '../../ports/operatorError.ts';
import { checkLibrary } from '../checkLibrary.ts';
import type { Fault } from '../fault.ts';
import { parseRecord } from '../readRecords.ts';
import { studyYaml } from './studyYaml.ts';

export type Added = {
  /** As reported to people: data/studies/bandini-1999.yaml. */
  file: string;
  status: Study['status'];
  /** What the checker finds in the record as it was wanted. */
  faults: Fault[];
};

/** Writes a file that is whole or not there, and never in the place of another. */
const writeWhole = (path: string, text: string): void => {
  const unfinished = `${path}.unfinished`;
  try {
    writeFileSync(unfinished, text);
    linkSync(unfinished, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST')
      throw new OperatorError(`${path} is there already. Choose another id; nothing was written.`);
    throw new OperatorError(`${path} cannot be written (${code}). Nothing was written.`);
  } finally {
    rmSync(unfinished, { force: true });
  }
};

/**
 * Checks a record beside the whole library below `root`, then writes it. One in which the checker
 * finds faults becomes a draft, which no answer uses, until they are mended.
 * @throws OperatorError where a record of that name is there, or the folder cannot be written.
 */
export const addStudy = (root: string, study: Study): Added => {
  const name = `${study.id}.yaml`;
  const file = `data/studies/${name}`;
  const before = new Set(checkLibrary(root).faults.map((fault) => JSON.stringify(fault)));
  const record = parseRecord('studies', name, studyYaml(study));
  const faults = checkLibrary(root, [record]).faults.filter(
    (fault) => !before.has(JSON.stringify(fault)),
  );
  const status = faults.length > 0 ? 'draft' : study.status;
  writeWhole(join(root, 'studies', name), studyYaml({ ...study, status }));
  return { file, status, faults };
};
