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
/** Words of so few papers name what those are about; others get names of their own. */
const RARE = 3;
/** Of these, a few are common and most are rare, as names are. */
const NAMES = 300_000;

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
 * each time. In made ones rare words are replaced by made-up names, so that the vocabulary grows
 * as that of a library does.
 */
export function* makeMany(papers: readonly Paper[], count: number): Generator<Paper> {
  const random = createRandom(7);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const having = new Map<string, number>();
  for (const { title, abstract } of papers)
    for (const word of new Set(`${title} ${abstract}`.toLowerCase().match(WORD)))
      having.set(word, (having.get(word) ?? 0) + 1);
  const rename = (text: string): string =>
    text.replace(WORD, (word) =>
      (having.get(word.toLowerCase()) ?? 0) > RARE
        ? word
        : nameOf(Math.floor(NAMES * random() ** 3)),
    );
  const every = Math.max(1, Math.floor(count / papers.length));
  let next = 0;
  for (let i = 0; i < count; i += 1) {
    if (i % every === 0 && next < papers.length) {
      yield papers[next++] as Paper;
      continue;
    }
    const from = pick(papers);
    const abstract = sentencesOf(from).map(() => pick(sentencesOf(pick(papers))));
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
