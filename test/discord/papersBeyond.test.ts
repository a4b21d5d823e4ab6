import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPapers } from '../../src/importers/readPapers.ts';
import { createLiterature } from '../../src/literature/createLiterature.ts';
import { epmcAnswer, epmcResult, serve } from '../literature/serve.ts';
import { liveMarks } from '../support/discordLimits.ts';
import { HOSTILE } from '../support/hostileAnswer.ts';
import { paper } from '../support/paper.ts';
import {
  type BotOnPlayground,
  idOf,
  startBotOnPlayground,
  textOf,
  wait,
} from './botOnPlayground.ts';
import { configuring } from './configuring.ts';

/** Nothing in the library answers this, but both are concepts of it. */
const ASKED = 'does botox help stiff person syndrome';
const RESULT = {
  pmid: '90000009',
  title: 'Botulinum toxin in stiff person syndrome.',
  abstractText:
    'We randomly assigned 22 patients with stiff person syndrome to botulinum toxin A or placebo. Stiffness was significantly lower with botulinum toxin than with placebo (p=0.01).',
};
const BEYOND = /Beyond the library: found at Europe PMC/;

let setup: BotOnPlayground;
let settings: ReturnType<typeof configuring>;
afterEach(() => setup.stop());

/** The bot with a service of literature that answers so. */
const start = async (
  answer: (response: ServerResponse, asked: number) => void,
  { isOn = true, beyondLimitMs = 3_000 } = {},
) => {
  let count = 0;
  const service = await serve((_, __, response) => answer(response, ++count));
  const literature = createLiterature({
    readPapers,
    cacheDir: '/nonexistent/never-written',
    email: null,
    apiKey: null,
    version: '0.0.0-test',
    services: { europePmc: service.base, eutils: service.base },
    manners: { timeoutMs: 2_000, backOffMs: 1, perSecond: 1_000 },
  });
  setup = await startBotOnPlayground({ deps: { literature }, beyondLimitMs });
  settings = configuring(setup);
  if (isOn) await settings.run('set', { key: 'look-beyond', value: 'on' });
  return service;
};
const gives =
  (...results: object[]) =>
  (response: ServerResponse): void => {
    response.end(epmcAnswer(...results.map(epmcResult)));
  };
const ids = () => setup.playground.ids;
/** Waits for what is no change of the world. */
const until = async (isSo: () => boolean): Promise<void> => {
  for (let tries = 0; !isSo(); tries += 1) {
    if (tries > 250) throw new Error('Waited in vain.');
    await wait(20);
  }
};
/** A message as it stands now. */
const now = (message: { id: string; channel_id: string }) => {
  const found = setup.playground.people
    .messages(message.channel_id, ids().users.member)
    .find(({ id }) => id === message.id);
  if (!found) throw new Error('The message is gone.');
  return found;
};
/** The answer once something was added to it. */
const added = (message: { id: string; channel_id: string }) =>
  setup.playground.people.waitFor(
    () => (BEYOND.test(textOf(now(message))) ? now(message) : undefined),
    { what: 'what is beyond the library', ms: 5_000 },
  );

describe('the question of these tests', () => {
  beforeEach(() => start(gives()));
  it('has no answer in the library', () => {
    expect(setup.deps.caveat.ask(ASKED).kind).toBe('no-evidence');
    expect(setup.deps.caveat.subjectOf(ASKED).conditions).toHaveLength(1);
    expect(setup.deps.caveat.subjectOf(ASKED).interventions).toHaveLength(1);
  });
});

