import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from 'discord-api-types/v10';
import type { ZodMiniType } from 'zod/mini';
import { type FormFault, invalidForm } from '../discordError.ts';
import { checkBody } from './checkBody.ts';
import { findChoiceFaults } from './findChoiceFaults.ts';

/** Discord's own pattern for the names of chat-input commands and of all options. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const MAX_COMMAND_LENGTH = 8_000;

type Path = readonly (string | number)[];
/** A command as a bot declares it. */
export type CommandForm = Pick<APIApplicationCommand, 'name'> &
  Partial<Omit<APIApplicationCommand, 'name'>>;
type Option = APIApplicationCommandOption & {
  options?: Option[];
  choices?: { name: string; value: string | number }[];
  autocomplete?: boolean;
};

const isNameValid = (name: string): boolean => NAME.test(name) && name === name.toLowerCase();

const badName = (path: Path): FormFault => ({
  path,
  code: 'APPLICATION_COMMAND_INVALID_NAME',
  message: 'Command name is invalid',
});

const lengthOf = (
  it: { name: string; description?: string; options?: Option[] } & Partial<Option>,
): number =>
  it.name.length +
  (it.description?.length ?? 0) +
  (it.choices ?? []).reduce((sum, { name, value }) => sum + name.length + String(value).length, 0) +
  (it.options ?? []).reduce((sum, option) => sum + lengthOf(option), 0);

const duplicates = <T>(items: readonly T[], key: (item: T) => unknown): number[] => {
  const seen = new Set<unknown>();
  return items.flatMap((item, index) => {
    const value = key(item);
    if (seen.has(value)) return [index];
    seen.add(value);
    return [];
  });
};

const optionFaults = (options: readonly Option[], path: Path): FormFault[] => {
  let isOptionalSeen = false;
  const hasSubcommands = options.some(
    ({ type }) => type <= ApplicationCommandOptionType.SubcommandGroup,
  );
  const own = options.flatMap((option, index): FormFault[] => {
    const here = [...path, index];
    const faults: FormFault[] = [];
    if (!isNameValid(option.name)) faults.push(badName([...here, 'name']));
    if (option.required && isOptionalSeen) {
      faults.push({
        path: here,
        code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        message: 'Required options must be placed before non-required options',
      });
    }
    if (!option.required) isOptionalSeen = true;
    if (hasSubcommands && option.type > ApplicationCommandOptionType.SubcommandGroup) {
      faults.push({
        path: here,
        code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        message:
          'Sub-command and sub-command group option types are mutually exclusive to all other types',
      });
    }
    if (option.autocomplete && option.choices?.length) {
      faults.push({
        path: [...here, 'autocomplete'],
        code: 'APPLICATION_COMMAND_AUTOCOMPLETE_NOT_ALLOWED',
        message: 'Autocomplete cannot be set with choices',
      });
    }
    faults.push(
      ...duplicates(option.choices ?? [], ({ name }) => name).map((at) => ({
        path: [...here, 'choices', at, 'name'],
        code: 'APPLICATION_COMMAND_OPTIONS_CHOICES_NAME_DUPLICATE',
        message: 'Option choice names must be unique',
      })),
      ...findChoiceFaults(option.choices ?? [], [...here, 'choices']),
      ...optionFaults(option.options ?? [], [...here, 'options']),
    );
    return faults;
  });
  return [
    ...own,
    ...duplicates(options, ({ name }) => name).map((index) => ({
      path: [...path, index, 'name'],
      code: 'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE',
      message: 'Option names must be unique',
    })),
  ];
};

/** The faults of a command that Discord's schema does not know of. */
const findCommandFaults = (form: CommandForm, prefix: Path): FormFault[] => {
  const type = form.type ?? ApplicationCommandType.ChatInput;
  const options = form.options as Option[] | undefined;
  if (type !== ApplicationCommandType.ChatInput) {
    return [
      ...(form.description ? [onlyForChatInput([...prefix, 'description'])] : []),
      ...(options?.length ? [onlyForChatInput([...prefix, 'options'])] : []),
      ...(form.name.trim() === '' ? [badName([...prefix, 'name'])] : []),
    ];
  }
  const isTooLong =
    lengthOf({
      name: form.name,
      description: form.description ?? '',
      options: options ?? [],
    }) > MAX_COMMAND_LENGTH;
  return [
    ...(isNameValid(form.name) ? [] : [badName([...prefix, 'name'])]),
    ...(form.description?.trim()
      ? []
      : [
          {
            path: [...prefix, 'description'],
            code: 'BASE_TYPE_REQUIRED',
            message: 'This field is required',
          },
        ]),
    ...optionFaults(options ?? [], [...prefix, 'options']),
    ...(isTooLong
      ? [
          {
            path: prefix,
            code: 'APPLICATION_COMMAND_TOO_LARGE',
            message: `Command exceeds maximum size (${MAX_COMMAND_LENGTH})`,
          },
        ]
      : []),
  ];
};

const onlyForChatInput = (path: Path): FormFault => ({
  path,
  code: 'APPLICATION_COMMAND_CONTEXT_MENU_FIELD_NOT_ALLOWED',
  message: 'Context menu commands cannot have this field',
});

/** Permissions travel as a string, and Discord takes it so; its schema knows numbers alone. */
const withNumericPermissions = (body: unknown): unknown => {
  const permissions = (Object(body) as CommandForm).default_member_permissions;
  return typeof permissions === 'string' && /^\d+$/.test(permissions)
    ? { ...Object(body), default_member_permissions: Number(permissions) }
    : body;
};

/** Throws 50035 unless Discord would take the command as it stands. */
export const checkCommand = (schema: ZodMiniType, body: unknown): CommandForm => {
  checkBody(schema, withNumericPermissions(body));
  const faults = findCommandFaults(body as CommandForm, []);
  if (faults.length > 0) throw invalidForm(faults);
  return body as CommandForm;
};

/** The same for a list that is to replace all commands of a scope. */
export const checkCommandList = (schema: ZodMiniType, body: unknown): CommandForm[] => {
  checkBody(schema, Array.isArray(body) ? body.map(withNumericPermissions) : body);
  const forms = body as CommandForm[];
  const faults = [
    ...forms.flatMap((form, index) => findCommandFaults(form, [index])),
    ...duplicates(
      forms,
      ({ name, type = ApplicationCommandType.ChatInput }) => `${type} ${name}`,
    ).map((index) => ({
      path: [index, 'name'],
      code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
      message: 'Application command names must be unique',
    })),
  ];
  if (faults.length > 0) throw invalidForm(faults);
  return forms;
};
