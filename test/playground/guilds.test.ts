import { Events } from 'discord.js';
import { expect, it } from 'vitest';
import { logIn, makeClient, request, startBot, startPlayground } from './startBot.ts';

it('tells the real client when it is added and removed, and hides the guild in between', async () => {
  const { playground, client } = await startBot();
  const told: string[] = [];
  client.on(Events.GuildCreate, ({ id }) => told.push(`+${id}`));
  client.on(Events.GuildDelete, ({ id }) => told.push(`-${id}`));
  client.on(Events.MessageCreate, ({ content }) => told.push(content));
  const { guild, channels, users } = playground.ids;
  const say = (content: string) =>
    playground.people.sendMessage({ userId: users.member, channelId: channels.ask, content });

  playground.guilds.leave();
  say('unheard');
  expect((await request(playground, 'GET', `/guilds/${guild}`)).status).toBe(403);
  expect((await request(playground, 'GET', `/channels/${channels.ask}`)).status).toBe(403);
  playground.guilds.join();
  say('heard');
  await expect.poll(() => told).toEqual([`-${guild}`, `+${guild}`, 'heard']);
  expect(client.guilds.cache.get(guild)?.systemChannelId).toBe(channels.general);
});

it('tells an outage apart from a removal', async () => {
  const { playground, client } = await startBot();
  const told: string[] = [];
  for (const name of [
    Events.GuildCreate,
    Events.GuildDelete,
    Events.GuildUnavailable,
    Events.GuildAvailable,
  ] as const)
    client.on(name, () => told.push(name));
  playground.guilds.lose();
  playground.guilds.comeBack();
  await expect.poll(() => told).toEqual([Events.GuildUnavailable, Events.GuildAvailable]);
});

it('has no guild for a bot that was removed before it came', async () => {
  const playground = await startPlayground();
  playground.guilds.leave();
  const client = await logIn(playground, makeClient(playground));
  expect(client.guilds.cache.size).toBe(0);
});
