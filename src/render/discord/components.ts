import {
  type APIButtonComponentWithCustomId,
  type APISelectMenuOption,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { capitalise } from '../../core/answer/words.ts';
import type { Answer, AnswerSection } from '../../core/domain/answer.ts';
import { type Action, encodeAction } from './customId.ts';
import { LIMITS } from './limits.ts';
import { isReadBack, type Row } from './messagePayload.ts';
import { cleanWithin } from './safeText.ts';
import { isEmergency } from './safetyText.ts';
import { ratingText } from './sectionText.ts';
import { studiesOf } from './sourceLines.ts';
import { sectionLabels } from './titles.ts';

type Button = APIButtonComponentWithCustomId;

export const button = (
  label: string,
  action: Action,
  { style = ButtonStyle.Secondary, disabled = false } = {},
): Button => ({
  type: ComponentType.Button,
  style: style as Button['style'],
  label: cleanWithin(label, LIMITS.buttonLabel),
  custom_id: encodeAction(action),
  ...(disabled ? { disabled } : {}),
});

/** A row of what there is; none where there is nothing. */
export const rowOf = (components: Row['components']): Row[] =>
  components.length === 0 ? [] : [{ type: ComponentType.ActionRow, components }];

export const option = (
  label: string,
  value: string,
  description: string,
  isChosen = false,
): APISelectMenuOption => ({
  label: cleanWithin(label, LIMITS.optionText) || value,
  value,
  ...(description === '' ? {} : { description: cleanWithin(description, LIMITS.optionText) }),
  ...(isChosen ? { default: true } : {}),
});

export const menuRow = (
  action: Action,
  placeholder: string,
  options: APISelectMenuOption[],
): Row[] =>
  rowOf([
    {
      type: ComponentType.StringSelect,
      custom_id: encodeAction(action),
      placeholder: cleanWithin(placeholder, LIMITS.optionText),
      options: options.slice(0, LIMITS.options),
    },
  ]);

/** The sections of an answer to choose from; none where there is but one. */
export const sectionMenu = (
  sections: readonly AnswerSection[],
  action: Action,
  placeholder: string,
  chosen: number | null = null,
): Row[] => {
  if (sections.length < 2) return [];
  const labels = sectionLabels(sections);
  return menuRow(
    action,
    placeholder,
    sections.map((section, i) =>
      option(labels[i] as string, String(i), ratingText(section), i === chosen),
    ),
  );
};

type Asker = { askerId?: string | null };

const feedbackRow = (answer: Answer, { askerId }: Asker): Row[] => {
  const isRated =
    answer.kind !== 'help' && !isEmergency(answer) && isReadBack(answer.question.text);
  return rowOf([
    ...(isRated
      ? [
          button('Helpful', { do: 'feedback', helpful: true }),
          button('Not helpful', { do: 'feedback', helpful: false }),
        ]
      : []),
    ...(askerId ? [button('Remove', { do: 'remove', askerId })] : []),
  ]);
};

/** What may be meant, where an answer asks back; none where it suggests but one thing. */
const choiceMenu = ({ kind, suggestions }: Answer): Row[] =>
  kind !== 'clarify' || suggestions.length < 2
    ? []
    : menuRow(
        { do: 'ask' },
        'Choose one',
        suggestions.map((text, i) => option(capitalise(text), String(i), '')),
      );

/**
 * The buttons and menus below an answer. An emergency has none that would distract; a question
 * too long to be read back has none that would need it.
 */
export const answerRows = (answer: Answer, asker: Asker): Row[] => {
  const { kind, sections, safety, question } = answer;
  const isOpen = isReadBack(question.text);
  const studies = studiesOf(answer).length;
  const papers = answer.extracted.length;
  const rated = sections.findIndex(({ reasons }) => reasons.length > 0);
  const main = rowOf([
    ...(studies > 0
      ? [button(`Studies (${studies})`, { do: 'studies', page: 0 }, { style: ButtonStyle.Primary })]
      : []),
    ...(rated >= 0 ? [button('Why this rating?', { do: 'rating', section: rated })] : []),
    ...(safety.length > 0 && kind !== 'safety' ? [button('Safety', { do: 'safety' })] : []),
    ...(papers > 0 ? [button(`Papers (${papers})`, { do: 'papers', page: 0 })] : []),
    ...(kind === 'study' && studies === 1 ? [button('Cite', { do: 'cite', page: 0 })] : []),
  ]);
  return [
    ...(isOpen ? main : []),
    ...(isOpen && kind !== 'safety'
      ? sectionMenu(sections, { do: 'section' }, 'See one in full')
      : []),
    ...(isOpen ? choiceMenu(answer) : []),
    ...feedbackRow(answer, asker),
  ];
};
