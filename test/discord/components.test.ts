import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageMessage } from '../../src/playground/protocol.ts';
import {
  type BotOnPlayground,
  componentsOf,
  idOf,
  startBotOnPlayground,
  textOf,
} from './botOnPlayground.ts';

let setup: BotOnPlayground;
beforeAll(async () => {
  setup = await startBotOnPlayground();
});
afterAll(() => setup.stop());

const users = () => setup.playground.ids.users;
const channelId = () => setup.playground.ids.channels.general;

const answer = async (question: string, userId = users().member): Promise<PageMessage> => {
  const { people, botId } = setup.playground;
  return people.replyTo(
    people.sendMessage({ userId, channelId: channelId(), content: `<@${botId}> ${question}` }),
  );
};

const press = async (
  message: PageMessage,
  label: string,
  { values = [], userId = users().member }: { values?: string[]; userId?: string } = {},
) =>
  setup.playground.people.press({
    userId,
    channelId: message.channel_id,
    messageId: message.id,
    customId: idOf(message, label),
    values,
  });

/** The place in the menu of the answer of what its label says. */
const placeOf = (message: PageMessage, label: RegExp): string =>
  componentsOf(message)
    .flatMap((component) =>
      'options' in component ? (component.options as { label: string; value: string }[]) : [],
    )
    .find((choice) => label.test(choice.label))?.value ?? 'none';

const forge = (message: PageMessage, customId: string, values: string[] = []) =>
  setup.playground.people.press({
    userId: users().member,
    channelId: message.channel_id,
    messageId: message.id,
    customId,
    values,
    forge: true,
  });

const stays = (message: PageMessage): boolean =>
  setup.playground.people
    .messages(message.channel_id, users().admin)
    .some(({ id }) => id === message.id);

describe('Studies', () => {
  it('opens a page a study for the one who presses, and turns it in place', async () => {
    const reply = await answer('gabapentin hemifacial spasm');
    const first = await (await press(reply, 'Studies')).final();
    expect(first.ephemeral).toBe(true);
    expect(textOf(first)).toMatch(/Morsy 2020/);
    const seen = await press(first, 'Next');
    expect(seen.kind).toBe('update');
    const second = await seen.final();
    expect(second.id).toBe(first.id);
    expect(textOf(second)).not.toBe(textOf(first));
    const back = await (await press(second, 'Previous')).final();
    expect(textOf(back)).toBe(textOf(first));
  });

  it('has every study on a page, with no way past the ends', async () => {
    const reply = await answer('gabapentin hemifacial spasm');
    let page = await (await press(reply, 'Studies')).final();
    const isDisabled = (label: string) =>
      componentsOf(page).find((component) => component.label?.startsWith(label))?.disabled === true;
    expect(isDisabled('Previous')).toBe(true);
    const titles = [textOf(page)];
    while (!isDisabled('Next')) {
      page = await (await press(page, 'Next')).final();
      titles.push(textOf(page));
    }
    expect(new Set(titles).size).toBe(4);
    expect(titles.join('\n')).toMatch(/900 to 1600 mg\/day/);
    expect(titles.join('\n')).toMatch(/[Ss]econd-hand/);
  });

  it('has a menu to choose a study by', async () => {
    const reply = await answer('gabapentin hemifacial spasm');
    const page = await (await press(reply, 'Studies')).final();
    const chosen = await (await press(page, 'c1:studyMenu', { values: ['2'] })).final();
    expect(textOf(chosen)).toMatch(/Bandini/);
  });
});

describe('Why this rating', () => {
  it('shows each step', async () => {
    const reply = await answer('gabapentin hemifacial spasm');
    const page = await (await press(reply, 'Why this rating')).final();
    expect(page.ephemeral).toBe(true);
    expect(textOf(page)).toMatch(/imprecision/i);
    expect(textOf(page)).toMatch(/40 people in all; fewer than 100/);
  });
});

describe('A question that asks back', () => {
  it('has a menu of what may be meant, and one press continues, for the one who presses', async () => {
    const reply = await answer('botox for spasms');
    expect(textOf(reply)).toMatch(/Which do you mean\?/);
    expect(textOf(reply)).toMatch(/One side of the face: hemifacial spasm/);
    const chosen = await (await press(reply, 'c1:ask', { values: ['0'] })).final();
    expect(chosen.ephemeral).toBe(true);
    expect(textOf(chosen)).toMatch(/[Bb]otulinum toxin type A for hemifacial spasm/);
    // What was opened is an answer like any other.
    const page = await (await press(chosen, 'Studies')).final();
    expect(textOf(page)).not.toBe(textOf(chosen));
  });

  it('continues by a reply of a word', async () => {
    const reply = await answer('botox for spasms');
    const { people } = setup.playground;
    const next = await people.replyTo(
      people.sendMessage({
        userId: users().member,
        channelId: channelId(),
        content: 'hemifacial',
        replyTo: reply.id,
      }),
    );
    expect(textOf(next)).toMatch(/botulinum toxin type A for hemifacial spasm/i);
  });

  it('takes no choice that is not there', async () => {
    const reply = await answer('botox for spasms');
    const refused = await (await forge(reply, 'c1:ask', ['99'])).final();
    expect(refused.ephemeral).toBe(true);
    expect(textOf(refused)).not.toMatch(/studies/i);
  });
});

