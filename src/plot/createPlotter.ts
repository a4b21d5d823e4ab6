import { createHash } from 'node:crypto';
import type { Background, PlotData } from '../core/plot/plotData.ts';
import type { Picture, Plotter } from '../ports/plotter.ts';
import { createDrawQueue, type QueueOptions } from './createDrawQueue.ts';
import { createPictureCache } from './createPictureCache.ts';

type Options = Partial<QueueOptions> & {
  /** For all pictures that are kept, in bytes. */
  mostKept?: number;
};

const USUAL = {
  worker: new URL('./worker.ts', import.meta.url),
  limitMs: 5_000,
  mostWaiting: 30,
  mostKept: 32 * 1024 * 1024,
};

/** Equal pictures have equal keys, whoever asked for them. */
const keyOf = (data: PlotData, background: Background): string =>
  createHash('sha256').update(background).update(JSON.stringify(data)).digest('base64url');

/** Draws pictures in a worker of its own and keeps them: the same evidence is drawn once. */
export const createPlotter = (options: Options = {}): Plotter => {
  const { mostKept, ...queueOptions } = { ...USUAL, ...options };
  const cache = createPictureCache(mostKept);
  const queue = createDrawQueue(queueOptions);
  const underWay = new Map<string, Promise<Picture>>();

  const drawNew = async (key: string, data: PlotData, background: Background): Promise<Picture> => {
    try {
      const picture = await queue.draw(data, background);
      cache.set(key, picture);
      return picture;
    } finally {
      underWay.delete(key);
    }
  };

  return {
    ready: (data, background) => cache.get(keyOf(data, background)),
    draw: async (data, background) => {
      const key = keyOf(data, background);
      const kept = cache.get(key);
      if (kept) return kept;
      const drawing = underWay.get(key) ?? drawNew(key, data, background);
      underWay.set(key, drawing);
      return drawing;
    },
    stop: () => queue.stop(),
  };
};
