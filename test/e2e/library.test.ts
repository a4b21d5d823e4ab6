import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bareEnvironment, emptyFolder, PROJECT, run } from './runCli.ts';

const LIBRARY = join(PROJECT, 'src', 'libraryCli.ts');
const lines = (from: number, to: number): string =>
  Array.from(
    { length: to - from + 1 },
    (_, i) => `{"pmid":"${from + i}","title":"Paper ${from + i}"}\n`,
  ).join('');

const start = () => {
  const folder = emptyFolder();
  const env = { DATA_DIR: join(folder, 'var') };
  return {
    folder,
    env,
    file: (name: string, content: string | Buffer): string => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    library: (args: readonly string[], input?: string) =>
      run(process.execPath, [LIBRARY, ...args], { env, ...(input === undefined ? {} : { input }) }),
  };
};

describe('npm run library -- import', () => {
  it('brings files of several formats in, and nothing twice', async () => {
    const { file, library } = start();
    const files = [
      file('a.jsonl', lines(1, 3)),
      // What it is, is known by what is in it.
      file('b.txt', 'TY  - JOUR\nTI  - From RIS\nDO  - 10.1000/r\nER  - \n'),
      file('c.gz', gzipSync(lines(4, 5))),
    ];
    const first = await library(['import', ...files]);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout.split('\n')).toEqual([
      `${files[0]}: 3 added, 0 changed, 0 as they were, 0 skipped`,
      `${files[1]}: 1 added, 0 changed, 0 as they were, 0 skipped`,
      `${files[2]}: 2 added, 0 changed, 0 as they were, 0 skipped`,
      '',
    ]);
    expect((await library(['import', files[0] as string])).stdout).toContain(
      '0 added, 0 changed, 3 as they were',
    );
    const found = await library(['search', '--in', 'papers', 'paper']);
    expect(found.stdout).toContain('4\t');
  });

  it('makes papers findable by other names of what they name', async () => {
    const { file, library } = start();
    await library(['import', file('a.jsonl', '{"pmid":"7","title":"Gabapentin and hiccups"}\n')]);
    expect((await library(['search', '--in', 'papers', 'neurontin'])).stdout).toMatch(/^7\t/);
  });

  it('tells of broken records with their place, and ends with 2', async () => {
    const { file, library } = start();
    const path = file('a.jsonl', `${lines(1, 2)}broken\n${lines(3, 3)}{"pmid":"4"}\n`);
    const told = await library(['import', path]);
    expect(told.code).toBe(2);
    expect(told.stdout).toBe(`${path}: 3 added, 0 changed, 0 as they were, 2 skipped\n`);
    expect(told.stderr).toBe(
      `${path}, line 3: It is not valid JSON.\n${path}, line 5: It has no title.\n`,
    );
  });

  it('reads standard input', async () => {
    const { library } = start();
    expect((await library(['import', '-'], lines(1, 2))).stdout).toBe(
      'standard input: 2 added, 0 changed, 0 as they were, 0 skipped\n',
    );
  });

  it('refuses in a sentence what it cannot read, before anything is imported', async () => {
    const { folder, file, library } = start();
    mkdirSync(join(folder, 'papers'));
    const good = file('a.jsonl', lines(1, 1));
    for (const [args, words] of [
      [['import'], /^Name a file to import/],
      [['import', good, join(folder, 'no.ris')], /there is no such file/],
      [['import', good, join(folder, 'papers')], /is a folder\. Name the files in it/],
      [['import', '--all'], /There is no option --all/],
    ] as const) {
      const told = await library(args);
      expect(told.code).toBe(2);
      expect(told.stdout).toBe('');
      expect(told.stderr).toMatch(words);
    }
    expect((await library(['search', '--in', 'papers', 'paper'])).stdout).toBe('');
  });

  it('stopped by Ctrl-C says how to go on, and goes on', async () => {
    const { env, library } = start();
    const child = spawn(process.execPath, [LIBRARY, 'import', '-'], {
      env: { ...bareEnvironment(), ...env },
      stdio: 'pipe',
    });
    const written = { out: '', err: '' };
    child.stdout.on('data', (chunk) => (written.out += chunk));
    child.stderr.on('data', (chunk) => (written.err += chunk));
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.stdin.on('error', () => {});
    // It never comes to an end by itself.
    let next = 1;
    const more = (): void => {
      child.stdin.write(lines(next, next + 499), () => setTimeout(more, 20));
      next += 500;
    };
    more();
    await expect
      .poll(
        async () =>
          Number(
            /(\d+)/.exec(
              (await library(['export', '--format', 'jsonl'])).stdout.split('\n').length.toString(),
            )?.[1],
          ),
        { timeout: 20_000 },
      )
      .toBeGreaterThan(400);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(written.err).toMatch(/Stopping: what is in hand is finished first/);
    expect(written.err).toMatch(/Stopped\. What was imported so far is kept\. Run the same again/);
    const kept = Number(/: (\d+) added/.exec(written.out)?.[1]);
    const again = await library(['import', '-'], lines(1, kept + 10));
    expect(again.stdout).toContain(`10 added, 0 changed, ${kept} as they were`);
  });
});

