import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Answer } from '../../src/core/domain/answer.ts';
import { paper } from '../support/paper.ts';
import { CLI, emptyFolder, fileWith, PROJECT, run } from './runCli.ts';

const LIBRARY = join(PROJECT, 'src', 'libraryCli.ts');
const QUESTION = 'gabapentin hemifacial spasm';
const node = (args: string[], papers: string) =>
  run(process.execPath, args, { env: { PAPERS_FILE: papers, NO_COLOR: '1', COLUMNS: '100' } });

describe('npm run ask, where papers were brought in', () => {
  it('shows them below the answer, and changes nothing of it', async () => {
    const papers = join(emptyFolder(), 'papers.sqlite');
    const bare = await node([CLI, '--format', 'json', QUESTION], papers);
    const file = fileWith(`${JSON.stringify(paper({ pmid: '90000001' }))}\n`, 'papers.jsonl');
    expect((await node([LIBRARY, 'import', file], papers)).code).toBe(0);
    const full = await node([CLI, '--format', 'json', QUESTION], papers);
    expect([full.code, full.stderr]).toEqual([0, '']);
    const [before, after] = [bare, full].map(({ stdout }) => Answer.parse(JSON.parse(stdout)));
    expect(before?.extracted).toEqual([]);
    expect(after).toEqual({
      ...before,
      extracted: [expect.objectContaining({ pmid: '90000001', status: 'extracted' })],
    });
    const text = await node([CLI, QUESTION], papers);
    expect(text.stdout).toMatch(/Sources[\s\S]*Not from the library: papers read by a program/);
    const batch = fileWith(`${JSON.stringify({ id: 1, question: QUESTION })}\n`);
    const lines = await node([CLI, '--batch', batch], papers);
    expect(JSON.parse(lines.stdout).extracted).toHaveLength(1);
  }, 60_000);

  it('answers without them where they cannot be opened, and says so', async () => {
    const papers = join(emptyFolder(), 'papers.sqlite');
    writeFileSync(papers, 'no database');
    const { code, stdout, stderr } = await node([CLI, QUESTION], papers);
    expect(code).toBe(0);
    expect(stdout).toMatch(/The evidence is very uncertain/);
    expect(stderr).toMatch(
      /^The papers that were brought in are left out\. The papers .* cannot be opened/,
    );
  }, 60_000);
});
