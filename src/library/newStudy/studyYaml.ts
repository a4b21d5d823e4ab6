import { Document, isPair, isScalar, visit } from 'yaml';
import type { Study } from '../../core/domain/study.ts';

const SCHEMA_LINE = '# yaml-language-server: $schema=../../schemas/study.schema.json';
/** Longer collections stand on lines of their own. */
const LONGEST_IN_LINE = 80;

/** What is left out of a file where it is empty: the schema fills it in. */
const OPTIONAL = new Set([
  ...['age', 'pregnant', 'other_conditions', 'regimen', 'people', 'included', 'intervention'],
  ...['condition', 'primary', 'responders', 'statistic', 'p', 'ci', 'effect'],
  ...['published_ratings', 'discrepancies', 'overlaps', 'superseded_by', 'omitted_from'],
]);

const isEmpty = (value: unknown): boolean =>
  value === null || value === false || (Array.isArray(value) && value.length === 0);

const withoutEmpty = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => !(OPTIONAL.has(key) && isEmpty(item)))
      .map(([key, item]) => [key, withoutEmpty(item)]),
  );
};

/** A record as a file of data/studies, in the order of the schema, short lists in one line. */
export const studyYaml = (study: Study): string => {
  const document = new Document(withoutEmpty(study));
  visit(document, {
    Collection: (key, node, path) => {
      const parent = path.at(-1);
      // Limitations are sentences, whatever their length: one a line.
      if (key === 'value' && isPair(parent) && String(parent.key) === 'limitations') return;
      const values = node.items.map((item) => (isPair(item) ? item.value : item));
      const isShort = JSON.stringify(node.toJSON()).length <= LONGEST_IN_LINE;
      if (isShort && values.every((value) => isScalar(value))) node.flow = true;
    },
  });
  return `${SCHEMA_LINE}\n${document.toString({ lineWidth: 0 })}`;
};
