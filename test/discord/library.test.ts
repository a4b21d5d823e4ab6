import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createChores, KEPT_MS } from '../../src/discord/usage/chores.ts';
import { readPapers } from '../../src/importers/readPapers.ts';
import { createLiterature } from '../../src/literature/createLiterature.ts';
import type { PageMessage } from '../../src/playground/protocol.ts';
import type { PaperScope } from '../../src/ports/paperStore.ts';
import { epmcAnswer, epmcResult, serve } from '../literature/serve.ts';
import {
  type BotOnPlayground,
  componentsOf,
  idOf,
  startBotOnPlayground,
  textOf,
} from './botOnPlayground.ts';

let setup: BotOnPlayground;
beforeAll(async () => {
  setup = await startBotOnPlayground({ deps: { serverPapers: 20 } });
});
afterAll(async () => {
  expect(setup.playground.requests.filter(({ route }) => route === null)).toEqual([]);
  await setup.stop();
});

const ids = () => setup.playground.ids;
const server = (): PaperScope => ({ kind: 'guild', guildId: ids().guild });
const EVERYONE: PaperScope = { kind: 'everyone' };
const admin = () => ids().users.admin;
const member = () => ids().users.member;

type Who = { userId?: string; channelId?: string; forge?: boolean };
const run = async (part: string, options: Record<string, string>, who: Who = {}) =>
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
const upload = (content: string | Uint8Array, who: Who = {}, name = 'papers.txt') =>
  setup.playground.people.runCommand({
    userId: admin(),
    channelId: ids().channels.general,
    command: 'library',
    path: ['import'],
    files: {
      file: {
        name,
        type: 'text/plain',
        body: typeof content === 'string' ? new TextEncoder().encode(content) : content,
      },
    },
    ...who,
  });
/** What the import came to, once it is done. */
const importing = async (content: string | Uint8Array, who: Who = {}): Promise<string> => {
  const seen = await upload(content, who);
  const first = await seen.final();
  expect(first.ephemeral).toBe(true);
  return setup.playground.people.waitFor(
    () => {
      const now = setup.playground.people
        .messages(first.channel_id, who.userId ?? admin())
        .find(({ id }) => id === first.id);
      return now && now.content !== '' && !now.content.includes('so far') ? now.content : undefined;
    },
    { what: 'the end of the import', ms: 20_000 },
  );
};
const lines = (from: number, to: number): string =>
  Array.from(
    { length: to - from + 1 },
    (_, i) => `{"pmid":"${from + i}","title":"Cramps paper ${from + i}"}\n`,
  ).join('');

beforeEach(async () => {
  await setup.deps.papers.forget(server());
  await setup.deps.papers.forget(EVERYONE);
});

