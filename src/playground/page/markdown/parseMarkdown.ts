import { rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';

/** A node of what was written, as discord-markdown-parser gives it. */
export type MarkdownNode = { type: string; [key: string]: unknown };

type Rule = (typeof rulesExtended)[string];
type Parse = Parameters<Rule['parse']>[1];
type ParseState = Parameters<Rule['parse']>[2];

/** What may stand before a heading, a subtext or a list: nothing, or the end of a line. */
const LINE_START = /^$|\n *$/;

/** `[text](https://…)` and `[text](<https://…>)`; Discord takes no other kind of address. */
const LINK =
  /^\[((?:\\.|\[[^[\]\n]*\]|[^[\]\\\n])+)\]\((?:<(https?:\/\/[^<>\s]+)>|(https?:\/\/(?:\([^\s()]*\)|[^\s()<>])+))(?:\s+"[^"\n]*")?\)/;

/** Lines that begin with a bullet or a number, and indented ones that go on with them. */
const BULLETS = /^ {0,3}[-*] +[^\n]+(?:\n *[-*] +[^\n]+|\n {2,}\S[^\n]*)*(\n|$)/;
const NUMBERS = /^ {0,3}\d{1,9}\. +[^\n]+(?:\n *\d{1,9}\. +[^\n]+|\n {2,}\S[^\n]*)*(\n|$)/;
const ITEM = /^( *)(?:[-*]|(\d{1,9})\.) +(.*)$/;

const atLineStart =
  (regex: RegExp): Rule['match'] =>
  (source, _state, previous) =>
    LINE_START.test(previous) ? regex.exec(source) : null;

type Item = { content: unknown; lists: MarkdownNode[] };

/** The lines of a list as nested lists, by how far each is indented. */
const parseList = (lines: readonly string[], parse: Parse, state: ParseState): MarkdownNode => {
  const [, margin = '', number] = ITEM.exec(lines[0] ?? '') ?? [];
  const items: Item[] = [];
  let text: string[] = [];
  let deeper: string[] = [];
  const close = (): void => {
    if (text.length === 0) return;
    items.push({
      content: parse(text.join('\n'), { ...state, isInItem: true }),
      lists: deeper.length > 0 ? [parseList(deeper, parse, state)] : [],
    });
    text = [];
    deeper = [];
  };
  for (const line of lines) {
    const item = ITEM.exec(line);
    const isDeeper = item !== null && (item[1] ?? '').length > margin.length + 1;
    if (text.length > 0 && (isDeeper || (item === null && deeper.length > 0))) deeper.push(line);
    else if (item === null) text.push(line.trim());
    else {
      close();
      text = [item[3] ?? ''];
    }
  }
  close();
  return { type: 'list', isNumbered: number !== undefined, start: Number(number ?? 1), items };
};

const listOf = (regex: RegExp): Rule => ({
  order: 0,
  // Lists in lists stand on lines of their own: "- - -" is no list in a list.
  match: (source, state, previous) =>
    state.isInItem === true ? null : atLineStart(regex)(source, state, previous),
  parse: (capture, parse, state) =>
    parseList((capture[0] as string).replace(/\n$/, '').split('\n'), parse, state),
});

const link: Rule = {
  order: 17,
  match: (source) => LINK.exec(source),
  parse: (capture, parse, state) => ({
    content: parse(String(capture[1]), state),
    target: String(capture[2] ?? capture[3]).replace(/\\([^\w\s])/g, '$1'),
  }),
};

/** A code block takes the line break behind it along. */
const codeBlock: Rule = {
  ...(rulesExtended.codeBlock as Rule),
  match: (source, state) =>
    state.inline === true
      ? /^```(([a-z0-9_+\-.#]+?)\n+)?\n*([\s\S]+?)\n*```\n?/i.exec(source)
      : null,
};

const parser = SimpleMarkdown.parserFor({
  ...rulesExtended,
  // The library's own want a line break as the last group of what came before: after a quote
  // that is not so.
  heading: { ...rulesExtended.heading, match: atLineStart(/^(#{1,3}) +([^\n]+?)(\n|$)/) } as Rule,
  subtext: { ...rulesExtended.subtext, match: atLineStart(/^-# +([^\n]+?)(\n|$)/) } as Rule,
  bullets: listOf(BULLETS),
  numbers: listOf(NUMBERS),
  link,
  codeBlock,
});

/** The parsed texts of the last messages: the page is drawn anew at every key. */
const known = new Map<string, readonly MarkdownNode[]>();
const KNOWN_MAX = 500;

/** Discord's markdown as a tree. */
export const parseMarkdown = (text: string): readonly MarkdownNode[] => {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= KNOWN_MAX) known.clear();
  const nodes = parser(text, { inline: true }) as MarkdownNode[];
  known.set(text, nodes);
  return nodes;
};
