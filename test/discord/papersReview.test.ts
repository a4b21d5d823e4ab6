import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createChores, KEPT_MS } from '../../src/discord/usage/chores.ts';
import type { PageMessage } from '../../src/playground/protocol.ts';
import type { PaperScope } from '../../src/ports/paperStore.ts';
import { liveMarks } from '../support/discordLimits.ts';
import { HOSTILE } from '../support/hostileAnswer.ts';
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
beforeEach(async () => {
  setup = await startBotOnPlayground();
  settings = configuring(setup);
});
afterEach(async () => {
  expect(setup.playground.requests.filter(({ route }) => route === null)).toEqual([]);
  await setup.stop();
});

const ids = () => setup.playground.ids;
const admin = () => ids().users.admin;
const member = () => ids().users.member;
const EVERYONE: PaperScope = { kind: 'everyone' };
const server = (): PaperScope => ({ kind: 'guild', guildId: ids().guild });
const OTHER: PaperScope = { kind: 'guild', guildId: '999999999999999999' };
const ASKED = 'gabapentin hemifacial spasm';
const REFUSED = /Only members with the permission “Manage Server”/;

type Who = { userId?: string; forge?: boolean };
const library = async (part: string, options: Record<string, string> = {}, who: Who = {}) =>
  (
    await setup.playground.people.runCommand({
      userId: admin(),
      channelId: ids().channels.general,
      command: 'library',
      path: [part],
      options,
      ...who,
    })
  ).final();
const pressId = (
  page: PageMessage,
  customId: string,
  { userId = admin(), forge = false }: Who = {},
) =>
  setup.playground.people.press({
    userId,
    channelId: page.channel_id,
    messageId: page.id,
    customId,
    forge,
  });
const press = async (page: PageMessage, label: string, who: Who = {}) =>
  (await pressId(page, idOf(page, label), who)).final();
const labels = (page: PageMessage) => componentsOf(page).map(({ label }) => label);
/** Opens the form of corrections, and fills it in. */
const correct = async (page: PageMessage, fields: Record<string, string>) => {
  const seen = await pressId(page, idOf(page, 'Correct'));
  if (seen.kind !== 'modal') throw new Error(`It answered with ${seen.kind}.`);
  return (
    await setup.playground.people.submitModal({
      userId: admin(),
      channelId: page.channel_id,
      customId: seen.modal.custom_id,
      fields,
    })
  ).final();
};
const makeAdmin = async () => {
  settings.giveRole(member(), ids().roles.helpers);
  await settings.run('set', { key: 'config-roles', value: ids().roles.helpers });
};
const answer = async () => textOf(await settings.ask(ASKED));

