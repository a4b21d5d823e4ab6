import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Background, PlotData } from '../../src/core/plot/plotData.ts';
import type { PageMessage } from '../../src/playground/protocol.ts';
import { createPlotter } from '../../src/plot/createPlotter.ts';
import { type Picture, type Plotter, PlotUnavailable } from '../../src/ports/plotter.ts';
import {
  type BotOnPlayground,
  componentsOf,
  idOf,
  startBotOnPlayground,
  textOf,
  wait,
} from './botOnPlayground.ts';
import { configuring } from './configuring.ts';

/** A plotter whose pictures come when the test says so: their bytes are the title drawn. */
const createHeldPlotter = () => {
  const asked: { data: PlotData; background: Background; settle: (fault?: boolean) => void }[] = [];
  const kept = new Map<string, Picture>();
  const keyOf = (data: PlotData, background: Background) => JSON.stringify([data, background]);
  const plotter: Plotter = {
    ready: (data, background) => kept.get(keyOf(data, background)) ?? null,
    draw: (data, background) =>
      new Promise((resolve, reject) => {
        asked.push({
          data,
          background,
          settle: (isFault = false) => {
            if (isFault) return reject(new PlotUnavailable('failed', 'the test says so'));
            const picture = { body: Buffer.from(data.title), width: 1, height: 1 };
            kept.set(keyOf(data, background), picture);
            resolve(picture);
          },
        });
      }),
    stop: async () => {
      for (const { settle } of asked) settle(true);
    },
  };
  return { plotter, asked };
};

let setup: BotOnPlayground;
let held: ReturnType<typeof createHeldPlotter>;
const start = async (plotter?: Plotter): Promise<void> => {
  held = createHeldPlotter();
  setup = await startBotOnPlayground({ plotter: plotter ?? held.plotter });
};
afterEach(async () => {
  expect(setup.playground.requests.filter(({ route }) => route === null)).toEqual([]);
  // A stop waits for pictures in hand.
  await held.plotter.stop();
  await setup.stop();
});

const ids = () => setup.playground.ids;
const people = () => setup.playground.people;
const ASKED = 'does gabapentin help hemifacial spasm?';
const OTHER = 'does botox help blepharospasm?';

const say = (content: string, channelId = ids().channels.ask): PageMessage =>
  people().sendMessage({ userId: ids().users.member, channelId, content });
const now = ({ channel_id, id }: PageMessage): PageMessage | undefined =>
  people()
    .messages(channel_id, ids().users.member)
    .find((message) => message.id === id);
/** What is no event of the stand-in is looked for again and again. */
const until = <T>(find: () => T | undefined | false): Promise<T> =>
  vi.waitFor(
    () => {
      const found = find();
      if (found === undefined || found === false) throw new Error('it did not come about');
      return found;
    },
    { timeout: 5_000, interval: 10 },
  );
const drawn = (n: number) => until(() => held.asked[n - 1]);
const withPicture = (message: PageMessage) =>
  people().waitFor(
    () => {
      const it = now(message);
      return it && it.attachments.length > 0 ? it : undefined;
    },
    { what: 'the picture' },
  );
const bytesOf = async ({ attachments: [file] }: PageMessage): Promise<Buffer> =>
  Buffer.from(await (await fetch(file?.url ?? '')).arrayBuffer());
/** The edits that the bot sent to a message. */
const editsOf = ({ id }: PageMessage) =>
  setup.playground.requests.filter(
    ({ method, path }) => method === 'PATCH' && path.endsWith(`/messages/${id}`),
  );

