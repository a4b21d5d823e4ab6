import type { OptionValue } from '../../protocol.ts';
import type { Field } from './commandDraft.ts';

/** Types of options, as Discord numbers them. */
export const OPTION = {
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

type Checked = { value: OptionValue | null; fault: string | null };

const right = (value: OptionValue | null): Checked => ({ value, fault: null });
const wrong = (fault: string): Checked => ({ value: null, fault });

const checkText = (
  text: string,
  { min_length: min, max_length: max }: { min_length?: number; max_length?: number },
): Checked => {
  if (min !== undefined && text.length < min) return wrong(`At least ${min} characters.`);
  if (max !== undefined && text.length > max) return wrong(`At most ${max} characters.`);
  return right(text);
};

const checkNumber = (
  text: string,
  isWhole: boolean,
  { min_value: min, max_value: max }: { min_value?: number; max_value?: number },
): Checked => {
  const value = Number(text);
  if (!Number.isFinite(value)) return wrong('A number is needed here.');
  if (isWhole && !Number.isInteger(value)) return wrong('A whole number is needed here.');
  if (min !== undefined && value < min) return wrong(`No less than ${min}.`);
  if (max !== undefined && value > max) return wrong(`No more than ${max}.`);
  return right(value);
};

/** The value a field would send, or why it cannot be sent. */
export const checkOption = ({ option, text, value, file }: Field): Checked => {
  if (value !== null) return right(value);
  const typed = text.trim();
  if (typed === '' && file === null)
    return option.required === true ? wrong('This option is required.') : right(null);
  if ('choices' in option && option.choices !== undefined && option.choices.length > 0) {
    const choice = option.choices.find(({ name }) => name.toLowerCase() === typed.toLowerCase());
    return choice === undefined ? wrong('Choose one of the list.') : right(choice.value);
  }
  switch (option.type) {
    case OPTION.string:
      return checkText(typed, option);
    case OPTION.integer:
    case OPTION.number:
      return checkNumber(typed, option.type === OPTION.integer, option);
    case OPTION.boolean:
      if (/^(true|yes)$/i.test(typed)) return right(true);
      return /^(false|no)$/i.test(typed) ? right(false) : wrong('True or False.');
    case OPTION.attachment:
      return file === null ? wrong('Choose a file.') : right(file.name);
    default:
      return wrong('Choose one of the list.');
  }
};
