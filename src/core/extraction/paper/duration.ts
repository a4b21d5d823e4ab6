import type { Read } from '../../domain/extraction.ts';
import type { ReadSentence } from '../text/readAbstract.ts';
import { plainText } from '../text/words.ts';
import { writeNumbers } from './spokenNumbers.ts';

const SPAN = String.raw`(\d+(?:\.\d+)?(?:\s?(?:-|to)\s?\d+)?)[\s-]?(hours?|days?|weeks?|wks?|months?|years?)`;
const WAYS: readonly (readonly [number, RegExp])[] = [
  [
    0.9,
    new RegExp(
      String.raw`\b(?:treated|treatment|therapy|received|receive|administered|given|taken|took|daily|day|supplement\w*|randomi[sz]ed|programme?|training|exercise\w*|intervention|placebo|once|twice|weekly|regimen|consumed)\b[^.;]{0,60}\b(?:for|over|during|lasting|of)\s(?:a (?:period|total) of\s|up to\s|the\s|an?\s)?${SPAN}\b(?!\s?(?:follow|before|after|prior|old|later|apart|previous))`,
      'i',
    ),
  ],
  [
    0.85,
    new RegExp(
      String.raw`\b${SPAN}[\s,-]+(?:[\w-]+[\s,]+){0,4}?(?:treatment|trial|study|intervention|program(?:me)?|course|therapy|regimen|period|training|supplementation|diet)\b`,
      'i',
    ),
  ],
  [
    0.7,
    new RegExp(
      String.raw`\bfor\s(?:a (?:period|total) of\s|up to\s)?${SPAN}\b(?!\s?(?:follow|before|after|prior|old))`,
      'i',
    ),
  ],
];

/** How long treatment lasted, in the paper's words; null where it does not say. */
export const readDuration = (sentences: readonly ReadSentence[]): Read<string> | null => {
  for (const section of ['methods', 'unlabelled', 'title', 'objective', 'results'] as const)
    for (const [confidence, pattern] of WAYS)
      for (const sentence of sentences) {
        if (sentence.section !== section) continue;
        const found = pattern.exec(writeNumbers(plainText(sentence.text)));
        if (!found?.[1] || !found[2] || /wash-?out/i.test(found[0])) continue;
        const unit = found[2]
          .toLowerCase()
          .replace(/^wks?$/, 'weeks')
          .replace(/s$/, '');
        const amount = found[1].replace(/\s?(?:-|to)\s?/, '-');
        return {
          value: `${amount} ${unit}${amount === '1' ? '' : 's'}`,
          sentence: sentence.text,
          confidence: section === 'results' ? 0.6 * confidence : confidence,
        };
      }
  return null;
};
