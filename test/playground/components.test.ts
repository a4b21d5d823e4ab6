import {
  ButtonStyle,
  ComponentType,
  Events,
  type Interaction,
  type InteractionReplyOptions,
  MessageFlags,
  TextInputStyle,
} from 'discord.js';
import { expect, it } from 'vitest';
import { startBot } from './startBot.ts';

const row = (...components: object[]) => ({ type: ComponentType.ActionRow, components });
const button = (customId: string, more: object = {}) => ({
  type: ComponentType.Button,
  style: ButtonStyle.Primary,
  custom_id: customId,
  label: customId,
  ...more,
});
const OPTIONS = ['a', 'b', 'c'].map((value) => ({ label: value, value }));
const CONTROLS = [
  row(button('press'), button('off', { disabled: true }), {
    type: ComponentType.Button,
    style: ButtonStyle.Link,
    label: 'link',
    url: 'https://x.invalid',
  }),
  row({ type: ComponentType.StringSelect, custom_id: 'choose', max_values: 2, options: OPTIONS }),
  row({ type: ComponentType.UserSelect, custom_id: 'user' }),
  row({ type: ComponentType.ChannelSelect, custom_id: 'channel' }),
  row({ type: ComponentType.MentionableSelect, custom_id: 'mentionable' }),
];
const MODAL = {
  custom_id: 'form',
  title: 'Form',
  components: [
    row({
      type: ComponentType.TextInput,
      custom_id: 'old',
      label: 'Old style',
      style: TextInputStyle.Short,
      required: false,
    }),
    {
      type: ComponentType.Label,
      label: 'New style',
      component: {
        type: ComponentType.TextInput,
        custom_id: 'new',
        style: TextInputStyle.Paragraph,
        min_length: 3,
        max_length: 10,
      },
    },
    {
      type: ComponentType.Label,
      label: 'A menu',
      component: {
        type: ComponentType.StringSelect,
        custom_id: 'menu',
        required: false,
        options: OPTIONS,
      },
    },
    {
      type: ComponentType.Label,
      label: 'A person',
      component: { type: ComponentType.UserSelect, custom_id: 'person', required: false },
    },
  ],
};

/** A bot with a message full of controls, in the channel for asking. */
const start = async (answer: (interaction: Interaction) => unknown, more: object = {}) => {
  const { playground, client } = await startBot();
  const faults: unknown[] = [];
  client.on(Events.InteractionCreate, async (interaction) => {
    try {
      await answer(interaction);
    } catch (error) {
      faults.push(error);
    }
  });
  const { ids, people } = playground;
  const channel = client.channels.cache.get(ids.channels.ask);
  if (!channel?.isSendable()) throw new Error('no channel');
  const sent = await channel.send({ content: 'controls', components: CONTROLS as never, ...more });
  const place = {
    userId: ids.users.member,
    channelId: ids.channels.ask,
    messageId: sent.id,
  };
  return { playground, client, people, place, faults, ids };
};
const openForm = (it: Interaction) => {
  if (it.isMessageComponent() || it.isChatInputCommand()) return it.showModal(MODAL as never);
};

it('presses a button: the whole message comes along, and can be changed in place', async () => {
  const { people, place } = await start(async (it) => {
    if (!it.isButton()) return;
    await it.update({ content: `${it.message.content} ${it.customId}`, components: [] });
  });
  const seen = await people.press({ ...place, customId: 'press' });
  expect(seen).toMatchObject({ kind: 'update', message: { content: 'controls press' } });
  const [message] = people.messages(place.channelId, place.userId);
  expect(message?.components).toEqual([]);
});

it('acknowledges silently and changes the message later', async () => {
  const { people, place } = await start(async (it) => {
    if (!it.isButton()) return;
    await it.deferUpdate();
    await it.editReply({ content: 'changed' });
    await it.followUp({ content: 'aside', flags: MessageFlags.Ephemeral });
  });
  const seen = await people.press({ ...place, customId: 'press' });
  expect(seen.kind).toBe('deferredUpdate');
  expect(await seen.final()).toMatchObject({ id: place.messageId, content: 'changed' });
  expect((await seen.nextFollowUp()).ephemeral).toBe(true);
});

