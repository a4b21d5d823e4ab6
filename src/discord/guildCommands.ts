import { createHash } from 'node:crypto';
import { type Client, Events } from 'discord.js';
import { readSettings } from '../core/settings/settings.ts';
import { faultOf } from '../ports/faultOf.ts';
import type { BotDeps } from './botDeps.ts';
import { guildPayloads } from './commands/scopes.ts';
import { deploy } from './deployment.ts';

/** Keeps the commands of a server's conditions as its settings have them. */
export type GuildCommands = {
  /**
   * Brings a server's commands up to date, after those of the servers before it. Never rejects.
   * @param isNew whether what was deployed there before is not to be relied on
   */
  update: (guildId: string, options?: { isNew?: boolean }) => Promise<void>;
};

const hashOf = (payloads: unknown): string =>
  createHash('sha256').update(JSON.stringify(payloads)).digest('base64url');

type Deps = Pick<BotDeps, 'commands' | 'settings' | 'guilds' | 'logger' | 'inHand'>;

/** One server at a time: Discord counts what a bot deploys. */
export const createGuildCommands = (
  client: Client<true>,
  { commands, settings, guilds, logger, inHand }: Deps,
): GuildCommands => {
  const updateNow = async (guildId: string, isNew: boolean): Promise<void> => {
    const { conditions: off } = readSettings(await settings.read(guildId));
    const payloads = guildPayloads(commands, off);
    const hash = hashOf(payloads);
    if (!isNew && (await guilds.deployedCommands(guildId)) === hash) return;
    const scope = { applicationId: client.application.id, guildId };
    const { create, update, remove } = await deploy(client.rest, scope, payloads, {
      dryRun: false,
    });
    await guilds.setDeployedCommands(guildId, hash);
    logger.info(
      { guild: guildId, created: create.length, updated: update.length, removed: remove.length },
      'the commands of a server are up to date',
    );
  };

  let last: Promise<void> = Promise.resolve();
  return {
    update: (guildId, { isNew = false } = {}) => {
      last = last.then(async () => {
        if (inHand.isStopping() || !client.guilds.cache.has(guildId)) return;
        // What fails is tried again when the bot is next ready.
        await inHand
          .run(() => updateNow(guildId, isNew))
          .catch((error) =>
            logger.warn(
              { guild: guildId, fault: faultOf(error) },
              'the commands of a server could not be brought up to date',
            ),
          );
      });
      return last;
    },
  };
};

/** Keeps the commands of all servers up to date from now on; returns the way to stop. */
export const keepGuildCommands = (client: Client<true>, deps: Deps): (() => void) => {
  const { update } = createGuildCommands(client, deps);
  const updateAll = () => {
    for (const guildId of client.guilds.cache.keys()) void update(guildId);
  };
  const onJoin = ({ id }: { id: string }) => void update(id, { isNew: true });
  updateAll();
  client.on(Events.ShardReady, updateAll);
  client.on(Events.GuildCreate, onJoin);
  const stop = deps.settings.onChange((guildId) => void update(guildId));
  return () => {
    client.off(Events.ShardReady, updateAll);
    client.off(Events.GuildCreate, onJoin);
    stop();
  };
};