describe('Safety', () => {
  it('shows what labels and studies say of harms', async () => {
    const reply = await answer('gabapentin hemifacial spasm');
    const page = await (await press(reply, 'Safety')).final();
    expect(page.ephemeral).toBe(true);
    expect(textOf(page)).toMatch(/label/i);
  });
});

describe('the menu of conditions', () => {
  it('shows one of them in full', async () => {
    const reply = await answer('gabapentin muscle spasms');
    const page = await (
      await press(reply, 'c1:section', { values: [placeOf(reply, /hemifacial/i)] })
    ).final();
    expect(page.ephemeral).toBe(true);
    expect(textOf(page)).toMatch(/hemifacial spasm/i);
    expect(textOf(page)).toMatch(/Bandini/);
  });
});

describe('an opinion', () => {
  it('is thanked for, counts once, and can change', async () => {
    const reply = await answer('gabapentin hemifacial spasm');
    const say = async (label: string, userId = users().member) =>
      (await (await press(reply, label, { userId })).final()).content;
    expect(await say('Helpful')).toMatch(/Thank you/);
    expect(await say('Helpful')).toMatch(/already/);
    expect(await say('Not helpful')).toMatch(/now not helpful/);
    expect(await say('Helpful', users().admin)).toMatch(/Noted as helpful/);
    expect(await setup.store.feedback.count(reply.id)).toEqual({ helpful: 1, notHelpful: 1 });
  });
});

describe('Remove', () => {
  it('is for the one who asked', async () => {
    const reply = await answer('gabapentin hemifacial spasm');
    await press(reply, 'Remove');
    await setup.playground.people.waitFor(() => !stays(reply), { what: 'the answer to go' });
  });

  it('is for moderators', async () => {
    const reply = await answer('gabapentin hemifacial spasm');
    await press(reply, 'Remove', { userId: users().admin });
    await setup.playground.people.waitFor(() => !stays(reply), { what: 'the answer to go' });
  });

  it('is for nobody else', async () => {
    const reply = await answer('gabapentin hemifacial spasm', users().admin);
    const seen = await press(reply, 'Remove');
    expect((await seen.final()).content).toMatch(/Only the person who asked/);
    expect(stays(reply)).toBe(true);
  });

  it('removes a private answer too', async () => {
    const seen = await setup.playground.people.runCommand({
      userId: users().member,
      channelId: channelId(),
      command: 'ask',
      options: { question: 'gabapentin hemifacial spasm', private: true },
    });
    const reply = await seen.final();
    await press(reply, 'Remove');
    await setup.playground.people.waitFor(
      () =>
        !setup.playground.people
          .messages(channelId(), users().member)
          .some(({ id }) => id === reply.id),
      { what: 'the private answer to go' },
    );
  });
});

describe('an id that is stale or forged', () => {
  it.each([
    'c0:studies:0',
    'c1:studies:999',
    'c1:studies:-1',
    'c1:rating:77',
    'c1:remove:everyone',
    'c1:feedback:maybe',
    'c1:',
    'x'.repeat(100),
    '../../etc',
  ])('gets a plain answer, for its sender alone: %s', async (customId) => {
    const reply = await answer('gabapentin hemifacial spasm');
    const seen = await (await forge(reply, customId)).final();
    expect(seen.ephemeral).toBe(true);
    expect(seen.content).toMatch(/ask the question again/);
    expect(stays(reply)).toBe(true);
  });

  it.each([['9999'], ['-1'], ['1e3'], [''], ['0x1']])(
    'is no choice of a menu: %s',
    async (value) => {
      const reply = await answer('gabapentin muscle spasms');
      const seen = await (await forge(reply, 'c1:section', [value])).final();
      expect(seen.content).toMatch(/ask the question again/);
    },
  );
});

describe('after a restart', () => {
  it('every button still works, for everybody who sees the answer', async () => {
    const reply = await answer('gabapentin muscle spasms');
    const page = await (await press(reply, 'Studies')).final();
    await setup.bot.stop(5_000);
    setup = await startBotOnPlayground({ after: setup });
    const others = { userId: users().admin };
    expect(textOf(await (await press(reply, 'Studies', others)).final())).toMatch(/Formica/);
    expect(textOf(await (await press(reply, 'Why this rating', others)).final())).toMatch(
      /imprecision/i,
    );
    expect(
      textOf(
        await (
          await press(reply, 'c1:section', { ...others, values: [placeOf(reply, /hemifacial/i)] })
        ).final(),
      ),
    ).toMatch(/Bandini/);
    expect((await press(page, 'Next')).kind).toBe('update');
  });
});