describe('look beyond the library', () => {
  it('is off at first: nothing is asked', async () => {
    const service = await start(gives(RESULT), { isOn: false });
    const reply = await settings.ask(ASKED);
    await settings.ask(ASKED, ids().direct.member);
    await wait(300);
    expect(textOf(now(reply))).not.toMatch(BEYOND);
    expect(service.asked).toEqual([]);
  });

  it('gives the answer first, then what was found, apart from it and without a rating', async () => {
    let release: () => void = () => {};
    const service = await start((response) => {
      release = () => gives(RESULT)(response);
    });
    const reply = await settings.ask(ASKED);
    expect(reply.embeds).toHaveLength(1);
    await until(() => service.asked.length > 0);
    release();
    const full = await added(reply);
    expect(full.embeds[0]).toEqual(reply.embeds[0]);
    const [, beyond] = full.embeds;
    expect(beyond?.title).toMatch(BEYOND);
    expect(beyond?.description).toMatch(
      /looked up just now and read by a program; nobody has checked them\. They are no answer/,
    );
    expect(beyond?.description).toContain(
      '“Stiffness was significantly lower with botulinum toxin',
    );
    expect(beyond?.description).not.toMatch(/certainty|may help|probably/i);
    const page = await (
      await setup.playground.people.press({
        userId: ids().users.member,
        channelId: full.channel_id,
        messageId: full.id,
        customId: idOf(full, 'Papers'),
      })
    ).final();
    expect(textOf(page)).toMatch(/22 enrolled/);
    expect(service.asked).toHaveLength(1);
  });

  it('works for commands, whoever sees the answer', async () => {
    await start(gives(RESULT));
    for (const isPrivate of [true, false]) {
      const reply = await settings.askByCommand(ASKED, { private: isPrivate });
      expect((await added(reply)).ephemeral).toBe(isPrivate);
    }
  });

  it('sends the names of what was asked about, and nothing else of a question', async () => {
    const service = await start(gives(RESULT));
    await added(
      await settings.ask(
        'hi, I am Anna Kowalska (anna@example.org, +44 20 7946 0958, <@123456789012345678>, born 1.2.1980): does botox help stiff person syndrome?',
      ),
    );
    const [asked] = service.asked;
    expect(asked?.searchParams.get('query')).toBe('botulinum toxin type A stiff-person syndrome');
    expect([...(asked?.searchParams.keys() ?? [])].sort()).toEqual([
      'format',
      'pageSize',
      'query',
      'resultType',
    ]);
    expect(String(asked)).not.toMatch(/anna|kowalska|example|7946|1980|123456789/i);
  });

  it('is not asked where the library answers, nor of dangers, nor where it is not understood', async () => {
    const service = await start(gives(RESULT));
    for (const text of [
      'gabapentin hemifacial spasm',
      'I took too much baclofen and cannot breathe',
      'side effects of gabapentin',
      'help',
      'what is the weather',
    ])
      await settings.askByCommand(text);
    await wait(300);
    expect(service.asked).toEqual([]);
  });

  it('leaves out what is about something else, what is on record, and what the server has', async () => {
    await start(
      gives(
        { ...RESULT, pmid: '90000010', title: 'Gabapentin in cats', abstractText: 'Cats.' },
        { ...RESULT, title: 'Twice botulinum toxin in stiff person syndrome' },
        RESULT,
      ),
    );
    await setup.papers.add(
      [paper({ pmid: '90000009', title: RESULT.title, abstract: RESULT.abstractText })],
      { kind: 'guild', guildId: ids().guild },
    );
    const reply = await settings.ask(ASKED);
    await wait(400);
    expect(textOf(now(reply))).toMatch(/Papers that this server brought in/);
    expect(textOf(now(reply))).not.toMatch(BEYOND);
  });

  it('shows hostile papers as text', async () => {
    await start(
      gives({
        ...RESULT,
        title: `Botulinum toxin in stiff person syndrome ${HOSTILE}`,
        authorString: HOSTILE,
        abstractText: `${RESULT.abstractText} ${HOSTILE} ${'x'.repeat(90_000)}`,
      }),
    );
    const full = await added(await settings.ask(ASKED));
    expect(liveMarks({ embeds: full.embeds, content: '', components: [] } as never)).toEqual([]);
    expect([full.mentions, full.mention_roles, full.mention_everyone]).toEqual([[], [], false]);
  });

  it.each([
    ['refuses with 429', (response: ServerResponse) => void response.writeHead(429).end()],
    ['has a fault', (response: ServerResponse) => void response.writeHead(500).end('SECRET')],
    ['sends no JSON', (response: ServerResponse) => void response.end('<html>SECRET')],
    ['sends another shape', (response: ServerResponse) => void response.end('{"resultList":7}')],
    ['hangs up', (response: ServerResponse) => void response.destroy()],
    ['says nothing', () => {}],
    ['sends half and stops', (response: ServerResponse) => void response.write('{"resultList":{')],
  ])('leaves the answer as it is where the service %s', async (_, answer) => {
    await start(answer, { beyondLimitMs: 700 });
    const reply = await settings.ask(ASKED);
    await until(() => /nothing could be looked up beyond the library/.test(setup.log.join('')));
    expect(now(reply)).toEqual(reply);
    expect(textOf(reply)).not.toMatch(/SECRET|Europe PMC/);
    // What failed is not asked for again at once.
    const again = await settings.ask(ASKED);
    expect(again.embeds[0]?.description).toBe(reply.embeds[0]?.description);
  });

  it('goes with an edit of the question, and leaves a deleted one alone', async () => {
    let release: () => void = () => {};
    const service = await start((response, asked) => {
      if (asked === 1) gives(RESULT)(response);
      else release = () => gives(RESULT)(response);
    });
    const question = settings.say(ASKED);
    const full = await added(await setup.playground.people.replyTo(question));
    setup.playground.people.editMessage({
      userId: ids().users.member,
      channelId: question.channel_id,
      messageId: question.id,
      content: 'gabapentin hemifacial spasm',
    });
    await setup.playground.people.waitFor(() => !BEYOND.test(textOf(now(full))));
    const second = settings.say('does botox help dystonia musculorum');
    const reply = await setup.playground.people.replyTo(second);
    setup.playground.people.deleteMessage({
      userId: ids().users.member,
      channelId: second.channel_id,
      messageId: second.id,
    });
    await wait(100);
    release();
    await setup.playground.people.waitFor(
      () =>
        !setup.playground.people
          .messages(second.channel_id, ids().users.member)
          .some(({ id }) => id === reply.id),
      { what: 'the answer to be taken back' },
    );
    expect(service.asked.length).toBeLessThanOrEqual(2);
    expect(setup.log.join('')).not.toMatch(/"incident"/);
  });
});
