import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';

/** Screens of phones show two pixels and more where a picture has one. */
const FINENESS = 2;

const fontFile = (name: string): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${name}`));

const FONT_FILES = [
  '400Regular/Inter_400Regular.ttf',
  '400Regular_Italic/Inter_400Regular_Italic.ttf',
  '700Bold/Inter_700Bold.ttf',
];

import type { Picture } from '../ports/plotter.ts';

/** Draws an SVG as a PNG, with fonts of our own: the system's differ from one to the next. */
export const svgToPng = (svg: string): Picture => {
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: FINENESS },
    font: {
      loadSystemFonts: false,
      fontFiles: FONT_FILES.map(fontFile),
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'Inter',
    },
  }).render();
  return { body: image.asPng(), width: image.width, height: image.height };
};
