import { afterEach, describe, expect, it } from 'vitest';
import type { PlotData } from '../../src/core/plot/plotData.ts';
import { createPictureCache } from '../../src/plot/createPictureCache.ts';
import { createPlotter } from '../../src/plot/createPlotter.ts';
import type { Plotter } from '../../src/ports/plotter.ts';
import { evidenceOf } from '../support/plots.ts';

const DYING = new URL('./workers/dying.ts', import.meta.url);

let plotter: Plotter | null = null;
afterEach(async () => {
  await plotter?.stop();
  plotter = null;
});
const create = (options: Parameters<typeof createPlotter>[0] = {}): Plotter => {
  plotter = createPlotter({ worker: DYING, ...options });
  return plotter;
};
const titled = (title: string): PlotData => ({ kind: 'evidence', title, groups: [] });
const draw = async (title: string): Promise<string> => {
  const picture = await (plotter as Plotter).draw(titled(title), 'dark');
  return new TextDecoder().decode(picture.body);
};
const faultOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'none',
    (error: { fault: string }) => error.fault,
  );

describe('the plotter', () => {
  it('draws by its own worker what is really drawn', async () => {
    plotter = createPlotter();
    const picture = await plotter.draw(evidenceOf({ studies: 5 }), 'light');
    expect(Buffer.from(picture.body).subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(picture.width).toBe(1100);
  });

  it('keeps what it drew, by what is drawn and on which background', async () => {
    create();
    expect(plotter?.ready(titled('a'), 'dark')).toBeNull();
    const drawn = await plotter?.draw(titled('a'), 'dark');
    expect(plotter?.ready(titled('a'), 'dark')).toBe(drawn);
    expect(plotter?.ready(titled('a'), 'light')).toBeNull();
    expect(plotter?.ready(titled('b'), 'dark')).toBeNull();
  });

  it('draws once what is asked for twice at a time', async () => {
    create({ mostWaiting: 0 });
    const [one, two] = await Promise.all([
      plotter?.draw(titled('a'), 'dark'),
      plotter?.draw(titled('a'), 'dark'),
    ]);
    expect(one).toBe(two);
  });

  it.each(['die', 'throw', 'refuse'])(
    'loses one picture alone where its worker does: %s',
    async (how) => {
      create();
      const before = draw('before');
      const lost = faultOf(draw(how));
      const after = draw('after');
      expect(await before).toBe('before');
      expect(await lost).toBe('failed');
      expect(await after).toBe('after');
      expect(await faultOf(draw(how))).toBe('failed');
      expect(await draw('again')).toBe('again');
    },
  );

  it('gives up what takes too long, and goes on with a new worker', async () => {
    create({ limitMs: 1_000 });
    const late = faultOf(draw('hang'));
    const next = draw('next');
    expect(await late).toBe('late');
    expect(await next).toBe('next');
  });

  it('tells at once where too many wait', async () => {
    create({ mostWaiting: 2 });
    const asked = ['a', 'b', 'c', 'd', 'e'].map((title) => faultOf(draw(title)));
    expect(await Promise.all(asked)).toEqual(['none', 'none', 'none', 'busy', 'busy']);
    expect(await draw('d')).toBe('d');
  });

  it('stops at once, with what is in hand and what waits, and takes nothing more', async () => {
    create();
    await draw('warm');
    const left = [faultOf(draw('hang')), faultOf(draw('waits'))];
    await plotter?.stop();
    expect(await Promise.all(left)).toEqual(['stopped', 'stopped']);
    expect(await faultOf(draw('more'))).toBe('stopped');
    // What is kept needs no worker.
    expect(plotter?.ready(titled('warm'), 'dark')).not.toBeNull();
  });

  it('can be stopped before it began, and twice', async () => {
    create();
    await plotter?.stop();
    await plotter?.stop();
  });
});

describe('pictures kept', () => {
  const picture = (bytes: number) => ({ body: new Uint8Array(bytes), width: 1, height: 1 });

  it('are no more than so many bytes; the ones used longest ago go first', () => {
    const cache = createPictureCache(100);
    cache.set('a', picture(40));
    cache.set('b', picture(40));
    cache.get('a');
    cache.set('c', picture(40));
    expect([cache.get('a'), cache.get('b'), cache.get('c')].map((it) => it !== null)).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('never hold one that is too large, nor count one twice', () => {
    const cache = createPictureCache(100);
    cache.set('large', picture(101));
    expect(cache.get('large')).toBeNull();
    for (let i = 0; i < 5; i += 1) cache.set('same', picture(60));
    cache.set('other', picture(40));
    expect(cache.get('same')).not.toBeNull();
    expect(cache.get('other')).not.toBeNull();
  });
});
