import { html, nothing, type TemplateResult } from 'lit';
import { currentChannel } from '../model/state.ts';
import { banner } from './banner.ts';
import { channelHeader } from './channelHeader.ts';
import { composer } from './composer.ts';
import { forumPosts } from './forumPosts.ts';
import { memberList } from './memberList.ts';
import { messageList } from './messageList.ts';
import { modal } from './modal.ts';
import { sidebar } from './sidebar.ts';
import type { ViewContext } from './viewContext.ts';

/** Before the stand-in has spoken for the first time. */
export const waiting = (): TemplateResult => html`<p class="waiting" role="status">
  Connecting to the playground…
</p>`;

/** The whole page. */
export const app = (context: ViewContext): TemplateResult => {
  const { state, actions } = context;
  const channel = currentChannel(state);
  return html`${banner(context)}
    <div class="columns ${state.isDrawerOpen ? 'drawer-open' : ''}">
      ${sidebar(context)}
      ${
        state.isDrawerOpen
          ? html`<div class="drawer-shade" @click=${actions.place.closeDrawer}></div>`
          : nothing
      }
      <main class="main" ?inert=${state.isDrawerOpen}>
        ${channelHeader(context, channel)}
        <div class="main-columns">
          <div class="chat">
            ${channel?.kind === 'forum' ? forumPosts(context, channel) : messageList(context, channel)}
            ${channel === null || channel.kind === 'forum' ? nothing : composer(context, channel)}
          </div>
          ${memberList(context)}
        </div>
      </main>
    </div>
    ${modal(context)}`;
};
