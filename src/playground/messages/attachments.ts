import type { APIAttachment } from 'discord-api-types/v10';
import type { Stand } from '../stand.ts';

/** A file that came with a request, under its number there. */
export type Upload = { number: string; name: string; type: string; body: Uint8Array };

type Described = {
  id: string | number;
  filename?: string | null | undefined;
  description?: string | null | undefined;
};

const MEDIA_TYPE = /^[\w.+-]+\/[\w.+-]+(?:; ?[\w.+-]+=[\w.+-]+)*$/;

/** A sender may call a file anything; only a real media type goes into a header. */
const safeType = (type: string): string =>
  MEDIA_TYPE.test(type) ? type : 'application/octet-stream';

/** Keeps uploaded files and makes the attachments that point to them. */
const storeUploads = (
  stand: Stand,
  channelId: string,
  uploads: readonly Upload[],
  described: readonly Described[],
): APIAttachment[] =>
  uploads.map(({ number, name, type, body }) => {
    const about = described.find(({ id }) => String(id) === number);
    const id = stand.newId();
    const filename = (about?.filename ?? name).replace(/[^\w.-]+/g, '_');
    stand.world.files.set(id, { name: filename, type: safeType(type), body });
    const url = `http://${stand.host()}/attachments/${channelId}/${id}/${filename}`;
    return {
      id,
      filename,
      size: body.byteLength,
      url,
      proxy_url: url,
      content_type: safeType(type),
      ...(about?.description ? { description: about.description } : {}),
    };
  });

/** Forgets the files of a message that is gone. */
export const dropFiles = (stand: Stand, attachments: readonly APIAttachment[]): void => {
  for (const { id } of attachments) stand.world.files.delete(id);
};

/** A message's attachments after a request: those it keeps, then those it brings. */
export const mergeAttachments = (
  stand: Stand,
  channelId: string,
  present: readonly APIAttachment[],
  listed: readonly Described[] | null | undefined,
  uploads: readonly Upload[],
): APIAttachment[] => {
  const kept = listed
    ? present.filter(({ id }) => listed.some((it) => String(it.id) === id))
    : present;
  return [...kept, ...storeUploads(stand, channelId, uploads, listed ?? [])];
};
