import { afterEach, describe, expect, it } from 'vitest';
import { type HealthServer, startHealthServer } from '../../src/process/startHealthServer.ts';

let server: HealthServer | null = null;
afterEach(() => server?.close());

const get = async (path: string, method = 'GET') => {
  const response = await fetch(`http://127.0.0.1:${server?.port}${path}`, { method });
  return { status: response.status, text: await response.text() };
};

describe('the health page', () => {
  it('tells alive from ready', async () => {
    let isReady = false;
    server = await startHealthServer(0, () => isReady);
    expect(await get('/healthz')).toEqual({ status: 200, text: 'alive\n' });
    expect(await get('/readyz')).toEqual({ status: 503, text: 'not connected\n' });
    isReady = true;
    expect(await get('/readyz')).toEqual({ status: 200, text: 'ready\n' });
  });

  it('answers nothing else', async () => {
    server = await startHealthServer(0, () => true);
    expect((await get('/')).status).toBe(404);
    expect((await get('/readyz/../data')).status).toBe(404);
    expect((await get('/readyz', 'POST')).status).toBe(405);
  });

  it('fails where its port is taken', async () => {
    server = await startHealthServer(0, () => true);
    await expect(startHealthServer(server.port, () => true)).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});