describe('/library import', () => {
  it('brings papers of a file in, for this server alone', async () => {
    const told = await importing(`${lines(1, 2)}broken\n`);
    expect(told).toMatch(
      /^2 papers added, 1 record skipped\.\nThis server has 2 of 20 papers\. Only this server sees them\.\n- line 3: It is not valid JSON\.$/,
    );
    expect(await setup.deps.papers.count(server())).toBe(2);
    expect(await setup.deps.papers.count(EVERYONE)).toBe(0);
    expect(await importing(lines(1, 2))).toMatch(/^0 papers added, 2 there already\./);
  });

  it('knows the format by what is in the file', async () => {
    expect(await importing('@article{a, title = {In BibTeX}, doi = {10.1000/a}}')).toMatch(
      /^1 paper added/,
    );
    expect(await importing('TY  - JOUR\nTI  - In RIS\nDO  - 10.1000/b\nER  - \n')).toMatch(
      /^1 paper added/,
    );
    expect(await importing('%PDF-1.7 nothing')).toMatch(
      /0 papers added, 1 record skipped[\s\S]*PDF, in which no references are read/,
    );
  });

  it('takes no more papers than a server may have', async () => {
    const told = await importing(lines(1, 30));
    expect(told).toMatch(
      /^20 papers added\.\n10 left out: there is no room for more\. \/library remove and \/library clear make room\.\nThis server has 20 of 20/,
    );
  });

  it('tells of many faults in short, and lets none format or mention', async () => {
    const told = await importing(`${lines(1, 1)}${'@everyone **x**\n'.repeat(500)}`);
    expect(told).toMatch(/1 paper added, 500 records skipped/);
    expect(told).toMatch(/480 more like these|more\./);
    expect(told.length).toBeLessThanOrEqual(2_000);
  });

  it('refuses files that are too large', async () => {
    const told = await importing(new Uint8Array(8 * 1024 ** 2 + 1));
    expect(told).toMatch(
      /This file was not taken, and nothing was changed\.\nIt is larger than 8 MB/,
    );
  });

  it('is for those who may configure the server', async () => {
    const seen = await upload(lines(1, 1), { userId: member() });
    const told = await seen.final();
    expect(told.ephemeral).toBe(true);
    expect(textOf(told)).toMatch(/Only members with the permission “Manage Server”/);
    expect(await setup.deps.papers.count(server())).toBe(0);
  });

  it('is done once at a time in a server', async () => {
    let finish: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const first = setup.deps.importing.run(ids().guild, () => held);
    expect(await importing(lines(1, 1))).toMatch(/being brought in here already/);
    finish();
    await first;
    expect(await importing(lines(1, 1))).toMatch(/^1 paper added/);
  });

  it('does not keep others waiting, however large the file', async () => {
    const entry = (n: number) =>
      `@article{a${n}, title = {A title of paper ${n}}, doi = {10.1000/${n}}, abstract = {${'Many words of an abstract. '.repeat(60)}}}\n`;
    const seen = await upload(Array.from({ length: 150 }, (_, n) => entry(n)).join(''));
    const reply = await (
      await setup.playground.people.runCommand({
        userId: member(),
        channelId: ids().channels.general,
        command: 'ask',
        options: { question: 'gabapentin hemifacial spasm' },
      })
    ).final();
    expect(textOf(reply)).toMatch(/hemifacial/i);
    const told = await seen.final(60_000);
    await setup.playground.people.waitFor(
      () =>
        setup.playground.people
          .messages(told.channel_id, admin())
          .find(({ id, content }) => id === told.id && /20 papers added/.test(content)),
      { what: 'the end of the import', ms: 60_000 },
    );
  });

  it('ends early where the bot is told to stop, and keeps what it has', async () => {
    const own = await startBotOnPlayground();
    const { people, ids: there } = own.playground;
    const entries = Array.from(
      { length: 1_000 },
      (_, n) => `@article{a${n}, title = {A title}, doi = {10.1000/${n}}}\n`,
    );
    const seen = await people.runCommand({
      userId: there.users.admin,
      channelId: there.channels.general,
      command: 'library',
      path: ['import'],
      files: {
        file: {
          name: 'a.bib',
          type: 'text/plain',
          body: new TextEncoder().encode(entries.join('')),
        },
      },
    });
    await own.bot.stop(20_000);
    const told = await seen.final(20_000);
    expect(told.content).toMatch(/I was told to stop before the end\. What is there stays/);
    const scope: PaperScope = { kind: 'guild', guildId: there.guild };
    expect(told.content).toContain(`This server has ${await own.deps.papers.count(scope)} of 100`);
    await own.stop();
  });

  it('says so where a bot takes no papers', async () => {
    const before = setup.deps.serverPapers;
    setup.deps.serverPapers = 0;
    onTestFinished(() => {
      setup.deps.serverPapers = before;
    });
    const told = await (await upload(lines(1, 1))).final();
    expect(textOf(told)).toMatch(/takes no papers of servers/);
  });
});

