import { type Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { DiscordError, discordError } from '../discordError.ts';
import { takeFault, waitOut } from '../faultState.ts';
import type { Stand } from '../stand.ts';
import { channelRoutes } from './channelRoutes.ts';
import { commandRoutes } from './commandRoutes.ts';
import { guildRoutes } from './guildRoutes.ts';
import { interactionRoutes } from './interactionRoutes.ts';
import { messageRoutes } from './messageRoutes.ts';
import { createRateLimits } from './rateLimits.ts';
import { readBody } from './readBody.ts';
import type { Route } from './route.ts';
import { threadRoutes } from './threadRoutes.ts';
import { userRoutes } from './userRoutes.ts';
import { webhookRoutes } from './webhookRoutes.ts';

const VERSION = '/v10';

const allRoutes = (stand: Stand): Route[] => [
  ...userRoutes(stand),
  ...guildRoutes(stand),
  ...channelRoutes(stand),
  ...messageRoutes(stand),
  ...threadRoutes(stand),
  ...commandRoutes(stand),
  ...interactionRoutes(stand),
  ...webhookRoutes(stand),
];

const errorBody = (error: DiscordError) => ({
  message: error.message,
  code: error.code,
  ...(error.errors ? { errors: error.errors } : {}),
});

/** A fault of the stand-in itself is reported, and a 500 for the bot. */
const asDiscordError = ({ report }: Stand, error: unknown): DiscordError => {
  if (error instanceof DiscordError) return error;
  report(error);
  return new DiscordError(500, 0, '500: Internal Server Error');
};

/** The REST half of the stand-in, under `/api`. */
export const createRest = (stand: Stand): Hono => {
  const app = new Hono();
  const limits = createRateLimits(stand.now);

  const serve = (route: Route) => async (c: Context) => {
    const path = c.req.path.slice('/api/v10'.length);
    const requested = { method: c.req.method, path, route: route.path };
    const entry = stand.log.add({ ...requested, body: undefined, status: null });
    const major = Object.values(c.req.param() as Record<string, string>)[0] ?? '';
    // Discord does not limit interaction callbacks.
    const headers = route.path.startsWith('/interactions')
      ? {}
      : limits.headersFor(c.req.method, route.path, major);
    const reply = (status: number, body: unknown, more: Record<string, string> = {}) => {
      entry.status = status;
      const all = { ...headers, ...more };
      return body === undefined
        ? c.body(null, 204, all)
        : c.json(body as object, status as ContentfulStatusCode, all);
    };
    try {
      const { body, uploads } =
        c.req.method === 'GET' ? { body: {}, uploads: [] } : await readBody(c.req.raw);
      entry.body = body;
      await waitOut(stand.faults, requested);
      const fault = takeFault(stand.faults, requested);
      if (fault) return reply(fault.status, fault.body, fault.headers);
      if (!route.isOpen && c.req.header('authorization') !== `Bot ${stand.token}`) {
        throw discordError('unauthorized');
      }
      const result = await route.handle({
        param: (name) => c.req.param(name) ?? '',
        query: (name) => c.req.query(name),
        body,
        uploads,
      });
      if (result === undefined) {
        entry.status = 204;
        return c.body(null, 204, headers);
      }
      return reply(route.status ?? 200, result);
    } catch (error) {
      const refusal = asDiscordError(stand, error);
      return reply(refusal.status, errorBody(refusal));
    }
  };

  for (const route of allRoutes(stand)) app.on(route.method, VERSION + route.path, serve(route));
  app.all('*', (c) => {
    const path = c.req.path.replace(/^\/api(\/v\d+)?/, '');
    stand.log.add({ method: c.req.method, path, route: null, body: undefined, status: 404 });
    return c.json(errorBody(discordError('notFound')), 404);
  });
  return app;
};
