import type { Answer, AnswerSection } from '../../core/domain/answer.ts';
import { headlineText } from './headlineText.ts';
import { type Look, moreNotes, moreSections, moreStudies } from './look.ts';
import { packBlocks } from './pack.ts';
import { escapeText, escapeWithin } from './safeText.ts';
import { safetyLines } from './safetyText.ts';
import {
  findingLines,
  meterLines,
  publishedLines,
  ratingText,
  sectionBlock,
} from './sectionText.ts';
import { sectionLabels } from './titles.ts';

const GAP = '\n\n';
/** Room for the notes on a question; they are short, and the headline comes first. */
const NOTES_ROOM = 1200;

type Part = (room: number) => string;

/** Parts one below the other, the first served first; empty ones leave no gap. */
const stack = (parts: readonly Part[], room: number): string =>
  parts.reduce((stacked, part) => {
    const gap = stacked === '' ? '' : GAP;
    const text = part(room - stacked.length - gap.length).trimEnd();
    return text === '' ? stacked : stacked + gap + text;
  }, '');

const oneSection = (section: AnswerSection, answer: Answer, look: Look): Part[] => {
  // A headline that says it already need not be followed by it.
  const isSaid = answer.headline.includes(section.statement.replace(/\.$/, ''));
  const rating = [
    ...(isSaid ? [] : [escapeWithin(section.statement, look.density.headline)]),
    ...(section.certainty === null ? [] : [ratingText(section)]),
    ...meterLines(section),
  ];
  const { lines, left } = findingLines(section, look);
  return [
    () => rating.join('\n'),
    (room) => packBlocks(lines, room, moreStudies(look), { left }),
    (room) => packBlocks(publishedLines(section, look), room, moreNotes),
  ];
};

const METER_KEY = '-# █ better · ▒ mixed · ░ no difference · ▁ worse, by weight of the studies';

const manySections = (sections: readonly AnswerSection[], look: Look): Part[] => {
  const labels = sectionLabels(sections);
  const blocks = sections.map((section, i) => sectionBlock(section, labels[i] as string, look));
  return [
    (room) =>
      packBlocks(blocks, room - METER_KEY.length - GAP.length, moreSections(look), { gap: GAP }),
    () => METER_KEY,
  ];
};

/** Harms that studies report: nothing is rated, so nothing is measured. */
const harmSections = (sections: readonly AnswerSection[], look: Look): Part[] =>
  sections.map((section) => (room) => {
    const title = `**In studies of ${escapeText(section.title.charAt(0).toLowerCase() + section.title.slice(1))}**`;
    const { lines, left } = findingLines(section, look);
    return `${title}\n${packBlocks(lines, room - title.length - 1, moreStudies(look), { left })}`;
  });

/** What to do stands apart from the facts around it. */
const spaced = ({ safety }: Answer, lines: readonly string[]): string[] =>
  lines.map((line, i) =>
    safety[i]?.citations.length === 0 ? `${i === 0 ? '' : '\n'}${line}\n` : line,
  );

const bodyParts = (answer: Answer, look: Look): Part[] => {
  const { kind, sections } = answer;
  const [only, ...others] = sections;
  if (kind === 'safety')
    return [
      (room) => packBlocks(spaced(answer, safetyLines(answer, look)), room, moreNotes),
      ...harmSections(sections, look),
    ];
  if (!only) return [];
  return others.length === 0 ? oneSection(only, answer, look) : manySections(sections, look);
};

/** What was done to the question is small print; without evidence, notes are all there is. */
const noteLines = ({ kind, notes }: Answer, room: number): string[] => {
  // What a study answer notes are its details, which have a field of their own.
  if (kind === 'study') return [];
  const mark = kind === 'evidence' || kind === 'safety' ? '-# ' : '';
  return notes.map((note) => `${mark}${escapeWithin(note, room)}`);
};

/** The text of an embed from the bottom line down, within the room that the density gives. */
export const descriptionOf = (answer: Answer, look: Look): string => {
  const { density } = look;
  const notes = noteLines(answer, density.noteLength);
  return stack(
    [
      () => headlineText(answer.headline, density.headline),
      (room) => packBlocks(notes, Math.min(room, NOTES_ROOM), moreNotes),
      ...bodyParts(answer, look),
    ],
    density.description,
  );
};
