const NARROW = new Set("iljftrI.,:;'|!()[]/ -·");
const WIDE = new Set('mwMW@%—…');
/** Widths of Roboto in parts of its size, a little on the safe side. */
const WIDTHS = {
  narrow: 0.34,
  digit: 0.58,
  lower: 0.56,
  upper: 0.68,
  wide: 0.89,
  other: 1,
} as const;
const BOLD = 1.06;

const widthOf = (character: string): number => {
  if (NARROW.has(character)) return WIDTHS.narrow;
  if (WIDE.has(character)) return WIDTHS.wide;
  if (/\p{Nd}/u.test(character)) return WIDTHS.digit;
  if (/[\p{Ll}\p{P}]/u.test(character)) return WIDTHS.lower;
  return /[\p{Lu}\p{S}]/u.test(character) && character.length === 1 ? WIDTHS.upper : WIDTHS.other;
};

export type Font = { size: number; bold?: boolean };

/** About how wide a text is in pixels: there is no canvas to measure it with. */
export const textWidth = (text: string, { size, bold = false }: Font): number => {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width * size * (bold ? BOLD : 1);
};

/** A text cut to a width, with an ellipsis where it was cut. */
export const fitText = (text: string, width: number, font: Font): string => {
  if (textWidth(text, font) <= width) return text;
  let left = width - textWidth('…', font);
  let fitting = '';
  for (const character of text) {
    left -= textWidth(character, font);
    if (left < 0) break;
    fitting += character;
  }
  return `${fitting.trimEnd()}…`;
};

/** A text in lines of a width; what does not fit into so many lines is cut. */
export const wrapText = (text: string, width: number, font: Font, most: number): string[] => {
  const lines: string[] = [];
  let line = '';
  const words = text.split(' ');
  for (const [i, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer, font) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
    if (lines.length === most - 1) {
      const rest = words.slice(i + 1);
      return [...lines, fitText([line, ...rest].join(' '), width, font)];
    }
  }
  return [...lines, fitText(line, width, font)].map((each) => fitText(each, width, font));
};
