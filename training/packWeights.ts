import type { ChangeModelFile } from '../src/core/extraction/change/changeModel.ts';

/** Weights in one byte each, as the file of the model holds them. */
export const packWeights = (weights: Float64Array): ChangeModelFile['words'] => {
  const most = weights.reduce((top, weight) => Math.max(top, Math.abs(weight)), 1e-9);
  const scale = most / 127;
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / scale));
  return { scale, bytes: Buffer.from(bytes.buffer).toString('base64') };
};
