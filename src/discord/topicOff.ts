import { listOf } from '../core/answer/words.ts';
import type { Answer } from '../core/domain/answer.ts';
import type { Here } from './here.ts';

/**
 * What is told instead of an answer on a condition that the server has switched off; null where it
 * has not. What may harm is told everywhere.
 */
export const topicOff = ({ kind, question }: Answer, { settings }: Here): string | null => {
  const off = question.conditions.filter(({ id }) => settings.conditions.includes(id));
  if (kind === 'safety' || off.length === 0) return null;
  return `This server has switched off the topic of ${listOf(off.map(({ label }) => label))}, so I do not answer on it here. Write to me directly to ask.`;
};

/** Conditions that the server has not switched off. */
export const conditionsOn = <C extends { id: string }>(
  conditions: readonly C[],
  { settings }: Here,
): C[] => conditions.filter(({ id }) => !settings.conditions.includes(id));
