import { MessageFlags } from 'discord-api-types/v10';
import type { Answer } from '../../core/domain/answer.ts';
import { closingLine } from '../evidenceWords.ts';
import { answerFields } from './answerFields.ts';
import { type Density, fullest } from './density.ts';
import { descriptionOf } from './description.ts';
import { LIMITS } from './limits.ts';
import { sourcesByNumber } from './links.ts';
import type { MessagePayload } from './messagePayload.ts';

/** For the names of the fields, with their marks. */
const HEADINGS_ROOM = 90;
/** A message without embeds holds a third of one with: what gives way last. */
const LAST: readonly Partial<Density>[] = [
  { headline: 1100, noteLength: 500, description: 1400 },
  { noteLength: 90 },
  { isStrict: true },
];

const compose = (answer: Answer, density: Density): string => {
  const look = {
    density,
    sources: sourcesByNumber(answer.sources),
    style: 'quiet',
    interactive: false,
  } as const;
  const description = descriptionOf(answer, look);
  const footer = `-# ${closingLine(answer.library)}`;
  const room = LIMITS.content - description.length - footer.length - HEADINGS_ROOM;
  return [
    description,
    ...answerFields(answer, look, room).map(({ name, value }) =>
      name.endsWith('(continued)') ? value : `**${name}**\n${value}`,
    ),
    footer,
  ].join('\n');
};

/** An answer as text alone, for channels where the bot may not embed; no link unfolds. */
export const renderPlain = (answer: Answer): MessagePayload => {
  const content = fullest(
    answer,
    LAST,
    (density) => compose(answer, density),
    ({ length }) => length <= LIMITS.content,
  );
  return {
    content,
    embeds: [],
    components: [],
    allowed_mentions: { parse: [] },
    flags: MessageFlags.SuppressEmbeds,
  };
};
