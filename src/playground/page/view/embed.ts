import type { APIAttachment, APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { renderMarkdown } from '../markdown/renderMarkdown.ts';
import { formatWritten } from '../markdown/timestamps.ts';
import { fieldPlaces } from '../model/fieldPlaces.ts';
import type { ViewContext } from './viewContext.ts';

const colourOf = (colour: number | undefined): string | undefined =>
  colour === undefined ? undefined : `#${colour.toString(16).padStart(6, '0')}`;

const isWebAddress = (address: string | undefined): address is string =>
  /^https?:\/\//i.test(address ?? '');

const linked = (content: unknown, address: string | undefined): unknown =>
  isWebAddress(address)
    ? html`<a href=${address} target="_blank" rel="noopener noreferrer">${content}</a>`
    : content;

const fieldList = (fields: readonly APIEmbedField[], context: ViewContext): TemplateResult => {
  const places = fieldPlaces(fields);
  return html`<discord-embed-fields slot="fields"
    >${fields.map(
      ({ name, value }, index) =>
        html`<discord-embed-field class=${places[index] ?? 'whole'}
          ><div class="field-name md">${renderMarkdown(name, context.markdown)}</div
          ><div class="md">${renderMarkdown(value, context.markdown)}</div></discord-embed-field
        >`,
    )}</discord-embed-fields
  >`;
};

const footer = ({ footer, timestamp }: APIEmbed, now: Date): TemplateResult | typeof nothing => {
  if (footer === undefined && timestamp === undefined) return nothing;
  const at = timestamp === undefined ? '' : formatWritten(new Date(timestamp), now);
  const words = [footer?.text ?? '', at].filter((part) => part !== '').join(' • ');
  return html`<discord-embed-footer slot="footer"><span class="footer-text">${words}</span></discord-embed-footer>`;
};

/** What a picture shows in words, where its file brought them. */
const describePicture = (url: string, files: readonly APIAttachment[]): string =>
  files.find((file) => file.url === url)?.description ?? 'Picture of the embed';

/**
 * An embed. Author, title and names of fields are drawn here, not by the component: its own take
 * no markdown, and turn long numbers into pictures from Discord's servers.
 */
export const embed = (
  context: ViewContext,
  shown: APIEmbed,
  files: readonly APIAttachment[],
): TemplateResult => html`<discord-embed
  slot="embeds"
  .color=${colourOf(shown.color)}
  >${
    shown.author === undefined
      ? nothing
      : html`<div class="embed-author" slot="description">${linked(shown.author.name, shown.author.url)}</div>`
  }${
    shown.title === undefined
      ? nothing
      : html`<h3 class="embed-title md" slot="description">${linked(renderMarkdown(shown.title, context.markdown), shown.url)}</h3>`
  }${
    shown.description === undefined
      ? nothing
      : html`<discord-embed-description slot="description"
          ><div class="md">${renderMarkdown(shown.description, context.markdown)}</div></discord-embed-description
        >`
  }${shown.fields === undefined || shown.fields.length === 0 ? nothing : fieldList(shown.fields, context)}${
    shown.image === undefined
      ? nothing
      : html`<a class="embed-image-link" slot="fields" href=${shown.image.url} target="_blank" rel="noopener noreferrer"><img class="embed-image" src=${shown.image.url} alt=${describePicture(shown.image.url, files)} /></a>`
  }${footer(shown, context.now)}</discord-embed
>`;
