import { html, nothing, type TemplateResult } from 'lit';
import type { PageChannel } from '../../protocol.ts';
import { offeredLeaves } from '../actions/composerActions.ts';
import { icon } from './icons.ts';
import type { ViewContext } from './viewContext.ts';

const QUESTIONS = [
  'Does gabapentin help hemifacial spasm?',
  'What helps nocturnal leg cramps?',
  'Side effects of baclofen',
];

const COMMANDS_SHOWN = 3;

/** What to try first, where nothing has been said. */
export const emptyChannel = (context: ViewContext, channel: PageChannel): TemplateResult => {
  const { world, state, actions, nameOf } = context;
  const isDirect = channel.kind === 'direct';
  const name = nameOf(world.bot.id);
  const commands = offeredLeaves(state);
  const first = [
    ...commands.filter((leaf) => ['ask', 'help', 'conditions'].includes(leaf.name)),
    ...commands,
  ].filter((leaf, index, all) => all.indexOf(leaf) === index);
  const begin = isDirect ? '' : `@${name} `;
  const isWithBot = !isDirect || channel.name === name;
  return html`<section class="welcome" aria-label="First things to try">
    <span class="welcome-mark">${icon(isDirect ? 'at' : 'hash')}</span>
    <h2>${isDirect ? channel.name : `Welcome to #${channel.name}`}</h2>
    <p class="quiet">
      ${
        isWithBot
          ? `${isDirect ? `Write to ${name} here` : `Mention ${name} with a question`}, or type / for its commands. Try one of these:`
          : `${name} is not in this conversation. Those of its commands that go everywhere still work.`
      }
    </p>
    <ul class="tries">
      ${(isWithBot ? QUESTIONS : []).map(
        (question) => html`<li>
          <button class="try" @click=${() => actions.composer.fill(`${begin}${question}`)}>
            ${isDirect ? nothing : html`<span class="try-mention">@${name}</span> `}${question}
          </button>
        </li>`,
      )}
      ${first.slice(0, COMMANDS_SHOWN).map(
        (leaf) => html`<li>
          <button class="try" @click=${() => actions.draft.start(leaf)}>
            <span class="try-mention">/${leaf.name}</span> ${leaf.description}
          </button>
        </li>`,
      )}
    </ul>
  </section>`;
};
