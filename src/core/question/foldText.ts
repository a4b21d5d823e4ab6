/**
 * Text as it is compared: compatibility forms unified, accents gone, lower case, everything that
 * is neither letter nor digit a single space.
 */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’`]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * One folded word without what English varies freely: plural endings, and the British ae and oe
 * of haemodialysis and oedema. Both the names and the question are reduced, so the reduced form
 * need not be a word.
 */
export const reduceWord = (word: string): string => {
  const plain = word.replace(/ae|oe/g, 'e').replace(/neurone(?=s?$)/, 'neuron');
  if (plain.length < 4 || /(?:ss|is|us)$/.test(plain)) return plain;
  if (/(?:ch|sh|x)es$/.test(plain)) return plain.slice(0, -2);
  if (/ies$/.test(plain)) return `${plain.slice(0, -3)}y`;
  return plain.replace(/s$/, '');
};

/** Words that carry no meaning inside a name: "spasticity in multiple sclerosis". */
const GLUE = new Set('an and by due during from in of on the to with my'.split(' '));

export const isGlue = (word: string): boolean => GLUE.has(word);
