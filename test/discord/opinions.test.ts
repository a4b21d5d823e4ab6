import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageMessage } from '../../src/playground/protocol.ts';
import {
  type BotOnPlayground,
  componentsOf,
  idOf,
  startBotOnPlayground,
} from './botOnPlayground.ts';

let setup: BotOnPlayground;
beforeAll(async () => {
  setup = await startBotOnPlayground();
});
afterAll(() => setup.stop());

const users = () => setup.playground.ids.users;
const answered = async (channelId = setup.playground.ids.channels.ask): Promise<PageMessage> => {
  const { people } = setup.playground;
  return people.replyTo(
    people.sendMessage({
      userId: users().member,
      channelId,
      content: 'gabapentin hemifacial spasm?',
    }),
  );
};
const press = (message: PageMessage, label: string, userId = users().member) =>
  setup.playground.people.press({
    userId,
    channelId: message.channel_id,
    messageId: message.id,
    customId: idOf(message, label),
  });
const stored = async (userId = users().member) =>
  (await setup.store.privacy.export(userId)).feedback as {
    answer_id: string;
    guild_id: string | null;
    is_helpful: number;
    reason: string | null;
  }[];
const opinionOn = async ({ id }: PageMessage) =>
  (await stored()).find(({ answer_id }) => answer_id === id);

/** Presses "Not helpful" and "Say why"; the form that opens. */
const openForm = async (reply: PageMessage) => {
  const thanks = await (await press(reply, 'Not helpful')).final();
  const seen = await press(thanks, 'Say why');
  if (seen.kind !== 'modal') throw new Error('No form opened.');
  return { thanks, modal: seen.modal };
};
const submit = async (reply: PageMessage, reason: string, forge = false) => {
  const { thanks, modal } = await openForm(reply);
  const seen = await setup.playground.people.submitModal({
    userId: users().member,
    channelId: thanks.channel_id,
    customId: modal.custom_id,
    fields: { reason },
    forge,
  });
  return { seen, thanks, modal };
};

describe('why an answer was not helpful', () => {
  it('is asked only of those who found no help, and may be left out', async () => {
    const reply = await answered();
    const helped = await (await press(reply, 'Helpful')).final();
    expect(componentsOf(helped)).toEqual([]);
    const thanks = await (await press(reply, 'Not helpful')).final();
    expect(componentsOf(thanks).map(({ label }) => label)).toEqual(['Say why']);
    expect(await opinionOn(reply)).toMatchObject({ is_helpful: 0, reason: null });
  });

  it('is written in a form that warns of personal things, and kept with the opinion', async () => {
    const reply = await answered();
    const { seen, thanks, modal } = await submit(reply, 'PMID 12345678 is missing');
    expect(JSON.stringify(modal)).toMatch(/nothing personal/);
    expect(JSON.stringify(modal)).toMatch(/"max_length":300/);
    expect(seen.kind).toBe('update');
    const done = await seen.final();
    expect(done.id).toBe(thanks.id);
    expect(done.content).toMatch(/reason was noted/);
    expect(componentsOf(done)).toEqual([]);
    expect(await opinionOn(reply)).toMatchObject({
      is_helpful: 0,
      guild_id: setup.playground.ids.guild,
      reason: 'PMID 12345678 is missing',
    });
  });

  it('keeps no mention and no address, in whatever it is wrapped', async () => {
    const reply = await answered();
    await submit(
      reply,
      `@everyone <@${users().admin}> **told** me\u202e\n\n# wrong, mail sam@example.org`,
    );
    expect((await opinionOn(reply))?.reason).toBe('**told** me # wrong, mail');
  });

  it.each([['<@123456789012345678>'], ['  \u200b \n'], ['@everyone']])(
    'is not kept where nothing is left of it: %j',
    async (reason) => {
      const reply = await answered();
      const { seen } = await submit(reply, reason, true);
      const told = await seen.final();
      expect(told.ephemeral).toBe(true);
      expect(told.content).toMatch(/nothing was noted/);
      expect((await opinionOn(reply))?.reason).toBeNull();
    },
  );

  it('is 300 characters at most, whatever a client sends', async () => {
    const reply = await answered();
    await submit(reply, 'very long '.repeat(400), true);
    expect((await opinionOn(reply))?.reason?.length).toBeLessThanOrEqual(300);
  });

  it('is not kept without an opinion: erased meanwhile, or a forged form', async () => {
    const reply = await answered();
    const { thanks, modal } = await openForm(reply);
    await setup.store.privacy.erase(users().member);
    const late = await setup.playground.people.submitModal({
      userId: users().member,
      channelId: thanks.channel_id,
      customId: modal.custom_id,
      fields: { reason: 'too late' },
    });
    expect((await late.final()).content).toMatch(/was not kept/);
    const forged = await setup.playground.people.submitModal({
      userId: users().admin,
      channelId: thanks.channel_id,
      customId: modal.custom_id,
      fields: { other: 'x', reason: 'not mine' },
      forge: true,
    });
    expect((await forged.final()).content).toMatch(/was not kept/);
    expect(await stored(users().admin)).toEqual([]);
    expect(await stored()).toEqual([]);
  });

  it.each(['c1:explain:x', 'c1:explain', 'c1:why:123456789012345678', 'c1:studies:0', 'x'])(
    'opens no other way: a form called %s',
    async (customId) => {
      const reply = await answered();
      const seen = await setup.playground.people.submitModal({
        userId: users().member,
        channelId: reply.channel_id,
        customId,
        fields: { reason: 'x' },
        forge: true,
      });
      const told = await seen.final();
      expect(told.ephemeral).toBe(true);
      expect(told.content).toMatch(/ask the question again/);
    },
  );

  it('belongs to no server when given in a direct message', async () => {
    const reply = await answered(setup.playground.ids.direct.member);
    await press(reply, 'Helpful');
    expect(await opinionOn(reply)).toMatchObject({ is_helpful: 1, guild_id: null });
  });
});
