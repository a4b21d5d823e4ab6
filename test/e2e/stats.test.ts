import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const program =
  (file: string) =>
  (args: string[], env: Record<string, string> = {}) =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      const child = execFile(
        process.execPath,
        [file, ...args],
        { cwd: ROOT, env: { ...process.env, ...env } },
        (_, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
      );
    });

const stats = program('src/stats.ts');
const checkData = program('src/checkData.ts');

describe('npm run check:data', () => {
  it('finds nothing at fault in the library, and shows its gaps where asked', async () => {
    const plain = await checkData([]);
    expect(plain).toMatchObject({ code: 0, err: '' });
    expect(plain.out).toMatch(/: no faults\n$/);
    expect(plain.out.split('\n')).toHaveLength(2);
    const { scripts } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8'));
    const [, file, ...args] = String(scripts.coverage).split(' ');
    const { code, out } = await program(String(file))(args);
    expect(code).toBe(0);
    expect(out).toMatch(/^condition +# +aut +ids/m);
    expect(out).toMatch(/^all +\d+/m);
  });
});

it('what they do not know is told, not passed over', async () => {
  for (const started of [checkData, stats, program('src/newStudy.ts')])
    expect(await started(['--bogus'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^Use --.*, and nothing else\.\n$/),
    });
});

describe('npm run stats', () => {
  it('prints plain text into a pipe: what the README shows', async () => {
    const { code, out } = await stats([]);
    expect(code).toBe(0);
    expect(out).not.toContain('\u001b');
    expect(readFileSync(`${ROOT}/README.md`, 'utf8')).toContain(out);
  });

  it('finds the README up to date', async () => {
    expect(await stats(['--check'])).toMatchObject({ code: 0, err: '' });
  });

  it('says what to do where there is no library', async () => {
    const { code, err } = await stats([], { LIBRARY_DIR: '/no/such/folder' });
    expect(code).toBe(2);
    expect(err).toMatch(/LIBRARY_DIR/);
  });
});
