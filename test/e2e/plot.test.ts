import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ask, emptyFolder, expectRefused, expectWell } from './runCli.ts';

const QUESTION = 'gabapentin hemifacial spasm';

describe('ask --plot', () => {
  it('writes a PNG, and says what it shows', async () => {
    const file = join(emptyFolder(), 'evidence.png');
    const told = await ask(['--plot', file, QUESTION]);
    expectWell(told);
    const bytes = readFileSync(file);
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBe(1100);
    expect(told.stdout).toContain(file);
    expect(told.stdout).toMatch(/Bandini 1999: .*5 of 5 improved/);
  });

  it('writes an SVG, whatever the case of its ending', async () => {
    const file = join(emptyFolder(), 'evidence.SVG');
    expectWell(await ask(['--plot', file, 'gabapentin', 'hemifacial', 'spasm']));
    expect(readFileSync(file, 'utf8')).toMatch(/^<svg .*Gabapentin for hemifacial spasm/s);
  });

  it.each(['evidence.gif', 'evidence', 'png', '', 'a.png.pdf'])(
    'refuses other endings: "%s"',
    async (file) => {
      expectRefused(
        await ask(['--plot', file, QUESTION]),
        /end the name of its file in \.png or \.svg/,
      );
    },
  );

  it('refuses a file that cannot be written', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'folder.png'));
    expectRefused(await ask(['--plot', join(folder, 'none', 'a.png'), QUESTION]), /no such folder/);
    expectRefused(await ask(['--plot', join(folder, 'folder.png'), QUESTION]), /it is a folder/);
  });

  it('says so where there is nothing to draw, and writes nothing', async () => {
    const file = join(emptyFolder(), 'nothing.png');
    expectRefused(await ask(['--plot', file, 'hello there']), /no study to draw/);
    expect(existsSync(file)).toBe(false);
  });

  it('refuses what does not go together', async () => {
    expectRefused(await ask(['--plot', 'a.png']), /add one/);
    expectRefused(await ask(['--plot', 'a.png', '--format', 'json', QUESTION]), /leave out/);
    expectRefused(await ask(['--plot', 'a.png', '--batch', '-']), /leave out/);
  });
});
