/** Marks of style that sources leave in texts; other angle brackets are the text's own: "p < 0.05". */
const STYLE =
  /<\/?(?:i|b|u|p|em|br|sc|li|ul|ol|sub|sup|div|span|bold|italic|strong|small|underline|h[1-6])(?:\s[^<>]{0,200})?\/?>/gi;

/** Hyphens that show only at a line's end, widths of nothing, turns of direction, private signs. */
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uE000-\uF8FF\uFEFF]/g;

const BLANK =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  /[\u0000-\u001F\u007F-\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/g;

/** What most texts do not have: then there is nothing to clean. */
const UNCLEAN = /[^ -~]| {2}|</;

/** Marks within marks are no text: after so many rounds nothing of them is left. */
const MOST_ROUNDS = 4;

const cleanOnce = (text: string): string => {
  const plain = text.toWellFormed().replace(INVISIBLE, '').normalize('NFC').replace(BLANK, ' ');
  const unstyled = plain.includes('<') ? plain.replace(STYLE, '') : plain;
  return unstyled.replace(/ {2,}/g, ' ').trim();
};

/** One line of plain text, as any source may have had it. Cleaned again it stays the same. */
export const cleanText = (text: string): string => {
  if (!UNCLEAN.test(text)) return text.trim();
  let before = text;
  let cleaned = cleanOnce(text);
  // What stood around a mark of style may make up another one, now that it is gone.
  for (let round = 1; before.includes('<') && cleaned !== before; round += 1) {
    before = round < MOST_ROUNDS ? cleaned : cleaned.replace(/[<>]/g, ' ');
    cleaned = cleanOnce(before);
  }
  return cleaned;
};

/** A label of a part of an abstract, after the end of a sentence: "... years. METHODS: ...". */
const LABEL = /([.?!)\]%]) (?=[A-Z][A-Z]+(?:[ ,&/-]+[A-Z]+)*: )/g;

/** An abstract: a line for each labelled part. */
export const cleanAbstract = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map(cleanText)
    .filter((line) => line !== '')
    .join('\n')
    .replace(LABEL, '$1\n');
