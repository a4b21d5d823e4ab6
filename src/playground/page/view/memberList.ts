import { html, type TemplateResult } from 'lit';
import { people } from '../model/state.ts';
import type { ViewContext } from './viewContext.ts';

/** The people of the place, the bot first. */
export const memberList = ({ world, nameOf, avatarFor }: ViewContext): TemplateResult => {
  const member = (id: string, note: string, isOnline: boolean): TemplateResult => html`<li
    class="member ${isOnline ? '' : 'away'}"
  >
    <span class="face-box"
      ><img class="face" src=${avatarFor(id)} alt="" /><span
        class="presence ${isOnline ? 'online' : 'offline'}"
      ></span
    ></span>
    <span class="user-words"
      ><span class="user-name"
        >${nameOf(id)}${id === world.bot.id ? html` <span class="app-tag">App</span>` : ''}</span
      ><span class="user-role">${note}</span></span
    >
  </li>`;
  return html`<aside class="members" aria-label="Members">
    <h2>Bot</h2>
    <ul>
      ${member(world.bot.id, world.isBotOnline ? 'online' : 'offline', world.isBotOnline)}
    </ul>
    <h2>People</h2>
    <ul>
      ${people(world).map(({ user, isAdmin }) =>
        member(
          user.id,
          `${isAdmin ? 'admin' : 'member'}${user.id === world.me ? ', you' : ''}`,
          true,
        ),
      )}
    </ul>
  </aside>`;
};
