const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?:ss|us|is)$/, '$&'],
  [/ies$/, 'y'],
  [/(ch|sh|x|z)es$/, '$1'],
  [/([^s])s$/, '$1'],
];
const TAILS =
  /(?:izations?|isations?|ational|ations?|atory|ative|iveness|ically|ances?|ences?|ments?|ings?|ions?|edly|ed|ities|ity|ness|ally|ly|able|ible|ical|ic|al|ive|er|or|ant|ent|ate|y|e)$/;

/** The stem keeps this many letters at least, so that short words stay apart. */
const SHORTEST_STEM = 4;

/**
 * A folded word cut to what its inflections share: "increased", "increases" and "increase" are
 * "increas". Made for comparing words of one abstract, so it need not be right in general.
 */
export const stemWord = (word: string): string => {
  if (word.length < 4 || /\d/.test(word)) return word;
  let stem = word.replace(/ae|oe/g, 'e').replace(/our/g, 'or');
  for (const [ending, instead] of ENDINGS)
    if (ending.test(stem)) {
      stem = stem.replace(ending, instead);
      break;
    }
  if (stem.length > SHORTEST_STEM + 2) stem = stem.replace(/ly$/, '');
  const tail = TAILS.exec(stem);
  if (tail && tail.index >= SHORTEST_STEM) stem = stem.slice(0, tail.index);
  return stem.replace(/([bdgmnprt])\1$/, '$1');
};
