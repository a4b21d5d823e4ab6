import type { PaperTerms } from '../index/paperTerms.ts';

/** One word of the query, with all that may stand for it in a paper. */
export type QueryTerm = {
  /** How much it tells: rare words more. */
  weight: number;
  /** By hash of the term: 1 for the word itself, less for a mended or a related one. */
  forms: ReadonlyMap<number, number>;
  related: ReadonlyMap<number, number>;
};

export type Match = { term: number; strength: number; isRelated: boolean };

/** By hash of a term: which words of the query it stands for. */
export const createMatcher = (terms: readonly QueryTerm[]): Map<number, Match[]> => {
  const matcher = new Map<number, Match[]>();
  const put = (hash: number, match: Match): void => {
    const matches = matcher.get(hash);
    if (matches) matches.push(match);
    else matcher.set(hash, [match]);
  };
  terms.forEach(({ forms, related }, term) => {
    for (const [hash, strength] of forms) put(hash, { term, strength, isRelated: false });
    for (const [hash, strength] of related)
      if (!forms.has(hash)) put(hash, { term, strength, isRelated: true });
  });
  return matcher;
};

const NEAR = 6;
const WINDOW = 30;

export const FEATURES = [
  'first',
  'firstToBest',
  'cover',
  'coverEarly',
  'softCover',
  'lead',
  'cover1',
  'cover2',
  'cover3',
  'soft1',
  'soft2',
  'title',
  'title1',
  'title2',
  'titlePrecision',
  'missing',
  'missingEarly',
  'adjacent',
  'near',
  'adjacent1',
  'frequency',
  'late',
  'length',
  'noAbstract',
  'keywords',
  'terms',
  'strongest',
  'window',
  'rank',
  'frequency1',
  'title3',
  'softTitle',
  'early',
  'lead2',
  'relMissing',
] as const;

export const computeFeatures = (
  terms: readonly QueryTerm[],
  matcher: ReadonlyMap<number, readonly Match[]>,
  { hashes, titleEnd, abstractEnd }: PaperTerms,
  { first, best, total, rank }: { first: number; best: number; total: number; rank: number },
): number[] => {
  const n = terms.length;
  const exact = new Float64Array(n);
  const soft = new Float64Array(n);
  const rel = new Float64Array(n);
  const inTitle = new Float64Array(n);
  const softTitle = new Float64Array(n);
  const inKeywords = new Float64Array(n);
  const late = new Float64Array(n);
  const early = new Float64Array(n);
  const count = new Float64Array(n);
  const adjacent = new Uint8Array(n);
  const near = new Uint8Array(n);
  const lastAt = new Int32Array(n).fill(-1000);
  const lateFrom = titleEnd + (abstractEnd - titleEnd) * 0.75;
  const earlyTo = titleEnd + (abstractEnd - titleEnd) * 0.25;
  let titleMatched = 0;
  const at: number[] = [];
  const who: number[] = [];
  for (let i = 0; i < hashes.length; i += 1) {
    const matches = matcher.get(hashes[i] as number);
    if (!matches) continue;
    let any = 0;
    for (const { term, strength, isRelated } of matches) {
      if (strength > soft[term]!) soft[term] = strength;
      if (i < titleEnd && strength > softTitle[term]!) softTitle[term] = strength;
      if (isRelated) {
        if (strength > rel[term]!) rel[term] = strength;
        continue;
      }
      any = Math.max(any, strength);
      if (strength > exact[term]!) exact[term] = strength;
      count[term]! += strength;
      if (i < titleEnd) inTitle[term] = Math.max(inTitle[term]!, strength);
      else if (i < abstractEnd) {
        if (i >= lateFrom) late[term] = strength;
        if (i < earlyTo) early[term] = strength;
      } else inKeywords[term] = strength;
      if (term > 0 && lastAt[term - 1] === i - 1) adjacent[term] = 1;
      if (term > 0 && i - lastAt[term - 1]! <= NEAR) near[term] = 1;
      if (term + 1 < n && i - lastAt[term + 1]! <= NEAR) near[term + 1] = 1;
      lastAt[term] = i;
      at.push(i);
      who.push(term);
    }
    if (i < titleEnd && any > 0) titleMatched += 1;
  }
  const share = (values: ArrayLike<number>, from: number, to: number, early = 0): number => {
    let sum = 0;
    let all = 0;
    for (let i = from; i < to; i += 1) {
      const w = terms[i]!.weight * (n > 1 ? 1 - (early * i) / (n - 1) : 1);
      sum += w * values[i]!;
      all += w;
    }
    return all > 0 ? sum / all : 0;
  };
  const pairs = (values: Uint8Array, to: number): number => {
    let sum = 0;
    let all = 0;
    for (let i = 1; i < to; i += 1) {
      const w = Math.min(terms[i]!.weight, terms[i - 1]!.weight);
      sum += w * values[i]!;
      all += w;
    }
    return all > 0 ? sum / all : -1;
  };
  // best window
  const inside = new Int32Array(n);
  let windowed = 0;
  let bestWindow = 0;
  let left = 0;
  let all = 0;
  for (const { weight } of terms) all += weight;
  for (let r = 0; r < at.length; r += 1) {
    const t = who[r]!;
    if (inside[t] === 0) windowed += terms[t]!.weight * exact[t]!;
    inside[t]! += 1;
    while (at[r]! - at[left]! > WINDOW) {
      const u = who[left]!;
      inside[u]! -= 1;
      if (inside[u] === 0) windowed -= terms[u]!.weight * exact[u]!;
      left += 1;
    }
    if (windowed > bestWindow) bestWindow = windowed;
  }
  const third = Math.ceil(n / 3);
  const half = Math.ceil(n / 2);
  let strongest = 0;
  let missing = 0;
  let missingEarly = 0;
  let relMissing = 0;
  let wMissing = 0;
  for (let i = 0; i < n; i += 1) {
    const w = terms[i]!.weight;
    strongest = Math.max(strongest, w);
    missing = Math.max(missing, w * (1 - soft[i]!));
    if (i < half) missingEarly = Math.max(missingEarly, w * (1 - exact[i]!));
    if (exact[i] === 0) {
      relMissing += w * rel[i]!;
      wMissing += w;
    }
  }
  const frequency = Float64Array.from(count, (c) => c / (c + 1.5));
  const lead = terms.findIndex(({ weight }) => weight > 3);
  return [
    first / total,
    first / best,
    share(exact, 0, n),
    share(exact, 0, n, 0.6),
    share(soft, 0, n),
    exact[0]!,
    share(exact, 0, third),
    share(exact, third, 2 * third < n ? 2 * third : n),
    share(exact, Math.min(2 * third, n), n),
    share(soft, 0, half),
    share(soft, half, n),
    share(inTitle, 0, n),
    share(inTitle, 0, half),
    share(inTitle, half, n),
    titleEnd > 0 ? titleMatched / titleEnd : 0,
    missing,
    missingEarly,
    pairs(adjacent, n),
    pairs(near, n),
    pairs(adjacent, half),
    share(frequency, 0, n),
    share(late, 0, n),
    Math.log(1 + hashes.length),
    abstractEnd - titleEnd < 5 ? 1 : 0,
    share(inKeywords, 0, n),
    n,
    strongest,
    bestWindow / all,
    1 / (1 + rank),
    share(frequency, 0, half),
    share(inTitle, 0, third),
    share(softTitle, 0, n),
    share(early, 0, n),
    lead >= 0 ? exact[lead]! : 1,
    wMissing > 0 ? relMissing / wMissing : 1,
  ];
};
