import {
  ApplicationCommandCreateRequestSchema,
  ApplicationCommandPatchRequestPartialSchema,
  ApplicationCommandUpdateRequestSchema,
} from 'discord-api-spec/zod';
import {
  type APIApplicationCommand,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord-api-types/v10';
import { array } from 'zod/mini';
import { discordError } from '../discordError.ts';
import type { Stand } from '../stand.ts';
import { type CommandForm, checkCommand, checkCommandList } from '../validation/checkCommand.ts';
import type { BotRequest, Route } from './route.ts';

const MAX_PER_TYPE: Readonly<Record<number, number>> = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
};
const CommandListSchema = array(ApplicationCommandUpdateRequestSchema);

const { BotDM, Guild, PrivateChannel } = InteractionContextType;

const toApiCommand = (
  stand: Stand,
  form: CommandForm,
  scope: { id: string; guildId: string | null },
): APIApplicationCommand => ({
  id: scope.id,
  application_id: stand.world.applicationId,
  version: stand.newId(),
  default_member_permissions: form.default_member_permissions ?? null,
  type: form.type ?? ApplicationCommandType.ChatInput,
  name: form.name,
  name_localizations: form.name_localizations ?? null,
  description: form.description ?? '',
  description_localizations: form.description_localizations ?? null,
  nsfw: form.nsfw ?? false,
  ...(form.options ? { options: form.options } : {}),
  ...(scope.guildId === null
    ? {
        dm_permission: true,
        contexts: form.contexts ?? [Guild, BotDM, PrivateChannel],
        integration_types: form.integration_types ?? [ApplicationIntegrationType.GuildInstall],
      }
    : { guild_id: scope.guildId }),
});

/** Declaring commands, for everywhere and for the guild. */
export const commandRoutes = (stand: Stand): Route[] => {
  const { world, bus } = stand;

  const scopeOf = ({ param }: BotRequest): string | null => {
    if (param('application') !== world.applicationId) throw discordError('unknownApplication');
    const guildId = param('guild') || null;
    if (guildId !== null && guildId !== world.guild.id) throw discordError('missingAccess');
    return guildId;
  };
  const inScope = (guildId: string | null): APIApplicationCommand[] =>
    [...world.commands.values()].filter((it) => (it.guild_id ?? null) === guildId);
  const find = (request: BotRequest): APIApplicationCommand => {
    const command = inScope(scopeOf(request)).find(({ id }) => id === request.param('command'));
    if (!command) throw discordError('unknownCommand');
    return command;
  };
  const sameAs = (form: CommandForm, guildId: string | null) =>
    inScope(guildId).find(
      ({ name, type }) =>
        name === form.name && type === (form.type ?? ApplicationCommandType.ChatInput),
    );
  const refuseTooMany = (forms: readonly { type?: number }[]): void => {
    for (const [type, most] of Object.entries(MAX_PER_TYPE)) {
      if (forms.filter((it) => (it.type ?? 1) === Number(type)).length > most) {
        throw discordError('tooManyCommands');
      }
    }
  };
  const put = (command: APIApplicationCommand): APIApplicationCommand => {
    world.commands.set(command.id, command);
    return command;
  };

  const create = (request: BotRequest) => {
    const guildId = scopeOf(request);
    const form = checkCommand(ApplicationCommandCreateRequestSchema, request.body);
    const present = sameAs(form, guildId);
    if (!present) refuseTooMany([...inScope(guildId), form]);
    const command = put(toApiCommand(stand, form, { id: present?.id ?? stand.newId(), guildId }));
    bus.emit({ type: 'commandsChanged' });
    return command;
  };

  const overwrite = (request: BotRequest) => {
    const guildId = scopeOf(request);
    const forms = checkCommandList(CommandListSchema, request.body);
    refuseTooMany(forms);
    // A command that keeps its name keeps its id.
    const commands = forms.map((form) =>
      toApiCommand(stand, form, { id: sameAs(form, guildId)?.id ?? stand.newId(), guildId }),
    );
    for (const { id } of inScope(guildId)) world.commands.delete(id);
    commands.forEach(put);
    bus.emit({ type: 'commandsChanged' });
    return commands;
  };

  const change = (request: BotRequest) => {
    const { id, ...present } = find(request);
    const guildId = scopeOf(request);
    checkCommand(ApplicationCommandPatchRequestPartialSchema, {
      ...present,
      ...(request.body as object),
    });
    const form = { ...present, ...(request.body as object) } as CommandForm;
    const command = put(toApiCommand(stand, form, { id, guildId }));
    bus.emit({ type: 'commandsChanged' });
    return command;
  };

  const remove = (request: BotRequest): void => {
    world.commands.delete(find(request).id);
    bus.emit({ type: 'commandsChanged' });
  };

  return [
    '/applications/:application/commands',
    '/applications/:application/guilds/:guild/commands',
  ].flatMap((path): Route[] => [
    { method: 'GET', path, handle: (request) => inScope(scopeOf(request)) },
    { method: 'POST', path, status: 201, handle: create },
    { method: 'PUT', path, handle: overwrite },
    { method: 'GET', path: `${path}/:command`, handle: find },
    { method: 'PATCH', path: `${path}/:command`, handle: change },
    { method: 'DELETE', path: `${path}/:command`, handle: remove },
  ]);
};
