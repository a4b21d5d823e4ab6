import { html, nothing, type TemplateResult } from 'lit';
import type { CommandDraft } from '../model/commandDraft.ts';
import type { ViewContext } from './viewContext.ts';

/** What may be chosen for the option that is being typed. */
export const optionList = (
  { actions }: ViewContext,
  draft: CommandDraft,
): TemplateResult | typeof nothing => {
  const { suggestions, focused } = draft;
  if (suggestions === null || focused === null) return nothing;
  const { choices, active, isLoading } = suggestions;
  if (choices.length === 0)
    return html`<div class="pop">
      <p class="quiet pop-empty" role="status">
        ${isLoading ? 'Loading options…' : 'No options match your search.'}
      </p>
    </div>`;
  return html`<div class="pop ${isLoading ? 'loading' : ''}" @pointerdown=${(event: Event) => event.preventDefault()}>
    <p class="pop-title" id="choices-title">${focused}</p>
    <ul class="pop-list" id="choices" role="listbox" aria-labelledby="choices-title">
      ${choices.map(
        (choice, index) => html`<li
          id="choice-${index}"
          role="option"
          class="option ${index === active ? 'active' : ''}"
          aria-selected=${index === active ? 'true' : 'false'}
          @click=${() => actions.draft.choose(focused, choice)}
        >
          <span class="option-name">${choice.name}</span>
        </li>`,
      )}
    </ul>
  </div>`;
};
