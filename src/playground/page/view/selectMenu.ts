import { html, nothing, type TemplateResult } from 'lit';
import type { SelectSpec } from '../actions/componentActions.ts';
import type { Choice } from '../model/choices.ts';
import type { OpenSelect } from '../model/state.ts';
import { icon } from './icons.ts';
import { keepInView } from './keepInView.ts';
import type { ViewContext } from './viewContext.ts';

const onKey = (
  { actions }: ViewContext,
  spec: SelectSpec,
  open: OpenSelect | null,
  event: KeyboardEvent,
): void => {
  const { component } = actions;
  if (open === null) {
    if (!['ArrowDown', 'ArrowUp'].includes(event.key)) return;
    event.preventDefault();
    component.openSelect(spec);
    return;
  }
  const active = spec.choices[open.active];
  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => component.moveSelect(spec, open.active + 1),
    ArrowUp: () => component.moveSelect(spec, open.active - 1),
    Home: () => component.moveSelect(spec, 0),
    End: () => component.moveSelect(spec, spec.choices.length - 1),
    Enter: () => active !== undefined && component.pick(spec, active.value),
    ' ': () => active !== undefined && component.pick(spec, active.value),
    Escape: () => component.closeSelect(spec),
  };
  const move = moves[event.key];
  if (event.key === 'Tab') component.closeSelect(spec);
  if (move === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  move();
};

const line = (
  { actions }: ViewContext,
  spec: SelectSpec,
  open: OpenSelect,
  { value, label, description, emoji }: Choice,
  index: number,
): TemplateResult => {
  const isPicked = open.picked.includes(value);
  return html`<li
    id="${spec.key}-${index}"
    role="option"
    class="option ${index === open.active ? 'active' : ''}"
    aria-selected=${isPicked ? 'true' : 'false'}
    @click=${() => actions.component.pick(spec, value)}
  >
    ${emoji === '' ? nothing : html`<span aria-hidden="true">${emoji}</span>`}
    <span class="option-words"
      ><span class="option-name">${label}</span>${description === '' ? nothing : html`<span class="quiet">${description}</span>`}</span
    >
    ${isPicked ? icon('check') : nothing}
  </li>`;
};

const labelsOf = (spec: SelectSpec, values: readonly string[]): string =>
  spec.choices
    .filter(({ value }) => values.includes(value))
    .map(({ label }) => label)
    .join(', ');

/** A menu to choose one or several of; what is picked of several goes off when it is shut. */
export const selectMenu = (context: ViewContext, spec: SelectSpec): TemplateResult => {
  const { state, actions } = context;
  const open = state.select?.key === spec.key ? state.select : null;
  const shown = labelsOf(spec, open?.picked ?? spec.picked);
  const toggle = (): void =>
    open === null ? actions.component.openSelect(spec) : actions.component.closeSelect(spec);
  return html`<div class="select" data-popup @focusout=${(event: FocusEvent) => {
    const isInside = (event.currentTarget as HTMLElement).contains(
      event.relatedTarget as Node | null,
    );
    if (open !== null && !isInside) actions.component.closeSelect(spec);
  }}>
    <button
      type="button"
      class="select-face"
      role="combobox"
      data-select=${spec.key}
      aria-label="${spec.label}${shown === '' ? '' : `: ${shown}`}"
      aria-haspopup="listbox"
      aria-expanded=${open === null ? 'false' : 'true'}
      aria-controls="${spec.key}-list"
      aria-activedescendant=${open === null ? nothing : `${spec.key}-${open.active}`}
      ?disabled=${spec.isDisabled}
      @click=${toggle}
      @keydown=${(event: KeyboardEvent) => onKey(context, spec, open, event)}
    >
      <span class="select-label ${shown === '' ? 'placeholder' : ''}">${shown === '' ? spec.label : shown}</span>
      ${icon('down')}
    </button>
    ${
      open === null
        ? nothing
        : html`<ul
            class="options"
            ${keepInView}
            id="${spec.key}-list"
            role="listbox"
            aria-label=${spec.label}
            aria-multiselectable=${spec.max > 1 ? 'true' : 'false'}
            @pointerdown=${(event: Event) => event.preventDefault()}
          >
            ${
              spec.choices.length === 0
                ? html`<li class="option quiet">There is nothing to choose here.</li>`
                : spec.choices.map((choice, index) => line(context, spec, open, choice, index))
            }
          </ul>`
    }
  </div>`;
};
