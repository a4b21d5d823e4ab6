import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MOST_BYTES, readAttachment } from '../../../src/discord/config/readAttachment.ts';

let server: Server;
let asked: string[];
let base: string;
beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/moved') {
      response.writeHead(302, { location: `${base}/secret` }).end();
    } else if (request.url === '/huge') {
      for (let sent = 0; sent <= MOST_BYTES; sent += 1024) response.write('x'.repeat(1024));
      response.end();
    } else if (request.url === '/gone') response.writeHead(404).end('no');
    else response.end('{"a": "ü"}');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const DISCORD = 'https://discord.com/api';

describe('a file that was uploaded', () => {
  it('is read from the stand-in, where that is the API', async () => {
    const text = await readAttachment({ url: `${base}/file`, size: 10 }, `${base}/api`);
    expect(text).toBe('{"a": "ü"}');
  });

  it.each(['/moved', '/huge', '/gone'])('is refused in words: %s', async (path) => {
    await expect(readAttachment({ url: base + path, size: 10 }, `${base}/api`)).rejects.toThrow(
      /could not read this file/,
    );
    expect(asked).not.toContain('/secret');
  });

  it('is refused by its size before anything is fetched', async () => {
    await expect(
      readAttachment({ url: `${base}/file`, size: MOST_BYTES + 1 }, `${base}/api`),
    ).rejects.toThrow(/larger than 64 KB/);
    expect(asked).toEqual([]);
  });

  it('is never fetched from anywhere but Discord', async () => {
    const other = base.replace('127.0.0.1', 'localhost');
    for (const url of [
      `${base}/file`,
      `${other}/file`,
      'http://169.254.169.254/latest/meta-data',
      'http://cdn.discordapp.com/x',
      'https://cdn.discordapp.com.example.org/x',
      `https://cdn.discordapp.com@${new URL(base).host}/x`,
      'file:///etc/passwd',
      'data:application/json,{}',
      'nonsense',
    ])
      await expect(readAttachment({ url, size: 10 }, DISCORD)).rejects.toThrow(
        /could not read this file/,
      );
    await expect(readAttachment({ url: `${other}/file`, size: 10 }, `${base}/api`)).rejects.toThrow(
      /could not read/,
    );
    expect(asked).toEqual([]);
  });
});
