import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as T,
} from 'discord-api-types/v10';
import { mergeAttachments } from '../messages/attachments.ts';
import type { OptionValue } from '../protocol.ts';
import type { Stand } from '../stand.ts';
import type { Channel } from '../world.ts';
import type { PersonFile } from './messageActions.ts';
import { PersonError } from './personError.ts';
import { type Resolved, resolveId } from './resolveId.ts';

export type Filled = {
  path?: readonly string[];
  options?: Readonly<Record<string, OptionValue>>;
  files?: Readonly<Record<string, PersonFile>>;
  /** The option being typed, in an autocomplete. */
  focused?: string;
  forge?: boolean;
};

type Option = APIApplicationCommandOption & {
  options?: Option[];
  choices?: { name: string; value: string | number }[];
  autocomplete?: boolean;
  min_length?: number;
  max_length?: number;
  min_value?: number;
  max_value?: number;
};
export type SentOption = {
  name: string;
  type: number;
  value?: OptionValue;
  focused?: true;
  options?: SentOption[];
};

const findLevel = (command: APIApplicationCommand, path: readonly string[]): Option[] => {
  let level = (command.options ?? []) as Option[];
  for (const name of path) {
    const next = level.find((it) => it.name === name && it.type <= T.SubcommandGroup);
    if (!next) throw new PersonError(`/${command.name} has no part "${name}".`);
    level = next.options ?? [];
  }
  if (level.some(({ type }) => type <= T.SubcommandGroup)) {
    throw new PersonError(`Choose a part of /${command.name} first.`);
  }
  return level;
};

/** Text from a form becomes what the option holds. */
const convert = (option: Option, value: OptionValue): OptionValue => {
  if (option.type === T.Integer || option.type === T.Number) {
    return typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  }
  if (option.type === T.Boolean && typeof value === 'string') return value === 'true';
  return value;
};

const checkNumber = (option: Option, value: OptionValue): void => {
  const { name, min_value = -Infinity, max_value = Infinity } = option;
  if (typeof value !== 'number' || Number.isNaN(value))
    throw new PersonError(`${name} is a number.`);
  if (option.type === T.Integer && !Number.isInteger(value)) {
    throw new PersonError(`${name} is a whole number.`);
  }
  if (value < min_value) throw new PersonError(`${name} must be at least ${min_value}.`);
  if (value > max_value) throw new PersonError(`${name} must be at most ${max_value}.`);
};

const checkValue = (option: Option, value: OptionValue): void => {
  const { name, choices } = option;
  if (option.type === T.Integer || option.type === T.Number) checkNumber(option, value);
  if (option.type === T.String) {
    const { min_length = 0, max_length = 6_000 } = option;
    const { length } = String(value);
    if (length < min_length)
      throw new PersonError(`${name} needs ${min_length} characters or more.`);
    if (length > max_length)
      throw new PersonError(`${name} takes ${max_length} characters at most.`);
  }
  if (choices?.length && !choices.some((choice) => choice.value === value)) {
    throw new PersonError(`${name} is chosen from its list.`);
  }
};

const checkAll = (level: readonly Option[], filled: Filled): void => {
  const options = filled.options ?? {};
  const files = filled.files ?? {};
  const given = new Set([...Object.keys(options), ...Object.keys(files)]);
  for (const name of given) {
    if (!level.some((it) => it.name === name)) throw new PersonError(`There is no option ${name}.`);
  }
  if (filled.focused !== undefined) {
    const focused = level.find(({ name }) => name === filled.focused);
    if (!focused?.autocomplete) throw new PersonError(`${filled.focused} completes nothing.`);
    return;
  }
  for (const option of level) {
    const value = options[option.name];
    if (option.required && !given.has(option.name)) {
      throw new PersonError(`${option.name} is required.`);
    }
    if (value !== undefined) checkValue(option, convert(option, value));
  }
};

/** Options as an interaction sends them, nested along the path, with what they resolve to. */
export const fillOptions = (
  stand: Stand,
  channel: Channel,
  command: APIApplicationCommand,
  filled: Filled,
): { options: SentOption[]; resolved: Resolved; focusedType: T | null } => {
  const path = filled.path ?? [];
  const level = findLevel(command, path);
  if (!filled.forge) checkAll(level, filled);
  const resolved: Resolved = {};
  const sent: SentOption[] = [];
  for (const [name, file] of Object.entries(filled.files ?? {})) {
    const [attachment] = mergeAttachments(stand, channel.id, [], [], [{ number: '0', ...file }]);
    if (!attachment) continue;
    resolved.attachments = { ...resolved.attachments, [attachment.id]: attachment };
    sent.push({ name, type: T.Attachment, value: attachment.id });
  }
  for (const [name, given] of Object.entries(filled.options ?? {})) {
    const option = level.find((it) => it.name === name);
    const type = option?.type ?? T.String;
    const isFocused = name === filled.focused;
    const value = option && !isFocused ? convert(option, given) : given;
    resolveId(stand.world, channel, resolved, type, String(value));
    sent.push({ name, type, value, ...(isFocused ? { focused: true as const } : {}) });
  }
  const kinds = [T.Subcommand, T.SubcommandGroup];
  const options = path
    .toReversed()
    .reduce<SentOption[]>(
      (inner, name, depth) => [{ name, type: kinds[depth] ?? T.SubcommandGroup, options: inner }],
      sent,
    );
  const focusedType = level.find(({ name }) => name === filled.focused)?.type ?? null;
  return { options, resolved, focusedType };
};
