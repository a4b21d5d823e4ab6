import { capitalise, countOf } from '../../core/answer/words.ts';
import type { Answer, AnswerSection } from '../../core/domain/answer.ts';
import { isSaidIn } from '../evidenceWords.ts';
import { basisText } from './clinicalText.ts';
import { emergencyText } from './fromServer.ts';
import { headlineText } from './headlineText.ts';
import { type Look, moreNotes, moreSections, moreStudies } from './look.ts';
import { packBlocks } from './pack.ts';
import { escapeWithin } from './safeText.ts';
import { safetyLines } from './safetyText.ts';
import {
  findingLines,
  isShort,
  meterLines,
  publishedLines,
  ratingLine,
  sectionBlock,
} from './sectionText.ts';
import { sectionLabels } from './titles.ts';

const GAP = '\n\n';
/** Notes on a question are short; the bottom line and the rating come first. */
const NOTES_SHARE = 1 / 8;
const STATEMENT = 400;
const TITLE = 160;

type Part = (room: number) => string;

/** Parts one below the other, the first served first; empty ones leave no gap. */
const stack = (parts: readonly Part[], room: number): string =>
  parts.reduce((stacked, part) => {
    const gap = stacked === '' ? '' : GAP;
    const left = room - stacked.length - gap.length;
    const text = part(left).trimEnd();
    return text === '' || text.length > left ? stacked : stacked + gap + text;
  }, '');

const oneSection = (section: AnswerSection, answer: Answer, look: Look): Part[] => {
  const isSaid = isSaidIn(answer.headline, section.statement);
  const rating = [
    ...(look.manner.wording === 'clinical' ? [`${capitalise(basisText(section))}.`] : []),
    ...(isSaid ? [] : [escapeWithin(section.statement, STATEMENT)]),
    ...(section.certainty === null ? [] : [ratingLine(section, look)]),
    ...meterLines(section),
  ];
  if (isShort(look)) return [() => rating.join('\n')];
  const { lines, left } = findingLines(section, look);
  return [
    () => rating.join('\n'),
    (room) => packBlocks(lines, room, moreStudies(look), { left }),
    (room) => packBlocks(publishedLines(section, look), room, moreNotes),
  ];
};

const METER_KEY = '-# By weight of the studies: █ better ▒ mixed ░ no difference ▁ worse';

const manySections = (sections: readonly AnswerSection[], look: Look): Part[] => {
  const labels = sectionLabels(sections);
  const isTight = look.style === 'quiet';
  const gap = isTight ? '\n' : GAP;
  const measured = sections.filter(({ shares }) =>
    Object.values(shares).some((share) => share > 0),
  );
  const key = isTight || measured.length === 0 ? '' : METER_KEY;
  // Beside sections with a say, one without has said enough in its statement.
  const blocks = sections.map((section, i) =>
    sectionBlock(
      section,
      labels[i] as string,
      look,
      measured.length > 0 && !measured.includes(section),
    ),
  );
  return [() => key, (room) => packBlocks(blocks, room, moreSections(look), { gap })];
};

/** Harms that studies report: nothing is rated, so nothing is measured. */
const harmBlock = (section: AnswerSection, look: Look): string => {
  const { lines, left } = findingLines(section, look);
  const title = section.title.charAt(0).toLowerCase() + section.title.slice(1);
  return [
    `**In studies of ${escapeWithin(title, TITLE)}**`,
    ...lines,
    ...(left > 0 ? [moreStudies(look)(left)] : []),
  ].join('\n');
};

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
      (room) =>
        packBlocks(
          sections.map((section) => harmBlock(section, look)),
          room,
          (left) => `-# Studies of ${countOf(left, 'more condition')} not shown here.`,
          { gap: GAP },
        ),
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
      () => emergencyText(answer, look.manner.emergency, look.style),
      (room) =>
        packBlocks(notes, Math.min(room, Math.floor(NOTES_SHARE * density.description)), moreNotes),
      ...bodyParts(answer, look),
    ],
    density.description,
  );
};
