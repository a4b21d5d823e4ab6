import { z } from 'zod';
import type { Rarity } from './phrase.ts';

/** Weights are kept in one byte each, times a scale. */
const Packed = z.strictObject({ scale: z.number().positive(), bytes: z.base64() });

/** The file of the trained model, as training writes it. */
export const ChangeModelFile = z.strictObject({
  about: z.string(),
  /** How many sentences of how many a stem stands in: of the stems that are not rare. */
  documents: z.number().int().positive(),
  stems: z.record(z.string(), z.number().int().positive()),
  /** Which sentence reports on a comparison. */
  evidence: z.array(z.number()),
  /** Three outputs a place, in the order of CHANGES. */
  words: Packed,
  /** One output a place: above 0 for up. */
  signs: Packed,
  /** What the odds of the pooled sentences are raised to, so that they come true as often as they say. */
  sharpness: z.number().positive(),
});
export type ChangeModelFile = z.infer<typeof ChangeModelFile>;

/** How many outputs the model of words has: one a change. */
export const OUTPUTS = 3;

export type ChangeModel = {
  rarity: Rarity;
  evidence: readonly number[];
  words: Float64Array;
  signs: Float64Array;
  sharpness: number;
};

/** How much a stem tells by how many documents hold it, 0 .. 1. */
export const rarityOf =
  (documents: number, counts: ReadonlyMap<string, number>): Rarity =>
  (stem) =>
    Math.log(1 + documents / (1 + (counts.get(stem) ?? 0))) / Math.log(1 + documents);

const unpack = ({ scale, bytes }: z.infer<typeof Packed>): Float64Array =>
  Float64Array.from(atob(bytes), (char) => {
    const byte = char.charCodeAt(0);
    return scale * (byte > 127 ? byte - 256 : byte);
  });

/** @throws ZodError when the file is not what training wrote. */
export const readChangeModel = (file: unknown): ChangeModel => {
  const model = ChangeModelFile.parse(file);
  return {
    rarity: rarityOf(model.documents, new Map(Object.entries(model.stems))),
    evidence: model.evidence,
    words: unpack(model.words),
    signs: unpack(model.signs),
    sharpness: model.sharpness,
  };
};
