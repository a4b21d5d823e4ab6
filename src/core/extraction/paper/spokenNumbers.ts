const UNITS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const WORD = `(?:${Object.keys(UNITS).join('|')}|hundred|thousand)`;
const SPOKEN = new RegExp(String.raw`\b${WORD}(?:(?:\s+and\s+|[\s-]+)${WORD})*\b`, 'gi');

const amountOf = (spoken: string): number => {
  let total = 0;
  let current = 0;
  for (const word of spoken.toLowerCase().split(/[\s-]+/)) {
    if (word === 'hundred') current = Math.max(1, current) * 100;
    else if (word === 'thousand') {
      total += Math.max(1, current) * 1000;
      current = 0;
    } else current += UNITS[word] ?? 0;
  }
  return total + current;
};

/**
 * A text with spoken numbers as digits ("one hundred and twenty-four" is 124), and digits without
 * separators of thousands ("1,242", "1 242").
 */
export const writeNumbers = (text: string): string =>
  text
    .replace(SPOKEN, (spoken) => {
      const words = spoken.toLowerCase().split(/[\s-]+/);
      // "one of two" and the like are words, but "two groups" counts as a number all the same.
      return words.length === 1 && words[0] === 'one' ? spoken : String(amountOf(spoken));
    })
    .replace(/(?<![\d.,])\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?![\d,.]*\d)/g, (number) =>
      number.replace(/\D/g, ''),
    )
    .replace(/(?<![\d.,]|\d )\d{1,3}(?: \d{3})+(?![\d.,/])/g, (number) =>
      number.replaceAll(' ', ''),
    );
