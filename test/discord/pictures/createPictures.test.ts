import { describe, expect, it } from 'vitest';
import { createPictures, type Wanted } from '../../../src/discord/pictures/createPictures.ts';
import type { Picture, Plotter } from '../../../src/ports/plotter.ts';
import { createLogger } from '../../../src/process/createLogger.ts';
import { evidenceOf } from '../../support/plots.ts';

const PICTURE: Picture = { body: new Uint8Array([1]), width: 1, height: 1 };
const wanted: Wanted = {
  plot: { data: evidenceOf({ studies: 3 }), alt: 'words' },
  background: 'dark',
};
const plotterOf = (parts: Partial<Plotter>): Plotter => ({
  ready: () => null,
  draw: async () => PICTURE,
  stop: async () => {},
  ...parts,
});
const create = (plotter: Plotter, now = () => 0) => {
  const log: string[] = [];
  const logger = createLogger('info', { write: (line) => void log.push(line) });
  return { pictures: createPictures({ plotter, logger, now }), log };
};
const later = (): { promise: Promise<void>; resolve: () => void } => {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
};

describe('pictures of many answers at a time', () => {
  it('are five a second; more answers stay text, and the log stays quiet', async () => {
    let time = 0;
    const { pictures, log } = create(plotterOf({}), () => time);
    let edits = 0;
    const ask = (id: number) =>
      pictures.addLate(`${id}`, wanted, async () => {
        edits += 1;
      });
    await Promise.all([1, 2, 3, 4, 5, 6, 7].map(ask));
    expect(edits).toBe(5);
    time = 999;
    await ask(8);
    expect(edits).toBe(5);
    time = 1_000;
    await ask(9);
    expect(edits).toBe(6);
    expect(log).toEqual([]);
  });

  it('count where they go out with their text, too', () => {
    const { pictures } = create(plotterOf({ ready: () => PICTURE }));
    const files = Array.from({ length: 7 }, () => pictures.ready(wanted));
    expect(files.filter((file) => file !== null)).toHaveLength(5);
    expect(files[0]).toMatchObject({ name: 'evidence.png', description: 'words' });
    expect(pictures.ready(null)).toBeNull();
  });
});

describe('a change of a message', () => {
  it('waits for a picture that is being sent, lest it come after', async () => {
    const { pictures } = create(plotterOf({}));
    const sending = later();
    const order: string[] = [];
    const added = pictures.addLate('1', wanted, async () => {
      await sending.promise;
      order.push('picture');
    });
    await new Promise(setImmediate);
    const changed = pictures.overtake('1').then(() => order.push('change'));
    await new Promise(setImmediate);
    expect(order).toEqual([]);
    sending.resolve();
    await Promise.all([added, changed]);
    expect(order).toEqual(['picture', 'change']);
  });

  it('drops a picture that is still being drawn, of that message alone', async () => {
    const drawing = later();
    const { pictures } = create(plotterOf({ draw: () => drawing.promise.then(() => PICTURE) }));
    const sent: string[] = [];
    const add = (id: string) => pictures.addLate(id, wanted, async () => void sent.push(id));
    const both = [add('1'), add('2')];
    await pictures.overtake('1');
    drawing.resolve();
    await Promise.all(both);
    expect(sent).toEqual(['2']);
  });

  it('goes on where sending the picture fails', async () => {
    const { pictures, log } = create(plotterOf({}));
    const sending = later();
    const added = pictures.addLate('1', wanted, async () => {
      await sending.promise;
      throw new Error('no way');
    });
    await new Promise(setImmediate);
    const changed = pictures.overtake('1');
    sending.resolve();
    await Promise.all([added, changed]);
    expect(log.join('')).toMatch(/without its picture/);
  });
});
