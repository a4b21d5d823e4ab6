import { Client, GatewayIntentBits as I, Partials } from 'discord.js';
import { onTestFinished } from 'vitest';
import {
  createPlayground,
  type Playground,
  type PlaygroundOptions,
} from '../../src/playground/createPlayground.ts';

export const ALL_INTENTS: readonly number[] = [
  I.Guilds,
  I.GuildMessages,
  I.GuildMessageTyping,
  I.DirectMessages,
  I.DirectMessageTyping,
  I.MessageContent,
];

/** A playground that goes with its test. */
export const startPlayground = async (options: PlaygroundOptions = {}): Promise<Playground> => {
  const playground = await createPlayground(options);
  onTestFinished(playground.close);
  return playground;
};

/** The real client, not logged in. It goes with its test. */
export const makeClient = (playground: Playground, intents = ALL_INTENTS): Client => {
  const client = new Client({
    intents: [...intents],
    partials: [Partials.Channel, Partials.Message],
    rest: { api: playground.apiUrl, globalRequestsPerSecond: 1_000 },
  });
  onTestFinished(() => client.destroy());
  return client;
};

/** Logs in and waits until the guild is there. */
export const logIn = async (playground: Playground, client: Client): Promise<Client<true>> => {
  const ready = new Promise((resolve) => client.once('clientReady', resolve));
  await client.login(playground.token);
  await ready;
  return client as Client<true>;
};

/** A playground with the real client on it. */
export const startBot = async ({
  intents = ALL_INTENTS,
  ...options
}: PlaygroundOptions & { intents?: readonly number[] } = {}): Promise<{
  playground: Playground;
  client: Client<true>;
}> => {
  const playground = await startPlayground(options);
  return { playground, client: await logIn(playground, makeClient(playground, intents)) };
};

/** A REST request as a bot would send it, without the client's own help and retries. */
export const request = async (
  playground: Playground,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: Record<string, unknown>; headers: Headers }> => {
  const response = await fetch(`${playground.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${playground.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    body: text === '' ? {} : JSON.parse(text),
    headers: response.headers,
  };
};
