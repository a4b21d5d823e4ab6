import { type Client, Events, Status } from 'discord.js';
import { faultOf } from '../ports/faultOf.ts';
import type { BotDeps } from './botDeps.ts';
import { type ClientOptions, createClient } from './client.ts';
import { createInTurn } from './events/inTurn.ts';
import { onMessage, onMessageEdit, takeBack } from './events/onMessage.ts';
import { onServerJoined, onServerLeft } from './events/onServer.ts';
import { GatewayRefusal, refusalOf } from './gatewayRefusal.ts';
import { keepGuildCommands } from './guildCommands.ts';
import { onInteraction } from './router.ts';

export type Bot = {
  client: Client<true>;
  isReady: () => boolean;
  /** Resolves when the gateway refuses for good, after the bot was ready. */
  refused: Promise<GatewayRefusal>;
  /** Ends the work in hand, at most so long, then leaves. */
  stop: (limitMs: number) => Promise<void>;
};

type Options = ClientOptions & { token: string };

const listen = (client: Client, deps: BotDeps): void => {
  const { inHand, logger } = deps;
  const inTurn = createInTurn();
  const work = (key: string, piece: () => Promise<void>): void => {
    if (inHand.isStopping()) return;
    inHand
      .run(() => inTurn(key, piece))
      .catch((error) => logger.error({ fault: faultOf(error) }, 'an event failed'));
  };
  client.on(Events.MessageCreate, (message) => work(message.id, () => onMessage(message, deps)));
  client.on(Events.MessageUpdate, (_, edited) =>
    work(edited.id, () => onMessageEdit(edited, deps)),
  );
  client.on(Events.MessageDelete, (message) => work(message.id, () => takeBack(message, deps)));
  client.on(Events.MessageBulkDelete, (messages) => {
    for (const message of messages.values()) work(message.id, () => takeBack(message, deps));
  });
  client.on(Events.InteractionCreate, (interaction) =>
    work(interaction.id, () => onInteraction(interaction, deps)),
  );
  client.on(Events.GuildCreate, (guild) => work(guild.id, () => onServerJoined(guild, deps)));
  client.on(Events.GuildDelete, (guild) => work(guild.id, () => onServerLeft(guild, deps)));
  client.on(Events.Error, (error) => logger.error({ fault: faultOf(error) }, 'the client failed'));
  client.on(Events.Warn, (warning) => logger.warn({ warning }, 'the client warns'));
  client.on(Events.ShardReconnecting, () => {
    // Leaving in order is no drop.
    if (!inHand.isStopping()) logger.warn({}, 'the gateway dropped; reconnecting');
  });
  client.on(Events.ShardResume, (_, replayed) => logger.info({ replayed }, 'the gateway resumed'));
  client.rest.on('rateLimited', ({ route, retryAfter }) =>
    logger.warn({ route, retryAfter }, 'a rate limit holds back a request'),
  );
};

/**
 * Connects the bot and answers from then on.
 * @throws GatewayRefusal in plain words where Discord will not have it: a wrong token, an intent
 *   that is not allowed.
 */
export const startBot = async (options: Options, deps: BotDeps): Promise<Bot> => {
  const client = createClient(options);
  let refuse: (refusal: GatewayRefusal) => void = () => {};
  const refused = new Promise<GatewayRefusal>((resolve) => {
    refuse = resolve;
  });
  client.on(Events.ShardDisconnect, ({ code }) => {
    const refusal = refusalOf(code);
    if (refusal) refuse(refusal);
  });
  listen(client, deps);
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  try {
    await client.login(options.token);
  } catch (error) {
    throw refusalOf(error) ?? error;
  }
  const first = await Promise.race([ready, refused]);
  if (first instanceof GatewayRefusal) {
    await client.destroy();
    throw first;
  }
  deps.logger.info({ servers: first.guilds.cache.size }, 'connected');
  const leaveCommands = keepGuildCommands(first, deps);
  return {
    client: first,
    // The client calls itself ready after a drop too; its shards know better.
    isReady: () =>
      client.ws.shards.every(({ status }) => status === Status.Ready) && !deps.inHand.isStopping(),
    refused,
    stop: async (limitMs) => {
      leaveCommands();
      const left = await deps.inHand.stop(limitMs);
      if (left > 0) deps.logger.warn({ left }, 'work was still in hand at the stop');
      await client.destroy();
    },
  };
};
