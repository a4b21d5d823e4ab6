import { fileURLToPath } from 'node:url';
import { type Ask, createAsk } from '../../src/app/createAsk.ts';
import { type Caveat, createCaveat as createBotCaveat } from '../../src/app/createCaveat.ts';
import type { Library } from '../../src/core/domain/library.ts';
import { createStudyIndex } from '../../src/library/createStudyIndex.ts';
import { loadLanguage } from '../../src/library/loadLanguage.ts';
import { loadLibrary } from '../../src/library/loadLibrary.ts';

export const DATA = fileURLToPath(new URL('../../data', import.meta.url));

/** The real library, and all that the bot asks of it. */
export const createWhole = (): { caveat: Caveat; library: Library } => {
  const library = loadLibrary(DATA);
  const index = createStudyIndex(library.studies);
  return { caveat: createBotCaveat({ library, index, language: loadLanguage(DATA) }), library };
};

/** The real library and everything wired to it, as the command line wires it. */
export const createCaveat = (): { ask: Ask; library: Library } => {
  const library = loadLibrary(DATA);
  const index = createStudyIndex(library.studies);
  return { ask: createAsk({ library, index, language: loadLanguage(DATA) }), library };
};
