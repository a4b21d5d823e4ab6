import type { APIEmbed } from 'discord-api-types/v10';
import type { Answer } from '../../../core/domain/answer.ts';
import type { ExtractedPaper } from '../../../core/domain/extractedPaper.ts';
import {
  BEYOND_TITLE,
  BEYOND_WORDS,
  BROUGHT_IN_TITLE,
  broughtInWords,
  groupsOf,
} from '../../paperWords.ts';
import { LIMITS } from '../limits.ts';
import type { LinkStyle } from '../links.ts';
import type { Manner } from '../manner.ts';
import { sizeOf } from '../messagePayload.ts';
import { packBlocks } from '../pack.ts';
import { paperBlock } from './paperLines.ts';

/** Grey: what a program read is no verdict. */
const UNCHECKED_COLOUR = 0x4f545c;
/** An answer is about the records; these stand below it. */
const MOST_TOLD = 3;
const ROOM = 1_700;
/** With less room than this the button below says all there is to say. */
const LEAST_ROOM = 420;

const moreOf =
  (isOpen: boolean) =>
  (left: number): string =>
    `-# ${left} more${isOpen ? ': press Papers' : ''}.`;

/** Papers that a program read, as the text of a section of their own. */
export const papersText = (
  papers: readonly ExtractedPaper[],
  header: string,
  room: number,
  { style, manner, isOpen }: { style: LinkStyle; manner: Pick<Manner, 'length'>; isOpen: boolean },
): string => {
  const isShort = manner.length === 'short';
  const blocks = papers.slice(0, MOST_TOLD).map((paper) => paperBlock(paper, { style, isShort }));
  const left = papers.length - blocks.length;
  return packBlocks([header, ...blocks], room, moreOf(isOpen), { left });
};

const sectionsOf = ({ extracted }: Pick<Answer, 'extracted'>) => {
  const { broughtIn, beyond } = groupsOf(extracted);
  return [
    { title: BROUGHT_IN_TITLE, header: broughtInWords(broughtIn), papers: broughtIn },
    { title: BEYOND_TITLE, header: BEYOND_WORDS, papers: beyond },
  ].filter(({ papers }) => papers.length > 0);
};

/**
 * Embeds of their own for papers that a program read, below that of the answer and clear of it.
 * They take what room the answer leaves; none is better than one cut to nothing.
 */
export const papersEmbeds = (
  answer: Answer,
  answerEmbed: APIEmbed,
  { manner, isOpen }: { manner: Pick<Manner, 'length'>; isOpen: boolean },
): APIEmbed[] => {
  let left = LIMITS.embeds - sizeOf(answerEmbed);
  return sectionsOf(answer).flatMap(({ title, header, papers }) => {
    const room = Math.min(left - title.length, ROOM);
    if (room < LEAST_ROOM) return [];
    const embed: APIEmbed = {
      title,
      description: papersText(papers, header, room, { style: 'masked', manner, isOpen }),
      color: UNCHECKED_COLOUR,
    };
    left -= sizeOf(embed);
    return embed;
  });
};

/** The same as lines of a plain message, in the room that the answer leaves there. */
export const papersPlain = (
  answer: Answer,
  room: number,
  manner: Pick<Manner, 'length'>,
): string => {
  let left = room;
  return sectionsOf(answer)
    .map(({ title, header, papers }) => {
      const heading = `\n**${title}**\n`;
      if (left - heading.length < LEAST_ROOM) return '';
      const text = papersText(papers, header, Math.min(left - heading.length, ROOM), {
        style: 'quiet',
        manner,
        isOpen: false,
      });
      left -= heading.length + text.length;
      return heading + text;
    })
    .join('');
};
