import { RecordError } from '../recordError.ts';

export type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws RecordError where a text is no object of JSON. */
export const readObject = (text: string): Json => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RecordError('It is not valid JSON.');
  }
  if (!isObject(value)) throw new RecordError('It is no JSON object.');
  return value;
};

/** The text (or number) at a place; null for anything else. */
export const stringAt = (value: unknown, ...path: readonly string[]): string | null => {
  const found = path.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), value);
  if (typeof found === 'number') return String(found);
  return typeof found === 'string' && found.trim() !== '' ? found : null;
};

export const listAt = (value: unknown, ...path: readonly string[]): unknown[] => {
  const found = path.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), value);
  return Array.isArray(found) ? found : [];
};

export const stringsAt = (value: unknown, ...path: readonly string[]): string[] =>
  listAt(value, ...path).flatMap((one) => stringAt({ one }, 'one') ?? []);

export { isObject };
