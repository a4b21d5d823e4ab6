import { type Client, RESTEvents, type TextChannel } from 'discord.js';
import { expect, it } from 'vitest';
import { request, startBot, startPlayground } from './startBot.ts';

const askChannel = (client: Client, id: string): TextChannel => {
  const channel = client.channels.cache.get(id);
  if (!channel?.isSendable()) throw new Error(`cannot write in ${id}`);
  return channel as TextChannel;
};

it('limits the rate on demand, and the real client waits and tries again', async () => {
  const { playground, client } = await startBot();
  const { ids, faults, people, requests } = playground;
  const limited: { global: boolean; retryAfter: number }[] = [];
  client.rest.on(RESTEvents.RateLimited, ({ global, retryAfter }) => {
    limited.push({ global, retryAfter });
  });
  faults.rateLimitNext({ method: 'POST', route: /messages$/, retryAfterMs: 120 });
  faults.rateLimitNext({ method: 'POST', route: /messages$/, retryAfterMs: 80, global: true });
  await askChannel(client, ids.channels.ask).send('patient');
  const statuses = requests
    .filter(({ route }) => route?.endsWith('messages'))
    .map((it) => it.status);
  expect(statuses).toEqual([429, 429, 200]);
  expect(limited.map(({ global }) => global)).toEqual([false, true]);
  expect(people.messages(ids.channels.ask, ids.users.member)).toHaveLength(1);
});

it('sends rate-limit headers with every answer but that to an interaction', async () => {
  const playground = await startPlayground();
  const { headers } = await request(playground, 'GET', '/users/@me');
  expect(Number(headers.get('x-ratelimit-limit'))).toBeGreaterThan(100);
  expect(Number(headers.get('x-ratelimit-remaining'))).toBeGreaterThan(100);
  expect(Number(headers.get('x-ratelimit-reset-after'))).toBeLessThanOrEqual(1);
  expect(headers.get('x-ratelimit-bucket')).toMatch(/^\w+$/);
  const callback = await request(playground, 'POST', '/interactions/1/x/callback', { type: 4 });
  expect(callback.headers.get('x-ratelimit-limit')).toBeNull();
});

it('fails the next requests as told, so many times, and no others', async () => {
  const playground = await startPlayground();
  const { ids, faults } = playground;
  const path = `/channels/${ids.channels.ask}/messages`;
  faults.failNext({ method: 'POST', route: /messages$/, status: 403, code: 50013, times: 2 });
  faults.failNext({ route: /users/, status: 503, body: 'not even JSON of Discord' });
  const post = async () => (await request(playground, 'POST', path, { content: 'x' })).status;
  expect((await request(playground, 'GET', path)).status).toBe(200);
  expect([await post(), await post(), await post()]).toEqual([403, 403, 200]);
  expect((await request(playground, 'GET', '/users/@me')).status).toBe(503);
  expect((await request(playground, 'GET', '/users/@me')).status).toBe(200);
});

it('holds requests back until they are let go', async () => {
  const playground = await startPlayground();
  const { ids, faults } = playground;
  const release = faults.hold({ method: 'POST', route: /messages$/ });
  let isDone = false;
  const post = request(playground, 'POST', `/channels/${ids.channels.ask}/messages`, {
    content: 'x',
  }).then(() => {
    isDone = true;
  });
  await request(playground, 'GET', '/users/@me');
  await expect.poll(() => playground.requests.length).toBe(2);
  expect(isDone).toBe(false);
  release();
  await post;
  expect(playground.people.messages(ids.channels.ask, ids.users.member)).toHaveLength(1);
});

it('slows the answers, so that one asked later may come first', async () => {
  const playground = await startPlayground();
  const { faults, requests } = playground;
  const order: string[] = [];
  faults.delay(300);
  const slow = request(playground, 'GET', '/users/@me').then(() => order.push('slow'));
  await expect.poll(() => requests.length).toBe(1);
  faults.delay(0);
  await request(playground, 'GET', '/users/@me').then(() => order.push('quick'));
  await slow;
  expect(order).toEqual(['quick', 'slow']);
});

it('takes a channel away under the bot', async () => {
  const { playground, client } = await startBot();
  const { ids, faults } = playground;
  const channel = askChannel(client, ids.channels.general);
  faults.deleteChannel(ids.channels.general);
  await expect(channel.send('x')).rejects.toMatchObject({ code: 10003 });
  await expect.poll(() => client.channels.cache.has(ids.channels.general)).toBe(false);
  await expect.poll(() => client.channels.cache.has(ids.channels.thread)).toBe(false);
});

it('keeps a record of routes that it does not have', async () => {
  const playground = await startPlayground();
  const answer = await request(playground, 'PUT', '/channels/1/pins/2');
  expect(answer).toMatchObject({ status: 404, body: { code: 0, message: '404: Not Found' } });
  expect(playground.requests).toMatchObject([
    { method: 'PUT', path: '/channels/1/pins/2', route: null, status: 404 },
  ]);
});

it('refuses files that are too large', async () => {
  const { playground, client } = await startBot();
  const channel = askChannel(client, playground.ids.channels.ask);
  const files = [{ attachment: Buffer.alloc(10 * 1024 * 1024 + 1), name: 'big.bin' }];
  await expect(channel.send({ files })).rejects.toMatchObject({ code: 40005, status: 413 });
});
