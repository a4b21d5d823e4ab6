import { html, nothing, type TemplateResult } from 'lit';
import type { PageMessage } from '../../protocol.ts';
import { messageCommands } from '../model/commandList.ts';
import { me, offeredCommands } from '../model/state.ts';
import { type IconName, icon } from './icons.ts';
import { keepInView } from './keepInView.ts';
import type { ViewContext } from './viewContext.ts';

const moveInMenu = ({ actions }: ViewContext, event: KeyboardEvent, id: string): void => {
  event.stopPropagation();
  if (event.key === 'Escape') {
    event.preventDefault();
    actions.message.toggleMenu(id);
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const items = [...(event.currentTarget as HTMLElement).querySelectorAll('button')];
  const at = items.indexOf(event.target as HTMLButtonElement);
  items[(at + step + items.length) % items.length]?.focus();
};

const menu = (context: ViewContext, message: PageMessage): TemplateResult => {
  const { world, actions, state } = context;
  const isAdmin = me(world)?.isAdmin === true;
  const isMine = message.author.id === world.me;
  const commands = message.ephemeral ? [] : messageCommands(offeredCommands(state));
  const item = (name: IconName, label: string, run: () => void, style = ''): TemplateResult =>
    html`<button role="menuitem" class="menu-item ${style}" @click=${run}>${icon(name)}${label}</button>`;
  return html`<div
    class="message-menu"
    ${keepInView}
    role="menu"
    aria-label="Message"
    data-popup
    @keydown=${(event: KeyboardEvent) => moveInMenu(context, event, message.id)}
    @focusout=${(event: FocusEvent) => {
      const next = event.relatedTarget as Node | null;
      if (next !== null && !(event.currentTarget as HTMLElement).contains(next))
        actions.message.closeMenu();
    }}
  >
    ${message.ephemeral ? nothing : item('reply', 'Reply', () => actions.message.startReply(message.id))}
    ${isMine ? item('edit', 'Edit', () => actions.message.startEdit(message)) : nothing}
    ${
      commands.length === 0
        ? nothing
        : html`<div class="menu-group" role="group" aria-label="Apps">
            <p class="menu-title" aria-hidden="true">Apps</p>
            ${commands.map((command) => item('app', command.name, () => actions.message.useCommand(command, message)))}
          </div>`
    }
    ${
      message.ephemeral
        ? item('close', 'Dismiss', () => actions.message.dismiss(message.id))
        : isMine || isAdmin
          ? item('trash', 'Delete', () => actions.message.remove(message), 'danger-text')
          : nothing
    }
  </div>`;
};

/** Reply, edit and more, on the message under the pointer or the keyboard. */
export const messageToolbar = (
  context: ViewContext,
  message: PageMessage,
  isCurrent: boolean,
): TemplateResult => {
  const { state, world, actions } = context;
  const isOpen = state.menuMessageId === message.id;
  const tab = isCurrent ? '0' : '-1';
  const tool = (name: IconName, label: string, run: () => void): TemplateResult =>
    html`<button class="tool" tabindex=${tab} aria-label=${label} title=${label} @click=${run}>${icon(name)}</button>`;
  return html`<div class="toolbar ${isOpen ? 'open' : ''}" slot="thread">
    ${message.ephemeral ? nothing : tool('reply', 'Reply', () => actions.message.startReply(message.id))}
    ${message.author.id === world.me ? tool('edit', 'Edit', () => actions.message.startEdit(message)) : nothing}
    <button
      class="tool"
      data-more=${message.id}
      data-popup
      tabindex=${tab}
      aria-label="More"
      title="More"
      aria-haspopup="menu"
      aria-expanded=${isOpen ? 'true' : 'false'}
      @click=${() => actions.message.toggleMenu(message.id)}
    >
      ${icon('more')}
    </button>
    ${isOpen ? menu(context, message) : nothing}
  </div>`;
};