it('answers a press with a message of its own, which points back', async () => {
  const { people, place } = await start(
    (it) => it.isButton() && it.reply({ content: 'own', flags: MessageFlags.Ephemeral }),
  );
  const seen = await people.press({ ...place, customId: 'press' });
  expect(await seen.final()).toMatchObject({
    ephemeral: true,
    message_reference: { message_id: place.messageId },
    interaction_metadata: { type: 3, interacted_message_id: place.messageId },
  });
});

it('works on an ephemeral message too, for its reader alone', async () => {
  const { people, place, ids, client } = await start(async (it) => {
    const reply: InteractionReplyOptions = {
      content: 'private',
      flags: MessageFlags.Ephemeral,
      components: [row(button('again'))] as never,
    };
    if (it.isButton() && it.customId === 'press') await it.reply(reply);
    if (it.isButton() && it.customId === 'again') await it.update('pressed again');
  });
  expect(client.isReady()).toBe(true);
  const first = await (await people.press({ ...place, customId: 'press' })).final();
  const again = { ...place, messageId: first.id, customId: 'again' };
  await expect(people.press({ ...again, userId: ids.users.admin })).rejects.toThrow('not there');
  expect(await (await people.press(again)).final()).toMatchObject({
    content: 'pressed again',
    ephemeral: true,
  });
});

it('gives the values of menus, and what they stand for', async () => {
  const { people, place, ids } = await start(async (it) => {
    if (it.isStringSelectMenu()) await it.reply(it.values.join());
    if (it.isUserSelectMenu()) await it.reply(it.users.first()?.username ?? 'nobody');
    if (it.isChannelSelectMenu()) await it.reply(Object(it.channels.first()).name);
    if (it.isMentionableSelectMenu()) await it.reply(`${it.users.size} ${it.roles.size}`);
  });
  const choose = async (customId: string, ...values: string[]) =>
    (await (await people.press({ ...place, customId, values })).final()).content;
  expect(await choose('choose', 'b', 'c')).toBe('b,c');
  expect(await choose('user', ids.users.admin)).toBe('alex');
  expect(await choose('channel', ids.channels.general)).toBe('general');
  expect(await choose('mentionable', ids.roles.admin)).toBe('0 1');
});

it.each([
  [{ customId: 'gone' }, 'not there any more'],
  [{ customId: 'off' }, 'switched off'],
  [{ customId: 'press', values: ['a'] }, 'no values'],
  [{ customId: 'choose', values: [] }, 'Choose 1 to 2'],
  [{ customId: 'choose', values: ['a', 'b', 'c'] }, 'Choose 1 to 2'],
  [{ customId: 'choose', values: ['z'] }, 'not in the menu'],
  [{ customId: 'user', values: ['123'] }, 'not in the menu'],
])('does not let people do what the controls do not: %j', async (press, reason) => {
  const { people, place } = await start(() => undefined);
  await expect(people.press({ ...place, ...press })).rejects.toThrow(reason);
});

it('sends forged ids and values all the same', async () => {
  const { people, place } = await start(async (it) => {
    if (it.isStringSelectMenu()) await it.reply(it.values.join());
    if (it.isButton()) await it.reply(it.customId);
  });
  const forged = { ...place, forge: true };
  const menu = await people.press({ ...forged, customId: 'choose', values: ['<script>'] });
  expect((await menu.final()).content).toBe('<script>');
  const stale = await people.press({ ...forged, customId: 'of:an:older:version' });
  expect((await stale.final()).content).toBe('of:an:older:version');
});

it('says that the interaction failed where nobody answers', async () => {
  const { playground, client } = await startBot({ limits: { firstResponseMs: 50 } });
  const { ids, people } = playground;
  const channel = client.channels.cache.get(ids.channels.ask);
  if (!channel?.isSendable()) throw new Error('no channel');
  const { id } = await channel.send({ content: 'x', components: [row(button('press'))] as never });
  const seen = await people.press({
    userId: ids.users.member,
    channelId: ids.channels.ask,
    messageId: id,
    customId: 'press',
  });
  expect(seen).toMatchObject({ kind: 'failed', reason: 'This interaction failed' });
});

