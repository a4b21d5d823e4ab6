import type { APIEmbed } from 'discord-api-types/v10';
import type { Answer } from '../../core/domain/answer.ts';
import { closingLine } from '../evidenceWords.ts';
import { answerFields, lengthOf } from './answerFields.ts';
import { colourOf } from './colours.ts';
import { answerRows } from './components.ts';
import { type Density, fullest } from './density.ts';
import { descriptionOf } from './description.ts';
import { noteFields } from './fromServer.ts';
import { LIMITS } from './limits.ts';
import { sourcesByNumber } from './links.ts';
import type { Look } from './look.ts';
import { type Manner, USUAL_MANNER } from './manner.ts';
import { askedIn, isReadBack, type MessagePayload, messageOf, sizeOf } from './messagePayload.ts';
import { papersEmbeds } from './papers/papersEmbeds.ts';
import { titleOf } from './titles.ts';

type Options = {
  /** Who may remove the answer, moderators aside; nobody where it is null. */
  askerId?: string | null;
  /** With buttons and menus. */
  interactive: boolean;
} & Partial<Manner>;

/** What gives way last in an embed: at the end each part has a share of what is left. */
const LAST: readonly Partial<Density>[] = [
  { headline: 1000, noteLength: 400 },
  { description: 2600, details: 1000 },
  { noteLength: 240, description: 1800 },
  // A section more is behind the menu, a source more behind its button; a caveat cut short is nowhere else.
  { description: 1300 },
  { sourcesRoom: 2200 },
  { sourcesRoom: 1300 },
  { description: 1800, sourcesRoom: LIMITS.embeds, isStrict: true },
];
/** For the names of the fields. */
const NAMES_ROOM = 150;

const compose = (
  answer: Answer,
  density: Density,
  interactive: boolean,
  manner: Manner,
): APIEmbed => {
  const note = noteFields(manner.note, 'masked', density.serverNote);
  const look: Look = {
    density,
    sources: sourcesByNumber(answer.sources),
    style: 'masked',
    interactive: interactive && isReadBack(answer.question.text),
    manner,
  };
  const embed = {
    ...askedIn(answer.question.text),
    title: titleOf(answer),
    description: descriptionOf(answer, look),
    color: colourOf(answer),
    footer: { text: closingLine(answer.library) },
  };
  const room = LIMITS.embeds - sizeOf(embed) - lengthOf(note) - NAMES_ROOM;
  return { ...embed, fields: [...answerFields(answer, look, room), ...note] };
};

const fits = (embed: APIEmbed): boolean =>
  sizeOf(embed) <= LIMITS.embeds && (embed.fields?.length ?? 0) <= LIMITS.fields;

/** An answer as one embed, as full as Discord's limits let it be. */
export const embedOf = (
  answer: Answer,
  interactive: boolean,
  manner: Manner = USUAL_MANNER,
): APIEmbed =>
  fullest(
    answer,
    manner.length,
    LAST,
    (density) => compose(answer, density, interactive, manner),
    fits,
  );

/**
 * An answer as a message. It decides nothing about the evidence; where there is too much for one
 * message, findings and suggestions give way first, and the headline, the certainty, the caveats
 * and the links of the sources stay. A server's own note stands below all of it.
 */
export const renderAnswer = (answer: Answer, options: Options): MessagePayload => {
  const { interactive } = options;
  const manner = { ...USUAL_MANNER, ...options };
  const embed = embedOf(answer, interactive, manner);
  const message = messageOf(embed, interactive ? answerRows(answer, options) : []);
  const isOpen = interactive && isReadBack(answer.question.text);
  return { ...message, embeds: [embed, ...papersEmbeds(answer, embed, { manner, isOpen })] };
};
