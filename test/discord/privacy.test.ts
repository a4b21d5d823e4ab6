import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PageMessage } from '../../src/playground/protocol.ts';
import { TABLE_WORDS } from '../../src/render/discord/renderPrivacy.ts';
import {
  type BotOnPlayground,
  componentsOf,
  idOf,
  startBotOnPlayground,
  textOf,
} from './botOnPlayground.ts';

const DOCUMENTS = ['PRIVACY.md', 'TERMS.md'].map((name) => ({
  name,
  text: readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'),
}));

let setup: BotOnPlayground;
beforeAll(async () => {
  setup = await startBotOnPlayground({
    deps: { operatorContact: 'Ann *Operator*, ann@example.org', documents: DOCUMENTS },
  });
});
afterAll(() => setup.stop());

const ids = () => setup.playground.ids;
const member = () => ids().users.member;
const run = (part: string, options: { userId?: string; channelId?: string } = {}) =>
  setup.playground.people.runCommand({
    userId: member(),
    channelId: ids().channels.general,
    command: 'privacy',
    path: [part],
    ...options,
  });
const fileOf = (message: PageMessage, name: string): string => {
  const found = message.attachments.find(({ filename }) => filename === name);
  return String(Buffer.from(setup.playground.world.files.get(found?.id ?? '')?.body ?? []));
};
let notes = 0;
const remember = async (userId: string) => {
  const guildId = ids().guild;
  await setup.store.feedback.record({ answerId: '1', userId, isHelpful: false, guildId });
  await setup.store.feedback.explain('1', userId, 'no "dose" = given');
  const { note = null } = await setup.store.settings.read(guildId);
  await setup.store.settings.change(guildId, userId, [
    { key: 'note', from: note, to: `Note ${++notes}` },
  ]);
};
const rowsOf = async (userId: string) =>
  Object.values(await setup.store.privacy.export(userId)).flat();
const pressErase = (message: PageMessage, userId = member(), forge = false) =>
  setup.playground.people.press({
    userId,
    channelId: message.channel_id,
    messageId: message.id,
    customId: forge ? `c1:erase:${member()}` : idOf(message, 'Erase it'),
    forge,
  });

beforeEach(async () => {
  await setup.store.privacy.erase(member());
  await setup.store.privacy.erase(ids().users.admin);
});

describe('/privacy show', () => {
  it('says so where nothing is stored', async () => {
    const told = await (await run('show')).final();
    expect(told.ephemeral).toBe(true);
    expect(told.content).toMatch(/Nothing is stored about you/);
    expect(told.attachments).toEqual([]);
  });

  it('gives all of it as a file that explains itself, and nobody else’s', async () => {
    await remember(member());
    await remember(ids().users.admin);
    const told = await (await run('show')).final();
    expect(told.ephemeral).toBe(true);
    expect(textOf(told)).toMatch(/\*\*1 record\*\*: Your opinions on answers/);
    const file = JSON.parse(fileOf(told, 'caveat-about-you.json'));
    expect(file.tables.feedback.rows).toEqual([
      expect.objectContaining({ user_id: member(), reason: 'no "dose" = given' }),
    ]);
    expect(file.tables.setting_change.rows).toHaveLength(1);
    expect(file.tables.feedback.about).toBe(TABLE_WORDS.feedback);
    const stored = await setup.store.privacy.export(member());
    for (const [table, rows] of Object.entries(stored))
      expect(file.tables[table].rows).toEqual(rows);
  });

  it('has words for every table that there is', async () => {
    const tables = Object.keys(await setup.store.privacy.export(member()));
    expect(tables.filter((table) => !(table in TABLE_WORDS))).toEqual([]);
  });

  it('works in direct messages, and in a conversation that the bot is not in', async () => {
    await remember(member());
    for (const channelId of [ids().direct.member, ids().direct.between]) {
      const told = await (
        await setup.playground.people.runCommand({
          userId: member(),
          channelId,
          command: 'privacy',
          path: ['show'],
          isUserInstalled: channelId === ids().direct.between,
        })
      ).final();
      expect(fileOf(told, 'caveat-about-you.json')).toContain('no \\"dose\\" = given');
    }
  });
});

describe('/privacy delete', () => {
  it('asks once more, then erases everything of the one who asked', async () => {
    await remember(member());
    await remember(ids().users.admin);
    const asked = await (await run('delete')).final();
    expect(asked.ephemeral).toBe(true);
    expect(await rowsOf(member())).toHaveLength(2);
    const done = await (await pressErase(asked)).final();
    expect(done.id).toBe(asked.id);
    expect(textOf(done)).toMatch(/2 records erased/);
    expect(componentsOf(done)).toEqual([]);
    expect(await rowsOf(member())).toEqual([]);
    expect(await rowsOf(ids().users.admin)).toHaveLength(2);
    expect(JSON.stringify(await setup.store.settings.history(ids().guild, 9))).not.toContain(
      member(),
    );
    expect(await setup.store.settings.history(ids().guild, 9)).not.toHaveLength(0);
  });

  it('says so where the store cannot be written, and works when it can again', async () => {
    await remember(member());
    const asked = await (await run('delete')).final();
    const { privacy } = setup.deps;
    setup.deps.privacy = { ...privacy, erase: () => Promise.reject(new Error('disk full')) };
    const told = await (await pressErase(asked)).final();
    setup.deps.privacy = privacy;
    expect(told.content).toMatch(/could not all be erased/);
    expect(await rowsOf(member())).toHaveLength(2);
    await pressErase(asked);
    expect(await rowsOf(member())).toEqual([]);
  });

  it('says so where there was nothing', async () => {
    const asked = await (await run('delete')).final();
    expect((await (await pressErase(asked)).final()).content).toMatch(/nothing to erase/);
  });

  it('erases nobody by another’s hand: a forged button', async () => {
    await remember(member());
    const reply = await setup.playground.people.replyTo(
      setup.playground.people.sendMessage({
        userId: member(),
        channelId: ids().channels.ask,
        content: 'gabapentin hemifacial spasm?',
      }),
    );
    const told = await (await pressErase(reply, ids().users.admin, true)).final();
    expect(told.ephemeral).toBe(true);
    expect(told.content).toMatch(/Only you can erase/);
    expect(await rowsOf(member())).toHaveLength(2);
  });
});

describe('/privacy policy', () => {
  it('says it in short and in full, and who runs the bot', async () => {
    const told = await (await run('policy')).final();
    expect(told.ephemeral).toBe(true);
    expect(textOf(told)).toMatch(/not stored with you/);
    expect(textOf(told)).toContain('Run by: Ann \\*Operator\\*, ann\\@example.org');
    for (const { name, text } of DOCUMENTS) expect(fileOf(told, name)).toBe(text);
  });

  it('/about names who runs it too', async () => {
    const seen = await setup.playground.people.runCommand({
      userId: member(),
      channelId: ids().channels.general,
      command: 'about',
    });
    expect(textOf(await seen.final())).toContain('Run by: Ann');
  });
});
