import type { APIEmbedField } from 'discord-api-types/v10';
import type { Answer } from '../../core/domain/answer.ts';
import { LIMITS } from './limits.ts';
import { type Look, moreNotes, moreSources, noteLine } from './look.ts';
import { fieldsOf } from './pack.ts';
import { escapeText, escapeWithin } from './safeText.ts';
import { safetyLines } from './safetyText.ts';
import { sourceLines } from './sourceLines.ts';

/** Lines with links where those fit one field; where not, the numbers alone: the sources link. */
const notesWithin = (lines: (look: Look) => string[], look: Look): string[] => {
  const linked = lines(look);
  return linked.join('\n').length <= LIMITS.fieldValue
    ? linked
    : lines({ ...look, density: { ...look.density, linksInNotes: false } });
};

/** "Limitation: five people" as a line with what it is in bold. */
const detailLine = (note: string, room: number): string => {
  const [, name, rest] =
    /^(Title|People|Harms reported|Limitation|Sources disagree): (.+)$/s.exec(note) ?? [];
  return name === undefined || rest === undefined
    ? `- ${escapeWithin(note, room)}`
    : `- **${escapeText(name)}:** ${escapeWithin(rest, room)}`;
};

const SOURCE_GAPS = { lines: '\n', names: ' · ', numbers: ' ' } as const;

/** The fields of an answer: safety, what the record says, caveats, sources, what to ask next. */
export const answerFields = (answer: Answer, look: Look): APIEmbedField[] => {
  const { kind, notes, caveats, sources, suggestions } = answer;
  const { density, style } = look;
  return [
    ...(kind === 'safety'
      ? []
      : fieldsOf(
          'Safety',
          notesWithin((at) => safetyLines(answer, at), look),
          density.safety,
          moreNotes,
        )),
    ...(kind === 'study'
      ? fieldsOf(
          'The record',
          notes.map((note) => detailLine(note, density.noteLength)),
          density.details,
          moreSources(look),
        )
      : []),
    ...fieldsOf(
      'Caveats',
      notesWithin((at) => caveats.map((note) => noteLine(note, at)), look),
      density.caveats,
      moreNotes,
    ),
    ...fieldsOf(
      'Sources',
      sourceLines(sources, density.sources, style),
      density.sourcesRoom,
      moreSources(look),
      SOURCE_GAPS[density.sources],
    ),
    ...fieldsOf(
      kind === 'evidence' || kind === 'study' ? 'Ask next' : 'Try asking',
      suggestions.slice(0, density.suggestions).map((text) => `- ${escapeWithin(text, 200)}`),
      LIMITS.fieldValue,
      moreNotes,
    ),
  ];
};