describe('/library review', () => {
  it('says so where there is nothing to review', async () => {
    const page = await library('review');
    expect(page.ephemeral).toBe(true);
    expect(textOf(page)).toMatch(/No unreviewed paper/);
  });

  it('shows the newest unreviewed paper with what was read, its sentences and its abstract', async () => {
    await setup.papers.add(
      [paper({ pmid: '90000001', title: 'Older gabapentin paper' })],
      server(),
    );
    await setup.papers.add([paper({ pmid: '90000002', abstract: `${TRIAL} And more.` })], server());
    await setup.papers.add([paper({ pmid: '90000003', title: 'The operator’s' })], EVERYONE);
    await setup.papers.add([paper({ pmid: '90000004', title: 'Another server’s' })], OTHER);
    const page = await library('review');
    expect(page.ephemeral).toBe(true);
    expect(page.embeds[0]?.title).toMatch(/^Gabapentin for hemifacial spasm/);
    const text = textOf(page);
    expect(text).toMatch(/Nobody here has reviewed it\.[\s\S]*Brought in by this server/);
    expect(text).toMatch(/84 enrolled[\s\S]*“We randomly assigned 84 patients/);
    expect(text).toContain('disabling movement disorder');
    expect(labels(page)).toEqual(['Approve', 'Correct', 'Reject', 'Next', 'History']);
    const next = await press(page, 'Next');
    expect(next.embeds[0]?.title).toMatch(/^Older gabapentin paper/);
    const last = await press(next, 'Next');
    expect(textOf(last)).toMatch(/No unreviewed paper of this server is left/);
    expect((await press(last, 'From the newest')).embeds[0]?.title).toMatch(/^Gabapentin for/);
  });

  it('approves: the answers of this server say so, and history keeps who did it', async () => {
    await setup.papers.add([paper({ pmid: '90000001' })], server());
    const done = await press(await library('review'), 'Approve');
    expect(textOf(done)).toMatch(/Approved\.[\s\S]*\*\*Approved\*\* by <@\d+>/);
    expect(labels(done)).toEqual(['Correct', 'Undo', 'Next', 'History']);
    const told = await answer();
    expect(told).toMatch(/admins of this server have checked what was read/);
    expect(told).toMatch(/checked by an admin/);
    expect(textOf(await library('review'))).toMatch(/No unreviewed paper/);
    expect(textOf(await library('history'))).toMatch(
      new RegExp(`Gabapentin for hemifacial spasm[\\s\\S]*Approved\\n-# <@${admin()}> <t:`),
    );
  });

  it('rejects: the answers of this server show it no more, until that is taken back', async () => {
    await setup.papers.add([paper({ pmid: '90000001' })], server());
    const rejected = await press(await library('review'), 'Reject');
    expect(textOf(rejected)).toMatch(/Rejected: it is not shown/);
    expect(await answer()).not.toMatch(/papers read by a program/);
    const undone = await press(rejected, 'Undo');
    expect(textOf(undone)).toMatch(/Taken back\.[\s\S]*it counts as unreviewed/);
    expect(await answer()).toMatch(/nobody has checked them/);
    const again = await press(undone, 'Undo');
    expect(textOf(again)).toMatch(/\*\*Rejected/);
  });

  it('corrects by a form in plain words, and shows what was put right as such', async () => {
    await setup.papers.add([paper({ pmid: '90000001' })], server());
    const done = await correct(await library('review'), {
      design: 'Cohort study',
      enrolled: '48',
      findings: '1: no difference (Spasm frequency, gabapentin)',
    });
    expect(textOf(done)).toMatch(/Corrected\./);
    expect(textOf(done)).toMatch(/Design: randomised trial → cohort study/);
    expect(textOf(done)).toMatch(/People enrolled: 84 → 48/);
    const reply = await settings.ask(ASKED);
    expect(textOf(reply)).toMatch(/checked by an admin, corrected/);
    expect(textOf(reply)).toMatch(
      /no significant difference \(put right by an admin of this server\)/,
    );
    const page = await (
      await setup.playground.people.press({
        userId: member(),
        channelId: reply.channel_id,
        messageId: reply.id,
        customId: idOf(reply, 'Papers'),
      })
    ).final();
    expect(textOf(page)).toMatch(
      /\*\*Design:\*\* cohort study \(put right by an admin of this server\)/,
    );
    expect(textOf(page)).toMatch(/\*\*People:\*\* 48 enrolled/);
    // The second finding had no line any more: it is left out.
    expect(textOf(page)).not.toMatch(/Quality of life did not differ/);
    expect(textOf(await library('history'))).toMatch(
      /Corrected\n- Design: randomised trial → cohort study/,
    );
  });

  it('takes no form that cannot be understood, and says what is wrong', async () => {
    await setup.papers.add([paper({ pmid: '90000001' })], server());
    const page = await library('review');
    const told = await correct(page, {
      design: 'a good one',
      enrolled: 'many',
      doses: 'lots',
      findings: '1: better',
    });
    expect(told.ephemeral).toBe(true);
    for (const said of [
      /nothing was changed/,
      /Design must be one of: meta-analysis/,
      /People enrolled must be a whole number/,
      /Dose: “lots” does not begin with a number/,
      /Finding 1 must be increased, decreased, no difference, or leave out/,
    ])
      expect(told.content).toMatch(said);
    expect(await setup.papers.reviews.history(ids().guild, 5)).toEqual([]);
  });

  it('opens a paper of everyone by its number; what is judged holds in this server alone', async () => {
    await setup.papers.add([paper({ pmid: '90000003' })], EVERYONE);
    const page = await library('review', { paper: 'PMID 90000003' });
    expect(textOf(page)).toMatch(/Your review holds in this server alone/);
    await press(page, 'Reject');
    expect(await answer()).not.toMatch(/papers read by a program/);
    const direct = await settings.ask(ASKED, ids().direct.member);
    expect(textOf(direct)).toMatch(/papers read by a program/);
    expect(await setup.papers.reviews.history('999999999999999999', 5)).toEqual([]);
  });

  it('finds no paper of another server, by its number or by a forged button', async () => {
    await setup.papers.add([paper({ pmid: '90000004', title: 'Another server’s' })], OTHER);
    expect((await library('review', { paper: '90000004' })).content).toMatch(
      /No paper of this server/,
    );
    const theirs = await setup.papers.reviews.byId('999999999999999999', '90000004');
    const page = await library('review');
    const forged = `r1:approve:${theirs?.doc}:${theirs?.content}:0:AAAAAAAA`;
    const told = await (await pressId(page, forged, { forge: true })).final();
    expect(textOf(told)).toMatch(/not here any more/);
    expect(textOf(told)).not.toMatch(/Another server/);
    expect(await setup.papers.reviews.history('999999999999999999', 5)).toEqual([]);
    expect(await setup.papers.reviews.history(ids().guild, 5)).toEqual([]);
  });
});

