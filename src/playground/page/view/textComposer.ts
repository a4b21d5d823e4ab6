import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PageChannel } from '../../protocol.ts';
import { type ComposerList, composerList } from '../actions/composerActions.ts';
import { icon } from './icons.ts';
import type { ViewContext } from './viewContext.ts';

const onListKey = (
  { state, actions }: ViewContext,
  list: NonNullable<ComposerList>,
  event: KeyboardEvent,
): boolean => {
  const { composer } = actions;
  const count = list.items.length;
  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => composer.moveActive(count, 1),
    ArrowUp: () => composer.moveActive(count, -1),
    Escape: () => composer.closeList(),
    ...(count > 0 && {
      Enter: () => composer.take(list, state.composer.active),
      Tab: () => composer.take(list, state.composer.active),
    }),
  };
  const move = event.shiftKey ? undefined : moves[event.key];
  if (move === undefined) return false;
  event.preventDefault();
  move();
  return true;
};

const onKey = (context: ViewContext, list: ComposerList, event: KeyboardEvent): void => {
  const { state, actions } = context;
  if (event.isComposing) return;
  if (list !== null && onListKey(context, list, event)) return;
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    actions.composer.send();
  }
  if (event.key === 'ArrowUp' && state.composer.text === '') {
    event.preventDefault();
    actions.message.editLast();
  }
  if (event.key === 'Escape') actions.composer.cancelReply();
};

const listBox = (context: ViewContext, list: NonNullable<ComposerList>): TemplateResult => {
  const { state, actions, avatarFor, world } = context;
  const line = (index: number, content: unknown): TemplateResult => html`<li
    id="suggestion-${index}"
    role="option"
    class="option ${index === state.composer.active ? 'active' : ''}"
    aria-selected=${index === state.composer.active ? 'true' : 'false'}
    @click=${() => actions.composer.take(list, index)}
  >
    ${content}
  </li>`;
  const commands = (): unknown =>
    list.kind === 'commands' &&
    list.items.map(({ name, description, options }, index) =>
      line(
        index,
        html`<img class="face small" src=${avatarFor(world.bot.id)} alt="" />
          <span class="option-words"
            ><span class="option-name"
              >/${name}${options
                .filter(({ required }) => required === true)
                .map((option) => html` <span class="option-hint">${option.name}</span>`)}</span
            ><span class="quiet">${description}</span></span
          >`,
      ),
    );
  const people = (): unknown =>
    list.kind === 'people' &&
    list.items.map(({ id, name }, index) =>
      line(
        index,
        html`<img class="face small" src=${avatarFor(id)} alt="" /><span class="option-name">${name}</span>`,
      ),
    );
  const title = list.kind === 'commands' ? 'Commands' : 'People';
  return html`<div class="pop" @pointerdown=${(event: Event) => event.preventDefault()}>
    <p class="pop-title" id="suggestions-title">${title}</p>
    ${
      list.items.length === 0
        ? html`<p class="quiet pop-empty" role="status">No command of that name.</p>`
        : html`<ul class="pop-list" id="suggestions" role="listbox" aria-labelledby="suggestions-title">
            ${commands() || people()}
          </ul>`
    }
  </div>`;
};

/** The line to write a message in. */
export const textComposer = (context: ViewContext, channel: PageChannel): TemplateResult => {
  const { state, actions, nameOf, world } = context;
  const { text, active } = state.composer;
  const list = composerList(state);
  const isListed = list !== null && list.items.length > 0;
  const name = channel.kind === 'direct' ? `@${channel.name}` : `#${channel.name}`;
  return html`${list === null ? nothing : listBox(context, list)}
    <div class="composer">
      <button
        class="icon-button"
        aria-label="Commands"
        title="Commands"
        @click=${() => actions.composer.fill('/')}
      >
        ${icon('slash')}
      </button>
      <textarea
        id="composer"
        rows="1"
        maxlength="2000"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls="suggestions"
        aria-activedescendant=${isListed ? `suggestion-${active}` : nothing}
        aria-label="Message ${name}"
        placeholder="Message ${name}"
        .value=${live(text)}
        @input=${(event: InputEvent) => actions.composer.type((event.target as HTMLTextAreaElement).value)}
        @keydown=${(event: KeyboardEvent) => onKey(context, list, event)}
      ></textarea>
      ${
        channel.kind === 'direct'
          ? nothing
          : html`<button
              class="icon-button"
              aria-label="Mention ${nameOf(world.bot.id)}"
              title="Mention ${nameOf(world.bot.id)}"
              @click=${actions.composer.mentionBot}
            >
              ${icon('at')}
            </button>`
      }
      <button
        class="icon-button send"
        aria-label="Send"
        title="Send"
        ?disabled=${text.trim() === ''}
        @pointerdown=${(event: Event) => event.preventDefault()}
        @click=${actions.composer.send}
      >
        ${icon('send')}
      </button>
    </div>`;
};
