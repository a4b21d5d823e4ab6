import type {
  APIActionRowComponent,
  APIComponentInMessageActionRow,
  APIEmbed,
  RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import { LIMITS } from './limits.ts';
import { clean, cleanWithin } from './safeText.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** What every message of the bot is made of; sent as an edit, it replaces the whole message. */
export type MessagePayload = Pick<RESTPostAPIChannelMessageJSONBody, 'content' | 'flags'> & {
  embeds: APIEmbed[];
  components: Row[];
  allowed_mentions: { parse: [] };
};

export const messageOf = (embed: APIEmbed, components: Row[] = []): MessagePayload => ({
  embeds: [embed],
  components,
  allowed_mentions: { parse: [] },
});

/** The line above the title: the question, from where the program reads it back. */
export const askedIn = (question: string): Pick<APIEmbed, 'author'> => {
  const name = cleanWithin(question, LIMITS.author);
  return name === '' ? {} : { author: { name } };
};

/** Whether the question can be read back whole: without it, no button could answer again. */
export const isReadBack = (question: string): boolean =>
  question !== '' && clean(question) === question && question.length <= LIMITS.author;

/** The question that an embed answers; null where it carries none. */
export const questionOf = (embed: Pick<APIEmbed, 'author'>): string | null =>
  embed.author?.name || null;

/** As Discord counts towards the 6000 of a message. */
export const sizeOf = ({ title, description, author, footer, fields = [] }: APIEmbed): number =>
  [title, description, author?.name, footer?.text, ...fields.flatMap((f) => [f.name, f.value])]
    .map((text) => text?.length ?? 0)
    .reduce((total, length) => total + length, 0);
