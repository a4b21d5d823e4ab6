import type { Background, PlotData } from '../core/plot/plotData.ts';

/** A PNG. */
export type Picture = { body: Uint8Array; width: number; height: number };

/** Draws pictures, off the event loop. */
export type Plotter = {
  /** The picture, where it was drawn before; never waits. */
  ready: (data: PlotData, background: Background) => Picture | null;
  /** @throws PlotUnavailable where it cannot be had soon: an answer does without it. */
  draw: (data: PlotData, background: Background) => Promise<Picture>;
  /** Ends at once; what was being drawn is not. */
  stop: () => Promise<void>;
};

/** Why there is no picture: too many wait, it took too long, it failed, or all is being stopped. */
export type PlotFault = 'busy' | 'late' | 'failed' | 'stopped';

export class PlotUnavailable extends Error {
  override name = 'PlotUnavailable';
  readonly fault: PlotFault;

  constructor(fault: PlotFault, detail = '') {
    super(detail === '' ? `no picture: ${fault}` : `no picture: ${fault}: ${detail}`);
    this.fault = fault;
  }
}
