import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPlayground, type Playground } from '../../src/playground/createPlayground.ts';
import { newDataDir, type Program, startProgram } from './startMain.ts';

let playground: Playground;
const programs: Program[] = [];
const start = (file: string, args: string[] = [], environment: Record<string, string> = {}) => {
  const program = startProgram(file, args, environment);
  programs.push(program);
  return program;
};

beforeEach(async () => {
  playground = await createPlayground();
});
afterEach(async () => {
  for (const { process: child } of programs.splice(0)) child.kill('SIGKILL');
  await playground.close();
});

const discord = () => ({ DISCORD_TOKEN: playground.token, DISCORD_API: playground.apiUrl });
const ask = () =>
  playground.people.sendMessage({
    userId: playground.ids.users.member,
    channelId: playground.ids.channels.general,
    content: `<@${playground.botId}> gabapentin hemifacial spasm`,
  });

describe('npm start without a token', () => {
  it('is the playground, which serves its page and ends when told', async () => {
    const program = start('main.ts');
    await program.printed('Ctrl-C ends it');
    const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(program.out()) ?? [];
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(await page.text()).toMatch(/<html/i);
    expect((await fetch(`${url}/assets/page.js`)).status).toBe(200);
    const welcome = program.out();
    program.process.kill('SIGINT');
    expect(await program.exit).toBe(0);
    expect(program.out()).toBe(welcome);
    expect(program.err()).toBe('');
  });
});

describe('npm start with a token', () => {
  it('is the bot: it answers, tells its health, logs no question, and leaves when told', async () => {
    const port = await freePort();
    const program = start('main.ts', [], { ...discord(), HEALTH_PORT: String(port) });
    await program.printed('"connected"');
    await program.printed('npm run deploy');
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    const reply = await playground.people.replyTo(ask());
    expect(reply.embeds[0]?.title).toBe('Gabapentin for hemifacial spasm');
    await program.printed('answered a message');
    program.process.kill('SIGTERM');
    expect(await program.exit).toBe(0);
    expect(program.out()).not.toMatch(/gabapentin|hemifacial/);
    expect(program.out()).not.toContain(playground.token);
    for (const line of program.out().trim().split('\n'))
      expect(JSON.parse(line)).toHaveProperty('level');
  });

  it('finishes the answer in hand before it leaves', async () => {
    const program = start('main.ts', [], discord());
    await program.printed('"connected"');
    const release = playground.faults.hold({ method: 'POST', route: /messages$/ });
    const question = ask();
    await new Promise((resolve) => setTimeout(resolve, 300));
    program.process.kill('SIGTERM');
    await program.printed('told to stop');
    release();
    expect((await playground.people.replyTo(question)).embeds).toHaveLength(1);
    expect(await program.exit).toBe(0);
  });

  it('changes the answer to an edit that comes after a restart', async () => {
    const environment = { ...discord(), DATA_DIR: newDataDir() };
    const first = start('main.ts', [], environment);
    await first.printed('"connected"');
    const question = ask();
    const reply = await playground.people.replyTo(question);
    await first.printed('answered a message');
    // As a crash ends it: nothing is closed in order.
    first.process.kill('SIGKILL');
    await first.exit;
    const second = start('main.ts', [], environment);
    await second.printed('"connected"');
    playground.people.editMessage({
      userId: playground.ids.users.member,
      channelId: question.channel_id,
      messageId: question.id,
      content: `<@${playground.botId}> botox for blepharospasm`,
    });
    await playground.people.waitFor(
      () =>
        playground.people
          .messages(question.channel_id, playground.ids.users.member)
          .some(
            ({ id, embeds }) => id === reply.id && /blepharospasm/.test(embeds[0]?.title ?? ''),
          ),
      { what: 'the answer to change' },
    );
  });
});

