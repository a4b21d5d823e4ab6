import type { ReadSentence } from '../text/readAbstract.ts';
import type { Mention } from './linkPaper.ts';

/** An outcome as a paper names it. */
export type NamedOutcome = { text: string; id: string | null };

const PRIMARY =
  /(?:primary|main|principal|key) (?:efficacy |study |clinical )?(?:outcomes?|end-?\s?points?|variables?)(?: measures?| variables?)?(?: \([^)]*\))? (?:was|were|is|are|included|measured was)(?: the)? (?<name>[^.;:()]{4,110})/i;
/** What begins another thought behind the name of an outcome. */
const END =
  /\s+(?:at|after|during|from|between|assessed|measured|as|defined|which|using|by|within|over|in the|on day|and (?:the )?secondary|with)\b.*$/i;

/**
 * The outcomes on which a paper reports: concepts named in its results and conclusion, each by its
 * longest name there, and the primary outcome where that is none of them.
 */
export const findOutcomes = (
  sentences: readonly ReadSentence[],
  mentions: readonly Mention[],
): NamedOutcome[] => {
  const named = new Map<string, string>();
  for (const { id, matched, sentence } of mentions) {
    if (!['results', 'conclusion', 'unlabelled'].includes(sentence.section)) continue;
    if (matched.length > (named.get(id)?.length ?? 0)) named.set(id, matched);
  }
  const outcomes: NamedOutcome[] = [...named].map(([id, text]) => ({ text, id }));
  for (const { text } of sentences) {
    const name = PRIMARY.exec(text)?.groups?.name?.replace(END, '').replace(/,.*$/, '').trim();
    if (name && name.length >= 4 && !mentions.some(({ matched }) => name.includes(matched)))
      return [...outcomes, { text: name, id: null }];
  }
  return outcomes;
};
