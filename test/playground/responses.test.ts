import { MessageFlags, MessageType } from 'discord.js';
import { expect, it } from 'vitest';
import { asCommand, inAsk, startWithCommands } from './commandBot.ts';
import { request } from './startBot.ts';

it('shows a reply at once, as the answer to the command', async () => {
  const { playground, people } = await startWithCommands((it) => asCommand(it).reply('hello'));
  const seen = await people.runCommand({ ...inAsk(playground), options: { q: 'x' } });
  expect(seen).toMatchObject({ kind: 'message', message: { content: 'hello', ephemeral: false } });
  expect(await seen.final()).toMatchObject({
    type: MessageType.ChatInputCommand,
    webhook_id: playground.applicationId,
    interaction_metadata: { type: 2, user: { id: playground.ids.users.member } },
    interaction: { name: 'ask' },
  });
});

it('shows an ephemeral reply to nobody else, and not by REST', async () => {
  const { playground, people, client } = await startWithCommands((it) =>
    asCommand(it).reply({ content: 'psst', flags: MessageFlags.Ephemeral }),
  );
  const { ids } = playground;
  const heard: string[] = [];
  client.on('messageCreate', ({ content }) => heard.push(content));
  const seen = await people.runCommand({ ...inAsk(playground), options: { q: 'x' } });
  const { id, ephemeral } = await seen.final();
  expect(ephemeral).toBe(true);
  expect(people.messages(ids.channels.ask, ids.users.member)).toHaveLength(1);
  expect(people.messages(ids.channels.ask, ids.users.admin)).toEqual([]);
  const path = `/channels/${ids.channels.ask}/messages/${id}`;
  expect((await request(playground, 'GET', path)).body).toMatchObject({ code: 10008 });
  // Its reader may dismiss it; the admin cannot even see it.
  const place = { channelId: ids.channels.ask, messageId: id };
  expect(() => people.deleteMessage({ ...place, userId: ids.users.admin })).toThrow('not there');
  people.deleteMessage({ ...place, userId: ids.users.member });
  // Not even the bot is told of it over the gateway.
  people.sendMessage({ userId: ids.users.admin, channelId: ids.channels.ask, content: 'open' });
  await expect.poll(() => heard).toEqual(['open']);
  people.deleteMessage({
    userId: ids.users.admin,
    channelId: ids.channels.ask,
    messageId: people.messages(ids.channels.ask, ids.users.admin)[0]?.id ?? '',
  });
  expect(people.messages(ids.channels.ask, ids.users.member)).toEqual([]);
});

it('waits with a deferred reply, keeps its privacy, and takes follow-ups after it', async () => {
  const { playground, people } = await startWithCommands(async (it) => {
    const command = asCommand(it);
    await command.deferReply({ flags: MessageFlags.Ephemeral });
    await command.editReply('done');
    await command.followUp({ content: 'private too', flags: MessageFlags.Ephemeral });
    await command.followUp('for all');
  });
  const seen = await people.runCommand({ ...inAsk(playground), options: { q: 'x' } });
  expect(seen.kind).toBe('deferredMessage');
  expect(await seen.final()).toMatchObject({ content: 'done', ephemeral: true, flags: 64 });
  expect((await seen.nextFollowUp()).ephemeral).toBe(true);
  const open = await seen.nextFollowUp(1);
  expect(open).toMatchObject({ ephemeral: false, content: 'for all' });
  expect(open.interaction_metadata?.original_response_message_id).toBe((await seen.final()).id);
});

it('lets the first follow-up fill a deferred reply, as Discord keeps it', async () => {
  const { playground, people } = await startWithCommands(async (it) => {
    await asCommand(it).deferReply();
    await asCommand(it).followUp('filled');
  });
  const seen = await people.runCommand({ ...inAsk(playground), options: { q: 'x' } });
  expect((await seen.final()).content).toBe('filled');
  expect(seen.followUps()).toEqual([]);
});

it('fetches, changes and deletes the original reply, and gives it with the response', async () => {
  const contents: string[] = [];
  const { playground, people, faults } = await startWithCommands(async (it) => {
    const command = asCommand(it);
    const response = await command.reply({ content: 'one', withResponse: true });
    contents.push(response.resource?.message?.content ?? '');
    await command.editReply('two');
    contents.push((await command.fetchReply()).content);
    await command.deleteReply();
    await command.fetchReply();
  });
  await people.runCommand({ ...inAsk(playground), options: { q: 'x' } });
  await expect.poll(() => faults).toHaveLength(1);
  expect(faults[0]).toMatchObject({ code: 10008 });
  expect(contents).toEqual(['one', 'two']);
});

