import { html, type TemplateResult } from 'lit';
import { people } from '../model/state.ts';
import type { ViewContext } from './viewContext.ts';

/** Who you are here, with the switch to the other user. */
export const userPanel = ({ world, actions, nameOf, avatarFor }: ViewContext): TemplateResult => {
  return html`<div class="user-panel">
    <div class="users" role="group" aria-label="You are">
      ${people(world).map(
        ({ user, isAdmin }) => html`<button
          class="user"
          aria-pressed=${user.id === world.me ? 'true' : 'false'}
          @click=${() => actions.place.switchUser(user.id)}
        >
          <img class="face small" src=${avatarFor(user.id)} alt="" />
          <span class="user-words"
            ><span class="user-name">${nameOf(user.id)}</span
            ><span class="user-role">${isAdmin ? 'admin' : 'member'}</span></span
          >
        </button>`,
      )}
    </div>
  </div>`;
};
