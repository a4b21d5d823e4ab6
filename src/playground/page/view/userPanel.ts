import { html, type TemplateResult } from 'lit';
import { people } from '../model/state.ts';
import { icon } from './icons.ts';
import type { ViewContext } from './viewContext.ts';

/** Who you are here, with the switch to the other user, and the theme. */
export const userPanel = ({
  state,
  world,
  actions,
  nameOf,
  avatarFor,
}: ViewContext): TemplateResult => {
  const other = state.theme === 'dark' ? 'light' : 'dark';
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
    <button
      class="icon-button"
      aria-label="Switch to the ${other} theme"
      title="Switch to the ${other} theme"
      @click=${() => actions.place.setTheme(other)}
    >
      ${icon(other === 'dark' ? 'moon' : 'sun')}
    </button>
  </div>`;
};