describe('rights', () => {
  it('are asked at the command, at each press and at the form', async () => {
    await setup.papers.add([paper({ pmid: '90000001' })], server());
    for (const part of ['review', 'history']) {
      const told = await library(part, {}, { userId: member() });
      expect(told.content).toMatch(REFUSED);
      expect(told.ephemeral).toBe(true);
    }
    await makeAdmin();
    const page = await library('review', {}, { userId: member() });
    expect(labels(page)).toContain('Approve');
    const form = await pressId(page, idOf(page, 'Correct'), { userId: member() });
    if (form.kind !== 'modal') throw new Error(`It answered with ${form.kind}.`);
    await settings.run('reset', { key: 'config-roles' });
    for (const label of ['Approve', 'Correct', 'Reject', 'Next', 'History'])
      expect((await press(page, label, { userId: member() })).content).toMatch(REFUSED);
    const sent = await setup.playground.people.submitModal({
      userId: member(),
      channelId: page.channel_id,
      customId: form.modal.custom_id,
      fields: { enrolled: '1' },
    });
    expect((await sent.final()).content).toMatch(REFUSED);
    expect(await setup.papers.reviews.history(ids().guild, 5)).toEqual([]);
  });

  it.each([
    'r1:',
    'r1:approve',
    'r1:approve:1:short:0:AAAAAAAA',
    `r1:approve:-1:${'a'.repeat(22)}:0:AAAAAAAA`,
    `r1:approve:1:${'a'.repeat(22)}:0:AAAAAAAA:more`,
    'r1:next:1e9',
    'r1:drop:1',
  ])('refuse the forged id %s', async (customId) => {
    const page = await library('review');
    const told = await (await pressId(page, customId, { forge: true })).final();
    expect(told.content).toMatch(/older version of me/);
  });
});

