import type { Paper } from '../../src/core/domain/paper.ts';

/** Numbers that look random and are the same each time (mulberry32). */
export const createRandom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

const SYLLABLES = 'ba co di fe gli ma ne pro ri sta tu vo xi za lor mab nib pam ter zol'.split(' ');
/** Words of so few papers name what those are about; in made papers others stand for them. */
const RARE = 3;
/** Most of these are words of other papers; the rest are made up, of which a few are common. */
const MADE_UP = 0.3;
const NAMES = 1_000_000;
const SKEW = 8;

const nameOf = (number: number): string => {
  let name = '';
  for (let left = number + 400; left > 0; left = Math.floor(left / SYLLABLES.length))
    name += SYLLABLES[left % SYLLABLES.length];
  return name;
};

const WORD = /[a-z]+/gi;
const sentencesOf = (paper: Paper): string[] => (paper.abstract ?? '').split(/(?<=\.)\s+/);

/**
 * These papers and others, made of the sentences of several each, in an order that is the same
 * each time. In made ones rare words are replaced by other rare words and made-up names, so that the
 * vocabulary grows about as that of a library does (Heaps).
 */
export function* makeMany(papers: readonly Paper[], count: number): Generator<Paper> {
  const random = createRandom(7);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const having = new Map<string, number>();
  for (const { title, abstract } of papers)
    for (const word of new Set(`${title} ${abstract}`.toLowerCase().match(WORD)))
      having.set(word, (having.get(word) ?? 0) + 1);
  const rare = [...having].filter(([, count]) => count <= RARE).map(([word]) => word);
  const sentences = papers.map(sentencesOf);
  const rename = (text: string): string =>
    text.replace(WORD, (word) => {
      if ((having.get(word.toLowerCase()) ?? 0) > RARE) return word;
      return random() < MADE_UP ? nameOf(Math.floor(NAMES * random() ** SKEW)) : pick(rare);
    });
  const every = Math.max(1, Math.floor(count / papers.length));
  let next = 0;
  for (let i = 0; i < count; i += 1) {
    if (i % every === 0 && next < papers.length) {
      yield papers[next++] as Paper;
      continue;
    }
    const from = pick(papers);
    const abstract = pick(sentences).map(() => pick(pick(sentences)));
    yield {
      ...from,
      pmcid: null,
      pmid: String(100_000_000 + i),
      doi: null,
      title: rename(pick(papers).title),
      abstract: rename(abstract.join(' ')).trim() || null,
    };
  }
}
