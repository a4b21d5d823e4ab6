import { html, type TemplateResult } from 'lit';
import { type MarkdownNode, parseMarkdown } from './parseMarkdown.ts';
import { formatMoment } from './timestamps.ts';

/** What a text may speak of, and what a press on it does. */
export type MarkdownContext = {
  nameOfUser: (id: string) => string;
  nameOfChannel: (id: string) => string | null;
  nameOfRole: (id: string) => string;
  openChannel: (id: string) => void;
  openCommand: (name: string) => void;
};

type Drawn = TemplateResult | string;

const isWebAddress = (target: string): boolean => /^https?:\/\//i.test(target);

const drawLink = (node: MarkdownNode, context: MarkdownContext): Drawn => {
  const target = String(node.target);
  const content = drawAll(node.content as MarkdownNode[], context);
  if (!isWebAddress(target)) return html`${content}`;
  return html`<a href=${target} title=${target} target="_blank" rel="noopener noreferrer">${content}</a>`;
};

const reveal = (event: Event): void => {
  if (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ') return;
  const spoiler = event.currentTarget as HTMLElement;
  if (spoiler.classList.contains('shown')) return;
  event.preventDefault();
  event.stopPropagation();
  spoiler.classList.add('shown');
  spoiler.removeAttribute('aria-label');
  spoiler.removeAttribute('role');
};

const drawSpoiler = (node: MarkdownNode, context: MarkdownContext): Drawn =>
  html`<span
    class="spoiler"
    role="button"
    tabindex="0"
    aria-label="Spoiler, press to show"
    @click=${reveal}
    @keydown=${reveal}
    ><span>${drawAll(node.content as MarkdownNode[], context)}</span></span
  >`;

const drawHeading = (node: MarkdownNode, context: MarkdownContext): Drawn => {
  const content = drawAll(node.content as MarkdownNode[], context);
  if (node.level === 1) return html`<h3 class="md-1">${content}</h3>`;
  if (node.level === 2) return html`<h4 class="md-2">${content}</h4>`;
  return html`<h5 class="md-3">${content}</h5>`;
};

const drawList = (node: MarkdownNode, context: MarkdownContext): Drawn => {
  const items = (node.items as { content: MarkdownNode[]; lists: MarkdownNode[] }[]).map(
    ({ content, lists }) => html`<li>${drawAll(content, context)}${drawAll(lists, context)}</li>`,
  );
  return node.isNumbered === true
    ? html`<ol start=${Number(node.start)}>${items}</ol>`
    : html`<ul>${items}</ul>`;
};

const drawMoment = (node: MarkdownNode): Drawn => {
  const at = new Date(Number(node.timestamp) * 1000);
  if (Number.isNaN(at.getTime())) return `<t:${String(node.timestamp)}>`;
  const now = new Date();
  const full = formatMoment(at, 'F', now);
  return html`<time class="moment" datetime=${at.toISOString()} title=${full}
    >${formatMoment(at, String(node.format ?? 'f'), now)}</time
  >`;
};

const drawChannel = (node: MarkdownNode, context: MarkdownContext): Drawn => {
  const id = String(node.id);
  const name = context.nameOfChannel(id);
  if (name === null) return html`<discord-mention type="channel">unknown</discord-mention>`;
  return html`<button class="bare" @click=${() => context.openChannel(id)}>
    <discord-mention type="channel">${name}</discord-mention>
  </button>`;
};

const drawCommand = (node: MarkdownNode, context: MarkdownContext): Drawn => {
  const name = String(node.fullName);
  return html`<button class="bare" @click=${() => context.openCommand(name)}>
    <discord-mention type="slash">${name}</discord-mention>
  </button>`;
};

const draw = (node: MarkdownNode, context: MarkdownContext): Drawn => {
  const inner = (): readonly Drawn[] => drawAll(node.content as MarkdownNode[], context);
  switch (node.type) {
    case 'br':
    case 'newline':
      return html`<br />`;
    case 'strong':
      return html`<strong>${inner()}</strong>`;
    case 'em':
      return html`<em>${inner()}</em>`;
    case 'underline':
      return html`<u>${inner()}</u>`;
    case 'strikethrough':
      return html`<s>${inner()}</s>`;
    case 'inlineCode':
      return html`<code>${String(node.content)}</code>`;
    case 'codeBlock':
      return html`<pre tabindex="0"><code>${String(node.content)}</code></pre>`;
    case 'blockQuote':
      return html`<blockquote>${inner()}</blockquote>`;
    case 'subtext':
      return html`<small class="subtext">${inner()}</small>`;
    case 'heading':
      return drawHeading(node, context);
    case 'list':
      return drawList(node, context);
    case 'link':
    case 'url':
    case 'autolink':
      return drawLink(node, context);
    case 'spoiler':
      return drawSpoiler(node, context);
    case 'user':
      return html`<discord-mention type="user">${context.nameOfUser(String(node.id))}</discord-mention>`;
    case 'role':
      return html`<discord-mention type="role">${context.nameOfRole(String(node.id))}</discord-mention>`;
    case 'everyone':
    case 'here':
      return html`<discord-mention type="user">${node.type}</discord-mention>`;
    case 'channel':
      return drawChannel(node, context);
    case 'slashCommand':
      return drawCommand(node, context);
    case 'timestamp':
      return drawMoment(node);
    case 'emoji':
      return `:${String(node.name)}:`;
    case 'twemoji':
      return String(node.name);
    default:
      return String(node.content ?? '');
  }
};

const drawAll = (nodes: readonly MarkdownNode[], context: MarkdownContext): readonly Drawn[] =>
  nodes.map((node) => draw(node, context));

/** Discord's markdown as nodes of the page; what people wrote only ever becomes text. */
export const renderMarkdown = (text: string, context: MarkdownContext): readonly Drawn[] =>
  drawAll(parseMarkdown(text), context);
