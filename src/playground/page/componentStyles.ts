import { DiscordAuthorInfo } from '@skyra/discord-components-core/discord-author-info.js';
import { DiscordEmbed } from '@skyra/discord-components-core/discord-embed.js';
import { DiscordEmbedFooter } from '@skyra/discord-components-core/discord-embed-footer.js';
import { DiscordMention } from '@skyra/discord-components-core/discord-mention.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import { DiscordMessages } from '@skyra/discord-components-core/discord-messages.js';
import { DiscordReply } from '@skyra/discord-components-core/discord-reply.js';
import { type CSSResult, css, type LitElement } from 'lit';

/** Adds to the styles of a component's inside, which no style sheet of the page reaches. */
const dress = (component: typeof LitElement, style: CSSResult): void => {
  component.elementStyles.push(style);
};

/**
 * The colours of Discord today in place of those of some years ago, enough contrast to read by,
 * and widths that give way on a phone. To be called once, before anything is drawn.
 */
export const dressComponents = (): void => {
  dress(
    DiscordMessages,
    css`:host, :host([light-theme]) { color: var(--text); background: none; border: 0; font-family: var(--font); line-height: 1.375; }`,
  );
  dress(
    DiscordMessage,
    css`
      :host, :host([light-theme]) { color: var(--text); font-family: var(--font); padding-right: 16px; }
      :host(:hover) { background-color: var(--hover); }
      .discord-message-content { min-width: 0; line-height: 1.375; padding-top: 0; }
      .discord-author-avatar { margin-top: 2px; }
      .discord-author-avatar img { cursor: default; }
      .discord-message-timestamp, :host([light-theme]) .discord-message-timestamp { color: var(--muted); }
      .discord-message-edited, :host([light-theme]) .discord-message-edited { color: var(--muted); font-size: 0.6875rem; }
      .discord-message-body-only-indent { flex: none; width: 56px; font-size: 0.6875rem; margin: 0; align-self: flex-start; padding-top: 4px; }
    `,
  );
  dress(
    DiscordAuthorInfo,
    css`:host .discord-author-username, :host([light-theme]) .discord-author-username { color: var(--heading); font-weight: 600; cursor: text; }
      :host .discord-author-username:hover { text-decoration: none; cursor: text; }`,
  );
  dress(
    DiscordReply,
    css`
      :host, :host([light-theme]) { color: var(--quiet); min-width: 0; font-family: var(--font); }
      :host::before, :host([light-theme])::before { border-color: var(--line) !important; }
      .discord-replied-message-username { color: var(--quiet); opacity: 1; text-decoration: none !important; cursor: text !important; }
      .discord-replied-message-content { min-width: 0; overflow: hidden; }
      .discord-replied-message-content:hover, :host([light-theme]) .discord-replied-message-content:hover { color: var(--text); }
      .discord-reply-badge { color: var(--quiet); background: var(--field); }
    `,
  );
  dress(
    DiscordEmbed,
    css`
      :host, :host([light-theme]) { color: var(--text); font-size: 0.875rem; line-height: 1.375; max-width: 524px; margin: 4px 0; }
      :host .discord-embed-root { flex: 0 1 520px; }
      :host .discord-embed-wrapper, :host([light-theme]) .discord-embed-wrapper { background-color: var(--embed); border: 1px solid var(--embed-line); border-left: 0; max-width: 100%; min-width: 0; justify-self: stretch; }
      :host .discord-embed-wrapper .discord-embed-grid { grid-template-columns: minmax(0, 1fr); display: grid; padding: 8px 16px 16px 12px; }
      :host ::slotted(*) { grid-column: 1 / 2 !important; }
      :host .discord-left-border, :host([light-theme]) .discord-left-border { background-color: var(--embed-line); }
    `,
  );
  dress(
    DiscordEmbedFooter,
    css`:host, :host([light-theme]) { color: var(--quiet); font-weight: 500; min-width: 0; }`,
  );
  dress(
    DiscordMention,
    css`:host, :host([light-theme]) { color: var(--mention); background-color: var(--mention-back); cursor: inherit; }
      :host(:hover), :host([light-theme]:hover) { color: var(--mention); background-color: var(--mention-back); }
      :host([type='channel']), :host([type='slash']) { cursor: pointer; }
      .no-wrap svg { width: 1em; height: 1em; vertical-align: -0.15em; margin: 0 1px 0 0; }`,
  );
};
