import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandOptionChoice,
} from 'discord-api-types/v10';
import type { OptionValue } from '../../protocol.ts';
import { checkOption } from './checkOption.ts';
import type { Leaf } from './commandList.ts';

export type PickedFile = { name: string; type: string; base64: string };

export type Field = {
  option: APIApplicationCommandBasicOption;
  /** What the person sees in the field. */
  text: string;
  /** The value of the choice they took; null while it is free text. */
  value: OptionValue | null;
  file: PickedFile | null;
  fault: string | null;
};

/** The list under the field that is being typed in. */
export type Suggestions = {
  request: string | null;
  choices: readonly APIApplicationCommandOptionChoice[];
  active: number;
  isLoading: boolean;
};

/** A slash command being filled in: shown fields, required ones first. */
export type CommandDraft = {
  leaf: Leaf;
  fields: readonly Field[];
  focused: string | null;
  suggestions: Suggestions | null;
};

const emptyField = (option: APIApplicationCommandBasicOption): Field => ({
  option,
  text: '',
  value: null,
  file: null,
  fault: null,
});

/** The draft of a command: its required options, or its first one where none is required. */
export const startDraft = (leaf: Leaf): CommandDraft => {
  const required = leaf.options.filter(({ required }) => required === true);
  const fields = required.map(emptyField);
  return { leaf, fields, focused: fields[0]?.option.name ?? null, suggestions: null };
};

/** The options that are not shown yet. */
export const moreOptions = (draft: CommandDraft): readonly APIApplicationCommandBasicOption[] =>
  draft.leaf.options.filter(({ name }) => !draft.fields.some(({ option }) => option.name === name));

/** Shows one more option and goes to it. */
export const addField = (draft: CommandDraft, name: string): CommandDraft => {
  const option = moreOptions(draft).find((more) => more.name === name);
  if (option === undefined) return draft;
  return {
    ...draft,
    fields: [...draft.fields, emptyField(option)],
    focused: name,
    suggestions: null,
  };
};

/** Takes an optional field away again; required ones stay. */
export const removeField = (draft: CommandDraft, name: string): CommandDraft => ({
  ...draft,
  fields: draft.fields.filter(({ option }) => option.name !== name || option.required === true),
  focused: null,
  suggestions: null,
});

const changeField = (
  draft: CommandDraft,
  name: string,
  change: (field: Field) => Field,
): CommandDraft => ({
  ...draft,
  fields: draft.fields.map((field) => (field.option.name === name ? change(field) : field)),
});

/** Types into a field; a choice taken before no longer holds. */
export const typeField = (draft: CommandDraft, name: string, text: string): CommandDraft =>
  changeField(draft, name, (field) => ({ ...field, text, value: null, fault: null }));

/** Takes a choice for a field and shuts the list. */
export const chooseField = (
  draft: CommandDraft,
  name: string,
  choice: APIApplicationCommandOptionChoice,
): CommandDraft => ({
  ...changeField(draft, name, (field) => ({
    ...field,
    text: choice.name,
    value: choice.value,
    fault: null,
  })),
  suggestions: null,
});

/** Gives a field of the type attachment its file. */
export const attachFile = (draft: CommandDraft, name: string, file: PickedFile): CommandDraft =>
  changeField(draft, name, (field) => ({ ...field, file, text: file.name, fault: null }));

/** Leaves a file out, and says why. */
export const refuseFile = (draft: CommandDraft, name: string, fault: string): CommandDraft =>
  changeField(draft, name, (field) => ({ ...field, file: null, text: '', fault }));

/** The choices the bot sent, unless they answer an older question. */
export const withChoices = (
  draft: CommandDraft,
  request: string,
  choices: readonly APIApplicationCommandOptionChoice[],
): CommandDraft =>
  draft.suggestions?.request === request
    ? { ...draft, suggestions: { request, choices, active: 0, isLoading: false } }
    : draft;

/** Marks each field that cannot be sent with its fault, and goes to the first. */
export const checkDraft = (draft: CommandDraft): CommandDraft => {
  const fields = draft.fields.map((field) => ({ ...field, fault: checkOption(field).fault }));
  const first = fields.find(({ fault }) => fault !== null);
  return first === undefined
    ? { ...draft, fields }
    : { ...draft, fields, focused: first.option.name, suggestions: null };
};

/** Whether every shown field can be sent. */
export const isComplete = (draft: CommandDraft): boolean =>
  draft.fields.every((field) => checkOption(field).fault === null);

/** The values by option name; of the field `loose` what is typed, as autocomplete asks for it. */
export const draftValues = (
  draft: CommandDraft,
  loose: string | null = null,
): Record<string, OptionValue> => {
  const values: Record<string, OptionValue> = {};
  for (const field of draft.fields) {
    const { name } = field.option;
    const { value } = checkOption(field);
    if (name === loose) values[name] = field.text;
    else if (value !== null) values[name] = value;
  }
  return values;
};