describe('the picture of an answer to a message', () => {
  it('comes by an edit, after the text, which stays as it was', async () => {
    await start();
    const reply = await people().replyTo(say(ASKED));
    expect(reply.attachments).toEqual([]);
    expect(reply.embeds[0]?.image).toBeUndefined();
    (await drawn(1)).settle();
    const shown = await withPicture(reply);
    expect(textOf(shown)).toBe(textOf(reply));
    expect(componentsOf(shown)).toEqual(componentsOf(reply));
    expect(shown.attachments).toHaveLength(1);
    expect(shown.embeds[0]?.image?.url).toBe(shown.attachments[0]?.url);
    expect(shown.attachments[0]?.description).toMatch(/Bandini 1999: .* 5 of 5 improved/);
    expect(String(await bytesOf(shown))).toBe('Gabapentin for hemifacial spasm');
  });

  it('comes with the text where it was drawn before', async () => {
    await start();
    const first = await people().replyTo(say(ASKED));
    (await drawn(1)).settle();
    await withPicture(first);
    const second = await people().replyTo(say(ASKED));
    expect(second.attachments).toHaveLength(1);
    expect(editsOf(second)).toEqual([]);
    expect(held.asked).toHaveLength(1);
  });

  it('is a PNG that people can open, drawn by the worker', async () => {
    await start(createPlotter());
    const shown = await withPicture(await people().replyTo(say(ASKED)));
    const bytes = await bytesOf(shown);
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBe(1100);
    expect(shown.attachments[0]?.content_type).toBe('image/png');
  });

  it('is left out where files may not be attached, and the panel says so', async () => {
    await start();
    setup.playground.faults.removePermission({
      channelId: ids().channels.ask,
      permission: PermissionFlagsBits.AttachFiles,
    });
    await wait(50);
    const reply = await people().replyTo(say(ASKED));
    expect(textOf(reply)).toMatch(/very uncertain/);
    expect(held.asked).toEqual([]);
    const settings = configuring(setup);
    await settings.run('channels', { channel: ids().channels.ask, mode: 'all' });
    expect(textOf(await settings.run('panel'))).toMatch(/I lack \*\*Attach Files\*\*/);
    await settings.run('set', { key: 'pictures', value: 'off' });
    expect(textOf(await settings.run('panel'))).not.toMatch(/Attach Files/);
  });

  it('is left out where the permission is lost while it is drawn', async () => {
    await start();
    const reply = await people().replyTo(say(ASKED));
    const picture = await drawn(1);
    setup.playground.faults.removePermission({
      channelId: ids().channels.ask,
      permission: PermissionFlagsBits.AttachFiles,
    });
    picture.settle();
    await until(() => editsOf(reply).some(({ status }) => status === 403));
    expect(now(reply)?.attachments).toEqual([]);
    expect(textOf(now(reply) as PageMessage)).toBe(textOf(reply));
  });

  it('is forgotten where question and answer were deleted meanwhile', async () => {
    await start();
    const question = say(ASKED);
    const reply = await people().replyTo(question);
    const picture = await drawn(1);
    people().deleteMessage({
      userId: ids().users.member,
      channelId: question.channel_id,
      messageId: question.id,
    });
    await people().waitFor(() => now(reply) === undefined, { what: 'the answer to be gone' });
    picture.settle();
    await people().replyTo(say(OTHER));
    expect(editsOf(reply)).toEqual([]);
    expect(setup.log.join('')).not.toMatch(/"level":(40|50)|without its picture/);
  });

  it('is that of the edited question, whichever was drawn first', async () => {
    await start();
    const question = say(ASKED);
    const reply = await people().replyTo(question);
    const before = await drawn(1);
    const edit = (content: string) =>
      people().editMessage({
        userId: ids().users.member,
        channelId: question.channel_id,
        messageId: question.id,
        content,
      });
    edit(OTHER);
    const after = await drawn(2);
    after.settle();
    const shown = await withPicture(reply);
    before.settle();
    await wait(100);
    expect(String(await bytesOf(now(reply) as PageMessage))).toMatch(/blepharospasm/);
    expect(shown.attachments).toHaveLength(1);
    edit('which treatments are there for nothing at all, thanks caveat?');
    edit('Mellick 1995 felbamate?');
    await people().waitFor(() => now(reply)?.attachments.length === 0, {
      what: 'the picture to go with its answer',
    });
    expect(now(reply)?.embeds[0]?.image).toBeUndefined();
  });

  it('is dropped where the edited question has none', async () => {
    await start();
    const question = say(ASKED);
    const reply = await people().replyTo(question);
    const before = await drawn(1);
    people().editMessage({
      userId: ids().users.member,
      channelId: question.channel_id,
      messageId: question.id,
      content: 'Mellick 1995 felbamate?',
    });
    const changed = await people().waitFor(
      () => (textOf(now(reply) ?? reply) === textOf(reply) ? undefined : now(reply)),
      { what: 'the other answer' },
    );
    before.settle();
    await wait(100);
    expect(textOf(now(reply) as PageMessage)).toBe(textOf(changed));
    expect(now(reply)?.attachments).toEqual([]);
  });

  it('does not keep the answer from being given where it fails', async () => {
    await start();
    const reply = await people().replyTo(say(ASKED));
    (await drawn(1)).settle(true);
    await until(() => setup.log.join('').includes('stays without its picture'));
    expect(now(reply)?.attachments).toEqual([]);
    expect(setup.log.join('')).not.toMatch(/gabapentin/i);
  });

  it('is not drawn for one study, for dangers, or where a server wants none', async () => {
    await start();
    await people().replyTo(say('gabapentin for spasticity in upper motor neuron syndrome?'));
    await people().replyTo(say('I took too many baclofen tablets and cannot breathe'));
    await people().replyTo(say('Bandini 1999?'));
    expect(held.asked).toEqual([]);
    await configuring(setup).run('set', { key: 'pictures', value: 'off' });
    await people().replyTo(say(ASKED));
    expect(held.asked).toEqual([]);
    await configuring(setup).run('set', { key: 'pictures', value: 'light' });
    await people().replyTo(say(ASKED));
    expect((await drawn(1)).background).toBe('light');
  });

  it('stands below plain text where embeds are not allowed', async () => {
    await start();
    const { noEmbeds } = ids().channels;
    const reply = await people().replyTo(say(`<@${setup.playground.botId}> ${ASKED}`, noEmbeds));
    (await drawn(1)).settle();
    const shown = await withPicture(reply);
    expect(shown.content).toBe(reply.content);
    expect(shown.embeds).toEqual([]);
  });
});

