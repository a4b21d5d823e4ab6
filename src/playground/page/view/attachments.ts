import type { APIAttachment } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import type { PageMessage } from '../../protocol.ts';
import { icon } from './icons.ts';

const sizeOf = (bytes: number): string =>
  bytes < 1024
    ? `${bytes} bytes`
    : bytes < 1024 * 1024
      ? `${(bytes / 1024).toFixed(1)} KB`
      : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

const one = (file: APIAttachment): TemplateResult =>
  file.content_type?.startsWith('image/') === true
    ? html`<img class="attached-image" slot="attachments" src=${file.url} alt=${file.description ?? file.filename} />`
    : html`<a class="attached" slot="attachments" href=${file.url} download=${file.filename}
        >${icon('link')}<span
          ><span class="attached-name">${file.filename}</span
          ><span class="quiet">${sizeOf(file.size)}</span></span
        ></a
      >`;

/** Files of a message, leaving out those that an embed already shows. */
export const attachments = ({
  attachments: files,
  embeds,
}: PageMessage): readonly TemplateResult[] | typeof nothing => {
  const inEmbeds = new Set(embeds.flatMap(({ image }) => (image === undefined ? [] : [image.url])));
  const shown = files.filter(({ url }) => !inEmbeds.has(url));
  return shown.length === 0 ? nothing : shown.map(one);
};
