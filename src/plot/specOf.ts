import type { Spec } from 'vega';
import type { Background, PlotData } from '../core/plot/plotData.ts';
import { doseSpec } from './specs/doseSpec.ts';
import { evidenceSpec } from './specs/evidenceSpec.ts';
import { mapSpec } from './specs/mapSpec.ts';
import { overviewSpec } from './specs/overviewSpec.ts';
import { THEMES } from './theme.ts';

/** The Vega specification of a picture. */
export const specOf = (data: PlotData, background: Background): Spec => {
  switch (data.kind) {
    case 'evidence':
      return evidenceSpec(data, THEMES[background]);
    case 'overview':
      return overviewSpec(data, THEMES[background]);
    case 'doses':
      return doseSpec(data, THEMES[background]);
    case 'map':
      return mapSpec(data, THEMES[background]);
  }
};
