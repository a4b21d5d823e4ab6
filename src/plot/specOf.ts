import type { Spec } from 'vega';
import type { PlotData } from '../core/plot/plotData.ts';
import { doseSpec } from './specs/doseSpec.ts';
import { evidenceSpec } from './specs/evidenceSpec.ts';
import { mapSpec } from './specs/mapSpec.ts';
import { overviewSpec } from './specs/overviewSpec.ts';
import { THEMES, type ThemeName } from './theme.ts';

/** The Vega specification of a picture. */
export const specOf = (data: PlotData, theme: ThemeName): Spec => {
  switch (data.kind) {
    case 'evidence':
      return evidenceSpec(data, THEMES[theme]);
    case 'overview':
      return overviewSpec(data, THEMES[theme]);
    case 'doses':
      return doseSpec(data, THEMES[theme]);
    case 'map':
      return mapSpec(data, THEMES[theme]);
  }
};
