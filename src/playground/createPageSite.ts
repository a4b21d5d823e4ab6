import { Hono } from 'hono';

/** The page's static files by name; `index.html` is the page itself. */
export type PageAssets = ReadonlyMap<string, { type: string; body: Uint8Array }>;

/** All comes from here and nothing from elsewhere; `host` names our own socket for older browsers. */
const policyFor = (host: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    // The components of the page style their own shadow roots.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ws://${host}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Serves the page and its parts. */
export const createPageSite = (assets: PageAssets | null): Hono => {
  const app = new Hono();
  const send = (name: string, host: string): Response => {
    const asset = assets?.get(name);
    if (!asset) return new Response('Not found', { status: 404 });
    return new Response(Uint8Array.from(asset.body), {
      headers: {
        'content-type': asset.type,
        'content-security-policy': policyFor(host),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      },
    });
  };
  // The server lets through only a Host that is this machine's own.
  app.get('/', (c) => send('index.html', c.req.header('host') ?? ''));
  app.get('/assets/:name{.+}', (c) => send(c.req.param('name'), c.req.header('host') ?? ''));
  return app;
};
