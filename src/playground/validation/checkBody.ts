import type { ZodMiniType } from 'zod/mini';
import type { $ZodIssue } from 'zod/v4/core';
import { discordError, type FormFault, invalidForm } from '../discordError.ts';

type Path = readonly (string | number)[];

const at = (body: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (node, key) => (node === null || node === undefined ? undefined : Object(node)[key]),
    body,
  );

const REQUIRED = { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };

const wrongType = (expected: string, value: unknown): { code: string; message: string } => {
  const shown = typeof value === 'object' ? JSON.stringify(value) : String(value);
  switch (expected) {
    case 'string':
      return { code: 'STRING_TYPE_CONVERT', message: `Could not interpret "${shown}" as string.` };
    case 'boolean':
      return { code: 'BOOLEAN_TYPE_CONVERT', message: 'Must be either true or false.' };
    case 'array':
      return { code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' };
    case 'object':
    case 'record':
      return { code: 'DICT_TYPE_CONVERT', message: 'Only dictionaries may be used in a DictType' };
    default:
      return { code: 'NUMBER_TYPE_COERCE', message: `Value "${shown}" is not ${expected}.` };
  }
};

const wrongFormat = (format: string, value: unknown): { code: string; message: string } => {
  if (format === 'url') {
    return { code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' };
  }
  if (format === 'datetime') {
    return { code: 'DATE_TIME_TYPE_PARSE', message: `Could not parse ${String(value)}.` };
  }
  return { code: 'NUMBER_TYPE_COERCE', message: `Value "${String(value)}" is not snowflake.` };
};

const tooBig = (maximum: number | bigint, origin: string): { code: string; message: string } =>
  origin === 'string' || origin === 'array'
    ? { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${maximum} or fewer in length.` }
    : { code: 'NUMBER_TYPE_MAX', message: `Value should be less than or equal to ${maximum}.` };

const tooSmall = (minimum: number | bigint, origin: string): { code: string; message: string } =>
  origin === 'string' || origin === 'array'
    ? { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${minimum} or more in length.` }
    : { code: 'NUMBER_TYPE_MIN', message: `Value should be greater than or equal to ${minimum}.` };

/** Of the shapes a value could have had, the one its `type` names. */
const meantBranch = (branches: readonly (readonly $ZodIssue[])[]): readonly $ZodIssue[] | null =>
  branches.find(
    (issues) => !issues.some(({ path, code }) => path[0] === 'type' && code === 'invalid_value'),
  ) ?? null;

const explain = (issue: $ZodIssue, prefix: Path, body: unknown): FormFault[] => {
  const path = [...prefix, ...(issue.path as (string | number)[])];
  const value = at(body, path);
  const isObject = typeof value === 'object' && value !== null;
  if (issue.code === 'invalid_union') {
    const branch = meantBranch(issue.errors);
    if (branch && isObject) return branch.flatMap((inner) => explain(inner, path, body));
    if (isObject) {
      const message = 'Value of field "type" must be one of those allowed here.';
      return [{ path: [...path, 'type'], code: 'UNION_TYPE_CHOICES', message }];
    }
  }
  if (value === undefined || value === null) return [{ path, ...REQUIRED }];
  switch (issue.code) {
    case 'invalid_type':
      return [{ path, ...wrongType(issue.expected, value) }];
    case 'too_big':
      return [{ path, ...tooBig(issue.maximum, issue.origin) }];
    case 'too_small':
      if (value === '') return [{ path, ...REQUIRED }];
      return [{ path, ...tooSmall(issue.minimum, issue.origin) }];
    case 'invalid_format':
      return [{ path, ...wrongFormat(issue.format, value) }];
    case 'invalid_value': {
      const message = `Value must be one of {${issue.values.map(String).join(', ')}}.`;
      return [{ path, code: 'BASE_TYPE_CHOICES', message }];
    }
    default:
      return [{ path, code: 'BASE_TYPE_INVALID', message: 'This value is not valid here.' }];
  }
};

/** Checks a body against Discord's own schema; throws 50035 with each fault under its path. */
export const checkBody = (schema: ZodMiniType, body: unknown): void => {
  if (typeof body !== 'object' || body === null) throw discordError('invalidJson');
  const result = schema.safeParse(body);
  if (result.success) return;
  throw invalidForm(result.error.issues.flatMap((issue) => explain(issue, [], body)));
};
