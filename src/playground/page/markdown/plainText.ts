import { type MarkdownNode, parseMarkdown } from './parseMarkdown.ts';

const textOf = (node: MarkdownNode): string => {
  if (node.type === 'br' || node.type === 'newline') return ' ';
  if (node.type === 'spoiler') return '▮▮▮';
  if (node.type === 'user') return '@…';
  if (node.type === 'channel') return '#…';
  if (node.type === 'slashCommand') return `/${String(node.fullName)}`;
  if (node.type === 'everyone' || node.type === 'here') return `@${node.type}`;
  if (node.type === 'list') {
    const items = node.items as { content: MarkdownNode[]; lists: MarkdownNode[] }[];
    return items.map(({ content, lists }) => textOfAll([...content, ...lists])).join(' ');
  }
  if (Array.isArray(node.content)) return `${textOfAll(node.content as MarkdownNode[])} `;
  return String(node.content ?? node.name ?? '');
};

const textOfAll = (nodes: readonly MarkdownNode[]): string => nodes.map(textOf).join('');

/** A text without its marks, on one line: for previews and labels. */
export const plainText = (text: string): string =>
  textOfAll(parseMarkdown(text)).replace(/\s+/g, ' ').trim();
