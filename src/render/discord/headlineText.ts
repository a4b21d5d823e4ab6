import { escapeWithin } from './safeText.ts';

/** Longer than this, a headline is told part by part. */
const ONE_BREATH = 260;

/** The bottom line: bold; a long one a line for each of its parts, the first of them bold. */
export const headlineText = (headline: string, room: number): string => {
  if (headline.length <= ONE_BREATH) return `**${escapeWithin(headline, room)}**`;
  const shown = escapeWithin(headline, room);
  const [lead = '', ...parts] = shown.split(/(?<=;) |(?<=[a-z)]\.) (?=\p{Lu})/u);
  // What stands before the first colon says what all the parts are about.
  const colon = lead.indexOf(': ');
  const first =
    colon === -1 ? `**${lead}**` : `**${lead.slice(0, colon + 1)}** ${lead.slice(colon + 2)}`;
  return [first, ...parts].join('\n');
};