describe('/library search', () => {
  it('finds papers of the server and of whoever runs the bot, and of no other server', async () => {
    const { papers } = setup.deps;
    const paper = (pmid: string, title: string) => ({
      pmcid: null,
      pmid,
      doi: null,
      title,
      abstract: null,
      authors: ['Roe A', 'Poe B', 'Doe C', 'Loe D'],
      journal: 'J Invent',
      year: 2001,
      volume: null,
      issue: null,
      pages: null,
      publicationTypes: [],
      keywords: [],
      retracted: pmid === '1',
    });
    await papers.add([paper('1', 'Cramps of @everyone [x](http://evil.example)')], server());
    await papers.add([paper('2', 'Cramps for all')], EVERYONE);
    await papers.add([paper('3', 'Cramps elsewhere')], {
      kind: 'guild',
      guildId: '999999999999999999',
    });
    onTestFinished(
      async () => void (await papers.forget({ kind: 'guild', guildId: '999999999999999999' })),
    );
    const found = await run('search', { words: 'cramps' }, { userId: member() });
    expect(found.ephemeral).toBe(true);
    const text = textOf(found);
    expect(text).toMatch(/Retracted[\s\S]*Cramps of/);
    expect(text).toMatch(
      /\[Cramps for all\]\(https:\/\/pubmed\.ncbi\.nlm\.nih\.gov\/2\/\)\n-# Roe A, Poe B, Doe C, et al\. J Invent 2001\. PMID 2/,
    );
    expect(text).not.toContain('elsewhere');
    expect(text).not.toMatch(/\]\(http:\/\/evil/);
    const direct = await run(
      'search',
      { words: 'cramps' },
      { userId: member(), channelId: ids().direct.member },
    );
    expect(textOf(direct)).toContain('Cramps for all');
    expect(textOf(direct)).not.toContain('everyone');
  });

  it('says so where there is none', async () => {
    expect(textOf(await run('search', { words: 'zebra *x*' }))).toMatch(
      /zebra \\\*x\\\*[\s\S]*No paper that was brought in/,
    );
  });
});

describe('/library add', () => {
  const withService = async (body: string) => {
    const service = await serve((_, __, response) => void response.end(body));
    const before = setup.deps.literature;
    setup.deps.literature = createLiterature({
      readPapers,
      cacheDir: '/nowhere/that/can/be/written',
      email: null,
      apiKey: null,
      version: '0',
      services: { europePmc: service.base, eutils: service.base },
      manners: { backOffMs: 1 },
    });
    onTestFinished(() => {
      setup.deps.literature = before;
    });
    return service;
  };

  it('looks papers up and brings them in', async () => {
    const service = await withService(
      epmcAnswer(epmcResult({ id: '11', pmid: '11', title: 'Looked up' })),
    );
    const told = textOf(await run('add', { ids: 'PMID: 11, 12 gabapentin' }));
    expect(told).toMatch(/1 paper added\.\nThis server has 1 of 20 papers/);
    expect(told).toContain('- PMID 12: no paper is known under it.');
    expect(told).toContain('- “gabapentin” is no PMID, PMCID or DOI.');
    expect(told).toContain('[Looked up](https://pubmed.ncbi.nlm.nih.gov/11/)');
    expect(service.asked).toHaveLength(1);
    expect((await setup.deps.papers.byId('11', [server()]))?.title).toBe('Looked up');
  });

  it('tells where nobody can be asked', async () => {
    const told = await run('add', { ids: '11' });
    expect(textOf(told)).toMatch(
      /could not be looked up, and nothing was added\.\nEurope PMC cannot be reached/,
    );
  });

  it('wants an id, and an admin', async () => {
    expect(textOf(await run('add', { ids: 'gabapentin for cramps' }))).toMatch(
      /I read no PMID, PMCID or DOI/,
    );
    expect(textOf(await run('add', { ids: '11' }, { userId: member() }))).toMatch(/Manage Server/);
    expect(textOf(await run('add', { ids: '11' }, { channelId: ids().direct.admin }))).toMatch(
      /works in a server/,
    );
  });
});

