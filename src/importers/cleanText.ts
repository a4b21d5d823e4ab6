/** Marks of style that sources leave in texts; other angle brackets are the text's own: "p < 0.05". */
const STYLE =
  /<\/?(?:i|b|u|p|em|br|sc|li|ul|ol|sub|sup|div|span|bold|italic|strong|small|underline|h[1-6])(?:\s[^<>]{0,200})?\/?>/gi;

/** Hyphens that show only at a line's end, widths of nothing, and turns of direction. */
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const BLANK = /[\u0000-\u0020\u007F-\u009F\s]+/g;

const cleanOnce = (text: string): string =>
  text
    .toWellFormed()
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(BLANK, ' ')
    .replace(STYLE, '')
    .trim();

/** One line of plain text, as any source may have had it. Cleaned again it stays the same. */
export const cleanText = (text: string): string => {
  let cleaned = cleanOnce(text);
  // Without a mark of style around it, what is left may make up another.
  while (cleaned.includes('<')) {
    const next = cleanOnce(cleaned);
    if (next === cleaned) break;
    cleaned = next;
  }
  return cleaned;
};

/** A label of a part of an abstract, after the end of a sentence: "... years. METHODS: ...". */
const LABEL = /(?<=[.?!)\]%]) (?=[A-Z][A-Z]+(?:[ ,&/-]+[A-Z]+)*: )/g;

/** An abstract: a line for each labelled part. */
export const cleanAbstract = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map(cleanText)
    .filter((line) => line !== '')
    .join('\n')
    .replace(LABEL, '\n');
