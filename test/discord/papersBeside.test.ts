import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PageMessage } from '../../src/playground/protocol.ts';
import type { PaperScope } from '../../src/ports/paperStore.ts';
import { liveMarks } from '../support/discordLimits.ts';
import { HOSTILE, UNBROKEN } from '../support/hostileAnswer.ts';
import { paper, TRIAL } from '../support/paper.ts';
import {
  type BotOnPlayground,
  componentsOf,
  idOf,
  startBotOnPlayground,
  textOf,
} from './botOnPlayground.ts';
import { configuring } from './configuring.ts';

let setup: BotOnPlayground;
let settings: ReturnType<typeof configuring>;
const start = async (options: Parameters<typeof startBotOnPlayground>[0] = {}) => {
  setup = await startBotOnPlayground(options);
  settings = configuring(setup);
};
beforeEach(() => start());
afterEach(async () => {
  expect(setup.playground.requests.filter(({ route }) => route === null)).toEqual([]);
  await setup.stop();
});

const ids = () => setup.playground.ids;
const EVERYONE: PaperScope = { kind: 'everyone' };
const server = (): PaperScope => ({ kind: 'guild', guildId: ids().guild });
const OTHER: PaperScope = { kind: 'guild', guildId: '999999999999999999' };
const ASKED = 'gabapentin hemifacial spasm';
const APART = /Not from the library: papers read by a program/;

const embedNamed = ({ embeds }: PageMessage, title: RegExp) =>
  embeds.find((embed) => title.test(embed.title ?? ''));
const pressPapers = (message: PageMessage) =>
  setup.playground.people.press({
    userId: ids().users.member,
    channelId: message.channel_id,
    messageId: message.id,
    customId: idOf(message, 'Papers'),
  });

