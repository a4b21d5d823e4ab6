import { Hono } from 'hono';

/** The page's static files by name; `index.html` is the page itself. */
export type PageAssets = ReadonlyMap<string, { type: string; body: Uint8Array }>;

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // The components of the page style their own shadow roots.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves the page and its parts, and nothing from anywhere else. */
export const createPageSite = (assets: PageAssets | null): Hono => {
  const app = new Hono();
  const send = (name: string): Response => {
    const asset = assets?.get(name);
    if (!asset) return new Response('Not found', { status: 404 });
    return new Response(Uint8Array.from(asset.body), {
      headers: {
        'content-type': asset.type,
        'content-security-policy': POLICY,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      },
    });
  };
  app.get('/', () => send('index.html'));
  app.get('/assets/:name{.+}', (c) => send(c.req.param('name')));
  return app;
};