describe('the picture of an answer to a command', () => {
  const run = async (command: string, options: Record<string, string | boolean> = {}) =>
    (
      await people().runCommand({
        userId: ids().users.member,
        channelId: ids().channels.general,
        command,
        options,
      })
    ).final();
  const press = async (message: PageMessage, label: string, values?: string[]) => {
    const seen = await people().press({
      userId: ids().users.member,
      channelId: message.channel_id,
      messageId: message.id,
      customId: idOf(message, label),
      ...(values ? { values } : {}),
    });
    return seen.final();
  };

  it('comes by an edit of a private answer too', async () => {
    await start();
    const reply = await run('ask', { question: ASKED, private: true });
    expect(reply.ephemeral).toBe(true);
    expect(reply.attachments).toEqual([]);
    (await drawn(1)).settle();
    const shown = await withPicture(reply);
    expect(shown.ephemeral).toBe(true);
    expect(textOf(shown)).toBe(textOf(reply));
    const again = await run('ask', { question: ASKED, private: true });
    expect(again.attachments).toHaveLength(1);
  });

  it('is a map under /conditions, another one on the next page', async () => {
    await start();
    const list = await run('conditions');
    const first = await drawn(1);
    expect(first.data).toMatchObject({ kind: 'map' });
    const next = await press(list, 'Next');
    expect(textOf(next)).not.toBe(textOf(list));
    const second = await drawn(2);
    expect(second.data).not.toEqual(first.data);
    second.settle();
    await withPicture(next);
    // The page before was drawn too late.
    first.settle();
    await wait(100);
    expect(textOf(now(next) as PageMessage)).toBe(textOf(next));
    expect(now(next)?.attachments).toHaveLength(1);
  });

  it('is dropped where its page was turned', async () => {
    await start();
    const overview = await run('treatment', { name: 'baclofen' });
    const section = await press(overview, 'c1:section', ['2']);
    const picture = await drawn(2);
    const rating = await press(section, 'Why this rating?');
    picture.settle();
    await wait(100);
    expect(textOf(now(rating) as PageMessage)).toBe(textOf(rating));
    expect(now(rating)?.attachments).toEqual([]);
  });

  it('goes with the page that it belongs to', async () => {
    await start();
    const overview = await run('treatment', { name: 'baclofen' });
    (await drawn(1)).settle();
    expect((await withPicture(overview)).attachments[0]?.description).toMatch(/how sure/);
    const section = await press(overview, 'c1:section', ['2']);
    expect(section.ephemeral).toBe(true);
    const one = await drawn(2);
    expect(one.data).toMatchObject({ kind: 'evidence' });
    one.settle();
    await withPicture(section);
    const rating = await press(section, 'Why this rating?');
    expect(rating.attachments).toEqual([]);
    expect(rating.embeds[0]?.image).toBeUndefined();
    expect(now(overview)?.attachments).toHaveLength(1);
  });
});
