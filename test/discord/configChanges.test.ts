import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PageMessage } from '../../src/playground/protocol.ts';
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
afterEach(() => setup.stop());

const ids = () => setup.playground.ids;

describe('two admins at once', () => {
  beforeEach(async () => {
    settings.giveRole(ids().users.member, ids().roles.helpers);
    await settings.run('set', { key: 'config-roles', value: `<@&${ids().roles.helpers}>` });
  });

  it.each([
    {
      key: 'length',
      first: 'short',
      other: 'full',
      prepare: async (panel: PageMessage) => () => settings.use(panel, 'choose', ['short']),
    },
    {
      key: 'note',
      first: 'First',
      other: 'Other',
      prepare: async (panel: PageMessage) => {
        const submit = await settings.openForm(panel);
        return async () => (await submit('Mine')).final();
      },
    },
  ])('lose nothing of $key: the second is told who changed what, and sees it anew', async (it) => {
    await settings.run('set', { key: it.key, value: it.first });
    const change = await it.prepare(await settings.open(it.key));
    await settings.run('set', { key: it.key, value: it.other }, { userId: ids().users.member });
    const stored = await settings.stored();
    const told = await change();
    expect(textOf(told)).toMatch(new RegExp(`Nothing was changed: <@${ids().users.member}>`));
    expect(textOf(told)).toMatch(/<t:\d+:R> was quicker/);
    expect(textOf(told)).toMatch(new RegExp(`is now .*${it.other}`, 'i'));
    expect(textOf(told)).toMatch(new RegExp(`it was ${it.first}`, 'i'));
    expect(await settings.stored()).toEqual(stored);
    // What the panel shows now can be changed.
    const again = await (await it.prepare(told))();
    expect(textOf(again)).toMatch(/Saved/);
  });

  it('lose nothing of a channel', async () => {
    const home = await settings.open('channels');
    const page = await settings.use(home, 'channel', [ids().channels.general]);
    const member = { userId: ids().users.member };
    await settings.run('channels', { channel: ids().channels.general, mode: 'off' }, member);
    const told = await settings.use(page, 'place', ['thread']);
    expect(textOf(told)).toMatch(/Nothing was changed: <@\d+>/);
    expect(await settings.stored()).toMatchObject({
      [`channel:${ids().channels.general}`]: { mode: 'off', place: 'channel' },
    });
  });

  it('who press in the same moment: one is saved, the other told', async () => {
    const panels = [await settings.open('length'), await settings.open('length')];
    const told = await Promise.all(panels.map((panel) => settings.use(panel, 'choose', ['short'])));
    const texts = told.map(textOf);
    expect(texts.filter((text) => /Saved/.test(text))).toHaveLength(1);
    expect(await settings.stored()).toMatchObject({ length: 'short' });
  });
});

