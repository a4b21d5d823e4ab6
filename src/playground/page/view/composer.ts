import { html, nothing, type TemplateResult } from 'lit';
import type { PageChannel } from '../../protocol.ts';
import { shownMessages } from '../model/state.ts';
import { commandForm } from './commandForm.ts';
import { icon } from './icons.ts';
import { textComposer } from './textComposer.ts';
import type { ViewContext } from './viewContext.ts';

const replyBar = (
  { state, actions, nameOf }: ViewContext,
  channel: PageChannel,
): TemplateResult | typeof nothing => {
  const { replyTo } = state.composer;
  const answered = shownMessages(state, channel.id).find(({ id }) => id === replyTo);
  if (answered === undefined) return nothing;
  return html`<div class="reply-bar">
    <span>Replying to <strong>${nameOf(answered.author.id)}</strong></span>
    <button class="icon-button" aria-label="Do not reply" @click=${actions.composer.cancelReply}>
      ${icon('close')}
    </button>
  </div>`;
};

const typingLine = ({ state, nameOf, now, world }: ViewContext, channel: PageChannel): string => {
  const names = state.typing
    .filter(({ channelId, until }) => channelId === channel.id && until > now.getTime())
    .filter(({ userId }) => userId !== world.me)
    .map(({ userId }) => nameOf(userId));
  if (names.length === 0) return '';
  return `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} typing…`;
};

/** The foot of a channel: a text, or a command being filled in. */
export const composer = (context: ViewContext, channel: PageChannel): TemplateResult => {
  const { command } = context.state.composer;
  const typing = typingLine(context, channel);
  return html`<footer class="foot">
    ${replyBar(context, channel)}
    ${command === null ? textComposer(context, channel) : commandForm(context, command)}
    <p class="typing" role="status">
      ${typing === '' ? nothing : html`<span class="dots" aria-hidden="true"></span>${typing}`}
    </p>
  </footer>`;
};
