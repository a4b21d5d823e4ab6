import type { Background, PlotData } from '../core/plot/plotData.ts';
import type { Picture } from '../ports/plotter.ts';

/** What a worker is asked for. */
export type DrawRequest = { id: number; data: PlotData; background: Background };

/** What it answers. */
export type DrawReply = { id: number } & ({ picture: Picture } | { fault: string });