describe('two admins at once', () => {
  beforeEach(async () => {
    await setup.papers.add([paper({ pmid: '90000001' })], server());
    await makeAdmin();
  });

  it('do not overwrite each other: the second is told who was quicker, and sees how it stands', async () => {
    const [mine, theirs] = [
      await library('review'),
      await library('review', {}, { userId: member() }),
    ];
    await press(mine, 'Approve');
    const told = await press(theirs, 'Reject', { userId: member() });
    expect(textOf(told)).toMatch(
      new RegExp(`Nothing was changed: <@${admin()}> .*was quicker[\\s\\S]*\\*\\*Approved\\*\\*`),
    );
    expect(await setup.papers.reviews.history(ids().guild, 5)).toHaveLength(1);
  });

  it('in the same moment: one of them counts', async () => {
    const [mine, theirs] = [
      await library('review'),
      await library('review', {}, { userId: member() }),
    ];
    const pages = await Promise.all([
      press(mine, 'Approve'),
      press(theirs, 'Reject', { userId: member() }),
    ]);
    expect(pages.filter((page) => /was quicker/.test(textOf(page)))).toHaveLength(1);
    expect(await setup.papers.reviews.history(ids().guild, 5)).toHaveLength(1);
  });

  it('do not judge a text that has changed since', async () => {
    const page = await library('review');
    await setup.papers.add(
      [paper({ pmid: '90000001', abstract: 'Gabapentin did nothing.' })],
      server(),
    );
    expect(textOf(await press(page, 'Approve'))).toMatch(
      /its text has changed since: nothing was changed/,
    );
    expect(await setup.papers.reviews.history(ids().guild, 5)).toEqual([]);
  });

  it('review a text anew that was judged before it changed', async () => {
    await press(await library('review'), 'Reject');
    expect(await answer()).not.toMatch(/papers read by a program/);
    await setup.papers.add(
      [paper({ pmid: '90000001', abstract: `${TRIAL} Corrected.` })],
      server(),
    );
    expect(await answer()).toMatch(/nobody has checked them/);
    expect(labels(await library('review'))).toContain('Approve');
  });
});

describe('a paper that means harm', () => {
  it('is text on the pages of its review and in the history', async () => {
    const title = `Gabapentin in hemifacial spasm ${HOSTILE}`;
    await setup.papers.add(
      [paper({ pmid: '90000001', title, abstract: `${TRIAL} ${HOSTILE} ${'x'.repeat(100_000)}` })],
      server(),
    );
    const page = await library('review');
    const live = (message: PageMessage) =>
      liveMarks({ embeds: message.embeds, content: '', components: [] } as never).filter(
        (mark) => !/<@\d+>|<t:/.test(mark),
      );
    expect(live(page)).toEqual([]);
    const done = await correct(page, { enrolled: '83' });
    expect(textOf(done)).toMatch(/Corrected\./);
    await press(done, 'History');
    expect((await setup.papers.reviews.history(ids().guild, 5))[0]?.title.length).toBeLessThan(400);
  });
});

describe('a store of papers that fails', () => {
  it('is told in words, and nothing of the fault', async () => {
    await setup.papers.add([paper({ pmid: '90000001' })], server());
    const page = await library('review');
    setup.papers.reviews.change = async () => {
      throw new Error('SECRET disk');
    };
    const told = await press(page, 'Approve');
    expect(told.content).toMatch(/cannot be read or written at the moment/);
    expect(told.content).not.toMatch(/SECRET/);
  });
});

describe('whose data a review is', () => {
  beforeEach(async () => {
    await setup.papers.add([paper({ pmid: '90000001' })], server());
    await press(await library('review'), 'Approve');
  });

  it('a reviewer’s: shown by /privacy show, and taken out by /privacy delete', async () => {
    const stored = await setup.deps.privacy.export(admin());
    expect(stored.paper_review_change).toEqual([
      expect.objectContaining({ user_id: admin(), guild_id: ids().guild }),
    ]);
    const run = (part: string) =>
      setup.playground.people.runCommand({
        userId: admin(),
        channelId: ids().channels.general,
        command: 'privacy',
        path: [part],
      });
    expect(textOf(await (await run('show')).final())).toMatch(/Your reviews of papers in a server/);
    const question = await (await run('delete')).final();
    await press(question, 'Erase it');
    expect(Object.values(await setup.deps.privacy.export(admin())).flat()).toEqual([]);
    expect(textOf(await library('history'))).toMatch(/Approved\n-# somebody/);
    expect(await answer()).toMatch(/checked by an admin/);
  });

  it('its server’s: erased with the server', async () => {
    await setup.store.guilds.left(ids().guild);
    const later = Date.now() + KEPT_MS.leftServer * 2;
    const guilds = {
      ...setup.deps.guilds,
      leftBefore: async () => [ids().guild],
      joined: async () => ({ isBack: false }),
      eraseLeft: async () => 0,
    };
    await createChores(setup.bot.client, { ...setup.deps, guilds }, () => later)();
    expect(await setup.papers.reviews.history(ids().guild, 5)).toEqual([]);
    expect(await setup.papers.count(server())).toBe(0);
  });
});
