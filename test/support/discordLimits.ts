import type { APIEmbed } from 'discord-api-types/v10';
import type { z } from 'zod';
import type { MessagePayload } from '../../src/render/discord/messagePayload.ts';

// The package has no types for this part of it.
const SPEC: string = 'discord-api-spec/zod';
const { MessageCreateRequestSchema } = (await import(SPEC)) as {
  MessageCreateRequestSchema: z.ZodType;
};

/** The same number of UTF-16 units and of code points may be no more than this. */
const over = (where: string, text: string | undefined, limit: number): string[] =>
  (text?.length ?? 0) > limit ? [`${where} has ${text?.length} of ${limit}`] : [];

const empty = (where: string, text: string | undefined): string[] =>
  text !== undefined && text.trim() === '' ? [`${where} is empty`] : [];

const broken = (where: string, text: string | undefined): string[] =>
  text?.isWellFormed() === false ? [`${where} has half of a pair`] : [];

const embedFaults = ({ title, description, author, footer, fields = [] }: APIEmbed): string[] => {
  const texts: [string, string | undefined, number][] = [
    ['title', title, 256],
    ['description', description, 4096],
    ['author', author?.name, 256],
    ['footer', footer?.text, 2048],
    ...fields.flatMap(({ name, value }, i): [string, string, number][] => [
      [`name of field ${i}`, name, 256],
      [`value of field ${i}`, value, 1024],
    ]),
  ];
  return [
    ...texts.flatMap(([where, text, limit]) => [
      ...over(where, text, limit),
      ...empty(where, text),
      ...broken(where, text),
    ]),
    ...(fields.length > 25 ? [`${fields.length} fields`] : []),
  ];
};

/** All that counts towards the 6000 of a message. */
export const embedLength = ({ title, description, author, footer, fields = [] }: APIEmbed) =>
  [
    title,
    description,
    author?.name,
    footer?.text,
    ...fields.flatMap((f) => [f.name, f.value]),
  ].join('').length;

const componentFaults = ({ components }: MessagePayload): string[] => {
  const all = components.flatMap((row) => row.components);
  const ids = all.flatMap((one) => ('custom_id' in one ? [one.custom_id] : []));
  const menus = all.flatMap((one) => ('options' in one ? [one] : []));
  return [
    ...(components.length > 5 ? [`${components.length} rows`] : []),
    ...components.flatMap((row, i) => [
      ...(row.components.length === 0 ? [`row ${i} is empty`] : []),
      ...(row.components.length > 5 ? [`row ${i} has ${row.components.length} parts`] : []),
      ...(row.components.length > 1 && row.components.some((one) => 'options' in one)
        ? [`row ${i} has a menu and more`]
        : []),
    ]),
    ...(new Set(ids).size < ids.length ? [`custom ids twice: ${ids.join(' ')}`] : []),
    ...ids.flatMap((id) => [...over(`custom id ${id}`, id, 100), ...empty('custom id', id)]),
    ...all.flatMap((one) =>
      'label' in one ? [...over('label', one.label, 80), ...empty('label', one.label)] : [],
    ),
    ...menus.flatMap(({ options, placeholder }) => [
      ...(options.length < 1 || options.length > 25 ? [`${options.length} options`] : []),
      ...(new Set(options.map(({ value }) => value)).size < options.length ? ['values twice'] : []),
      ...over('placeholder', placeholder, 150),
      ...options.flatMap(({ label, value, description }) => [
        ...over('option', label, 100),
        ...empty('option', label),
        ...over('option value', value, 100),
        ...over('option description', description, 100),
        ...empty('option description', description),
        ...broken('option', label),
        ...broken('option description', description),
      ]),
    ]),
  ];
};

/** Everything for which Discord would refuse a message; nothing for a message that it takes. */
export const messageFaults = (payload: MessagePayload): string[] => {
  const parsed = MessageCreateRequestSchema.safeParse(payload);
  const total = payload.embeds.reduce((sum, embed) => sum + embedLength(embed), 0);
  return [
    ...(parsed.success ? [] : [`the schema: ${parsed.error.message}`]),
    ...(payload.embeds.length > 10 ? [`${payload.embeds.length} embeds`] : []),
    ...(total > 6000 ? [`${total} of 6000 in all`] : []),
    ...(payload.embeds.length === 0 && !payload.content ? ['there is nothing in it'] : []),
    ...over('content', payload.content ?? undefined, 2000),
    ...broken('content', payload.content ?? undefined),
    ...payload.embeds.flatMap(embedFaults),
    ...componentFaults(payload),
    ...(payload.allowed_mentions.parse.length > 0 ? ['it may mention'] : []),
  ];
};

/** The texts of a message in which Discord formats, links and mentions. */
export const formattedTexts = ({ content, embeds }: MessagePayload): string[] => [
  ...(content ? [content] : []),
  ...embeds.flatMap(({ title = '', description = '', fields = [] }) => [
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ]),
];

/** What a person reads: links by their labels, without marks, backslashes and line ends. */
export const readable = (payload: MessagePayload): string =>
  formattedTexts(payload)
    .join('\n')
    .replace(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\(<?https?:[^)>\s]*>?\)/g, '$1')
    .replace(/(?<!\\)(\*\*|\*|`)/g, '')
    .replace(/^(?:- |-# )/gm, '')
    .replace(/\\([^0-9A-Za-z\s])/g, '$1')
    .replace(/\s+/g, ' ');

/** As `readable` makes of it: a text of an answer. */
export const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

const OWN_LINK = /(?<!\\)\[(?:\\.|[^\]\\[])*\]\(<?https?:\/\/[^)>\s]*>?\)/g;

/**
 * What Discord would make something of, beside the few marks that the program itself uses: bold
 * and italic, code of meter cells or a command, lists, small print, and links with their address.
 */
export const liveMarks = (payload: MessagePayload): string[] =>
  formattedTexts(payload).flatMap((text) => {
    const bare = text.replace(OWN_LINK, 'link').replace(/\\[^0-9A-Za-z\s]/g, 'x');
    return [
      ...bare.matchAll(
        /\|\||~~|__|_|\[|\]\(|<(?=[@#/:a-z])|@|https?:\/\/|```|`(?![█▒░▁·]+`|\/[\w-]+`|(?: |$|\n))|^#{1,3} |^>|\*{3,}|[\p{Cf}\p{Co}]/gmu,
      ),
    ].map(
      ({ 0: mark, index }) => `${mark} in “${bare.slice(Math.max(0, index - 30), index + 30)}”`,
    );
  });
