import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import type { Picture } from '../ports/plotter.ts';

/** Screens of phones show two pixels and more where a picture has one. */
const FINENESS = 2;

const fontFile = (name: string): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/roboto/${name}`));

const FONT_FILES = [
  '400Regular/Roboto_400Regular.ttf',
  '400Regular_Italic/Roboto_400Regular_Italic.ttf',
  '700Bold/Roboto_700Bold.ttf',
];

/** Draws an SVG as a PNG, with fonts of our own: the system's differ from one to the next. */
export const svgToPng = (svg: string): Picture => {
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: FINENESS },
    font: {
      loadSystemFonts: false,
      fontFiles: FONT_FILES.map(fontFile),
      defaultFontFamily: 'Roboto',
      sansSerifFamily: 'Roboto',
    },
  }).render();
  return { body: image.asPng(), width: image.width, height: image.height };
};
