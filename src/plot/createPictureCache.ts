import type { Picture } from '../ports/plotter.ts';

export type PictureCache = {
  get: (key: string) => Picture | null;
  set: (key: string, picture: Picture) => void;
};

/** Keeps the pictures used last, of no more than so many bytes together. */
export const createPictureCache = (mostBytes: number): PictureCache => {
  const kept = new Map<string, Picture>();
  let bytes = 0;
  const drop = (key: string): void => {
    bytes -= kept.get(key)?.body.byteLength ?? 0;
    kept.delete(key);
  };
  return {
    get: (key) => {
      const picture = kept.get(key);
      if (!picture) return null;
      // What is used goes behind what is not.
      kept.delete(key);
      kept.set(key, picture);
      return picture;
    },
    set: (key, picture) => {
      drop(key);
      if (picture.body.byteLength > mostBytes) return;
      kept.set(key, picture);
      bytes += picture.body.byteLength;
      for (const oldest of kept.keys()) {
        if (bytes <= mostBytes) break;
        drop(oldest);
      }
    },
  };
};
