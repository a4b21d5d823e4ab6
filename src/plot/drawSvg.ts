import { parse, View } from 'vega';
import type { PlotData } from '../core/plot/plotData.ts';
import { specOf } from './specOf.ts';
import type { ThemeName } from './theme.ts';

/** A picture as SVG. */
export const drawSvg = async (data: PlotData, theme: ThemeName): Promise<string> => {
  const view = new View(parse(specOf(data, theme)), { renderer: 'none' });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
};
