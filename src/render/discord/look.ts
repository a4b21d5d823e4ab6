import type { Note } from '../../core/domain/answer.ts';
import type { Density } from './density.ts';
import { citationsText, escapeLinked, type LinkStyle, type Sources } from './links.ts';
import type { Manner } from './manner.ts';
import { within } from './safeText.ts';

/** How one answer is being shown: how much of it, how its links are written, what one can press. */
export type Look = {
  density: Density;
  sources: Sources;
  style: LinkStyle;
  interactive: boolean;
  manner: Manner;
};

/** A note of our own as a line, with the numbers it rests on. */
export const noteLine = ({ text, citations }: Note, look: Look, mark = '- '): string => {
  const { density, sources, style } = look;
  const told = within(text, density.noteLength, escapeLinked(style));
  return `${mark}${told}${citationsText(citations, sources, density.linksInNotes ? style : 'numbers')}`;
};

/** Where studies and sources are that an answer leaves out. */
export const moreStudies =
  ({ interactive }: Look) =>
  (left: number): string =>
    `-# ${left} more: ${interactive ? 'press Studies' : 'see the sources'}.`;

export const moreSources =
  ({ interactive }: Look) =>
  (left: number): string =>
    `-# ${left} more: ${interactive ? 'press Studies' : 'ask a narrower question'}.`;

export const moreSections =
  ({ interactive }: Look) =>
  (left: number): string =>
    `-# ${left} more: ${interactive ? 'choose one in the menu' : 'ask about one by name'}.`;

export const moreWarnings = (left: number): string => `-# ${left} more: ask for the side effects.`;

export const moreNotes = (left: number): string => `-# ${left} more, not shown here.`;
