import { discordError } from '../discordError.ts';
import type { Upload } from '../messages/attachments.ts';

export const ATTACHMENT_LIMIT_BYTES = 10 * 1_024 * 1_024;
const REQUEST_LIMIT_BYTES = 25 * 1_024 * 1_024;

export type RequestBody = { body: unknown; uploads: Upload[] };

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw discordError('invalidJson');
  }
};

const readForm = async (request: Request): Promise<RequestBody> => {
  const form = await request.formData().catch(() => {
    throw discordError('invalidJson');
  });
  const payload = form.get('payload_json');
  const uploads: Upload[] = [];
  for (const [field, value] of form) {
    const number = /^files\[(\d+)\]$/.exec(field)?.[1];
    if (number === undefined || typeof value === 'string') continue;
    if (value.size > ATTACHMENT_LIMIT_BYTES) throw discordError('tooLarge');
    uploads.push({
      number,
      name: value.name,
      type: value.type || 'application/octet-stream',
      body: new Uint8Array(await value.arrayBuffer()),
    });
  }
  return { body: typeof payload === 'string' ? parse(payload) : {}, uploads };
};

/** The JSON of a request, and the files that came with it. */
export const readBody = async (request: Request): Promise<RequestBody> => {
  if (Number(request.headers.get('content-length') ?? 0) > REQUEST_LIMIT_BYTES) {
    throw discordError('tooLarge');
  }
  if (request.headers.get('content-type')?.startsWith('multipart/form-data')) {
    return readForm(request);
  }
  const text = await request.text();
  if (text.length > REQUEST_LIMIT_BYTES) throw discordError('tooLarge');
  return { body: text === '' ? {} : parse(text), uploads: [] };
};
