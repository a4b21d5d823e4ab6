import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messageFaults, readable } from '../support/discordLimits.ts';
import {
  ask,
  bareEnvironment,
  CLI,
  emptyFolder,
  expectWell,
  PROJECT,
  parseAnswer,
  run,
  STACK_TRACE,
} from './runCli.ts';

const QUESTION = 'gabapentin hemifacial spasm';
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes are what is looked for
const ESCAPE = /\u001b/;
const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe('one question', () => {
  it('is answered by the Node that the product is made for', () => {
    expect(process.versions.node.split('.')[0]).toBe('24');
  });

  it('is answered as one line of JSON, by the contract', async () => {
    const told = await ask(['--format', 'json', QUESTION]);
    expectWell(told);
    expect(told.stdout).toMatch(/^[^\n]+\n$/);
    const answer = parseAnswer(told.stdout);
    expect(answer.kind).toBe('evidence');
    expect(answer.question.interventions.map(({ id }) => id)).toEqual(['gabapentin']);
    expect(answer.question.conditions.map(({ id }) => id)).toEqual(['hemifacial-spasm']);
    expect(answer.sources.length).toBeGreaterThan(0);
  });

  it('is answered as text that says and links all that the JSON does', async () => {
    const [text, json] = await Promise.all([ask([QUESTION]), ask(['--format=json', QUESTION])]);
    expectWell(text);
    const answer = parseAnswer(json.stdout);
    expect(flat(text.stdout)).toContain(answer.headline);
    for (const { url } of answer.sources) expect(text.stdout).toContain(url);
    for (const caveat of answer.caveats) expect(flat(text.stdout)).toContain(caveat.text);
    expect(text.stdout).not.toMatch(ESCAPE);
    expect((await ask(['--format', 'text', QUESTION])).stdout).toBe(text.stdout);
  });

  it('is answered as the message that Discord is sent', async () => {
    const [told, json] = await Promise.all([
      ask(['--format', 'discord', QUESTION]),
      ask(['--format', 'json', QUESTION]),
    ]);
    expectWell(told);
    const payload = JSON.parse(told.stdout);
    expect(messageFaults(payload)).toEqual([]);
    expect(payload.embeds[0].author.name).toBe(QUESTION);
    expect(readable(payload)).toContain(parseAnswer(json.stdout).headline);
    expect(payload.components.length).toBeGreaterThan(0);
  });

  it('may be several words without quotes, with flags before, between and after', async () => {
    const quoted = await ask(['--format', 'json', QUESTION]);
    const words = await ask(['gabapentin', '--format', 'json', 'hemifacial', 'spasm']);
    expectWell(words);
    expect(words.stdout).toBe(quoted.stdout);
  });

  it('may start with a dash behind --', async () => {
    const told = await ask(['--format', 'json', '--', '--gabapentin', 'hemifacial spasm']);
    expectWell(told);
    const { question } = parseAnswer(told.stdout);
    expect(question.text).toContain('gabapentin');
    expect(question.conditions.map(({ id }) => id)).toEqual(['hemifacial-spasm']);
  });

  it.each(['', '   ', '?!', '💊'])('may be as good as empty: %j', async (question) => {
    const told = await ask(['--format', 'json', question]);
    expectWell(told);
    expect(['help', 'clarify', 'out-of-scope']).toContain(parseAnswer(told.stdout).kind);
  });

  it('is cut with a note where it has 100,000 characters', async () => {
    const long = `${QUESTION} ${'and again '.repeat(10_000)}`.slice(0, 100_000);
    const told = await ask(['--format', 'json', long]);
    expectWell(told);
    const answer = parseAnswer(told.stdout);
    expect(answer.question.text.length).toBeLessThanOrEqual(500);
    expect(answer.notes.join(' ')).toMatch(/\bcut\b.*500/);
    expect(answer.kind).toBe('evidence');
    const text = await ask([long]);
    expectWell(text);
    expect(flat(text.stdout)).toContain(answer.notes[0]);
  });

  it('cannot bring escape codes onto the terminal', async () => {
    const told = await ask([
      '\u001b[31m\u0007gabapentin\u009b1m hemifacial spasm \u001b]0;x\u0007',
    ]);
    expectWell(told);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(told.stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  it('is answered alike whenever and wherever it is asked', async () => {
    const told = await Promise.all([
      ask([QUESTION]),
      ask([QUESTION], { cwd: '/' }),
      ask([QUESTION], { env: { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Asia/Tokyo' } }),
    ]);
    expect(new Set(told.map(({ stdout }) => stdout)).size).toBe(1);
  });

  it('is answered by npm run ask', {
    skip: spawnSync('npm', ['--version']).status !== 0,
  }, async () => {
    const told = await run('npm', ['run', '--silent', 'ask', '--', '--format', 'json', QUESTION], {
      cwd: PROJECT,
    });
    expect(told.stderr).not.toMatch(STACK_TRACE);
    expect(told.code).toBe(0);
    const direct = await ask(['--format', 'json', QUESTION]);
    expect(parseAnswer(told.stdout)).toEqual(parseAnswer(direct.stdout));
  });
});

describe('help', () => {
  it.each([
    { args: ['--help'] },
    { args: ['-h'] },
    { args: ['--help', 'gabapentin'] },
    { args: ['--batch', 'nowhere', '--help'] },
  ])('names every flag: $args', async ({ args }) => {
    const told = await ask(args);
    expectWell(told);
    for (const flag of ['--format', '--batch', '--help']) expect(told.stdout).toContain(flag);
  });

  it('needs no library', async () => {
    expectWell(await ask(['--help'], { env: { LIBRARY_DIR: '/nowhere', COLUMNS: 'x' } }));
  });
});

describe('the prompt', () => {
  it('answers each line until the end of input, and passes over blank ones', async () => {
    const told = await ask(['--format', 'json'], {
      input: `${QUESTION}\n\n   \r\nbaclofen spasticity\r\nwhat helps leg cramps\n`,
    });
    expectWell(told);
    const answers = told.stdout.trimEnd().split('\n').map(parseAnswer);
    expect(answers.map(({ question }) => question.text)).toEqual([
      QUESTION,
      'baclofen spasticity',
      'what helps leg cramps',
    ]);
  });

  it('answers as text where no other format is asked for', async () => {
    const [prompted, once] = await Promise.all([
      ask([], { input: `${QUESTION}\n` }),
      ask([QUESTION]),
    ]);
    expectWell(prompted);
    expect(prompted.stdout).toBe(once.stdout);
  });

  it.each(['gabapentin', 'gabapentin\nbaclofen', '\ngabapentin'])(
    'answers a last line that has no end: %j',
    async (input) => {
      const told = await ask(['--format', 'json'], { input });
      expectWell(told);
      expect(told.stdout.trimEnd().split('\n').map(parseAnswer)).toHaveLength(
        input.trim().split('\n').length,
      );
    },
  );

  it.each(['', '\n', '\n\n  \n'])('ends quietly where nothing is asked: %j', async (input) => {
    const told = await ask([], { input });
    expectWell(told);
    expect(told.stdout).toBe('');
  });

  it('answers before the next question comes', async () => {
    const child = spawn(process.execPath, [CLI, '--format', 'json'], {
      cwd: emptyFolder(),
      env: bareEnvironment(),
      stdio: 'pipe',
    });
    const told = { stdout: '', stderr: '' };
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const lines = new Promise<void>((resolve) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        told.stdout += text;
        // Only the answer to the first brings on the second, and that one's the end of input.
        const answers = told.stdout.split('\n').length - 1;
        if (answers === 1 && text.endsWith('\n')) child.stdin.write('baclofen spasticity\n');
        if (answers === 2) resolve();
      });
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      told.stderr += text;
    });
    child.stdin.write(`${QUESTION}\n`);
    await Promise.race([lines, ended]);
    child.stdin.end();
    expect({ code: await ended, stderr: told.stderr }).toEqual({ code: 0, stderr: '' });
    expect(told.stdout.trimEnd().split('\n').map(parseAnswer)).toHaveLength(2);
  });
});

describe('colour and width', () => {
  it('has colour where FORCE_COLOR asks for it, in text alone', async () => {
    const env = { FORCE_COLOR: '1' };
    expect((await ask([QUESTION], { env })).stdout).toMatch(ESCAPE);
    expect((await ask(['--format', 'json', QUESTION], { env })).stdout).not.toMatch(ESCAPE);
  });

  it('has none where NO_COLOR forbids it, whatever else is asked', async () => {
    const plain = await ask([QUESTION]);
    const told = await ask([QUESTION], { env: { NO_COLOR: '1' } });
    expectWell(told);
    expect(told.stdout).toBe(plain.stdout);
    const both = await ask([QUESTION], { env: { NO_COLOR: '1', FORCE_COLOR: '1' } });
    expect(both.stdout).toBe(plain.stdout);
  });

  it('keeps to the columns it is told, but for links', async () => {
    const told = await ask([QUESTION], { env: { COLUMNS: '60' } });
    expectWell(told);
    const wide = told.stdout
      .split('\n')
      .filter((line) => [...line].length > 60 && !line.includes('://'));
    expect(wide).toEqual([]);
  });
});

describe('an output that takes no more', () => {
  // In a real pipe of the shell: Node's own pipes to children are sockets.
  it.each([
    { reader: 'head -1', request: '"$0" "$1" gabapentin' },
    { reader: 'true', request: '"$0" "$1" gabapentin' },
    { reader: 'head -1', request: `yes ${QUESTION} | head -2000 | "$0" "$1"` },
    {
      reader: 'head -1',
      request: `yes '{"id":1,"question":"${QUESTION}"}' | head -2000 | "$0" "$1" --batch -`,
    },
  ])('ends it without a word: $request | $reader', async ({ request, reader }) => {
    const told = await run('bash', [
      '-c',
      `${request} | ${reader}; echo "status \${PIPESTATUS[-2]}" >&2`,
      process.execPath,
      CLI,
    ]);
    expect(told.stderr).toBe('status 0\n');
  });

  it.skipIf(!existsSync('/dev/full'))('is told of in one line where the disk is full', async () => {
    const told = await run('bash', [
      '-c',
      '"$0" "$1" gabapentin > /dev/full',
      process.execPath,
      CLI,
    ]);
    expect(told.stderr).not.toMatch(STACK_TRACE);
    expect(told.stderr).toMatch(/^[^\n]+\n$/);
    expect(told.code).not.toBe(0);
  });
});
