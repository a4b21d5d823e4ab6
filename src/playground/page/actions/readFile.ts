import type { PickedFile } from '../model/commandDraft.ts';

/** A file the person picked, as it travels over the socket. */
export const readFile = async (file: File): Promise<PickedFile> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  // In parts: a call takes only so many arguments.
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return {
    name: file.name,
    type: file.type === '' ? 'application/octet-stream' : file.type,
    base64: btoa(parts.join('')),
  };
};
