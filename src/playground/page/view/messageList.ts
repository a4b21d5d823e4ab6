import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import type { PageChannel, PageMessage } from '../../protocol.ts';
import { shownMessages } from '../model/state.ts';
import { emptyChannel } from './emptyChannel.ts';
import { type MessagePlace, message } from './message.ts';
import { notice } from './notice.ts';
import { isOfCommand } from './replyLine.ts';
import type { ViewContext } from './viewContext.ts';

/** Discord puts messages of one author together that are no further apart. */
const TOGETHER_MS = 7 * 60_000;

const goesOn = (before: PageMessage | undefined, now: PageMessage): boolean =>
  before !== undefined &&
  before.author.id === now.author.id &&
  before.ephemeral === now.ephemeral &&
  now.message_reference === undefined &&
  !isOfCommand(now) &&
  Date.parse(now.timestamp) - Date.parse(before.timestamp) < TOGETHER_MS;

const isNewDay = (before: PageMessage | undefined, now: PageMessage): boolean =>
  before === undefined ||
  new Date(before.timestamp).toDateString() !== new Date(now.timestamp).toDateString();

const dayLine = ({ timestamp }: PageMessage): TemplateResult => {
  const day = new Date(timestamp).toLocaleDateString('en-GB', { dateStyle: 'long' });
  return html`<div class="day" role="separator" aria-label=${day}><span>${day}</span></div>`;
};

/** All that a message is drawn from: while it is the same, a key pressed does not draw it anew. */
const drawnFrom = (
  { state, world, now }: ViewContext,
  message: PageMessage,
  { isContinued, isLast }: MessagePlace,
): unknown[] => [
  message,
  isContinued,
  isLast && state.currentMessageId === null,
  state.currentMessageId === message.id,
  state.menuMessageId === message.id,
  state.editing?.messageId === message.id ? state.editing : null,
  state.select?.key.startsWith(`${message.id}/`) === true ? state.select : null,
  state.pending,
  state.notices,
  world.users,
  world.channels,
  world.commands,
  world.offered,
  Math.floor(now.getTime() / 60_000),
];

/** The messages of the channel, as a log that screen readers follow. */
export const messageList = (context: ViewContext, channel: PageChannel | null): TemplateResult => {
  const { state } = context;
  const messages = channel === null ? [] : shownMessages(state, channel.id);
  const notices = state.notices.filter(
    ({ channelId, messageId }) => channelId === channel?.id && messageId === null,
  );
  const log = html`<discord-messages
      ?light-theme=${state.theme === 'light'}
      no-background
      role="log"
      aria-live="polite"
      aria-label="Messages in ${channel?.name ?? 'no channel'}"
    >
      ${messages.length === 0 && channel !== null ? emptyChannel(context, channel) : nothing}
      ${repeat(
        messages,
        ({ id }) => id,
        (now, index) => {
          const before = messages[index - 1];
          const newDay = isNewDay(before, now);
          const place = {
            isContinued: !newDay && goesOn(before, now),
            isLast: index === messages.length - 1,
          };
          return html`${newDay ? dayLine(now) : nothing}${guard(
            drawnFrom(context, now, place),
            () => message(context, now, place),
          )}`;
        },
      )}
      ${repeat(
        notices,
        ({ id }) => id,
        (line) => notice(context, line),
      )}
    </discord-messages>`;
  // Another channel is another log: what it already holds is no news to a screen reader.
  return html`<div class="scroller">${keyed(channel?.id, log)}</div>`;
};
