import { type APIAllowedMentions, type APIEmbed, MessageFlags } from 'discord-api-types/v10';
import type { ZodMiniType } from 'zod/mini';
import { discordError, type FormFault, invalidForm } from '../discordError.ts';
import type { Component } from '../messages/toApiComponents.ts';
import { isEmbedEmpty } from '../messages/toApiEmbed.ts';
import { checkBody } from './checkBody.ts';
import { findComponentFaults } from './findComponentFaults.ts';

/** The schema lets people with Nitro write 4000; a bot has this. */
const MAX_CONTENT = 2_000;
const MAX_EMBED_TOTAL = 6_000;

/** What the checks look at in any body that makes or changes a message. */
export type MessageForm = {
  content?: string | null | undefined;
  embeds?: readonly APIEmbed[] | null | undefined;
  components?: readonly unknown[] | null | undefined;
  attachments?: readonly { id: string | number }[] | null | undefined;
  allowed_mentions?: APIAllowedMentions | null | undefined;
  flags?: number | null | undefined;
};

const embedLength = (embed: APIEmbed): number =>
  [
    embed.title,
    embed.description,
    embed.footer?.text,
    embed.author?.name,
    ...(embed.fields ?? []).flatMap(({ name, value }) => [name, value]),
  ].reduce((sum, text) => sum + (text?.trim().length ?? 0), 0);

const findEmbedFaults = (embeds: readonly APIEmbed[], prefix: readonly string[]): FormFault[] => {
  const blanks = embeds.flatMap((embed, index) =>
    (embed.fields ?? []).flatMap((field, at) =>
      (['name', 'value'] as const)
        .filter((key) => field[key].trim() === '')
        .map((key) => ({
          path: [...prefix, 'embeds', index, 'fields', at, key],
          code: 'BASE_TYPE_REQUIRED',
          message: 'This field is required',
        })),
    ),
  );
  const total = embeds.reduce((sum, embed) => sum + embedLength(embed), 0);
  if (total <= MAX_EMBED_TOTAL) return blanks;
  return [
    ...blanks,
    {
      path: [...prefix, 'embeds'],
      code: 'MAX_EMBED_SIZE_EXCEEDED',
      message: `Embed size exceeds maximum size of ${MAX_EMBED_TOTAL}`,
    },
  ];
};

const findMentionFaults = (allowed: APIAllowedMentions, prefix: readonly string[]): FormFault[] =>
  (['users', 'roles'] as const)
    .filter((kind) => (allowed.parse ?? []).some((it) => it === kind) && allowed[kind]?.length)
    .map((kind) => ({
      path: [...prefix, 'allowed_mentions'],
      code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
    }));

/** The faults of a message that Discord's schema does not know of. */
export const findMessageFaults = (
  form: MessageForm,
  prefix: readonly string[] = [],
): FormFault[] => [
  ...((form.content ?? '').length > MAX_CONTENT
    ? [
        {
          path: [...prefix, 'content'],
          code: 'BASE_TYPE_MAX_LENGTH',
          message: `Must be ${MAX_CONTENT} or fewer in length.`,
        },
      ]
    : []),
  ...findEmbedFaults(form.embeds ?? [], prefix),
  ...findComponentFaults(
    (form.components ?? []) as readonly Component[],
    ((form.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0,
    prefix,
  ),
  ...(form.allowed_mentions ? findMentionFaults(form.allowed_mentions, prefix) : []),
];

/** Discord takes a number where an attachment's id is a string; its schema does not. */
export const withTextIds = (body: unknown): unknown => {
  const { attachments } = Object(body) as MessageForm;
  return Array.isArray(attachments)
    ? { ...Object(body), attachments: attachments.map((it) => ({ ...it, id: String(it?.id) })) }
    : body;
};

/** The body of a message that Discord would take; throws 50035 for any other. */
export const checkMessage = (schema: ZodMiniType, body: unknown): MessageForm => {
  const form = withTextIds(body);
  checkBody(schema, form);
  const faults = findMessageFaults(form as MessageForm);
  if (faults.length > 0) throw invalidForm(faults);
  return form as MessageForm;
};

/** Throws 50006 where nothing would be seen. */
export const refuseIfEmpty = (form: MessageForm, files: number): void => {
  const isV2 = ((form.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  const isSeen =
    files > 0 ||
    (form.content ?? '').trim() !== '' ||
    (form.embeds ?? []).some((embed) => !isEmbedEmpty(embed)) ||
    (isV2 && (form.components ?? []).length > 0);
  if (!isSeen) throw discordError('emptyMessage');
};
