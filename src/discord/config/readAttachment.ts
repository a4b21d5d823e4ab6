import type { Attachment } from 'discord.js';
import { UserError } from '../userError.ts';

/** A file of settings has some kilobytes. */
export const MOST_BYTES = 64 * 1024;

/** How large a file may be, and how long it may take to come. */
export type FileLimits = { mostBytes: number; limitMs: number };

/** Discord waits 3 s for the answer. */
const AT_ONCE: FileLimits = { mostBytes: MOST_BYTES, limitMs: 2_000 };

/** Where Discord keeps what people upload. */
const CDN_HOSTS: readonly string[] = ['cdn.discordapp.com', 'media.discordapp.net'];

/**
 * Whether a file is where files of Discord are: its own hosts, or, where the API is at an address
 * of this machine (the playground), that very address. Nothing else is ever fetched.
 */
const isDiscords = (url: URL, apiUrl: string): boolean => {
  if (url.protocol === 'https:' && CDN_HOSTS.includes(url.hostname)) return true;
  const api = new URL(apiUrl);
  return api.hostname === '127.0.0.1' && url.origin === api.origin;
};

const readWithin = async (body: ReadableStream<Uint8Array>, mostBytes: number): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    // What Discord said of the size is not taken for granted.
    if (size > mostBytes) throw new UserError('file-unreadable');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const wordSize = (bytes: number): string =>
  bytes >= 1024 ** 2 ? `${bytes / 1024 ** 2} MB` : `${bytes / 1024} KB`;

/**
 * A file that a person uploaded.
 * @param apiUrl address of the API that told of it
 * @throws UserError where it is too big, is not at Discord, or does not come.
 */
export const readBytes = async (
  { url: address, size }: Pick<Attachment, 'url' | 'size'>,
  apiUrl: string,
  { mostBytes, limitMs }: FileLimits,
): Promise<Buffer> => {
  if (size > mostBytes)
    throw new UserError('bad-file', [`It is larger than ${wordSize(mostBytes)}.`]);
  const url = URL.parse(address);
  if (url === null || !isDiscords(url, apiUrl)) throw new UserError('file-unreadable');
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(limitMs) });
    if (!response.ok || response.body === null) throw new UserError('file-unreadable');
    return await readWithin(response.body, mostBytes);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError('file-unreadable');
  }
};

/** The text of a file that is small, as soon as Discord wants the answer. */
export const readAttachment = async (
  file: Pick<Attachment, 'url' | 'size'>,
  apiUrl: string,
): Promise<string> => (await readBytes(file, apiUrl, AT_ONCE)).toString('utf8');
