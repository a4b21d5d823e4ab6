import type { APIEmbed } from 'discord-api-types/v10';
import type { AnswerSource } from '../../core/domain/answer.ts';
import type { StudyCard } from '../../core/domain/studyCard.ts';
import { colourOfStatus } from './colours.ts';
import { button, menuRow, option, rowOf } from './components.ts';
import { LIMITS } from './limits.ts';
import { safeUrl } from './links.ts';
import {
  askedIn,
  isReadBack,
  type MessagePayload,
  messageOf,
  type Row,
  sizeOf,
} from './messagePayload.ts';
import { escapeWithin } from './safeText.ts';
import { shortSource } from './sourceLines.ts';
import { cardDescription, cardFields, ROOMS } from './studyCardText.ts';

type StudyPage = {
  question: string;
  /** The studies of the answer, as `studiesOf` gives them: `page` counts in them. */
  sources: readonly AnswerSource[];
  card: StudyCard;
  page: number;
};

/** The first of at most 25 pages around the current one. */
const windowStart = (page: number, pages: number): number =>
  Math.max(0, Math.min(page - Math.floor(LIMITS.options / 2), pages - LIMITS.options));

const pageRows = (sources: readonly AnswerSource[], page: number): Row[] => {
  const cite = button('Cite', { do: 'cite', page });
  if (sources.length < 2) return rowOf([cite]);
  const start = windowStart(page, sources.length);
  const options = sources
    .slice(start, start + LIMITS.options)
    .map((source, i) =>
      option(
        `${source.n}. ${shortSource(source)}`,
        String(start + i),
        source.title ?? source.citation,
        start + i === page,
      ),
    );
  return [
    ...rowOf([
      button('Previous', { do: 'studies', page: Math.max(0, page - 1) }, { disabled: page <= 0 }),
      button('Next', { do: 'studies', page: page + 1 }, { disabled: page >= sources.length - 1 }),
      cite,
    ]),
    ...menuRow({ do: 'studyMenu' }, 'Go to a study', options),
  ];
};

/** The page of one study: what was done, what was found, what to hold against it. */
export const renderStudyPage = ({ question, sources, card, page }: StudyPage): MessagePayload => {
  const url = safeUrl(card.url);
  const [roomy, tight] = ROOMS.map(
    (rooms): APIEmbed => ({
      ...askedIn(question),
      title: escapeWithin(card.short, LIMITS.title),
      ...(url === null ? {} : { url }),
      description: cardDescription(card, rooms),
      color: colourOfStatus(card),
      fields: cardFields(card, rooms),
      footer: { text: `Study ${page + 1} of ${sources.length}. Evidence, not medical advice.` },
    }),
  ) as [APIEmbed, APIEmbed];
  return messageOf(
    sizeOf(roomy) <= LIMITS.embeds ? roomy : tight,
    isReadBack(question) ? pageRows(sources, page) : [],
  );
};
