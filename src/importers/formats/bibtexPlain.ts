const ABSTRACT = /[,\n]\s{0,40}abstract\s{0,40}=\s{0,40}\{/gi;

/** Where the braces that are open at a place are closed; -1 where they are not. */
const closingBrace = (text: string, from: number): number => {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) at += 1;
    else if (code === 0x7b) depth += 1;
    else if (code === 0x7d) {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
};

/** Text with no more of TeX than escaped signs and ends of paragraphs, as programs write it. */
const PLAIN =
  /^(?:[^\\{}$~`'-]|\\[&%#_${}]|\\text(?:less|greater|asciitilde|asciicircum|backslash)\{\}|\\par(?![a-zA-Z])|['`-](?:\{\})?(?!['`-]))*$/;

const SIGNS: Readonly<Record<string, string>> = {
  less: '<',
  greater: '>',
  asciitilde: '~',
  asciicircum: '^',
  backslash: '\\',
};

const decodePlain = (text: string): string =>
  text.replace(
    /\\text(less|greater|asciitilde|asciicircum|backslash)\{\}|\\par ?|\\(.)|\{\}|\n[ \t]*\n/g,
    (whole, sign, escaped) => {
      if (sign !== undefined) return SIGNS[sign] ?? '';
      if (escaped !== undefined) return escaped;
      return whole === '{}' ? '' : '\n';
    },
  );

/**
 * Takes the abstract out of an entry where it is plain text. The parser of TeX takes ten times as
 * long over it as over all the rest.
 */
export const takePlainAbstract = (entry: string): { rest: string; abstract: string | null } => {
  ABSTRACT.lastIndex = 0;
  const found = ABSTRACT.exec(entry);
  if (found === null) return { rest: entry, abstract: null };
  const start = ABSTRACT.lastIndex;
  const end = closingBrace(entry, start);
  const value = end < 0 ? '' : entry.slice(start, end);
  if (end < 0 || !PLAIN.test(value)) return { rest: entry, abstract: null };
  return { rest: `${entry.slice(0, start)}${entry.slice(end)}`, abstract: decodePlain(value) };
};
