import { describe, expect, it } from 'vitest';
import { createProgress, wordProgress } from '../../src/cli/library/progress.ts';

describe('how far it is, in words', () => {
  it.each([
    [{ records: 1, bytes: 0, totalBytes: 100 }, 1_000, '0 %, 1 record, 1 a second'],
    [
      { records: 500, bytes: 50, totalBytes: 200 },
      2_000,
      '25 %, 500 records, 250 a second, 6 s left',
    ],
    [
      { records: 10, bytes: 1, totalBytes: 100 },
      10_000,
      '1 %, 10 records, 1 a second, 17 min left',
    ],
    [
      { records: 10, bytes: 1, totalBytes: 1_000 },
      10_000,
      '0 %, 10 records, 1 a second, 2 h 47 min left',
    ],
    [{ records: 9, bytes: 100, totalBytes: 100 }, 3_000, '100 %, 9 records, 3 a second'],
    [{ records: 9, bytes: 100, totalBytes: null }, 3_000, '9 records, 3 a second'],
    [{ records: 0, bytes: 0, totalBytes: 0 }, 0, '0 records, 0 a second'],
  ])('%j after %i ms', (progress, ms, words) => {
    expect(wordProgress(progress, ms)).toBe(words);
  });
});

describe('how far it is, as it goes', () => {
  const start = (isTerminal: boolean) => {
    const written: string[] = [];
    let at = 0;
    const progress = createProgress({
      isTerminal,
      columns: 60,
      complain: (text) => void written.push(text),
      now: () => at,
    });
    const show = (ms: number, bytes: number) => {
      at = ms;
      progress.show({ records: bytes, bytes, totalBytes: 100 });
    };
    return { written, progress, show };
  };

  it('is a bar that moves on a terminal, and makes room for lines', () => {
    const { written, progress, show } = start(true);
    show(100, 10);
    expect(written).toEqual([]);
    show(1_000, 50);
    expect(written).toEqual(['[############............] 50 %, 50 records, 50 a second, 1']);
    progress.say('line 3: It has no title.');
    expect(written.slice(1)).toEqual(['\r\u001B[2K', 'line 3: It has no title.\n']);
    progress.end();
    expect(written).toHaveLength(3);
  });

  it('is a line now and then elsewhere', () => {
    const { written, progress, show } = start(false);
    for (let ms = 0; ms <= 25_000; ms += 500) show(ms, ms / 250);
    expect(written).toEqual([
      '40 %, 40 records, 4 a second, 15 s left\n',
      '80 %, 80 records, 4 a second, 5 s left\n',
    ]);
    progress.end();
    expect(written).toHaveLength(2);
  });
});
