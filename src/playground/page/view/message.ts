import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { PageMessage } from '../../protocol.ts';
import { renderMarkdown } from '../markdown/renderMarkdown.ts';
import { formatMoment, formatWritten } from '../markdown/timestamps.ts';
import { attachments } from './attachments.ts';
import { componentRows } from './componentRows.ts';
import { editBox } from './editBox.ts';
import { embed } from './embed.ts';
import { icon } from './icons.ts';
import { messageToolbar } from './messageToolbar.ts';
import { replyLine } from './replyLine.ts';
import type { ViewContext } from './viewContext.ts';

/** The flag of an answer the bot has only promised so far. */
const LOADING = 1 << 7;

/** How a message stands among the others. */
export type MessagePlace = { isContinued: boolean; isLast: boolean };

const moveByArrows = (context: ViewContext, event: KeyboardEvent, id: string): void => {
  if (event.target !== event.currentTarget) return;
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  context.actions.message.moveFrom(id, step);
};

const text = (context: ViewContext, message: PageMessage): TemplateResult => {
  const { state, nameOf, markdown } = context;
  if (state.editing?.messageId === message.id) return editBox(context, message);
  if (((message.flags ?? 0) & LOADING) !== 0)
    return html`<span class="thinking"><span class="dots" aria-hidden="true"></span>${nameOf(message.author.id)} is thinking…</span>`;
  return html`<div class="md">${renderMarkdown(message.content, markdown)}</div>`;
};

const onlyYou = ({ actions }: ViewContext, { id }: PageMessage): TemplateResult => html`<p
  class="only-you"
  slot="thread"
>
  ${icon('eye')} Only you can see this
  <button class="link-button" @click=${() => actions.message.dismiss(id)}>Dismiss message</button>
</p>`;

/** One message with all that hangs on it. */
export const message = (
  context: ViewContext,
  shown: PageMessage,
  { isContinued, isLast }: MessagePlace,
): TemplateResult => {
  const { state, nameOf, avatarFor, now, actions, world } = context;
  const written = new Date(shown.timestamp);
  const author = nameOf(shown.author.id);
  const isCurrent = (state.currentMessageId ?? (isLast ? shown.id : null)) === shown.id;
  const isForMe = shown.mentions.some(({ id }) => id === world.me);
  const faults = state.notices.filter(({ messageId }) => messageId === shown.id);
  return html`<discord-message
    class=${classMap({ ephemeral: shown.ephemeral, mentioned: isForMe, continued: isContinued })}
    data-message=${shown.id}
    role="article"
    aria-label="${author}, ${formatWritten(written, now)}"
    tabindex=${isCurrent ? '0' : '-1'}
    .author=${author}
    .avatar=${avatarFor(shown.author.id)}
    .bot=${shown.author.bot === true}
    .edited=${shown.edited_timestamp !== null}
    .timestamp=${isContinued ? formatMoment(written, 't', now) : formatWritten(written, now)}
    ?message-body-only=${isContinued}
    @focusin=${() => actions.message.setCurrent(shown.id)}
    @keydown=${(event: KeyboardEvent) => moveByArrows(context, event, shown.id)}
    >${replyLine(context, shown)}${text(context, shown)}${attachments(shown)}${shown.embeds.map(
      (one) => embed(context, one, shown.attachments),
    )}${componentRows(context, shown)}${faults.map(
      ({ text }) =>
        html`<p class="fault" slot="thread" role="alert">${icon('warning')} ${text}</p>`,
    )}${shown.ephemeral ? onlyYou(context, shown) : nothing}${messageToolbar(context, shown, isCurrent)}</discord-message
  >`;
};
