import { describe, expect, it } from 'vitest';
import { createInTurn } from '../../src/discord/events/inTurn.ts';
import { createInHand } from '../../src/discord/inHand.ts';

const later = <T>(ms: number, value: T): Promise<T> =>
  new Promise((resolve) => setTimeout(() => resolve(value), ms));

describe('work on one message', () => {
  it('is done in the order in which it came, however long each takes', async () => {
    const inTurn = createInTurn();
    const done: string[] = [];
    const work = (name: string, ms: number) => () => later(ms, name).then((n) => done.push(n));
    await Promise.all([
      inTurn('message', work('answer', 30)),
      inTurn('message', work('edit', 10)),
      inTurn('message', work('delete', 0)),
    ]);
    expect(done).toEqual(['answer', 'edit', 'delete']);
  });

  it('does not wait for other messages', async () => {
    const inTurn = createInTurn();
    const done: string[] = [];
    await Promise.all([
      inTurn('slow', () => later(40, 'slow').then((n) => done.push(n))),
      inTurn('fast', () => later(0, 'fast').then((n) => done.push(n))),
    ]);
    expect(done).toEqual(['fast', 'slow']);
  });

  it('goes on after a failure, which its own caller sees', async () => {
    const inTurn = createInTurn();
    const failed = inTurn('message', () => Promise.reject(new Error('lost')));
    const next = inTurn('message', async () => 'done');
    await expect(failed).rejects.toThrow('lost');
    await expect(next).resolves.toBe('done');
  });
});

describe('a stop', () => {
  it('waits for what is in hand, failed work too, and says that nothing is left', async () => {
    const inHand = createInHand();
    let ended = false;
    const work = inHand.run(() =>
      later(30, null).then(() => {
        ended = true;
      }),
    );
    const failing = inHand.run(() => later(10, null).then(() => Promise.reject(new Error('x'))));
    failing.catch(() => {});
    expect(inHand.isStopping()).toBe(false);
    const stopping = inHand.stop(5_000);
    expect(inHand.isStopping()).toBe(true);
    expect(await stopping).toBe(0);
    expect(ended).toBe(true);
    await work;
  });

  it('does not wait for ever, and counts what it leaves', async () => {
    const inHand = createInHand();
    let end: (value: null) => void = () => {};
    const work = inHand.run(
      () =>
        new Promise((resolve) => {
          end = resolve;
        }),
    );
    expect(await inHand.stop(20)).toBe(1);
    end(null);
    await work;
  });
});
