import { html, nothing, type TemplateResult } from 'lit';
import type { PageMessage } from '../../protocol.ts';
import { plainText } from '../markdown/plainText.ts';
import { fromWire } from '../model/mentions.ts';
import { icon } from './icons.ts';
import type { ViewContext } from './viewContext.ts';

const PREVIEW_MAX = 160;

type Referenced = NonNullable<PageMessage['referenced_message']>;

const preview = ({ world }: ViewContext, { content, embeds, attachments }: Referenced): string => {
  const text = plainText(fromWire(world, content));
  if (text !== '') return text.slice(0, PREVIEW_MAX);
  const title = embeds.find((embed) => embed.title !== undefined)?.title;
  if (title !== undefined) return plainText(title).slice(0, PREVIEW_MAX);
  return attachments.length > 0 ? 'See the attachment' : 'See the message';
};

/** The types of messages that a slash command or a command on a message brought. */
const OF_COMMANDS: readonly number[] = [20, 23];

/** Whether a message is the answer to a command. */
export const isOfCommand = ({ type }: PageMessage): boolean => OF_COMMANDS.includes(type);

const used = (
  context: ViewContext,
  user: string,
  name: string | undefined,
): TemplateResult => html`<p
  class="used"
  slot="reply"
>
  <img class="face tiny" src=${context.avatarFor(user)} alt="" />
  <strong>${context.nameOf(user)}</strong> used
  ${name === undefined ? 'a command' : html`<span class="used-name">${icon('slash')} ${name}</span>`}
</p>`;

/** What a message answers: another message, or a command. */
export const replyLine = (
  context: ViewContext,
  message: PageMessage,
): TemplateResult | typeof nothing => {
  const { referenced_message: referenced, message_reference: reference } = message;
  if (isOfCommand(message) && message.interaction_metadata !== undefined)
    return used(context, message.interaction_metadata.user.id, message.interaction?.name);
  if (reference === undefined) return nothing;
  if (referenced == null) return html`<discord-reply slot="reply" deleted></discord-reply>`;
  return html`<discord-reply
    slot="reply"
    .author=${context.nameOf(referenced.author.id)}
    .avatar=${context.avatarFor(referenced.author.id)}
    ?bot=${referenced.author.bot === true}
    ?edited=${referenced.edited_timestamp !== null}
    ><button
      class="bare reply-jump"
      title="Go to the message"
      @click=${() => context.actions.message.focusMessage(referenced.id)}
      >${preview(context, referenced)}</button
    ></discord-reply
  >`;
};
