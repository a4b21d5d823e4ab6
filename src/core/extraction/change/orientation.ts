import type { View } from './view.ts';

const signOfRole = (role: string | null | undefined): -1 | 0 | 1 =>
  role === 'I' ? 1 : role === 'C' ? -1 : 0;

/**
 * Whom a word such as "higher" is said of: 1 the intervention, -1 the comparator, 0 not told.
 * "lower in control than treatment" is -1, "lower than in controls" is 1.
 */
export const orientationAt = ({ words, cues, roles }: View, at: number): -1 | 0 | 1 => {
  // Behind "than" stands who is compared with.
  for (let place = at + 1; place < words.length; place += 1) {
    if (words[place]?.folded === ';') break;
    if (cues[place] !== 'than') continue;
    for (let next = place + 1; next < Math.min(words.length, place + 14); next += 1) {
      if (roles[next]) return roles[next] === 'I' ? -1 : 1;
      if (words[next]?.folded === ';') break;
    }
    break;
  }
  // "higher in the treatment group"
  for (let place = at + 1; place < Math.min(words.length, at + 16); place += 1) {
    // "an improvement between A and B" tells of neither.
    if (/^(?:;|between)$/.test(words[place]?.folded ?? '') || cues[place] === 'than') break;
    if (roles[place]) return signOfRole(roles[place]);
  }
  // "the treatment group had higher"; "compared with controls, ... was higher"
  for (let place = at - 1; place >= 0; place -= 1) {
    if (!roles[place]) continue;
    const start = Math.max(0, place - 5);
    const isBehindThan = cues.slice(start, place).includes('than');
    const sign = signOfRole(roles[place]);
    return (isBehindThan ? -sign : sign) as -1 | 0 | 1;
  }
  return 0;
};
