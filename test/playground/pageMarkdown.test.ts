import { describe, expect, it } from 'vitest';
import {
  type MarkdownNode,
  parseMarkdown,
} from '../../src/playground/page/markdown/parseMarkdown.ts';
import { plainText } from '../../src/playground/page/markdown/plainText.ts';
import { formatMoment, formatWritten } from '../../src/playground/page/markdown/timestamps.ts';

/** A tree as text, to read a test by: `strong(a)`. */
const outline = (nodes: readonly MarkdownNode[]): string =>
  nodes
    .map((node) => {
      if (node.type === 'text') return String(node.content);
      if (node.type === 'br') return '/';
      if (node.type === 'link')
        return `link(${outline(node.content as MarkdownNode[])} ${node.target})`;
      if (node.type === 'bullets' || node.type === 'numbers' || node.type === 'list') {
        const items = node.items as { content: MarkdownNode[]; lists: MarkdownNode[] }[];
        const drawn = items.map(({ content, lists }) => `[${outline(content)}${outline(lists)}]`);
        return `${node.isNumbered === true ? 'ol' : 'ul'}(${drawn.join('')})`;
      }
      if (Array.isArray(node.content)) return `${node.type}(${outline(node.content)})`;
      return `${node.type}(${node.content ?? node.fullName ?? node.id ?? node.timestamp ?? ''})`;
    })
    .join('');

describe('Discord’s markdown', () => {
  it.each([
    [
      '**b** *i* __u__ ~~s~~ `c` ||x||',
      'strong(b) em(i) underline(u) strikethrough(s) inlineCode(c) spoiler(x)',
    ],
    ['snake_case_word', 'snake_case_word'],
    ['# One\ntext\n## Two', 'heading(One)text/heading(Two)'],
    ['#no heading # here', '#no heading # here'],
    ['-# small\n-# again', 'subtext(small)subtext(again)'],
    ['> a\n> b\nc', 'blockQuote(a/b/)c'],
    ['> a\n# b', 'blockQuote(a/)heading(b)'],
    ['>>> a\nb', 'blockQuote(a/b)'],
    ['- a\n- b\nc', 'ul([a][b])c'],
    ['- a\n  - b\n  - c\n- d', 'ul([aul([b][c])][d])'],
    ['- a\n1. b\n2. c', 'ul([a])ol([b][c])'],
    ['a - b', 'a - b'],
    ['```js\nx = 1\n```\ny', 'codeBlock(x = 1)y'],
    [
      '<@123456789012345678> <#123456789012345678>',
      'user(123456789012345678) channel(123456789012345678)',
    ],
    ['</ask:123456789012345678> <t:5:R>', 'slashCommand(ask) timestamp(5)'],
    ['[[1]](<https://a.org/x_y>)', 'link([1] https://a.org/x_y)'],
    ['[a](https://a.org/(b)c "title")', 'link(a https://a.org/(b)c)'],
    ['\\*a\\* \\[b](https://c.org', '*a* [b](url(https://c.org)'],
  ])('%j is %s', (text, expected) => {
    expect(outline(parseMarkdown(text))).toBe(expected);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '//a.org',
    'ftp://a.org',
  ])('makes no link to %s', (address) => {
    expect(outline(parseMarkdown(`[x](${address}) [y](<${address}>)`))).not.toMatch(/\blink\(/);
  });

  it('leaves tags as text', () => {
    expect(outline(parseMarkdown('<img src=x onerror=alert(1)>'))).toBe(
      '<img src=x onerror=alert(1)>',
    );
  });

  it.each(['[a](', '[', '**a ', '> ', '- ', '||', '<', '`', '__*', '- a\n  ', '*_', '*a _b '])(
    'comes to an end on a long text of %j',
    (part) => {
      expect(plainText(part.repeat(4000 / part.length)).length).toBeGreaterThanOrEqual(0);
    },
  );

  it('comes to an end on marks in marks in marks', () => {
    const text = `${'*_'.repeat(900)}x${'_*'.repeat(900)}`;
    expect(plainText(text)).toContain('x');
  });

  it('is one plain line in a preview', () => {
    expect(plainText('# A\n- **b** [c](https://d.org)\n- e ||f||')).toBe('A b c e ▮▮▮');
  });
});

describe('moments', () => {
  const now = new Date('2026-11-22T12:00:00');
  const ago = (seconds: number): Date => new Date(now.getTime() - seconds * 1000);

  it.each([
    [5, '5 seconds ago'],
    [95, '2 minutes ago'],
    [7200, '2 hours ago'],
    [86_400, 'yesterday'],
    [-3600, 'in 1 hour'],
  ])('%i seconds before now is %s', (seconds, words) => {
    expect(formatMoment(ago(seconds), 'R', now)).toBe(words);
  });

  it('are told by the day they were', () => {
    expect(formatWritten(ago(60), now)).toBe('Today at 11:59');
    expect(formatWritten(ago(86_400), now)).toBe('Yesterday at 12:00');
    expect(formatWritten(ago(5 * 86_400), now)).toBe('17/11/2026 12:00');
  });

  it('take an unknown style for the usual one', () => {
    expect(formatMoment(now, 'x', now)).toBe(formatMoment(now, 'f', now));
  });
});
