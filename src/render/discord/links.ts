import type { AnswerSource } from '../../core/domain/answer.ts';
import { LIMITS } from './limits.ts';
import { clean, escapeText } from './safeText.ts';

/** A link that Discord shows as a link and that leads where it says; null for anything else. */
export const safeUrl = (url: string): string | null => {
  const parsed = URL.parse(url);
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol)) return null;
  if (parsed.username !== '' || parsed.password !== '') return null;
  const safe = parsed.href.replace(
    /[()<>[\]\\"'`*|\s]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return safe.length <= LIMITS.url ? safe : null;
};

/** How links are written: `quiet` ones, in angle brackets, unfold nothing outside of embeds. */
export type LinkStyle = 'masked' | 'quiet';

/** A masked link; the label alone where the address is not fit for one. */
export const link = (label: string, url: string, style: LinkStyle = 'masked'): string => {
  // Brackets in a label end it too early, escaped or not.
  const shown = escapeText(clean(label).replaceAll('[', '(').replaceAll(']', ')'));
  const safe = safeUrl(url);
  if (safe === null) return shown;
  return style === 'quiet' ? `[${shown}](<${safe}>)` : `[${shown}](${safe})`;
};

const URL_TOKEN = /https?:\/\/[^\s<>"]+[^\s<>".,:;!?)]/g;

/**
 * The text of a note of our own, its bare addresses as links by the name of their site. Never for
 * a text that repeats what somebody asked.
 */
export const escapeLinked =
  (style: LinkStyle) =>
  (text: string): string => {
    const plain = clean(text);
    let from = 0;
    let shown = '';
    for (const { 0: url, index } of plain.matchAll(URL_TOKEN)) {
      const host = URL.parse(url)?.hostname.replace(/^www\./, '');
      shown += `${spaced(plain.slice(from, index))}${host ? link(host, url, style) : escapeText(url)}`;
      from = index + url.length;
    }
    return shown + spaced(plain.slice(from));
  };

/** Escaped, with the spaces at its ends kept. */
const spaced = (text: string): string => {
  const [, before = '', , after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return before + escapeText(text) + after;
};

export type Sources = ReadonlyMap<number, AnswerSource>;

export const sourcesByNumber = (sources: readonly AnswerSource[]): Sources =>
  new Map(sources.map((source) => [source.n, source]));

/** The number of a source as a link to it. */
export const citationLink = (n: number, sources: Sources, style: LinkStyle): string => {
  const source = sources.get(n);
  return source ? link(String(n), source.url, style) : String(n);
};

/** "1, 2, 5–8": more than two in a row as a range. */
export const numbersText = (citations: readonly number[]): string => {
  const runs: [number, number][] = [];
  for (const n of [...new Set(citations)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === n - 1) last[1] = n;
    else runs.push([n, n]);
  }
  return runs
    .map(([from, to]) => (from === to ? `${from}` : `${from}${to - from > 1 ? '–' : ', '}${to}`))
    .join(', ');
};

/** " [1](…) [2](…)", or " \[1, 2\]" where links have no room; nothing for no citation. */
export const citationsText = (
  citations: readonly number[],
  sources: Sources,
  style: LinkStyle | 'numbers',
): string => {
  if (citations.length === 0) return '';
  return style === 'numbers'
    ? ` \\[${numbersText(citations)}\\]`
    : ` ${citations.map((n) => citationLink(n, sources, style)).join(' ')}`;
};
