import type { APIEmbedField } from 'discord-api-types/v10';
import type { Answer, AnswerSource, Note } from '../../core/domain/answer.ts';
import type { Density } from './density.ts';
import { LIMITS } from './limits.ts';
import { citationsText } from './links.ts';
import { type Look, moreNotes, moreSources, moreWarnings, noteLine } from './look.ts';
import { fieldsOf } from './pack.ts';
import { escapeText, escapeWithin } from './safeText.ts';
import { safetyLines } from './safetyText.ts';
import { isShort } from './sectionText.ts';
import { isStudy, sourceLines } from './sourceLines.ts';

const BRIEF = 90;

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

/** A caveat by its first words: better than none of it. */
const briefLine = ({ text }: Note): string =>
  `- ${escapeWithin(text.split(/[:;]|\.(?: |$)/)[0] ?? text, BRIEF)}`;

/** Where not all can be linked, what has no page behind the Studies button comes first. */
const byNeed = (sources: readonly AnswerSource[], { sourcesRoom }: Density): AnswerSource[] =>
  sourcesRoom >= LIMITS.embeds
    ? [...sources]
    : [...sources.filter((source) => !isStudy(source)), ...sources.filter(isStudy)];

const SOURCE_GAPS = { lines: '\n', names: ' · ', numbers: ' ' } as const;

/** Where room is short: the shares of safety and caveats in it; sources have what is left. */
const SAFETY_SHARE = 0.2;
const CAVEATS_SHARE = 0.6;

/**
 * The fields of an answer: safety, what the record says, caveats, sources, what to ask next.
 * @param room for all of them, kept to where the density is strict.
 */
export const answerFields = (answer: Answer, look: Look, room: number): APIEmbedField[] => {
  const { kind, notes, caveats, sources, suggestions } = answer;
  const { density, style } = look;
  const within = (share: number, most: number): number =>
    density.isStrict ? Math.min(most, Math.floor(share * room)) : most;
  const safety =
    kind === 'safety'
      ? []
      : fieldsOf(
          'Safety',
          notesWithin((at) => safetyLines(answer, at), look),
          within(SAFETY_SHARE, density.safety),
          moreWarnings,
        );
  const told = fieldsOf(
    'Caveats',
    density.isStrict
      ? caveats.map(briefLine)
      : isShort(look)
        ? caveats.map(
            (note) => `${briefLine(note)}${citationsText(note.citations, look.sources, 'numbers')}`,
          )
        : notesWithin((at) => caveats.map((note) => noteLine(note, at)), look),
    within(CAVEATS_SHARE, density.caveats),
    moreNotes,
  );
  const cited = fieldsOf(
    'Sources',
    sourceLines(byNeed(sources, density), density.sources, style),
    within(1, density.sourcesRoom) - (density.isStrict ? lengthOf([...safety, ...told]) : 0),
    moreSources(look),
    SOURCE_GAPS[density.sources],
  );
  const record =
    kind === 'study' && !density.isStrict
      ? fieldsOf(
          'The record',
          notes.map((note) => detailLine(note, density.noteLength)),
          density.details,
          moreSources(look),
        )
      : [];
  const next = fieldsOf(
    kind === 'evidence' || kind === 'study' ? 'Ask next' : 'Try asking',
    // What may be meant stands in a menu, where there is one.
    (kind === 'clarify' && look.interactive ? [] : suggestions)
      .slice(0, density.suggestions)
      .map((text) => `- ${escapeWithin(text, 200)}`),
    LIMITS.fieldValue,
    moreNotes,
  );
  return [...safety, ...record, ...told, ...cited, ...next];
};

export const lengthOf = (fields: readonly APIEmbedField[]): number =>
  fields.reduce((total, { name, value }) => total + name.length + value.length, 0);
