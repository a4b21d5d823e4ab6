import { isDeepStrictEqual } from 'node:util';
import { type REST, Routes } from 'discord.js';
import {
  type APIApplicationCommand,
  ApplicationCommandType,
  ApplicationIntegrationType,
} from 'discord-api-types/v10';
import type { Command } from './command.ts';

/** Where commands are deployed: everywhere, or in one server (at once, to try them). */
export type Scope = { applicationId: string; guildId: string | null };

type Payload = Command['payload'];

/** What deployment would do, by name. */
export type Difference = {
  create: Payload[];
  update: { id: string; payload: Payload }[];
  remove: { id: string; name: string }[];
  unchanged: number;
};

const routeOf = ({ applicationId, guildId }: Scope) =>
  guildId === null
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, guildId);

const commandRoute = (scope: Scope, id: string): `/${string}` => `${routeOf(scope)}/${id}`;

/** What Discord fills in where a command leaves it out, and what is the server's own. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  type: ApplicationCommandType.ChatInput,
  description: '',
  required: false,
  autocomplete: false,
  nsfw: false,
  default_member_permissions: null,
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: null,
  options: [],
  choices: [],
};
const COMPARED = [
  'name',
  'type',
  'description',
  'default_member_permissions',
  'nsfw',
  'integration_types',
  'contexts',
  'options',
];
const COMPARED_OF_OPTION = [
  'name',
  'type',
  'description',
  'required',
  'autocomplete',
  'choices',
  'min_length',
  'max_length',
  'min_value',
  'max_value',
  'channel_types',
  'options',
];
/** Commands of one server know no other place. */
const GLOBAL_ONLY = ['integration_types', 'contexts'];

const normalise = (raw: unknown, fields: readonly string[]): Record<string, unknown> => {
  const command = raw as Record<string, unknown>;
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = command[field] ?? DEFAULTS[field];
      if (value === undefined || value === null || isDeepStrictEqual(value, [])) return [];
      if (field === 'options')
        return [
          [field, (value as unknown[]).map((option) => normalise(option, COMPARED_OF_OPTION))],
        ];
      if (field === 'choices')
        return [[field, (value as unknown[]).map((c) => normalise(c, ['name', 'value']))]];
      return [[field, GLOBAL_ONLY.includes(field) ? (value as number[]).toSorted() : value]];
    }),
  );
};

const keyOf = ({ name, type }: { name: string; type?: number | undefined }): string =>
  `${type ?? ApplicationCommandType.ChatInput} ${name}`;

/** What is declared against what is deployed: pure. */
export const compareCommands = (
  declared: readonly Payload[],
  deployed: readonly APIApplicationCommand[],
  scope: Scope,
): Difference => {
  const fields =
    scope.guildId === null ? COMPARED : COMPARED.filter((field) => !GLOBAL_ONLY.includes(field));
  const there = new Map(deployed.map((command) => [keyOf(command), command]));
  const difference: Difference = { create: [], update: [], remove: [], unchanged: 0 };
  for (const payload of declared) {
    const known = there.get(keyOf(payload));
    there.delete(keyOf(payload));
    if (!known) difference.create.push(payload);
    else if (isDeepStrictEqual(normalise(payload, fields), normalise(known, fields)))
      difference.unchanged += 1;
    else difference.update.push({ id: known.id, payload });
  }
  difference.remove = [...there.values()].map(({ id, name }) => ({ id, name }));
  return difference;
};

/** The commands that Discord has in a scope. */
export const fetchDeployed = (rest: REST, scope: Scope): Promise<APIApplicationCommand[]> =>
  rest.get(routeOf(scope)) as Promise<APIApplicationCommand[]>;

const bodyOf = (payload: Payload, { guildId }: Scope): Payload => {
  if (guildId === null) return payload;
  const { integration_types, contexts, ...body } = payload;
  return body as Payload;
};

/**
 * Applies a difference and nothing else. The first deployment, with nothing there, is one request.
 * @throws DiscordAPIError where Discord refuses.
 */
export const applyDifference = async (
  rest: REST,
  scope: Scope,
  { create, update, remove, unchanged }: Difference,
): Promise<void> => {
  if (unchanged + update.length + remove.length === 0 && create.length > 0) {
    await rest.put(routeOf(scope), { body: create.map((payload) => bodyOf(payload, scope)) });
    return;
  }
  // What goes makes room first: Discord counts to a hundred.
  for (const { id } of remove) await rest.delete(commandRoute(scope, id));
  for (const { id, payload } of update)
    await rest.patch(commandRoute(scope, id), { body: bodyOf(payload, scope) });
  for (const payload of create) await rest.post(routeOf(scope), { body: bodyOf(payload, scope) });
};

/** The difference in plain lines. */
export const describeDifference = ({ create, update, remove, unchanged }: Difference): string =>
  [
    ...create.map(({ name }) => `+ ${name}`),
    ...update.map(({ payload }) => `~ ${payload.name}`),
    ...remove.map(({ name }) => `- ${name}`),
    `${create.length} to create, ${update.length} to change, ${remove.length} to remove, ${unchanged} as they are.`,
  ].join('\n');

/** Brings the commands of a scope up to date; what it did, or would do. */
export const deploy = async (
  rest: REST,
  scope: Scope,
  payloads: readonly Payload[],
  { dryRun }: { dryRun: boolean },
): Promise<Difference> => {
  const difference = compareCommands(payloads, await fetchDeployed(rest, scope), scope);
  if (!dryRun) await applyDifference(rest, scope, difference);
  return difference;
};
