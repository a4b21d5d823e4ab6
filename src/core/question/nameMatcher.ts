import Fuse from 'fuse.js';
import { foldText } from './foldText.ts';

/** Something that can be completed, by the names that people type for it. */
export type Named = { id: string; names: readonly string[] };

/** How a typed text names something: the better, the lower. */
export type NameMatch = { id: string; tier: number; name: string };

/** Fuse's cut for slips: wider ones let words through that nobody meant. */
const FUSE_OPTIONS = { threshold: 0.34, distance: 12, ignoreFieldNorm: true, includeScore: true };
/** Shorter words are as like to each other as to what was meant. */
const SHORTEST_MENDED = 4;
const MOST_MENDED = 4;
/** More than this is no longer the beginning of a name. */
const LONGEST_TYPED = 100;
/** Words within this of the best are as good. */
const AS_GOOD = 0.05;

/**
 * The whole name; its beginning; whole words of it; beginnings of its words; words with a slip; words
 * spread over several names.
 */
const TIERS = { whole: 0, start: 1, wholeWords: 2, words: 3, mended: 4, spread: 5 } as const;
/** Of the words that a slip may stand for, each one is so much less likely than that before it. */
const LESS_LIKELY = 0.1;

/**
 * Matches what is typed so far with names, as prefixes of their words in any order; a word that
 * begins no name may hold a slip.
 * @returns a function from a text to the things it may name, best tier first, each once.
 */
export const createNameMatcher = (all: readonly Named[]): ((typed: string) => NameMatch[]) => {
  const entries = all.map(({ id, names }) => ({
    id,
    names: names.map((name) => ({ name, folded: foldText(name) })),
  }));
  const byWord = new Map<string, Set<number>>();
  entries.forEach(({ names }, at) => {
    for (const { folded } of names)
      for (const word of folded.split(' '))
        byWord.set(word, (byWord.get(word) ?? new Set()).add(at));
  });
  const words = [...byWord.keys()].filter((word) => word !== '').sort();
  const fuse = new Fuse(words, FUSE_OPTIONS);

  const beginning = (prefix: string): string[] => words.filter((word) => word.startsWith(prefix));
  /** The words that a misspelt one may be. */
  const mend = (word: string): readonly string[] => {
    if (word.length < SHORTEST_MENDED || /\d/.test(word)) return [];
    const found = fuse.search(word, { limit: MOST_MENDED });
    const best = found[0]?.score ?? 1;
    return found.filter(({ score = 1 }) => score <= best + AS_GOOD).map(({ item }) => item);
  };

  return (typed) => {
    const folded = foldText(typed).slice(0, LONGEST_TYPED);
    const typedWords = folded.split(' ').filter((word) => word !== '');
    if (typedWords.length === 0) return [];
    const readings = typedWords.map((word) => {
      const known = beginning(word);
      return known.length > 0 ? { words: known, exact: true } : { words: mend(word), exact: false };
    });
    const isMended = readings.some(({ exact }) => !exact);
    let left: Set<number> | null = null;
    for (const { words: meant } of readings) {
      const here: Set<number> = new Set(meant.flatMap((word) => [...(byWord.get(word) ?? [])]));
      left = left === null ? here : left.intersection(here);
    }
    const heads = readings.map(({ words: meant, exact }, at) =>
      exact ? [typedWords[at] as string] : meant,
    );
    /** How a name covers what was typed: its tier; null where a word is missing in it. */
    const tierOf = (name: string): number | null => {
      const inside = name.split(' ');
      const places = heads.map((choices) =>
        choices.findIndex((choice) => inside.some((word) => word.startsWith(choice))),
      );
      if (places.includes(-1)) return null;
      if (isMended) return TIERS.mended + LESS_LIKELY * Math.max(...places);
      if (name === folded) return TIERS.whole;
      if (name.startsWith(folded)) return TIERS.start;
      return typedWords.every((word) => inside.includes(word)) ? TIERS.wholeWords : TIERS.words;
    };
    return [...(left ?? [])]
      .map((at): NameMatch => {
        const { id, names } = entries[at] as (typeof entries)[number];
        // The label comes first among the names, so it is shown where it fits as well as another.
        let best = { id, tier: TIERS.spread as number, name: names[0]?.name ?? id };
        for (const { name, folded: form } of names) {
          const tier = tierOf(form) ?? TIERS.spread;
          if (tier < best.tier) best = { id, tier, name };
        }
        return best;
      })
      .sort((a, b) => a.tier - b.tier);
  };
};
