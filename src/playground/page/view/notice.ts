import { html, type TemplateResult } from 'lit';
import type { Notice } from '../model/state.ts';
import { icon } from './icons.ts';
import type { ViewContext } from './viewContext.ts';

/** A fault that belongs to no message: only this tab sees it. */
export const notice = ({ actions }: ViewContext, { id, text }: Notice): TemplateResult => html`<div
  class="notice"
>
  <p class="fault">${icon('warning')} ${text}</p>
  <p class="only-you">
    ${icon('eye')} Only you can see this
    <button class="link-button" @click=${() => actions.message.dismissNotice(id)}>Dismiss message</button>
  </p>
</div>`;
