import { randomBytes } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { WebSocketServer } from 'ws';
import { acceptPage } from './acceptPage.ts';
import { type Bus, createBus } from './bus.ts';
import { createFaults, type Faults } from './createFaults.ts';
import { createPageSite, type PageAssets } from './createPageSite.ts';
import { createFaultState } from './faultState.ts';
import { createGateway } from './gateway/createGateway.ts';
import { createGuilds, type Guilds } from './guilds.ts';
import { isLoopbackHost, isOwnOrigin } from './loopback.ts';
import { createPeople, type People } from './people/createPeople.ts';
import { createRest } from './rest/createRest.ts';
import { createRequestLog, type RequestEntry } from './rest/requestLog.ts';
import { SEEDED, seedWorld } from './seedWorld.ts';
import { createIdSource } from './snowflake.ts';
import { DISCORD_LIMITS, type Limits, type Stand } from './stand.ts';
import type { World } from './world.ts';

export type { PageAssets } from './createPageSite.ts';

const ADDRESS = '127.0.0.1';
const MAX_FRAME_BYTES = 16 * 1_024 * 1_024;

export type PlaygroundOptions = {
  /** 0 takes any free port. */
  port?: number;
  page?: PageAssets | null;
  /** Shorter times for tests. */
  limits?: Partial<Limits>;
  /** Told of faults of the playground itself; the console unless said otherwise. */
  report?: (fault: unknown) => void;
};

export type Playground = {
  /** The page. */
  url: string;
  /** For discord.js: `new Client({ rest: { api: apiUrl } })`. */
  apiUrl: string;
  token: string;
  applicationId: string;
  botId: string;
  ids: typeof SEEDED;
  people: People;
  faults: Faults;
  /** Whether the bot is in the guild at all. */
  guilds: Guilds;
  /** Every REST request so far, oldest first; `route` is null where there is no such route. */
  requests: readonly RequestEntry[];
  /** All that is stored, to look at. */
  world: World;
  /** Hears every event; returns the way to stop. */
  listen: Bus['listen'];
  isBotOnline: () => boolean;
  close: () => Promise<void>;
};

const createSite = (stand: Stand, page: PageAssets | null, port: () => number): Hono => {
  const app = new Hono();
  app.use(async (c, next) => {
    if (!isLoopbackHost(c.req.header('host'), port())) return c.text('Forbidden', 403);
    await next();
  });
  app.route('/api', createRest(stand));
  app.get('/attachments/:channel/:id/:name', (c) => {
    const file = stand.world.files.get(c.req.param('id'));
    if (!file) return c.text('Not found', 404);
    // Shown as a download: a stored file must never run as a page of this origin.
    return c.body(Uint8Array.from(file.body), 200, {
      'content-type': file.type,
      'content-disposition': `attachment; filename="${file.name}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
  });
  app.route('/', createPageSite(page));
  return app;
};

const listenOn = (app: Hono, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = serve(
      // Whatever else runs in this process keeps its own Request and Response.
      { fetch: app.fetch, port, hostname: ADDRESS, overrideGlobalObjects: false },
      () => resolve(server as Server),
    );
    server.once('error', reject);
  });

/** In the three parts of a real token, so that whatever checks the shape takes it. */
const newToken = (botId: string): string =>
  [Buffer.from(botId), randomBytes(6), randomBytes(24)]
    .map((part) => part.toString('base64url'))
    .join('.');

/** Starts a small Discord on this machine's loopback: gateway, REST and the page. */
export const createPlayground = async ({
  port = 0,
  page = null,
  limits = {},
  report = (fault) => console.error('The playground itself has failed:', fault),
}: PlaygroundOptions = {}): Promise<Playground> => {
  let boundPort = port;
  const bus = createBus();
  const now = Date.now;
  const stand: Stand = {
    world: seedWorld(),
    bus,
    token: newToken(SEEDED.bot),
    faults: createFaultState(),
    limits: { ...DISCORD_LIMITS, ...limits },
    exchanges: new Map(),
    openModals: new Map(),
    log: createRequestLog(),
    report,
    now,
    newId: createIdSource(now),
    host: () => `${ADDRESS}:${boundPort}`,
  };
  const people = createPeople(stand);
  const gateway = createGateway(stand);
  const server = await listenOn(
    createSite(stand, page, () => boundPort),
    port,
  );
  boundPort = (server.address() as AddressInfo).port;

  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const { host, origin } = request.headers;
    const { pathname, searchParams } = new URL(request.url ?? '/', `http://${stand.host()}`);
    const refuse = (): void => void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    if (!isLoopbackHost(host, boundPort)) return refuse();
    if (pathname.startsWith('/gateway')) {
      // A bot is no web page, and no web page gets near a bot's gateway.
      if (origin !== undefined) return refuse();
      sockets.handleUpgrade(request, socket, head, (ws) => gateway.accept(ws, searchParams));
      return;
    }
    const user = stand.world.users.get(searchParams.get('user') ?? SEEDED.users.member);
    if (pathname !== '/playground/socket' || !isOwnOrigin(origin, host) || !user || user.bot) {
      return refuse();
    }
    sockets.handleUpgrade(request, socket, head, (ws) =>
      acceptPage({ stand, people, isBotOnline: gateway.isBotOnline }, ws, user.id),
    );
  });

  return {
    url: `http://${stand.host()}`,
    apiUrl: `http://${stand.host()}/api`,
    token: stand.token,
    applicationId: stand.world.applicationId,
    botId: stand.world.bot.id,
    ids: SEEDED,
    people,
    faults: createFaults(stand, gateway),
    guilds: createGuilds(stand),
    requests: stand.log.entries,
    world: stand.world,
    listen: bus.listen,
    isBotOnline: gateway.isBotOnline,
    close: async () => {
      gateway.stop();
      for (const socket of sockets.clients) socket.terminate();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
};
