import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons.ts';
import type { ViewContext } from './viewContext.ts';

/** What this page is, said plainly; and what is amiss, while it is. */
export const banner = ({ state, world, nameOf }: ViewContext): TemplateResult => html`<header>
  <p class="banner">
    <strong>Playground:</strong> a local stand-in for Discord.
    <span class="banner-more">No token, nothing leaves this machine.</span>
  </p>
  <div role="status">
    ${
      state.link === 'lost'
        ? html`<p class="trouble">${icon('warning')} The playground is not reached. It is tried again by itself.</p>`
        : !world.isBotOnline
          ? html`<p class="trouble">${icon('warning')} ${nameOf(world.bot.id)} is offline. It answers again once it is back.</p>`
          : nothing
    }
  </div>
</header>`;
