import type { APIEmbedField } from 'discord-api-types/v10';
import type { Answer } from '../../core/domain/answer.ts';
import type { Risk } from '../../core/domain/question.ts';
import { LIMITS } from './limits.ts';
import { escapeLinked, type LinkStyle } from './links.ts';
import { escapeText, within } from './safeText.ts';
import { isEmergency } from './safetyText.ts';

/** What tells a text of a server's own from ours. */
const NAME = 'From this server';

/** Dangers for which somebody may have to call for help; others are for the prescriber. */
const CALLING_FOR_HELP: readonly Risk[] = [
  'overdose',
  'breathing',
  'suicidal-thoughts',
  'abrupt-stopping',
  'sedatives',
  'personal-dose',
];

/** A line in a form; behind the mark of small print stands that of a heading. */
const lineIn =
  (form: (line: string) => string) =>
  (line: string): string =>
    form(line).replace(/^\\-#/, '\\-\\#');

/** A server's text: its lines kept, its addresses as links by the name of their site, no more. */
const neutral = (text: string, style: LinkStyle, room: number): string => {
  const lines = text.split('\n');
  const linked = lines
    .map(lineIn(escapeLinked(style)))
    .join('\n')
    .trim();
  if (linked.length <= room) return linked;
  const escaped = lines.map(lineIn(escapeText)).join('\n').trim();
  return escaped.length <= room ? escaped : within(text, room, escapeText);
};

/** The server's note as a field; none where it has none. */
export const noteFields = (
  note: string | null,
  style: LinkStyle,
  room: number = LIMITS.fieldValue,
): APIEmbedField[] => {
  const value = note === null ? '' : neutral(note, style, room);
  return value === '' ? [] : [{ name: NAME, value }];
};

/** The server's text for emergencies, where an answer is to one; else nothing. */
export const emergencyText = (
  answer: Answer,
  emergency: string | null,
  style: LinkStyle,
): string => {
  const isUrgent =
    isEmergency(answer) &&
    answer.safety.some(({ code }) => CALLING_FOR_HELP.some((c) => c === code));
  const text = emergency === null || !isUrgent ? '' : neutral(emergency, style, LIMITS.fieldValue);
  return text === '' ? '' : `**${NAME}:** ${text}`;
};
