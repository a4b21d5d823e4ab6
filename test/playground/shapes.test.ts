import { Events, MessageFlags } from 'discord.js';
import {
  ApplicationCommandResponseSchema,
  GatewayBotResponseSchema,
  GuildChannelResponseSchema,
  GuildMemberResponseSchema,
  GuildRoleResponseSchema,
  GuildWithCountsResponseSchema,
  InteractionCallbackResponseSchema,
  MessageResponseSchema,
  PrivateApplicationResponseSchema,
  PrivateChannelResponseSchema,
  ThreadResponseSchema,
  UserResponseSchema,
} from 'discord-api-spec/zod';
import { expect, it } from 'vitest';
import { request, startBot, startPlayground } from './startBot.ts';

type Schema = typeof MessageResponseSchema;

/** What Discord's own schema finds wrong with something the stand-in said. */
const faultsOf = (schema: Schema, value: unknown): unknown[] => {
  const result = schema.safeParse(value);
  return result.success ? [] : result.error.issues.map(({ path, code }) => [path.join('.'), code]);
};

it("answers in the shapes of Discord's own schema", async () => {
  const playground = await startPlayground();
  const { ids, applicationId } = playground;
  const get = async (path: string) => (await request(playground, 'GET', path)).body;
  const { channels, direct, guild, users } = ids;
  const one: [string, Schema][] = [
    ['/gateway/bot', GatewayBotResponseSchema],
    ['/users/@me', UserResponseSchema],
    [`/users/${users.member}`, UserResponseSchema],
    ['/applications/@me', PrivateApplicationResponseSchema],
    [`/guilds/${guild}`, GuildWithCountsResponseSchema],
    [`/guilds/${guild}/members/${users.member}`, GuildMemberResponseSchema],
    [`/channels/${channels.ask}`, GuildChannelResponseSchema],
    [`/channels/${channels.forum}`, GuildChannelResponseSchema],
    [`/channels/${channels.thread}`, ThreadResponseSchema],
    [`/channels/${direct.member}`, PrivateChannelResponseSchema],
  ];
  for (const [path, schema] of one)
    expect([path, faultsOf(schema, await get(path))]).toEqual([path, []]);
  const many: [string, Schema][] = [
    [`/guilds/${guild}/roles`, GuildRoleResponseSchema],
    [`/guilds/${guild}/members?limit=10`, GuildMemberResponseSchema],
    [`/guilds/${guild}/channels`, GuildChannelResponseSchema],
  ];
  for (const [path, schema] of many) {
    const list = (await get(path)) as unknown as unknown[];
    expect(list.length).toBeGreaterThan(2);
    expect([path, list.flatMap((it) => faultsOf(schema, it))]).toEqual([path, []]);
  }
  const made = await request(playground, 'POST', `/applications/${applicationId}/commands`, {
    name: 'ask',
    description: 'Asks',
    options: [{ type: 3, name: 'q', description: 'Q', required: true, min_length: 1 }],
  });
  expect(faultsOf(ApplicationCommandResponseSchema, made.body)).toEqual([]);
});

it("makes messages in the shape of Discord's own schema", async () => {
  const { playground, client } = await startBot();
  const { ids, people } = playground;
  const callbacks: unknown[] = [];
  await client.application.commands.set([{ name: 'ask', description: 'Asks' }]);
  client.on(Events.InteractionCreate, async (it) => {
    if (it.isChatInputCommand()) {
      const path = `/interactions/${it.id}/${it.token}/callback?with_response=true`;
      callbacks.push(
        (
          await request(playground, 'POST', path, {
            type: 5,
            data: { flags: MessageFlags.Ephemeral },
          })
        ).body,
      );
      await it.webhook.editMessage('@original', {
        embeds: [{ title: 'T', color: 5, footer: { text: 'f' }, author: { name: 'a' } }],
        components: [
          {
            type: 1,
            components: [
              { type: 2, style: 1, custom_id: 'b', label: 'b', emoji: { name: '👍' } },
              { type: 2, style: 5, url: 'https://x.invalid', label: 'link' },
            ],
          },
          {
            type: 1,
            components: [{ type: 3, custom_id: 's', options: [{ label: 'l', value: 'v' }] }],
          },
        ],
      });
    }
    if (it.isModalSubmit()) await it.reply('a reply to a form');
    if (it.isStringSelectMenu()) {
      await it.showModal({
        custom_id: 'form',
        title: 'Form',
        components: [{ type: 1, components: [{ type: 4, custom_id: 'x', label: 'x', style: 1 }] }],
      } as never);
    }
    if (it.isButton()) {
      const path = `/interactions/${it.id}/${it.token}/callback?with_response=true`;
      const body = { type: 4, data: { content: 'a reply to a press' } };
      callbacks.push((await request(playground, 'POST', path, body)).body);
    }
  });
  client.on(Events.MessageCreate, async (message) => {
    if (!message.author.bot)
      await message.reply({
        content: 'r',
        files: [{ attachment: Buffer.from('x'), name: 'x.txt' }],
      });
  });
  const place = { userId: ids.users.member, channelId: ids.channels.ask };
  const answer = await (await people.runCommand({ ...place, command: 'ask' })).final();
  await (await people.press({ ...place, messageId: answer.id, customId: 'b' })).final();
  await people.press({ ...place, messageId: answer.id, customId: 's', values: ['v'] });
  await (await people.submitModal({ ...place, customId: 'form', fields: { x: 'y' } })).final();
  await people.replyTo(people.sendMessage({ ...place, content: `<@${ids.bot}>` }));
  const all = people.messages(place.channelId, place.userId);
  expect(all).toHaveLength(5);
  expect(all.flatMap((it) => faultsOf(MessageResponseSchema, it))).toEqual([]);
  expect(callbacks).toHaveLength(2);
  expect(callbacks.flatMap((it) => faultsOf(InteractionCallbackResponseSchema, it))).toEqual([]);
});
