import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { renderMarkdown } from '../markdown/renderMarkdown.ts';
import { choicesOf, defaultsOf } from '../model/choices.ts';
import { isRequired, type ModalPart, modalParts } from '../model/modalFields.ts';
import { icon } from './icons.ts';
import { selectMenu } from './selectMenu.ts';
import type { ViewContext } from './viewContext.ts';

const PARAGRAPH = 2;

const words = (
  part: Exclude<ModalPart, { kind: 'words' }>,
  id: string,
): TemplateResult => html`<label
    class="modal-label"
    for=${id}
    >${part.label}${isRequired(part) ? html` <span class="required" title="required" aria-hidden="true">*</span>` : nothing}</label
  >${part.description === '' ? nothing : html`<p class="quiet" id="${id}-note">${part.description}</p>`}`;

const textPart = (
  part: Extract<ModalPart, { kind: 'text' }>,
  fault: string | undefined,
): TemplateResult => {
  const { input } = part;
  const id = `modal-${input.custom_id}`;
  const isLong = input.style === PARAGRAPH;
  const shared = {
    note: `${part.description === '' ? '' : `${id}-note `}${fault === undefined ? '' : `${id}-fault`}`,
    max: input.max_length ?? 4000,
  };
  return html`<div class="modal-part">
    ${words(part, id)}
    ${
      isLong
        ? html`<textarea
            id=${id}
            name=${input.custom_id}
            rows="4"
            maxlength=${shared.max}
            placeholder=${input.placeholder ?? ''}
            aria-required=${isRequired(part) ? 'true' : 'false'}
            aria-invalid=${fault === undefined ? 'false' : 'true'}
            aria-describedby=${shared.note}
            .defaultValue=${input.value ?? ''}
          ></textarea>`
        : html`<input
            id=${id}
            name=${input.custom_id}
            type="text"
            autocomplete="off"
            maxlength=${shared.max}
            placeholder=${input.placeholder ?? ''}
            aria-required=${isRequired(part) ? 'true' : 'false'}
            aria-invalid=${fault === undefined ? 'false' : 'true'}
            aria-describedby=${shared.note}
            .defaultValue=${input.value ?? ''}
          />`
    }
    ${fault === undefined ? nothing : html`<p class="fault-words" id="${id}-fault">${fault}</p>`}
  </div>`;
};

const selectPart = (
  context: ViewContext,
  part: Extract<ModalPart, { kind: 'select' }>,
  fault: string | undefined,
): TemplateResult => {
  const { menu } = part;
  const { state, world, actions } = context;
  const id = `modal-${menu.custom_id}`;
  return html`<div class="modal-part">
    ${words(part, id)}
    ${selectMenu(context, {
      key: `modal/${menu.custom_id}`,
      label: menu.placeholder ?? part.label,
      choices: choicesOf(menu, world),
      picked: state.modalPicks[menu.custom_id] ?? defaultsOf(menu),
      min: isRequired(part) ? (menu.min_values ?? 1) : 0,
      max: menu.max_values ?? 1,
      isDisabled: false,
      commit: (values) => actions.modal.pick(menu.custom_id, values),
    })}
    ${fault === undefined ? nothing : html`<p class="fault-words" role="alert">${fault}</p>`}
  </div>`;
};

const show = (element: Element | undefined): void => {
  // Lit tells of the element before it stands in the page, where it cannot be opened yet.
  queueMicrotask(() => {
    if (!(element instanceof HTMLDialogElement) || !element.isConnected || element.open) return;
    element.showModal();
    element.querySelector<HTMLElement>('.modal-body input, .modal-body textarea')?.focus();
  });
};

/** The modal the bot opened, as a dialog of the browser: it keeps the keyboard and Escape right. */
export const modal = (context: ViewContext): TemplateResult | typeof nothing => {
  const { state, actions, markdown, avatarFor, nameOf, world } = context;
  const { modal: open } = state;
  if (open === null) return nothing;
  const isBusy = Object.values(state.pending).some(({ kind }) => kind === 'modal');
  const part = (one: ModalPart): TemplateResult => {
    if (one.kind === 'words')
      return html`<div class="modal-part md">${renderMarkdown(one.text, markdown)}</div>`;
    const id = one.kind === 'text' ? one.input.custom_id : one.menu.custom_id;
    const fault = open.faults[id];
    return one.kind === 'text' ? textPart(one, fault) : selectPart(context, one, fault);
  };
  return html`<dialog class="modal" aria-labelledby="modal-title" ${ref(show)} @close=${actions.modal.close}>
    <form
      method="dialog"
      novalidate
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        if (!isBusy) actions.modal.submit(event.currentTarget as HTMLFormElement);
      }}
    >
      <header class="modal-head">
        <img class="face small" src=${avatarFor(world.bot.id)} alt="" />
        <h2 id="modal-title">${open.data.title}</h2>
        <button type="button" class="icon-button" aria-label="Close" @click=${actions.modal.close}>
          ${icon('close')}
        </button>
      </header>
      <div class="modal-body">
        <p class="modal-warning">
          ${icon('warning')} This form goes to ${nameOf(world.bot.id)}. Do not share passwords or other secrets.
        </p>
        ${open.failure === null ? nothing : html`<p class="fault" role="alert">${icon('warning')} ${open.failure}</p>`}
        ${modalParts(open.data.components).map(part)}
      </div>
      <footer class="modal-foot">
        <button type="button" class="button secondary" @click=${actions.modal.close}>Cancel</button>
        <button type="submit" class="button primary" aria-busy=${isBusy ? 'true' : 'false'}>
          ${isBusy ? html`<span class="dots" aria-hidden="true"></span>` : nothing}<span class="button-face">Submit</span>
        </button>
      </footer>
    </form>
  </dialog>`;
};
