import { html, type TemplateResult } from 'lit';
import type { PageChannel } from '../../protocol.ts';
import { icon } from './icons.ts';
import type { ViewContext } from './viewContext.ts';

/** A forum: its posts, each a thread to open. */
export const forumPosts = (
  { state, world, actions }: ViewContext,
  forum: PageChannel,
): TemplateResult => {
  const posts = world.channels.filter(({ parentId }) => parentId === forum.id);
  return html`<div class="posts" tabindex="-1" id="composer">
    ${
      posts.length === 0
        ? html`<p class="quiet">There are no posts here yet.</p>`
        : posts.map(
            (post) => html`<button class="post" @click=${() => actions.place.openChannel(post.id)}>
              ${icon('thread')}
              <span class="post-words"
                ><span class="post-name">${post.name}</span
                ><span class="quiet">${(state.world?.messages[post.id] ?? []).length} messages</span></span
              >
            </button>`,
          )
    }
  </div>`;
};