it('refuses an update of a message that is gone', async () => {
  const { people, place, faults } = await start(async (it) => {
    if (!it.isButton()) return;
    await it.message.delete();
    await it.update('too late');
  });
  void people.press({ ...place, customId: 'press' });
  await expect.poll(() => faults).toMatchObject([{ code: 10008 }]);
});

it('opens a modal and sends it back, rows and labels alike', async () => {
  const { people, place, ids } = await start(async (it) => {
    await openForm(it);
    if (!it.isModalSubmit() || !it.isFromMessage()) return;
    const { fields } = it;
    const texts = [
      fields.getTextInputValue('old'),
      fields.getTextInputValue('new'),
      fields.getStringSelectValues('menu').join(),
      fields.getSelectedUsers('person')?.first()?.username,
    ];
    await it.update({ content: texts.join('|'), components: [] });
  });
  const opened = await people.press({ ...place, customId: 'press' });
  expect(opened).toMatchObject({ kind: 'modal', modal: { title: 'Form' } });
  const submit = (fields: Record<string, string | string[]>) =>
    people.submitModal({ ...place, customId: 'form', fields });
  await expect(submit({ old: 'x' })).rejects.toThrow('required');
  await expect(submit({ new: 'x' })).rejects.toThrow('3 characters or more');
  await expect(submit({ new: 'x'.repeat(11) })).rejects.toThrow('10 characters at most');
  await expect(submit({ new: 'fine', menu: ['z'] })).rejects.toThrow('not in the menu');
  await expect(submit({ new: 'fine', odd: 'x' })).rejects.toThrow('no such field');
  const seen = await submit({ old: 'x', new: 'fine', menu: ['b'], person: [ids.users.admin] });
  expect(seen.kind).toBe('update');
  expect((await seen.final()).content).toBe('x|fine|b|alex');
  // It is closed now.
  await expect(submit({ new: 'fine' })).rejects.toThrow('not open any more');
});

it('opens a modal from a command, where nothing can be updated afterwards', async () => {
  const { people, place, client, faults } = await start(async (it) => {
    await openForm(it);
    if (!it.isModalSubmit()) return;
    expect(it.isFromMessage()).toBe(false);
    await it.reply(it.fields.getTextInputValue('new'));
  });
  await client.application.commands.set([{ name: 'form', description: 'Opens a form' }]);
  const opened = await people.runCommand({ ...place, command: 'form' });
  expect(opened.kind).toBe('modal');
  const seen = await people.submitModal({ ...place, customId: 'form', fields: { new: 'typed' } });
  expect((await seen.final()).content).toBe('typed');
  expect(faults).toEqual([]);
});

it('submits a forged modal that nobody opened', async () => {
  const { people, place } = await start(
    (it) => it.isModalSubmit() && it.reply(it.fields.getTextInputValue('x')),
  );
  const seen = await people.submitModal({
    ...place,
    customId: 'never opened',
    fields: { x: 'forged' },
    forge: true,
  });
  expect((await seen.final()).content).toBe('forged');
});

it('keeps a press with whoever installed the app that wrote the message', async () => {
  const owners: unknown[] = [];
  const { people, client, ids } = await start(async (it) => {
    owners.push(it.authorizingIntegrationOwners.userId);
    if (it.isChatInputCommand()) {
      await it.reply({ content: 'x', components: [row(button('mine'))] as never });
    }
    if (it.isButton()) await it.update('pressed');
  });
  await client.application.commands.set([
    { name: 'any', description: 'Any', integrationTypes: [0, 1], contexts: [0, 2] },
  ] as never);
  const channelId = ids.channels.ask;
  const run = { userId: ids.users.member, channelId, command: 'any', isUserInstalled: true };
  const { id: messageId } = await (await people.runCommand(run)).final();
  const press = { userId: ids.users.admin, channelId, messageId, customId: 'mine' };
  expect((await people.press(press)).kind).toBe('update');
  expect(owners).toEqual([ids.users.member, ids.users.member]);
});