it('says that the application did not respond, and refuses what comes too late', async () => {
  const { playground, people, faults } = await startWithCommands(
    async (it) => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      await asCommand(it).reply('late');
    },
    { limits: { firstResponseMs: 50 } },
  );
  const seen = await people.runCommand({ ...inAsk(playground), options: { q: 'x' } });
  expect(seen).toMatchObject({ kind: 'failed', reason: 'The application did not respond' });
  await expect.poll(() => faults).toHaveLength(1);
  expect(faults[0]).toMatchObject({ code: 10062, status: 404 });
});

it('refuses a second callback with 40060', async () => {
  const { playground, people, faults } = await startWithCommands(async (it) => {
    const path = `/interactions/${it.id}/${it.token}/callback`;
    await asCommand(it).reply('first');
    const { status, body } = await request(playground, 'POST', path, {
      type: 4,
      data: { content: 'second' },
    });
    faults.push([status, body.code]);
  });
  await people.runCommand({ ...inAsk(playground), options: { q: 'x' } });
  await expect.poll(() => faults).toEqual([[400, 40060]]);
});

it('refuses tokens that are wrong, foreign or worn out', async () => {
  let token = '';
  let id = '';
  const { playground, people } = await startWithCommands(async (it) => {
    ({ token, id } = it);
    await asCommand(it).reply('hello');
  });
  const post = async (path: string) =>
    (await request(playground, 'POST', path, { type: 4, data: { content: 'x' } })).body.code;
  await people.runCommand({ ...inAsk(playground), options: { q: 'x' } });
  const app = playground.applicationId;
  expect(await post(`/interactions/${id}/wrong/callback`)).toBe(10062);
  expect(await post(`/interactions/1/${token}/callback`)).toBe(10062);
  expect(await post(`/webhooks/${app}/wrong`)).toBe(50027);
  expect(await post(`/webhooks/123/${token}`)).toBe(10015);
  playground.faults.expireTokens();
  const hook = `/webhooks/${app}/${token}`;
  expect(await request(playground, 'POST', hook, { content: 'x' })).toMatchObject({
    status: 401,
    body: { code: 50027 },
  });
});

it("gives a token no follow-up before its first response, and none of another's messages", async () => {
  const codes: unknown[] = [];
  const { playground, people } = await startWithCommands(async (it) => {
    const hook = `/webhooks/${playground.applicationId}/${it.token}`;
    codes.push((await request(playground, 'POST', hook, { content: 'x' })).body.code);
    await asCommand(it).reply('hello');
    const { id } =
      people.messages(playground.ids.channels.ask, playground.ids.users.member)[0] ?? {};
    codes.push((await request(playground, 'GET', `${hook}/messages/${id}`)).body.code);
  });
  const { ids } = playground;
  people.sendMessage({ userId: ids.users.member, channelId: ids.channels.ask, content: 'mine' });
  await people.runCommand({ ...inAsk(playground), options: { q: 'x' } });
  await expect.poll(() => codes).toEqual([10015, 10008]);
});

it('refuses a response that does not fit the interaction', async () => {
  const refused: unknown[] = [];
  const { playground, people } = await startWithCommands(async (it) => {
    const path = `/interactions/${it.id}/${it.token}/callback`;
    for (const body of [
      { type: 7, data: {} },
      { type: 8, data: { choices: [] } },
      { type: 99 },
      {},
    ]) {
      refused.push((await request(playground, 'POST', path, body)).body.errors);
    }
    await asCommand(it).reply('ok');
  });
  await people.runCommand({ ...inAsk(playground), options: { q: 'x' } });
  const wrong = { type: { _errors: [{ code: 'BASE_TYPE_CHOICES' }] } };
  expect(refused).toMatchObject([wrong, wrong, wrong, wrong]);
});

it('tells a bot whose channel has gone in the meantime', async () => {
  const { playground, people, faults } = await startWithCommands(async (it) => {
    await asCommand(it).deferReply();
    playground.faults.deleteChannel(it.channelId ?? '');
    await asCommand(it).editReply('too late');
  });
  await people.runCommand({ ...inAsk(playground), options: { q: 'x' } });
  await expect.poll(() => faults).toMatchObject([{ code: 10003 }]);
});
