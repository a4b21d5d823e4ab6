import { REST } from 'discord.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { compareCommands, deploy, describeDifference } from '../../src/discord/deployment.ts';
import { createPlayground, type Playground } from '../../src/playground/createPlayground.ts';

let playground: Playground;
let rest: REST;
beforeAll(async () => {
  playground = await createPlayground();
  rest = new REST({ api: playground.apiUrl }).setToken(playground.token);
});
afterAll(() => playground.close());

const scope = () => ({ applicationId: playground.applicationId, guildId: null });
/** As all of ours do, they say where they can be used. */
const PLACES = { integration_types: [0, 1], contexts: [0, 1, 2] };
const ASK = {
  ...PLACES,
  name: 'ask',
  description: 'Ask',
  options: [{ type: 3 as const, name: 'question', description: 'What', required: true }],
};
const HELP = { ...PLACES, name: 'help', description: 'Help' };
const CHECK = { ...PLACES, type: 3 as const, name: 'Check' };

const apply = (payloads: Parameters<typeof deploy>[2], dryRun = false) =>
  deploy(rest, scope(), payloads, { dryRun });
const written = () => playground.requests.filter(({ method }) => method !== 'GET').length;
const deployed = () =>
  [...playground.world.commands.values()].map(({ name, description }) => `${name}: ${description}`);

beforeEach(async () => {
  await apply([]);
  await apply([ASK, HELP, CHECK]);
});

describe('a deployment', () => {
  it('changes what changed, removes what is gone, creates what is new, and leaves the rest', async () => {
    const ids = new Map([...playground.world.commands.values()].map(({ name, id }) => [name, id]));
    const before = written();
    const difference = await apply([
      ASK,
      { ...HELP, description: 'Other help' },
      { ...PLACES, name: 'about', description: 'About' },
    ]);
    expect(describeDifference(difference).split('\n')).toEqual([
      '+ about',
      '~ help',
      '- Check',
      '1 to create, 1 to change, 1 to remove, 1 as they are.',
    ]);
    expect(written() - before).toBe(3);
    expect(deployed().sort()).toEqual(['about: About', 'ask: Ask', 'help: Other help']);
    const now = new Map([...playground.world.commands.values()].map(({ name, id }) => [name, id]));
    expect([now.get('ask'), now.get('help')]).toEqual([ids.get('ask'), ids.get('help')]);
  });

  it.each([
    { what: 'an option', command: { ...ASK, options: [] } },
    {
      what: 'that it is required',
      command: { ...ASK, options: [{ ...ASK.options[0], required: false }] },
    },
    { what: 'a length', command: { ...ASK, options: [{ ...ASK.options[0], max_length: 9 }] } },
    { what: 'the contexts', command: { ...ASK, contexts: [0] } },
    { what: 'the permissions', command: { ...ASK, default_member_permissions: '32' } },
  ])('sees a change of $what', async ({ command }) => {
    const { update, unchanged } = await apply([command as typeof ASK, HELP, CHECK], true);
    expect([update.length, unchanged]).toEqual([1, 2]);
  });

  it('does nothing a second time, and nothing at all when it is a dry run', async () => {
    const before = written();
    expect((await apply([ASK, HELP, CHECK])).unchanged).toBe(3);
    await apply([], true);
    expect(written()).toBe(before);
    expect(deployed()).toHaveLength(3);
  });

  it('takes a message command for another one than a slash command of its name', () => {
    const difference = compareCommands([{ type: 3, name: 'ask' }], [], scope());
    expect(difference.create).toHaveLength(1);
  });
});
