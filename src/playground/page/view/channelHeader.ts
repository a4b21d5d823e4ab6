import { html, nothing, type TemplateResult } from 'lit';
import type { PageChannel } from '../../protocol.ts';
import { icon } from './icons.ts';
import type { ViewContext } from './viewContext.ts';

const ICONS = { text: 'hash', thread: 'thread', forum: 'forum', direct: 'at' } as const;

const themeSwitch = ({ state, actions }: ViewContext): TemplateResult => {
  const other = state.theme === 'dark' ? 'light' : 'dark';
  const label = `Switch to the ${other} theme`;
  return html`<button
    class="icon-button theme-switch"
    aria-label=${label}
    title=${label}
    @click=${() => actions.place.setTheme(other)}
  >
    ${icon(other === 'dark' ? 'moon' : 'sun')}
  </button>`;
};

/** The name and topic of the channel, and on a phone the way to the others. */
export const channelHeader = (
  context: ViewContext,
  channel: PageChannel | null,
): TemplateResult => {
  const { state, actions } = context;
  return html`<header class="channel-header">
  <button
    class="icon-button drawer-button"
    aria-label="Channels"
    aria-expanded=${state.isDrawerOpen ? 'true' : 'false'}
    @click=${actions.place.openDrawer}
  >
    ${icon('menu')}${state.unread.size > 0 ? html`<span class="unread-dot"><span class="sr">unread messages</span></span>` : nothing}
  </button>
  ${
    channel === null
      ? nothing
      : html`${icon(ICONS[channel.kind])}
          <h2 class="channel-title">${channel.name}</h2>
          ${channel.topic === '' ? nothing : html`<p class="topic" title=${channel.topic}>${channel.topic}</p>`}`
  }
  ${themeSwitch(context)}
</header>`;
};