describe('history and undo', () => {
  it('tell who, when, from what, to what; nobody is pinged', async () => {
    await settings.run('set', { key: 'length', value: 'short' });
    await settings.run('set', { key: 'report-channel', value: `<#${ids().channels.general}>` });
    const told = await settings.run('history');
    expect(textOf(told)).toMatch(/Report channel:\*\* the default \(None\) → <#\d+>/);
    expect(textOf(told)).toMatch(/Length:\*\* the default \(Full\) → Short/);
    expect(textOf(told)).toMatch(new RegExp(`<@${ids().users.admin}> <t:\\d+:R>`));
    expect(textOf(told).indexOf('Report')).toBeLessThan(textOf(told).indexOf('Length'));
    expect(told.ephemeral).toBe(true);
    expect(told.mentions).toEqual([]);
    const callbacks = setup.playground.requests.filter(({ path }) => path.endsWith('/callback'));
    for (const { body } of callbacks)
      if ((body as { type: number }).type === 4)
        expect((body as { data: object }).data).toMatchObject({ allowed_mentions: { parse: [] } });
  });

  it('say so where there is nothing', async () => {
    expect(textOf(await settings.run('history'))).toMatch(/Nothing was changed yet/);
    expect(textOf(await settings.run('undo'))).toMatch(/nothing to take back/);
  });

  it('take back the latest change, and take that back too', async () => {
    await settings.run('set', { key: 'length', value: 'short' });
    await settings.run('set', { key: 'note', value: 'One' });
    await settings.run('set', { key: 'note', value: 'Two' });
    expect(textOf(await settings.run('undo'))).toMatch(/Two → One/);
    expect(await settings.stored()).toEqual({ length: 'short', note: 'One' });
    expect(textOf(await settings.run('undo'))).toMatch(/One → Two/);
    expect(await settings.stored()).toEqual({ length: 'short', note: 'Two' });
    expect(textOf(await settings.run('history'))).toMatch(
      /One → Two[\s\S]*Two → One[\s\S]*One → Two/,
    );
  });

  it('take back the first change to the default', async () => {
    await settings.run('set', { key: 'animals', value: 'off' });
    await settings.run('undo');
    expect(await settings.stored()).toEqual({});
  });

  it('show a text that would format or mention as it is', async () => {
    await settings.run('set', { key: 'note', value: '**x** `y` ||z|| # a' });
    const told = textOf(await settings.run('history'));
    expect(told).toContain('\\*\\*x\\*\\* \\`y\\` \\|\\|z\\|\\|');
  });
});

describe('export and import', () => {
  const upload = (text: string | Uint8Array, name = 'settings.json') =>
    setup.playground.people.runCommand({
      userId: ids().users.admin,
      channelId: ids().channels.general,
      command: 'config',
      path: ['import'],
      files: {
        file: {
          name,
          type: 'application/json',
          body: typeof text === 'string' ? new TextEncoder().encode(text) : text,
        },
      },
    });
  const importFile = async (text: string | Uint8Array) => (await upload(text)).final();
  const exported = async (): Promise<string> => {
    const told = await settings.run('export');
    expect(told.ephemeral).toBe(true);
    const [file] = told.attachments;
    return (await fetch(file?.url ?? '')).text();
  };
  const file = (values: object) =>
    JSON.stringify({ format: 'caveat-settings', version: 1, settings: values });

  it('carry everything, once it was looked at and applied', async () => {
    await settings.run('set', { key: 'length', value: 'short' });
    await settings.run('set', { key: 'config-roles', value: ids().roles.helpers });
    await settings.run('channels', {
      channel: ids().channels.general,
      mode: 'all',
      place: 'thread',
    });
    const kept = await exported();
    const stored = await settings.stored();
    await settings.run('reset', { key: 'length' });
    await settings.run('set', { key: 'note', value: 'Later' });
    const preview = await importFile(kept);
    expect(preview.ephemeral).toBe(true);
    expect(textOf(preview)).toMatch(/2 changes in this file/);
    expect(textOf(preview)).toMatch(/Length:\*\* the default \(Full\) → Short/);
    expect(textOf(preview)).toMatch(/Note:\*\* Later → the default/);
    expect(await settings.stored()).not.toEqual(stored);
    const told = await (await settings.press(preview, idOf(preview, 'Apply'))).final();
    expect(textOf(told)).toMatch(/Saved/);
    expect(told.attachments).toEqual([]);
    expect(await settings.stored()).toEqual(stored);
    // What a file changed at once is taken back at once.
    await settings.run('undo');
    expect(await settings.stored()).toMatchObject({ note: 'Later' });
    expect(await settings.stored()).not.toHaveProperty('length');
  });

  it('change nothing on Cancel, nor without a difference', async () => {
    const preview = await importFile(file({ length: 'short' }));
    const told = await (await settings.press(preview, idOf(preview, 'Cancel'))).final();
    expect(textOf(told)).toMatch(/Nothing was changed/);
    expect(await settings.stored()).toEqual({});
    expect(textOf(await importFile(file({})))).toMatch(/as in this file already/);
  });

  it('show anew what a file would change, where the settings changed meanwhile', async () => {
    const preview = await importFile(file({ length: 'short', note: 'Mine' }));
    await settings.run('set', { key: 'note', value: 'Theirs' });
    const again = await (await settings.press(preview, idOf(preview, 'Apply'))).final();
    expect(textOf(again)).toMatch(/changed in the meantime/);
    expect(textOf(again)).toMatch(/Theirs → Mine/);
    expect(await settings.stored()).toEqual({ note: 'Theirs' });
    await settings.press(again, idOf(again, 'Apply'));
    expect(await settings.stored()).toEqual({ length: 'short', note: 'Mine' });
  });

  it('leave out what this server does not have, and say so', async () => {
    const preview = await importFile(
      file({
        length: 'short',
        'config-roles': [ids().roles.helpers, '123456789012345678'],
        'report-channel': '123456789012345678',
        'channel:123456789012345679': { mode: 'off', place: 'channel' },
      }),
    );
    expect(textOf(preview)).toMatch(/Left out: 2 channels and 1 role/);
    await settings.press(preview, idOf(preview, 'Apply'));
    expect(await settings.stored()).toEqual({
      length: 'short',
      'config-roles': [ids().roles.helpers],
    });
  });

  it.each([
    { what: 'no JSON', text: '{{{', says: /not JSON/ },
    { what: 'nothing', text: '', says: /not JSON/ },
    { what: 'another file', text: '[1,2,3]', says: /no file of settings/ },
    { what: 'binary', text: new Uint8Array([0, 255, 254, 128]), says: /not JSON/ },
    { what: 'an unknown key', text: file({ nonsense: 1 }), says: /"nonsense" is no setting/ },
    {
      what: 'a prototype',
      text: '{"format":"caveat-settings","version":1,"settings":{"__proto__":{"length":"short"},"constructor":1}}',
      says: /is no setting/,
    },
    {
      what: 'wrong values, all of them told',
      text: file({ length: 'tiny', animals: 'yes', note: '@everyone discord.gg/x' }),
      says: /length[\s\S]*animals[\s\S]*note[\s\S]*mention/,
    },
    {
      what: 'a deep nest',
      text: `${'['.repeat(30_000)}${']'.repeat(30_000)}`,
      says: /no file of settings|not JSON/,
    },
    { what: 'a huge file', text: ' '.repeat(65 * 1024), says: /larger than 64 KB/ },
    {
      what: 'a role for everyone',
      text: null,
      says: /cannot be everyone/,
    },
  ])('take nothing of $what', async ({ text, says }) => {
    const body = text ?? file({ 'config-roles': [ids().guild] });
    const seen = await upload(body);
    let told = await seen.final();
    if (text === null) {
      const answer = await settings.press(told, idOf(told, 'Apply'));
      told = await answer.final();
    }
    expect(textOf(told)).toMatch(says);
    expect(told.mentions).toEqual([]);
    expect(await settings.stored()).toEqual({});
    expect(componentsOf(told)).toEqual([]);
  });
});

describe('a restart', () => {
  it('keeps every setting, and the panel goes on', async () => {
    await settings.run('set', { key: 'length', value: 'short' });
    const panel = await settings.open('note');
    await setup.bot.stop(1_000);
    setup = await startBotOnPlayground({ after: setup });
    settings = configuring(setup);
    const told = await (await settings.write(panel, 'After the restart')).final();
    expect(textOf(told)).toMatch(/After the restart/);
    expect(await settings.stored()).toEqual({ length: 'short', note: 'After the restart' });
  });
});

describe('a store that is lost', () => {
  it('refuses changes in plain words, shows the settings, and questions are answered', async () => {
    await settings.run('set', { key: 'length', value: 'short' });
    const known = await settings.stored();
    await setup.bot.stop(1_000);
    setup = await startBotOnPlayground({
      after: setup,
      deps: {
        settings: {
          read: async () => known,
          change: async () => ({ ok: false, reason: 'unavailable' }),
          history: async () => {
            throw new Error('lost');
          },
          onChange: () => () => {},
        },
      },
    });
    settings = configuring(setup);
    const told = await settings.run('set', { key: 'length', value: 'full' });
    expect(told.content).toMatch(/cannot be saved at the moment, so nothing was changed/);
    for (const part of ['history', 'undo'])
      expect((await settings.run(part)).content).toMatch(/cannot be read at the moment/);
    const panel = await settings.open('length');
    expect(textOf(panel)).toMatch(/Now:\*\* Short/);
    const refused = await settings.press(panel, settings.controlOf(panel, 'choose'), ['full']);
    expect(textOf(await refused.final())).toMatch(/nothing was changed/);
    expect(textOf(await settings.ask('gabapentin hemifacial spasm'))).toMatch(/Gabapentin/);
  });
});