describe('/library remove', () => {
  const complete = async (paper: string, userId = admin()) => {
    const seen = await setup.playground.people.autocomplete({
      userId,
      channelId: ids().channels.general,
      command: 'library',
      path: ['remove'],
      focused: 'paper',
      options: { paper },
    });
    if (seen.kind !== 'choices') throw new Error(`It answered with ${seen.kind}.`);
    return seen.choices.map(({ name, value }) => ({ name, value: String(value) }));
  };

  it('erases one paper of the server, chosen by words of its title', async () => {
    await importing(lines(1, 2));
    await importing('{"doi":"10.1000/z","title":"Yoga @everyone [x](http://evil.example)"}');
    await setup.deps.papers.add(
      [{ ...(await anyPaper()), pmid: '77', title: 'Yoga for all' }],
      EVERYONE,
    );
    expect(await complete('')).toHaveLength(3);
    const [choice, ...others] = await complete('yog');
    expect(choice?.value).toBe('10.1000/z');
    expect(others).toEqual([]);
    const told = await run('remove', { paper: choice?.value as string });
    expect(told.ephemeral).toBe(true);
    expect(told.content).toMatch(/^Done\. Erased, with its reviews: Yoga .*DOI 10\.1000/);
    expect(told.content).not.toMatch(/(?<!\\)@everyone|(?<!\\)\]\(http|\\\\/);
    expect(await complete('yoga')).toEqual([]);
    expect(await setup.deps.papers.count(server())).toBe(2);
    expect(await setup.deps.papers.count(EVERYONE)).toBe(1);
  });

  it('erases nothing that the server does not have for itself', async () => {
    await importing(lines(1, 1));
    await setup.deps.papers.add([{ ...(await anyPaper()), pmid: '77' }], EVERYONE);
    for (const paper of ['77', 'cramps', '10.1000/none'])
      expect(textOf(await run('remove', { paper }))).toMatch(/nothing was erased/);
    expect(await setup.deps.papers.count(server())).toBe(1);
    expect(await setup.deps.papers.count(EVERYONE)).toBe(1);
  });

  it('asks which, where a number is of two papers', async () => {
    await importing('{"pmcid":"5","title":"Five of PMC"}\n{"pmid":"5","title":"Five of PubMed"}\n');
    expect(textOf(await run('remove', { paper: '5' }))).toMatch(/Two papers .* PMID or PMC/);
    expect(await complete('five pubmed')).toEqual([
      { name: 'Five of PubMed (PMID 5)', value: 'PMID 5' },
    ]);
    await run('remove', { paper: 'PMID 5' });
    expect((await complete('')).map(({ value }) => value)).toEqual(['PMC5']);
  });

  it('is for those who may configure the server, to complete too', async () => {
    await importing(lines(1, 1));
    expect(textOf(await run('remove', { paper: '1' }, { userId: member() }))).toMatch(
      /Manage Server/,
    );
    expect(await complete('', member())).toEqual([]);
    expect(await setup.deps.papers.count(server())).toBe(1);
  });
});

describe('/library clear', () => {
  const press = async (message: PageMessage) =>
    (
      await setup.playground.people.press({
        userId: admin(),
        channelId: message.channel_id,
        messageId: message.id,
        customId: idOf(message, 'Erase them'),
      })
    ).final();

  it('erases the papers of the server, once it was confirmed, and no others', async () => {
    await importing(lines(1, 3));
    await setup.deps.papers.add([{ ...(await anyPaper()), pmid: '77' }], EVERYONE);
    const asked = await run('clear', {});
    expect(textOf(asked)).toMatch(/3 papers of this server/);
    expect(await setup.deps.papers.count(server())).toBe(3);
    expect((await press(asked)).content).toBe('Done. 3 papers erased.');
    expect(await setup.deps.papers.count(server())).toBe(0);
    expect(await setup.deps.papers.count(EVERYONE)).toBe(1);
    expect(textOf(await run('clear', {}))).toMatch(/no papers of its own/);
  });

  it('is for those who may configure the server, when it is confirmed too', async () => {
    await importing(lines(1, 1));
    expect(textOf(await run('clear', {}, { userId: member() }))).toMatch(
      /Manage Server.* may do this\.$/,
    );
    const reply = await setup.playground.people.replyTo(
      setup.playground.people.sendMessage({
        userId: member(),
        channelId: ids().channels.ask,
        content: 'gabapentin hemifacial spasm',
      }),
    );
    const told = await (
      await setup.playground.people.press({
        userId: member(),
        channelId: reply.channel_id,
        messageId: reply.id,
        customId: 'c1:clearPapers',
        forge: true,
      })
    ).final();
    expect(textOf(told)).toMatch(/Manage Server/);
    expect(await setup.deps.papers.count(server())).toBe(1);
  });
});

