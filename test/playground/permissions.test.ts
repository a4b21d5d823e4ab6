import { type Client, PermissionFlagsBits as P, type TextChannel } from 'discord.js';
import { expect, it } from 'vitest';
import { request, startBot, startPlayground } from './startBot.ts';

const channelOf = (client: Client, id: string): TextChannel => {
  const channel = client.channels.cache.get(id);
  if (!channel?.isSendable()) throw new Error(`cannot write in ${id}`);
  return channel as TextChannel;
};

it('keeps the bot from writing where it may not: 50013', async () => {
  const { playground, client } = await startBot();
  const channel = channelOf(client, playground.ids.channels.readOnly);
  await expect(channel.send('x')).rejects.toMatchObject({ code: 50013, status: 403 });
  await expect(channel.sendTyping()).rejects.toMatchObject({ code: 50013 });
  // The client reckons the same from what the gateway told it.
  expect(channel.permissionsFor(client.user)?.has('SendMessages')).toBe(false);
});

it('drops embeds without a word where the bot may not embed; then nothing is left: 50006', async () => {
  const { playground, client } = await startBot();
  const { ids, people } = playground;
  const channel = channelOf(client, ids.channels.noEmbeds);
  await channel.send({ content: 'text', embeds: [{ title: 'gone' }] });
  const [message] = people.messages(ids.channels.noEmbeds, ids.users.member);
  expect(message).toMatchObject({ content: 'text', embeds: [] });
  await expect(channel.send({ embeds: [{ title: 'gone' }] })).rejects.toMatchObject({
    code: 50006,
  });
});

it('embeds all the same in an answer to an interaction', async () => {
  const { playground, client } = await startBot();
  const { ids, people } = playground;
  await client.application.commands.set([{ name: 'ask', description: 'Asks' }]);
  client.on('interactionCreate', (it) => {
    if (it.isChatInputCommand()) void it.reply({ embeds: [{ title: 'there' }] });
  });
  for (const channelId of [ids.channels.noEmbeds, ids.channels.readOnly]) {
    const seen = await people.runCommand({ userId: ids.users.member, channelId, command: 'ask' });
    expect((await seen.final()).embeds[0]?.title).toBe('there');
  }
});

it('keeps the bot from replying and reading where it may not see older messages', async () => {
  const { playground, client } = await startBot();
  const { ids, people } = playground;
  const { noHistory } = ids.channels;
  const { id } = people.sendMessage({
    userId: ids.users.member,
    channelId: noHistory,
    content: 'x',
  });
  const channel = channelOf(client, noHistory);
  await expect(
    channel.send({ content: 'y', reply: { messageReference: id } }),
  ).rejects.toMatchObject({ code: 160002 });
  expect((await channel.messages.fetch({ cache: false })).size).toBe(0);
  expect(await request(playground, 'GET', `/channels/${noHistory}/messages/${id}`)).toMatchObject({
    status: 403,
  });
  await channel.send('without a reply');
});

it('tells the bot nothing of a channel that it may not see, and refuses it: 50001', async () => {
  const { playground, client } = await startBot();
  const { ids, people, faults } = playground;
  const heard: string[] = [];
  client.on('messageCreate', ({ content }) => heard.push(content));
  faults.removePermission({ channelId: ids.channels.general, permission: P.ViewChannel });
  const say = (channelId: string, content: string) =>
    people.sendMessage({ userId: ids.users.member, channelId, content });
  say(ids.channels.general, 'hidden');
  say(ids.channels.thread, 'hidden too');
  say(ids.channels.ask, 'open');
  await expect.poll(() => heard).toEqual(['open']);
  for (const channelId of [ids.channels.general, ids.channels.thread, ids.direct.between]) {
    const path = `/channels/${channelId}/messages`;
    expect(await request(playground, 'POST', path, { content: 'x' })).toMatchObject({
      status: 403,
      body: { code: 50001 },
    });
  }
  await expect
    .poll(() =>
      channelOf(client, ids.channels.general).permissionsFor(client.user)?.has('ViewChannel'),
    )
    .toBe(false);
});

it('lets the bot change and delete its own messages alone, until it may manage them', async () => {
  const { playground, client } = await startBot();
  const { ids, people, world } = playground;
  const { id } = people.sendMessage({
    userId: ids.users.member,
    channelId: ids.channels.ask,
    content: 'mine',
  });
  const path = `/channels/${ids.channels.ask}/messages/${id}`;
  expect(await request(playground, 'PATCH', path, { content: 'yours' })).toMatchObject({
    status: 403,
    body: { code: 50005 },
  });
  expect(await request(playground, 'DELETE', path)).toMatchObject({ body: { code: 50013 } });
  const role = world.roles.get(ids.roles.bot);
  if (role) role.permissions = String(BigInt(role.permissions) | P.ManageMessages);
  expect((await request(playground, 'DELETE', path)).status).toBe(204);
  expect(client.isReady()).toBe(true);
});

it('lets nobody in without the token', async () => {
  const playground = await startPlayground();
  const url = `${playground.apiUrl}/v10/users/@me`;
  for (const authorization of ['', 'Bot wrong', playground.token]) {
    const response = await fetch(url, { headers: { authorization } });
    expect(response.status).toBe(401);
  }
});

it('knows no channel, message, member or user that is not there', async () => {
  const playground = await startPlayground();
  const { ids } = playground;
  const codeOf = async (path: string) => (await request(playground, 'GET', path)).body.code;
  expect(await codeOf('/channels/1')).toBe(10003);
  expect(await codeOf(`/channels/${ids.channels.ask}/messages/1`)).toBe(10008);
  expect(await codeOf(`/guilds/${ids.guild}/members/1`)).toBe(10007);
  expect(await codeOf('/users/1')).toBe(10013);
  expect(await codeOf('/guilds/1')).toBe(50001);
});
