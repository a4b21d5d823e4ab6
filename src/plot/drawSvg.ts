import { parse, View } from 'vega';
import type { Background, PlotData } from '../core/plot/plotData.ts';
import { specOf } from './specOf.ts';

/** A picture as SVG. */
export const drawSvg = async (data: PlotData, background: Background): Promise<string> => {
  const view = new View(parse(specOf(data, background)), { renderer: 'none' });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
};
