import { plainText, splitWords } from '../src/core/extraction/text/words.ts';
import type { Bench } from './readBench.ts';

/** Stems in fewer abstracts are taken for as rare as those in none. */
const RARE = 4;

/** In how many abstracts each stem stands. Reads no label. */
export const countStems = ({ articles }: Bench): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { abstract } of articles.values())
    for (const stem of new Set(splitWords(plainText(abstract ?? '')).map((word) => word.stem)))
      if (/\p{L}/u.test(stem)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return new Map(
    [...counts].filter(([, count]) => count >= RARE).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
};
