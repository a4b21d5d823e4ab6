import { html, nothing, type TemplateResult } from 'lit';
import type { PageChannel } from '../../protocol.ts';
import { userIds } from '../model/mentions.ts';
import { type IconName, icon } from './icons.ts';
import { userPanel } from './userPanel.ts';
import type { ViewContext } from './viewContext.ts';

const ICONS: Readonly<Record<PageChannel['kind'], IconName>> = {
  text: 'hash',
  thread: 'thread',
  forum: 'forum',
  direct: 'direct',
};

const item = (
  { state, world, actions, nameOf, avatarFor }: ViewContext,
  channel: PageChannel,
): TemplateResult => {
  const isHere = channel.id === state.channelId;
  const isUnread = state.unread.has(channel.id);
  return html`<li>
    <button
      class="channel ${channel.kind} ${isHere ? 'here' : ''} ${isUnread ? 'unread' : ''}"
      aria-current=${isHere ? 'page' : nothing}
      @click=${() => actions.place.openChannel(channel.id)}
    >
      ${
        channel.kind === 'direct'
          ? html`<img class="face small" src=${avatarFor(userIds(world).find((id) => nameOf(id) === channel.name) ?? '')} alt="" />`
          : icon(ICONS[channel.kind])
      }
      <span class="channel-name">${channel.name}</span>
      ${isUnread ? html`<span class="unread-dot"><span class="sr">unread</span></span>` : nothing}
    </button>
  </li>`;
};

/** Channels with their threads beneath them, in the order the stand-in gives. */
const tree = (channels: readonly PageChannel[]): readonly PageChannel[] =>
  channels
    .filter(({ kind, parentId }) => kind !== 'direct' && parentId === null)
    .flatMap((channel) => [channel, ...channels.filter(({ parentId }) => parentId === channel.id)]);

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .join('')
    .slice(0, 3);

/** The server's name, its channels, direct messages, and who you are. */
export const sidebar = (context: ViewContext): TemplateResult => {
  const { world, actions, state } = context;
  const direct = world.channels.filter(({ kind }) => kind === 'direct');
  const close = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && state.isDrawerOpen) actions.place.closeDrawer();
  };
  return html`<nav class="sidebar" aria-label="Channels" @keydown=${close}>
    <div class="rail" aria-hidden="true"><span class="guild-badge">${initials(world.guildName)}</span></div>
    <div class="sidebar-body">
      <div class="guild-name">
        <h1>${world.guildName}</h1>
        <button class="icon-button drawer-close" aria-label="Close channels" @click=${actions.place.closeDrawer}>
          ${icon('close')}
        </button>
      </div>
      <div class="channels">
        <h2>Channels</h2>
        <ul>
          ${tree(world.channels).map((channel) => item(context, channel))}
        </ul>
        ${
          direct.length === 0
            ? nothing
            : html`<h2>Direct messages</h2>
                <ul>
                  ${direct.map((channel) => item(context, channel))}
                </ul>`
        }
      </div>
    </div>
    ${userPanel(context)}
  </nav>`;
};
