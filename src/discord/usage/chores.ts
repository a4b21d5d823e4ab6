import { type Client, type Guild, PermissionFlagsBits } from 'discord.js';
import { readSettings } from '../../core/settings/settings.ts';
import type { Clock } from '../../ports/clock.ts';
import { faultOf } from '../../ports/faultOf.ts';
import { renderReport } from '../../render/discord/renderReport.ts';
import type { BotDeps } from '../botDeps.ts';
import { toOptions } from '../reply.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

/** How long what is kept (PRIVACY.md promises it). */
export const KEPT_MS = { log: 30 * DAY_MS, counts: 400 * DAY_MS, leftServer: 30 * DAY_MS };
/** As many topics as are told apart. */
const MOST_TOPICS = 5_000;

/** A step that fails is logged, and keeps no other from its turn. */
const attempt = async (
  what: string,
  step: () => Promise<unknown>,
  { logger }: BotDeps,
): Promise<void> => {
  try {
    await step();
  } catch (error) {
    logger.warn({ fault: faultOf(error) }, `${what} failed`);
  }
};

/** Where the report of a server goes: a channel of its own, in which the bot may write. */
const reportChannelOf = (guild: Guild, channelId: string) => {
  // By the guild: a channel of another server is none of this one's.
  const channel = guild.channels.cache.get(channelId);
  const me = guild.members.me;
  if (!channel?.isSendable() || !me) return null;
  const { ViewChannel, SendMessages, EmbedLinks } = PermissionFlagsBits;
  return channel.permissionsFor(me).has([ViewChannel, SendMessages, EmbedLinks]) ? channel : null;
};

const postReport = async (guild: Guild, deps: BotDeps, now: number): Promise<void> => {
  const { settings, usage, caveat } = deps;
  const { 'report-channel': channelId } = readSettings(await settings.read(guild.id));
  if (channelId === null) return;
  const last = await usage.lastReport(guild.id);
  if (last !== null && now - last < WEEK_MS) return;
  // Noted first: a fault in between loses one report, and repeats none.
  await usage.setLastReport(guild.id, now);
  try {
    const channel = reportChannelOf(guild, channelId);
    if (!channel) throw new Error('The report channel is gone, or may not be written in.');
    const report = await usage.report(guild.id, 7, MOST_TOPICS);
    await channel.send(
      toOptions(renderReport(report, caveat.labels)) as Parameters<typeof channel.send>[0],
    );
  } catch (error) {
    await usage.setLastReport(guild.id, now - WEEK_MS + DAY_MS);
    throw error;
  }
};

/** Posts the weekly reports that are due. */
const postReports = async (client: Client, deps: BotDeps, now: number): Promise<void> => {
  for (const guild of client.guilds.cache.values()) {
    if (!guild.available) continue;
    await attempt('a weekly report', () => postReport(guild, deps, now), deps);
  }
};

/**
 * Servers that the bot is in stay; those that removed it while it was away have left. One process
 * sees them all.
 */
const settleServers = async (client: Client, { guilds }: BotDeps): Promise<void> => {
  for (const id of client.guilds.cache.keys()) await guilds.joined(id);
  for (const id of await guilds.present()) if (!client.guilds.cache.has(id)) await guilds.left(id);
};

/**
 * Papers are kept apart from the store. They go first: what stops in between is found again by the
 * server's row, which goes last.
 */
const erasePapers = async ({ guilds, papers }: BotDeps): Promise<number> => {
  let count = 0;
  for (const guildId of await guilds.leftBefore(KEPT_MS.leftServer))
    count += await papers.forget({ kind: 'guild', guildId });
  return count;
};

const eraseOld = async (client: Client, deps: BotDeps): Promise<void> => {
  const { usage, guilds, logger } = deps;
  await attempt('settling servers', () => settleServers(client, deps), deps);
  await attempt(
    'erasing old records',
    async () => {
      const rows = await usage.erase(KEPT_MS.log, KEPT_MS.counts);
      const papers = await erasePapers(deps);
      const servers = await guilds.eraseLeft(KEPT_MS.leftServer);
      if (rows + servers + papers > 0)
        logger.info({ rows, servers, papers }, 'erased what was old');
    },
    deps,
  );
};

/**
 * The work that recurs: weekly reports, looked at every hour, and erasure, every day.
 * @returns the work of one hour, to be called every hour. Never rejects.
 */
export const createChores = (client: Client, deps: BotDeps, now: Clock = Date.now) => {
  let erasedAt = Number.NEGATIVE_INFINITY;
  return async (): Promise<void> => {
    if (deps.inHand.isStopping()) return;
    const at = now();
    if (at - erasedAt >= DAY_MS) {
      erasedAt = at;
      await eraseOld(client, deps);
    }
    await postReports(client, deps, at);
  };
};

/**
 * Does the chores now and every hour.
 * @returns the way to stop.
 */
export const startChores = (client: Client, deps: BotDeps): (() => void) => {
  const chores = createChores(client, deps);
  const turn = (): void => void deps.inHand.run(chores);
  const timer = setInterval(turn, HOUR_MS);
  timer.unref();
  turn();
  return () => clearInterval(timer);
};
