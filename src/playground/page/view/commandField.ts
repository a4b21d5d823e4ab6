import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { OPTION } from '../model/checkOption.ts';
import type { CommandDraft, Field } from '../model/commandDraft.ts';
import type { ViewContext } from './viewContext.ts';

const onKey = (
  { actions }: ViewContext,
  draft: CommandDraft,
  { option, text }: Field,
  event: KeyboardEvent,
): void => {
  if (event.isComposing) return;
  const { name } = option;
  const choice = draft.suggestions?.choices[draft.suggestions.active];
  const isListed = draft.focused === name && choice !== undefined;
  const isFirst = draft.fields[0]?.option.name === name;
  const take = (): void => {
    if (choice !== undefined) actions.draft.choose(name, choice);
  };
  if (event.key === 'Enter') {
    event.preventDefault();
    if (isListed) take();
    else actions.draft.submit();
  } else if (event.key === 'Tab' && !event.shiftKey && isListed && text !== '') {
    // The key also goes on to the next field by itself.
    take();
  } else if (event.key === 'Escape' && draft.suggestions !== null) {
    event.preventDefault();
    event.stopPropagation();
    actions.draft.closeList();
  } else if (['ArrowDown', 'ArrowUp'].includes(event.key)) {
    event.preventDefault();
    if (draft.suggestions === null) actions.draft.focusField(name);
    else actions.draft.moveActive(event.key === 'ArrowDown' ? 1 : -1);
  } else if (event.key === 'Backspace' && text === '') {
    event.preventDefault();
    if (option.required !== true) actions.draft.removeOption(name);
    else if (isFirst) actions.draft.cancel(`/${draft.leaf.name}`);
  }
};

const modeOf = (type: number): 'numeric' | 'decimal' | 'text' => {
  if (type === OPTION.integer) return 'numeric';
  return type === OPTION.number ? 'decimal' : 'text';
};

const fileField = (
  { actions }: ViewContext,
  { option, fault }: Field,
): TemplateResult => html`<input
  type="file"
  data-option=${option.name}
  aria-invalid=${fault === null ? 'false' : 'true'}
  @focus=${() => actions.draft.focusField(option.name)}
  @change=${(event: Event) => {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (file !== undefined) void actions.draft.attach(option.name, file);
  }}
/>`;

/** One option of a command: its name as a label, and what is typed for it. */
export const commandField = (
  context: ViewContext,
  draft: CommandDraft,
  field: Field,
): TemplateResult => {
  const { actions } = context;
  const { option, text, fault } = field;
  const { name } = option;
  const isListed = draft.focused === name && (draft.suggestions?.choices.length ?? 0) > 0;
  return html`<label class="field ${fault === null ? '' : 'faulty'} ${draft.focused === name ? 'here' : ''}">
    <span class="field-label">${name}</span>
    ${
      option.type === OPTION.attachment
        ? fileField(context, field)
        : html`<span class="grow" data-text=${text}
            ><input
              type="text"
              size="1"
              autocomplete="off"
              spellcheck="false"
              role="combobox"
              data-option=${name}
              inputmode=${modeOf(option.type)}
              aria-required=${option.required === true ? 'true' : 'false'}
              aria-invalid=${fault === null ? 'false' : 'true'}
              aria-autocomplete="list"
              aria-expanded=${isListed ? 'true' : 'false'}
              aria-controls="choices"
              aria-activedescendant=${isListed ? `choice-${draft.suggestions?.active ?? 0}` : nothing}
              aria-description=${option.description}
              .value=${live(text)}
              @focus=${() => actions.draft.focusField(name)}
              @input=${(event: InputEvent) => actions.draft.typeInto(name, (event.target as HTMLInputElement).value)}
              @keydown=${(event: KeyboardEvent) => onKey(context, draft, field, event)}
          /></span>`
    }
  </label>`;
};
