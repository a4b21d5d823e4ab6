import { Client, GatewayIntentBits as I, Partials } from 'discord.js';
import {
  createPlayground,
  type Playground,
  type PlaygroundOptions,
} from '../../src/playground/createPlayground.ts';

export const ALL_INTENTS = [
  I.Guilds,
  I.GuildMessages,
  I.GuildMessageTyping,
  I.DirectMessages,
  I.DirectMessageTyping,
  I.MessageContent,
];

export type Running = { playground: Playground; client: Client<true>; stop: () => Promise<void> };

/** A client for a playground, not logged in. */
export const makeClient = (
  playground: Playground,
  intents: readonly number[] = ALL_INTENTS,
): Client =>
  new Client({
    intents: [...intents],
    partials: [Partials.Channel, Partials.Message],
    rest: { api: playground.apiUrl, globalRequestsPerSecond: 1_000 },
  });

/** Logs in and waits until the guild is there. */
export const login = async (playground: Playground, client: Client): Promise<Client<true>> => {
  const ready = new Promise((resolve) => client.once('clientReady', resolve));
  await client.login(playground.token);
  await ready;
  return client as Client<true>;
};

/** A playground with the real client on it. `prepare` hangs listeners on before the login. */
export const startBot = async ({
  intents = ALL_INTENTS,
  ...options
}: PlaygroundOptions & { intents?: readonly number[] } = {}): Promise<Running> => {
  const playground = await createPlayground(options);
  const client = await login(playground, makeClient(playground, intents));
  return {
    playground,
    client,
    stop: async () => {
      await client.destroy();
      await playground.close();
    },
  };
};