describe('an answer', () => {
  it('is as it was where no paper is on it', async () => {
    await setup.papers.add(
      [paper({ pmid: '1', title: 'Hiccups in cats', abstract: 'Cats.' })],
      server(),
    );
    const reply = await settings.ask(ASKED);
    expect(reply.embeds).toHaveLength(1);
    expect(JSON.stringify(componentsOf(reply))).not.toMatch(/Papers/);
  });

  it('has the papers of its server in an embed of their own, each result with its sentence', async () => {
    const before = await settings.ask(ASKED);
    await setup.papers.add([paper({ pmid: '90000001' })], server());
    const reply = await settings.ask(ASKED);
    const [answer, apart, ...others] = reply.embeds;
    expect(others).toEqual([]);
    expect(answer).toEqual(before.embeds[0]);
    expect(apart?.title).toMatch(APART);
    expect(apart?.color).not.toBe(answer?.color);
    expect(apart?.description).toMatch(
      /Papers that this server brought in, read by a program; nobody has checked them\. They have no say/,
    );
    expect(apart?.description).toContain('https://pubmed.ncbi.nlm.nih.gov/90000001/');
    expect(apart?.description).toContain(
      '“Spasm frequency was significantly lower with gabapentin than with placebo (p=0.002).”',
    );
  });

  it('has the operator’s papers too, in servers and in direct messages', async () => {
    await setup.papers.add([paper({ pmid: '90000001' })], EVERYONE);
    for (const channel of [ids().channels.ask, ids().direct.member])
      expect(textOf(await settings.ask(ASKED, channel))).toMatch(
        /Papers that whoever runs this program brought in/,
      );
    expect(textOf(await settings.askByCommand(ASKED))).toMatch(APART);
  });

  it('shows no paper of another server, nor one of a server in direct messages', async () => {
    await setup.papers.add(
      [paper({ pmid: '90000001', title: 'Secret gabapentin for hemifacial spasm trial' })],
      OTHER,
    );
    expect(textOf(await settings.ask(ASKED))).not.toMatch(/Secret|papers read/);
    await setup.papers.add(
      [paper({ pmid: '90000002', title: 'Own gabapentin for hemifacial spasm trial' })],
      server(),
    );
    expect(textOf(await settings.ask(ASKED))).toMatch(/Own gabapentin/);
    expect(textOf(await settings.ask(ASKED, ids().direct.member))).not.toMatch(
      /Own|Secret|papers read/,
    );
  });

  it('leaves out a paper that is a record of the library', async () => {
    const known = setup.deps.caveat.ask(ASKED).sources.find(({ pmid }) => pmid !== null);
    await setup.papers.add([paper({ pmid: known?.pmid ?? '' })], server());
    expect(textOf(await settings.ask(ASKED))).not.toMatch(APART);
  });

  it('marks what is retracted', async () => {
    await setup.papers.add([paper({ pmid: '90000001', retracted: true })], server());
    const reply = await settings.ask(ASKED);
    expect(embedNamed(reply, APART)?.description).toMatch(/\*\*Retracted\.\*\* \[Gabapentin/);
    expect(textOf(await (await pressPapers(reply)).final())).toMatch(/\*\*Retracted\.\*\*/);
  });

  it('opens each paper on a page with design, people, dose and results, each with its sentence', async () => {
    await setup.papers.add([paper({ pmid: '90000001', doi: '10.1000/x' })], server());
    const page = await (await pressPapers(await settings.ask(ASKED))).final();
    expect(page.ephemeral).toBe(true);
    const text = textOf(page);
    for (const said of [
      /Read by a program; nobody has checked it\./,
      /\*\*Design:\*\* randomised trial/,
      /\*\*People:\*\* 84 enrolled/,
      /900 mg\/day/,
      /“We randomly assigned 84 patients/,
      /“Quality of life did not differ between the groups \(p=0\.41\)\.”/,
      /PMID 90000001 · DOI/,
    ])
      expect(text).toMatch(said);
    expect(page.embeds[0]?.footer?.text).toMatch(/Paper 1 of 1\. It has no say in the answer/);
  });

  it('keeps what animals, filters and certainty settings keep from it', async () => {
    await setup.papers.add([paper({ pmid: '90000001' })], server());
    expect(textOf(await settings.ask(`${ASKED} since 2020`))).toMatch(APART);
    expect(textOf(await settings.ask(`${ASKED} before 2020`))).not.toMatch(APART);
    await settings.run('set', { key: 'least-certainty', value: 'low' });
    expect(textOf(await settings.ask(ASKED))).not.toMatch(APART);
  });

  it('gives nothing of a paper a say: hostile and huge ones are shown as text', async () => {
    const title = `Gabapentin in hemifacial spasm ${HOSTILE}`.slice(0, 1000);
    await setup.papers.add(
      [
        paper({
          pmid: '90000001',
          title,
          abstract: `${TRIAL} ${HOSTILE}`,
          authors: [HOSTILE],
          journal: HOSTILE,
        }),
        paper({
          pmid: '90000002',
          abstract: `${TRIAL}\n${'Gabapentin in hemifacial spasm. '.repeat(3_500)}`,
        }),
        paper({
          doi: `10.1000/${UNBROKEN}`,
          title: `Gabapentin hemifacial spasm ${UNBROKEN}`,
          abstract: UNBROKEN,
        }),
      ],
      server(),
    );
    const reply = await settings.ask(ASKED);
    expect(textOf(reply)).toMatch(APART);
    expect(liveMarks({ embeds: reply.embeds, content: '', components: [] } as never)).toEqual([]);
    expect([reply.mentions, reply.mention_roles, reply.mention_everyone]).toEqual([[], [], false]);
    let page = await (await pressPapers(reply)).final();
    for (const _ of [1, 2]) {
      expect(liveMarks({ embeds: page.embeds, content: '', components: [] } as never)).toEqual([]);
      page = await (
        await setup.playground.people.press({
          userId: ids().users.member,
          channelId: page.channel_id,
          messageId: page.id,
          customId: idOf(page, 'Next'),
        })
      ).final();
    }
  });

  it('is plain text with the papers apart where embeds are not allowed', async () => {
    await setup.papers.add([paper({ pmid: '90000001' })], server());
    const reply = await settings.ask(
      `<@${setup.playground.botId}> what helps hemifacial spasm`,
      ids().channels.noEmbeds,
    );
    expect(reply.embeds).toEqual([]);
    expect(reply.content.length).toBeLessThanOrEqual(2000);
  });

  it('tells that the paper is gone when its page is', async () => {
    await setup.papers.add([paper({ pmid: '90000001' })], server());
    const reply = await settings.ask(ASKED);
    await setup.papers.forget(server());
    const told = await (await pressPapers(reply)).final();
    expect(told.content).toMatch(/not here any more/);
  });
});

describe('a store of papers that fails', () => {
  it('costs no answer', async () => {
    await setup.stop();
    await start({
      papers: (usual) => ({
        ...usual,
        search: async () => {
          throw new Error('disk I/O error');
        },
      }),
    });
    const reply = await settings.ask(ASKED);
    expect(reply.embeds).toHaveLength(1);
    expect(setup.log.join('')).toMatch(/papers could not be looked up/);
  });

  it('half-way, and one that hangs, cost no answer', async () => {
    await setup.stop();
    let isHanging = false;
    await start({
      papers: (usual) => ({
        ...usual,
        reviews: {
          ...usual.reviews,
          standing: () => (isHanging ? new Promise(() => {}) : Promise.reject(new Error('gone'))),
        },
      }),
    });
    await setup.papers.add([paper({ pmid: '90000001' })], server());
    expect((await settings.ask(ASKED)).embeds).toHaveLength(1);
    isHanging = true;
    expect((await settings.ask(ASKED)).embeds).toHaveLength(1);
    expect(setup.log.join('')).toMatch(/took too long/);
  });
});
