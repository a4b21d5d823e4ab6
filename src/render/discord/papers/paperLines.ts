import type { ExtractedPaper } from '../../../core/domain/extractedPaper.ts';
import { findingWords, reviewMark, sureWords } from '../../paperWords.ts';
import { type LinkStyle, link } from '../links.ts';
import { cleanWithin, escapeWithin } from '../safeText.ts';

const TITLE = 120;
const CITATION = 110;
const SENTENCE = 260;
const READ_AS = 200;

/** A title that leads to its paper, where that has a number. */
export const titleLink = (
  { title, url }: ExtractedPaper,
  style: LinkStyle,
  room = TITLE,
): string => {
  const short = cleanWithin(title, room);
  return url === null ? escapeWithin(short, 2 * room) : link(short, url, style);
};

/** What is told of a paper in an answer: what it is, and the first of its findings by its sentence. */
export const paperBlock = (
  paper: ExtractedPaper,
  { style, isShort }: { style: LinkStyle; isShort: boolean },
): string => {
  const { citation, retracted, findings } = paper;
  const mark = reviewMark(paper);
  const head = [
    `- ${retracted ? '**Retracted.** ' : ''}${titleLink(paper, style)}`,
    `-# ${escapeWithin(citation, CITATION)}${mark === '' ? '' : ` · ${mark}`}`,
  ];
  const [first] = findings;
  if (isShort) return head.join('\n');
  if (!first) return [...head, '-# No result could be read in its abstract.'].join('\n');
  const { sentence } = first.change;
  return [
    ...head,
    ...(sentence === null ? [] : [`“${escapeWithin(sentence, SENTENCE)}”`]),
    `-# Read as: ${escapeWithin(findingWords(first), READ_AS)} (${sureWords(first.change)})`,
  ].join('\n');
};
