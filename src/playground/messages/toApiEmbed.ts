import type { APIAttachment, APIEmbed } from 'discord-api-types/v10';
import { withoutNulls } from './withoutNulls.ts';

const ATTACHED = 'attachment://';

const resolveUrl = (url: string, attachments: readonly APIAttachment[]): string =>
  url.startsWith(ATTACHED)
    ? (attachments.find(({ filename }) => filename === url.slice(ATTACHED.length))?.url ?? url)
    : url;

/** Whether an embed shows anything at all. */
export const isEmbedEmpty = (embed: APIEmbed): boolean =>
  !embed.title?.trim() &&
  !embed.description?.trim() &&
  !embed.fields?.length &&
  !embed.author?.name &&
  !embed.footer?.text &&
  !embed.image?.url &&
  !embed.thumbnail?.url;

/** An embed as it comes back from Discord: rich, with its attached pictures found. */
export const toApiEmbed = (embed: APIEmbed, attachments: readonly APIAttachment[]): APIEmbed => {
  const picture = <T extends { url: string }>(it: T): T => {
    const url = resolveUrl(it.url, attachments);
    return { ...it, url, proxy_url: url };
  };
  const present = withoutNulls(embed);
  return {
    ...present,
    type: 'rich' as NonNullable<APIEmbed['type']>,
    ...(present.fields
      ? { fields: present.fields.map((field) => ({ ...field, inline: field.inline ?? false })) }
      : {}),
    ...(present.image ? { image: picture(present.image) } : {}),
    ...(present.thumbnail ? { thumbnail: picture(present.thumbnail) } : {}),
  };
};
