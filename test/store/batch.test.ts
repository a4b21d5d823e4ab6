import { describe, expect, it } from 'vitest';
import { createBatch } from '../../src/store/batch.ts';

describe('a batch', () => {
  it('writes together what came in its time, in order, and the next after it', async () => {
    const written: number[][] = [];
    let isWriting = false;
    const batch = createBatch<number>(async (items) => {
      expect(isWriting).toBe(false);
      isWriting = true;
      await new Promise((resolve) => setTimeout(resolve, 20));
      isWriting = false;
      written.push([...items]);
    }, 5);
    const first = [batch.add(1), batch.add(2)];
    expect(batch.unwritten()).toEqual([1, 2]);
    await new Promise((resolve) => setTimeout(resolve, 15));
    const second = batch.add(3);
    expect(batch.unwritten()).toEqual([1, 2, 3]);
    await Promise.all([...first, second]);
    expect(written).toEqual([[1, 2], [3]]);
    expect(batch.unwritten()).toEqual([]);
  });

  it('fails for those whose write failed, and goes on', async () => {
    const batch = createBatch<string>(async (items) => {
      if (items.includes('bad')) throw new Error('no room');
    }, 1);
    const outcomes = await Promise.allSettled([batch.add('good'), batch.add('bad')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(batch.unwritten()).toEqual([]);
    await batch.add('good');
  });

  it('grows to a thousand, and is closed without waiting', async () => {
    const sizes: number[] = [];
    const batch = createBatch<number>(async (items) => {
      sizes.push(items.length);
    }, 60_000);
    const all = Array.from({ length: 2_500 }, (_, i) => batch.add(i));
    await batch.close();
    await Promise.all(all);
    expect(sizes).toEqual([1_000, 1_000, 500]);
  });
});
