import { html, nothing, type TemplateResult } from 'lit';
import { type CommandDraft, moreOptions } from '../model/commandDraft.ts';
import { commandField } from './commandField.ts';
import { icon } from './icons.ts';
import { optionList } from './optionList.ts';
import type { ViewContext } from './viewContext.ts';

const help = (draft: CommandDraft): TemplateResult => {
  const field = draft.fields.find(({ option }) => option.name === draft.focused);
  if (field === undefined) return html`<span>${draft.leaf.description}</span>`;
  const { option, fault } = field;
  return html`<strong>${option.name}</strong> <span>${option.description}</span>
    ${fault === null ? nothing : html`<span class="fault-words" role="alert">${fault}</span>`}`;
};

/** A slash command with its options: required ones first, the others to be added. */
export const commandForm = (context: ViewContext, draft: CommandDraft): TemplateResult => {
  const { actions, avatarFor, world } = context;
  const more = moreOptions(draft);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    actions.draft.cancel('');
  };
  return html`${optionList(context, draft)}
    <form
      class="command"
      aria-label="/${draft.leaf.name}"
      @keydown=${onKey}
      @submit=${(event: Event) => {
        event.preventDefault();
        actions.draft.submit();
      }}
    >
      <p class="command-help">
        <img class="face tiny" src=${avatarFor(world.bot.id)} alt="" />${help(draft)}
      </p>
      <div class="composer command-line">
        <span class="command-name">/${draft.leaf.name}</span>
        ${draft.fields.map((field) => commandField(context, draft, field))}
        ${more.map(
          ({ name, description }) => html`<button
            type="button"
            class="add-option"
            title=${description}
            aria-label="Add the option ${name}: ${description}"
            @click=${() => actions.draft.addOption(name)}
          >
            ${icon('plus')}${name}
          </button>`,
        )}
        <span class="command-ends">
          <button
            type="button"
            class="icon-button"
            aria-label="Leave the command"
            title="Leave the command"
            @click=${() => actions.draft.cancel('')}
          >
            ${icon('close')}
          </button>
          <button type="submit" id="command-send" class="icon-button send" aria-label="Send" title="Send">
            ${icon('send')}
          </button>
        </span>
      </div>
    </form>`;
};