describe('npm run library -- export', () => {
  it.each(['ris', 'bibtex', 'csl', 'jsonl'])(
    'gives as %s what can be imported again',
    async (format) => {
      const { file, library } = start();
      const [one, other] = [start(), start()];
      await one.library([
        'import',
        file(
          'a.nbib',
          'PMID- 1\nTI  - Über “cramps” & 50% {of} nights.\nAU  - Roe A\nAB  - AIMS: To see. RESULTS: None.\nMH  - Muscle Relaxants, Central\n',
        ),
      ]);
      const text = await one.library(['export', '--format', format]);
      expect(text).toMatchObject({ code: 0, stderr: '' });
      expect((await other.library(['import', other.file('x', text.stdout)])).stdout).toContain(
        '1 added',
      );
      const [a, b] = [one, other].map(({ library: run }) => run(['export', '--format', 'jsonl']));
      expect((await a)?.stdout).toBe((await b)?.stdout);
      expect(JSON.parse((await b)?.stdout ?? '')).toMatchObject({
        title: 'Über “cramps” & 50% {of} nights',
        abstract: 'AIMS: To see.\nRESULTS: None.',
      });
      expect((await library(['export', '--format', 'csl'])).stdout).toBe('[\n\n]\n');
    },
  );

  it('wants a format', async () => {
    const { library } = start();
    expect((await library(['export'])).stderr).toMatch(
      /^Say which --format: ris, bibtex, csl, jsonl/,
    );
    expect((await library(['export', '--format', 'docx'])).code).toBe(2);
  });
});

describe('npm run library -- remove', () => {
  it('erases what is named, and tells of what is not there', async () => {
    const { file, library } = start();
    await library(['import', file('a.jsonl', lines(1, 3))]);
    const told = await library(['remove', '1', 'PMID 3', '9']);
    expect(told.code).toBe(2);
    expect(told.stdout).toMatch(/^removed: Paper 1\..*\nremoved: Paper 3\..*\n$/);
    expect(told.stderr).toBe('9: no paper that was brought in has this id.\n');
    expect((await library(['search', '--in', 'papers', 'paper'])).stdout).toMatch(
      /^2\t[\d.]+\tPaper 2\n$/,
    );
    expect(await library(['remove', '2'])).toMatchObject({ code: 0, stderr: '' });
  });

  it('says which number it wants where two papers have it', async () => {
    const { file, library } = start();
    await library([
      'import',
      file('a.jsonl', '{"pmcid":"5","title":"A"}\n{"pmid":"5","title":"B"}\n'),
    ]);
    expect((await library(['remove', '5'])).stderr).toBe(
      '5: two papers have this number. Write "PMID 5" or PMC5.\n',
    );
    expect((await library(['remove', 'PMC5'])).stdout).toMatch(/^removed: A\./);
    expect((await library(['remove'])).stderr).toMatch(/^Name a PMID/);
    expect((await library(['remove', '--all'])).stderr).toMatch(/There is no option --all/);
  });
});

describe('npm run library -- add', () => {
  it('refuses in a sentence what is no id', async () => {
    const { library } = start();
    const told = await library(['add', 'gabapentin']);
    expect(told.code).toBe(2);
    expect(told.stderr).toMatch(/"gabapentin" is no PMID, PMCID or DOI/);
    expect((await library(['add'])).stderr).toMatch(/^Name a PMID/);
    expect((await library(['add', '--all'])).stderr).toMatch(/There is no option --all/);
  });
});

describe('npm run library', () => {
  it('tells what there is', async () => {
    const { library } = start();
    const told = await library(['--help']);
    for (const name of ['search', 'import', 'add', 'export', 'remove'])
      expect(told.stdout).toContain(`  ${name}`);
    for (const name of ['import', 'add', 'export', 'remove'])
      expect((await library([name, '--help'])).stdout).toMatch(/^Usage: npm run library -- /);
  });
});
