import { z } from 'zod';
import { Id } from '../domain/concept.ts';
import type { SettingChoice } from './setting.ts';

/**
 * What values may be. Each message goes on from the name of what it is about: "Note holds a
 * mention ...".
 */

/** Discord's ids. */
export const Snowflake = z
  .string('must be an id of Discord')
  .regex(/^\d{15,20}$/, 'must be an id of Discord');

/** In one order and each once, so that equal lists are equal values. */
const distinct = (ids: string[]): string[] => [...new Set(ids)].sort();

export const Switch = z.boolean('must be on or off');

export const choiceOf = <V extends string>(choices: readonly (SettingChoice & { value: V })[]) => {
  const words = `must be one of: ${choices.map(({ label }) => label).join(', ')}`;
  return z
    .string(words)
    .refine((value): value is V => choices.some((choice) => choice.value === value), words);
};

export const numberWithin = ({ min, max }: { min: number; max: number }, unit: string) => {
  const words = `must be a whole number of ${unit}, ${min} to ${max}`;
  return z.number(words).int(words).min(min, words).max(max, words);
};

export const MOST_ROLES = 25;
const ROLES = `must be a list of at most ${MOST_ROLES} roles`;
export const Roles = z
  .array(Snowflake, 'must be a list of roles')
  .transform(distinct)
  .refine((roles) => roles.length <= MOST_ROLES, ROLES);

const MOST_CONDITIONS = 500;
export const Conditions = z
  .array(Id, 'must be a list of conditions')
  .transform(distinct)
  .refine(
    (ids) => ids.length <= MOST_CONDITIONS,
    `must be a list of at most ${MOST_CONDITIONS} conditions`,
  );
