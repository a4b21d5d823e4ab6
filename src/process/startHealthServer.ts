import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type HealthServer = { port: number; close: () => Promise<void> };

/**
 * Answers `GET /healthz` (the process is alive) and `GET /readyz` (the bot is connected), for
 * whatever watches over the program. Says nothing else to anybody.
 * @param port 0 takes any
 * @throws Error of node:net when the port is taken.
 */
export const startHealthServer = async (
  port: number,
  isReady: () => boolean,
): Promise<HealthServer> => {
  const server = createServer((request, response) => {
    const say = (status: number, word: string) =>
      response.writeHead(status, { 'content-type': 'text/plain' }).end(`${word}\n`);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead) say(405, 'only GET');
    else if (request.url === '/healthz') say(200, 'alive');
    else if (request.url === '/readyz') isReady() ? say(200, 'ready') : say(503, 'not connected');
    else say(404, 'there is /healthz and /readyz');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