describe('what whoever starts it can mend', () => {
  it.each([
    {
      what: 'the intent is refused',
      environment: () => {
        playground.faults.refuseMessageContent(true);
        return discord();
      },
      says: /Message Content Intent.*MESSAGE_CONTENT=off/,
    },
    {
      what: 'the token is wrong',
      environment: () => ({
        ...discord(),
        DISCORD_TOKEN: `${'A1b2'.repeat(6)}.Xy-_12.${'z9'.repeat(19)}`,
      }),
      says: /does not accept the token/,
    },
    {
      what: 'the settings are wrong',
      environment: () => ({ MESSAGE_CONTENT: 'maybe', HEALTH_PORT: 'x' }),
      says: /MESSAGE_CONTENT must be on or off\. HEALTH_PORT must be a port number\./,
    },
    {
      what: 'the store cannot be made',
      environment: () => ({ ...discord(), DATA_DIR: 'package.json' }),
      says: /The store .* cannot be opened/,
    },
  ])('is one sentence, and exit code 2, when $what', async ({ environment, says }) => {
    const program = start('main.ts', [], environment());
    expect(await program.exit).toBe(2);
    expect(program.err()).toMatch(says);
    expect(program.err().trim().split('\n')).toHaveLength(1);
  });

  it('is told where a port is taken, or Discord cannot be reached', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const taken = start('main.ts', [], { PLAYGROUND_PORT: String(port) });
    expect(await taken.exit).toBe(1);
    expect(taken.err()).toMatch(/Port \d+ is in use.*PLAYGROUND_PORT/);
    await new Promise((resolve) => server.close(resolve));
    const unreached = start('main.ts', [], {
      ...discord(),
      DISCORD_API: `http://127.0.0.1:${port}/api`,
    });
    expect(await unreached.exit).toBe(1);
    expect(unreached.err()).toMatch(/Discord cannot be reached \(ECONNREFUSED\)/);
  });
});

describe('npm run deploy', () => {
  const deploy = async (...args: string[]) => {
    const program = start('deploy.ts', args, discord());
    const code = await program.exit;
    return { code, out: program.out(), err: program.err() };
  };
  const names = (guildId: string | null = null) =>
    [...playground.world.commands.values()]
      .filter((command) => (command.guild_id ?? null) === guildId)
      .map(({ name }) => name);

  it('shows first, then does, then has nothing left to do', async () => {
    const dry = await deploy('--dry-run');
    expect(dry).toMatchObject({ code: 0, err: '' });
    expect(dry.out).toMatch(/^\+ ask$/m);
    expect(dry.out).toMatch(/Nothing was changed/);
    expect(names()).toEqual([]);
    expect((await deploy()).out).toMatch(/^\+ hemifacial-spasm$/m);
    expect(names()).toEqual(
      expect.arrayContaining(['ask', 'hemifacial-spasm', 'Check the evidence']),
    );
    const again = await deploy();
    expect(again.out).toMatch(/^0 to create, 0 to change, 0 to remove, \d+ as they are\.$/m);
  });

  it('deploys to one server alone, without what only the whole of Discord knows', async () => {
    await deploy('--guild', playground.ids.guild);
    expect(names()).toEqual([]);
    expect(names(playground.ids.guild)).toContain('ask');
    expect((await deploy('--guild', playground.ids.guild)).out).toMatch(
      /^0 to create, 0 to change, 0/m,
    );
  });

  it('says what is missing', async () => {
    const program = start('deploy.ts', []);
    expect(await program.exit).toBe(2);
    expect(program.err()).toMatch(/Set DISCORD_TOKEN first/);
    expect(await deploy('--guild', 'home')).toMatchObject({ code: 2 });
  });
});

describe('npm run invite', () => {
  it('prints the link with what the bot needs, and no more', async () => {
    const program = start('invite.ts', [], discord());
    expect(await program.exit).toBe(0);
    const url = new URL(program.out().split('\n')[0] ?? '');
    expect(url.hostname).toBe('discord.com');
    expect(url.searchParams.get('client_id')).toBe(playground.applicationId);
    expect(url.searchParams.get('scope')).toBe('bot applications.commands');
    const permissions = BigInt(url.searchParams.get('permissions') ?? 0);
    const ADMINISTRATOR = 8n;
    expect(permissions & ADMINISTRATOR).toBe(0n);
    expect(permissions.toString(2).replaceAll('0', '')).toHaveLength(7);
  });
});

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};
