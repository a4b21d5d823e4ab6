import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIComponentInMessageActionRow,
} from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import type { PageMessage } from '../../protocol.ts';
import { choicesOf, defaultsOf } from '../model/choices.ts';
import { icon } from './icons.ts';
import { selectMenu } from './selectMenu.ts';
import type { ViewContext } from './viewContext.ts';

const ROW = 1;
const BUTTON = 2;
const LINK = 5;
const STYLES: Readonly<Record<number, string>> = {
  1: 'primary',
  2: 'secondary',
  3: 'success',
  4: 'danger',
  5: 'secondary',
};

const isPending = ({ state }: ViewContext, messageId: string, customId: string): boolean =>
  Object.values(state.pending).some(
    (pending) =>
      pending.kind === 'component' &&
      pending.messageId === messageId &&
      pending.customId === customId,
  );

/** A button of our own in Discord's look: the component's is never really disabled. */
const button = (
  context: ViewContext,
  message: PageMessage,
  shown: APIButtonComponent,
): TemplateResult | typeof nothing => {
  const emoji = 'emoji' in shown ? shown.emoji?.name : undefined;
  const label = 'label' in shown ? shown.label : undefined;
  const face = html`${emoji == null ? nothing : html`<span aria-hidden=${label === undefined ? 'false' : 'true'}>${emoji}</span>`}${label ?? nothing}`;
  if (shown.style === LINK) {
    if (!/^https?:\/\//i.test(shown.url)) return nothing;
    return html`<a
      class="button secondary ${shown.disabled === true ? 'disabled' : ''}"
      href=${shown.disabled === true ? nothing : shown.url}
      target="_blank"
      rel="noopener noreferrer"
      >${face}${icon('link')}</a
    >`;
  }
  if (!('custom_id' in shown)) return nothing;
  const { custom_id: customId } = shown;
  const isBusy = isPending(context, message.id, customId);
  return html`<button
    class="button ${STYLES[shown.style] ?? 'secondary'} ${isBusy ? 'busy' : ''}"
    ?disabled=${shown.disabled === true}
    aria-busy=${isBusy ? 'true' : 'false'}
    @click=${() => !isBusy && context.actions.component.press(message, customId)}
  >
    ${isBusy ? html`<span class="dots" aria-hidden="true"></span>` : nothing}<span class="button-face">${face}</span>
  </button>`;
};

const part = (
  context: ViewContext,
  message: PageMessage,
  shown: APIComponentInMessageActionRow,
): TemplateResult | typeof nothing => {
  if (shown.type === BUTTON) return button(context, message, shown);
  const { custom_id: customId } = shown;
  return selectMenu(context, {
    key: `${message.id}/${customId}`,
    label: shown.placeholder ?? 'Make a selection',
    choices: choicesOf(shown, context.world),
    picked: defaultsOf(shown),
    min: shown.min_values ?? 1,
    max: shown.max_values ?? 1,
    isDisabled: shown.disabled === true || isPending(context, message.id, customId),
    commit: (values) => context.actions.component.choose(message, customId, [...values]),
  });
};

/** The rows of buttons and menus under a message. */
export const componentRows = (
  context: ViewContext,
  message: PageMessage,
): readonly TemplateResult[] =>
  (message.components ?? [])
    .filter((row): row is APIActionRowComponent<APIComponentInMessageActionRow> => row.type === ROW)
    .map(
      (row) =>
        html`<discord-action-row slot="components"
          >${row.components.map((shown) => part(context, message, shown))}</discord-action-row
        >`,
    );