const anyPaper = async () => {
  for await (const item of readPapers([Buffer.from(lines(1, 1))] as never))
    if ('title' in item) return item;
  throw new Error('there is none');
};

describe('papers of a server that removed the bot', () => {
  it('are erased with all else of it, and not before', async () => {
    await importing(lines(1, 2));
    let at = Date.now();
    const { store, deps, bot } = setup;
    const left = '888888888888888888';
    await deps.papers.add([await anyPaper()], { kind: 'guild', guildId: left });
    await store.guilds.know(left);
    await createChores(bot.client, deps, () => at)();
    expect(await deps.papers.count({ kind: 'guild', guildId: left })).toBe(1);
    // It is known as left now; the store's own clock cannot be turned, so its row is.
    expect(await store.guilds.present()).not.toContain(left);
    const due = {
      ...deps,
      guilds: { ...store.guilds, leftBefore: () => store.guilds.leftBefore(-1) },
    };
    at += KEPT_MS.leftServer;
    await createChores(bot.client, due, () => at)();
    expect(await deps.papers.count({ kind: 'guild', guildId: left })).toBe(0);
    expect(await deps.papers.count(server())).toBe(2);
  });
});

describe('Cite', () => {
  const pressOn = async (message: PageMessage, label: string) =>
    (
      await setup.playground.people.press({
        userId: member(),
        channelId: message.channel_id,
        messageId: message.id,
        customId: idOf(message, label),
      })
    ).final();
  const ask = async (question: string) =>
    setup.playground.people.replyTo(
      setup.playground.people.sendMessage({
        userId: member(),
        channelId: ids().channels.ask,
        content: question,
      }),
    );

  it('gives the reference of the study on the page, to copy and as files', async () => {
    let page = await pressOn(await ask('gabapentin hemifacial spasm'), 'Studies');
    while (!/Bandini 1999/.test(textOf(page))) page = await pressOn(page, 'Next');
    const told = await pressOn(page, 'Cite');
    expect(told.ephemeral).toBe(true);
    expect(told.content).toMatch(
      /\*\*Vancouver\*\*\n```\nBandini F, Mazzella L\. Gabapentin as [^\n]*\. European Neurology\. 1999\.\n```/i,
    );
    expect(told.content).toMatch(/@article\{bandini1999,\n {2}title = /);
    expect(told.content).toMatch(/TY {2}- JOUR\n/);
    expect(told.attachments.map(({ filename }) => filename)).toEqual([
      'bandini1999.bib',
      'bandini1999.ris',
    ]);
    const bib = setup.playground.world.files.get(told.attachments[0]?.id ?? '')?.body;
    expect(String(Buffer.from(bib ?? []))).toMatch(/^@article\{bandini1999/);
  });

  it('stands on the answer about one study too', async () => {
    const told = await pressOn(await ask('Bandini 1999'), 'Cite');
    expect(told.content).toMatch(/Bandini F, Mazzella L/);
  });

  it('does nothing for a forged place', async () => {
    const reply = await ask('gabapentin hemifacial spasm');
    expect(componentsOf(reply).map(({ label }) => label)).not.toContain('Cite');
    for (const customId of ['c1:cite:99', 'c1:cite:-1', 'c1:cite', 'c1:cite:1:2']) {
      const told = await (
        await setup.playground.people.press({
          userId: member(),
          channelId: reply.channel_id,
          messageId: reply.id,
          customId,
          forge: true,
        })
      ).final();
      expect(textOf(told)).toMatch(/older version of me/);
    }
  });
});
