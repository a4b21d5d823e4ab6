import { capitalise, countOf } from '../../core/answer/words.ts';
import { PLAIN_COLOUR } from './colours.ts';
import { button, rowOf } from './components.ts';
import { type MessagePayload, messageOf } from './messagePayload.ts';
import { escapeText, escapeWithin } from './safeText.ts';

export type ConditionLine = {
  label: string;
  /** The slash command of its own, without the slash; null where it has none. */
  command: string | null;
  studies: number;
  treatments: number;
};

const PAGE = 15;

const lineOf = ({ label, command, studies, treatments }: ConditionLine): string => {
  const counts = `${countOf(studies, 'study', 'studies')}, ${countOf(treatments, 'treatment')}`;
  const way = command === null ? '' : ` · \`/${escapeCommand(command)}\``;
  return `**${escapeWithin(capitalise(label), 120)}**${way}\n-# ${counts}`;
};

/** Command names are letters, digits and dashes; a code span shows nothing else safely. */
const escapeCommand = (command: string): string =>
  command.replace(/[^\p{L}\p{N}_-]/gu, '').slice(0, 32);

const pagesOf = ({ length }: readonly unknown[]): number => Math.max(1, Math.ceil(length / PAGE));
const pageShown = (conditions: readonly unknown[], page: number): number =>
  Math.min(Math.max(0, page), pagesOf(conditions) - 1);

/** Those that a page shows. */
export const conditionsOnPage = <C>(conditions: readonly C[], page: number): C[] => {
  const shown = pageShown(conditions, page);
  return conditions.slice(shown * PAGE, (shown + 1) * PAGE);
};

/** The conditions that have studies, a page at a time; a page beyond the last is the last. */
export const renderConditions = (
  conditions: readonly ConditionLine[],
  page = 0,
): MessagePayload => {
  const pages = pagesOf(conditions);
  const shown = pageShown(conditions, page);
  const lines = conditionsOnPage(conditions, page).map(lineOf);
  return messageOf(
    {
      title: escapeText(`${countOf(conditions.length, 'condition')} with study records`),
      description: lines.length === 0 ? 'There are none yet.' : lines.join('\n'),
      color: PLAIN_COLOUR,
      footer: { text: `Page ${shown + 1} of ${pages}. Evidence, not medical advice.` },
    },
    pages === 1
      ? []
      : rowOf([
          button(
            'Previous',
            { do: 'conditions', page: Math.max(0, shown - 1) },
            { disabled: shown === 0 },
          ),
          button('Next', { do: 'conditions', page: shown + 1 }, { disabled: shown === pages - 1 }),
        ]),
  );
};
