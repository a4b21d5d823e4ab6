import type { APIEmbed } from 'discord-api-types/v10';
import type { ExtractedPaper } from '../../../core/domain/extractedPaper.ts';
import { BEYOND_TITLE, REVIEW_WORDS } from '../../paperWords.ts';
import { PLAIN_COLOUR, verdictColour } from '../colours.ts';
import { button, rowOf } from '../components.ts';
import { LIMITS } from '../limits.ts';
import { safeUrl } from '../links.ts';
import { askedIn, isReadBack, type MessagePayload, messageOf, sizeOf } from '../messagePayload.ts';
import { escapeWithin } from '../safeText.ts';
import { paperFields, paperNumbers } from './paperFields.ts';

const CITATION = 200;

/** What every page of a paper begins with. */
export const paperHead = (
  paper: ExtractedPaper,
): Pick<APIEmbed, 'title' | 'url' | 'color'> & { lines: string[] } => {
  const url = paper.url === null ? null : safeUrl(paper.url);
  return {
    title: escapeWithin(paper.title, LIMITS.title),
    ...(url === null ? {} : { url }),
    color: paper.retracted ? verdictColour('harmful') : PLAIN_COLOUR,
    lines: [
      ...(paper.retracted ? ['**Retracted.** Its source marks this paper as retracted.'] : []),
      `**${REVIEW_WORDS[paper.review]}**`,
      `-# ${[escapeWithin(paper.citation, CITATION), paperNumbers(paper)].filter(Boolean).join(' · ')}`,
    ],
  };
};

type PaperPage = { question: string; papers: readonly ExtractedPaper[]; page: number };

/** The page of one paper: each figure that was read, with its sentence. */
export const renderPaperPage = ({ question, papers, page }: PaperPage): MessagePayload => {
  const paper = papers[page] as ExtractedPaper;
  const { lines, ...head } = paperHead(paper);
  const embed: APIEmbed = {
    ...askedIn(question),
    ...head,
    description: [...lines, ...(paper.origin === 'europe-pmc' ? [`-# ${BEYOND_TITLE}.`] : [])].join(
      '\n',
    ),
    fields: paperFields(paper),
    footer: {
      text: `Paper ${page + 1} of ${papers.length}. It has no say in the answer. Not medical advice.`,
    },
  };
  while (sizeOf(embed) > LIMITS.embeds) embed.fields?.pop();
  return messageOf(
    embed,
    isReadBack(question) && papers.length > 1
      ? rowOf([
          button(
            'Previous',
            { do: 'papers', page: Math.max(0, page - 1) },
            { disabled: page <= 0 },
          ),
          button('Next', { do: 'papers', page: page + 1 }, { disabled: page >= papers.length - 1 }),
        ])
      : [],
  );
};
