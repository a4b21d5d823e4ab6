import type { Paper } from '../core/domain/paper.ts';
import type { Imported } from '../ports/paperStore.ts';
import { keysOf, mergePapers, nameOf } from './identity.ts';
import type { Sql } from './papersDatabase.ts';

type Addition = { papers: readonly Paper[]; scope: string };

const holes = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

const findDocs = async (sql: Sql, scope: string, keys: readonly string[]): Promise<number[]> => {
  const rows = await sql.rows(
    `SELECT DISTINCT doc FROM paper_key WHERE scope = ? AND known_by IN (${holes(keys)}) ORDER BY doc`,
    scope,
    ...keys,
  );
  return rows.map(({ doc }) => Number(doc));
};

/** Adds papers to a scope, or changes those that it has. */
export const addPapers = async (sql: Sql, { papers, scope }: Addition): Promise<Imported> => {
  const imported = { added: 0, changed: 0, unchanged: 0 };
  const [last] = await sql.rows('SELECT max(doc) AS doc FROM paper');
  let doc = Number(last?.doc ?? 0);
  for (const paper of papers) {
    const known = await findDocs(sql, scope, keysOf(paper));
    const bodies: string[] = [];
    for (const old of known) {
      const [row] = await sql.rows('SELECT body FROM paper WHERE doc = ?', old);
      bodies.push(String(row?.body));
    }
    const merged = bodies.reduceRight((now, body) => mergePapers(JSON.parse(body), now), paper);
    const body = JSON.stringify(merged);
    if (bodies.length === 1 && bodies[0] === body) {
      imported.unchanged += 1;
      continue;
    }
    for (const old of known) {
      await sql.run('DELETE FROM paper_key WHERE doc = ?', old);
      await sql.run('DELETE FROM paper WHERE doc = ?', old);
    }
    doc += 1;
    await sql.run(
      'INSERT INTO paper (doc, scope, id, body) VALUES (?, ?, ?, ?)',
      doc,
      scope,
      nameOf(merged),
      body,
    );
    for (const key of keysOf(merged))
      await sql.run(
        'INSERT INTO paper_key (scope, known_by, doc) VALUES (?, ?, ?)',
        scope,
        key,
        doc,
      );
    imported[known.length === 0 ? 'added' : 'changed'] += 1;
  }
  return imported;
};
