import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PageMessage } from '../../protocol.ts';
import type { ViewContext } from './viewContext.ts';

/** A message being changed in its place: Enter saves, Escape leaves it. */
export const editBox = ({ state, actions }: ViewContext, message: PageMessage): TemplateResult => {
  const onKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Escape') actions.message.cancelEdit();
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      actions.message.saveEdit(message);
    }
  };
  return html`<div class="edit">
    <textarea
      id="edit"
      rows="1"
      aria-label="Edit your message"
      maxlength="2000"
      .value=${live(state.editing?.text ?? '')}
      @input=${(event: InputEvent) => actions.message.typeEdit((event.target as HTMLTextAreaElement).value)}
      @keydown=${onKey}
    ></textarea>
    <p class="quiet">
      escape to <button class="link-button" @click=${actions.message.cancelEdit}>cancel</button>, enter to
      <button class="link-button" @click=${() => actions.message.saveEdit(message)}>save</button>
    </p>
  </div>`;
};
