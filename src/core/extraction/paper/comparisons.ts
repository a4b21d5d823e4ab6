import type { Read } from '../../domain/extraction.ts';
import type { Study } from '../../domain/study.ts';
import type { ReadSentence } from '../text/readAbstract.ts';
import { plainText } from '../text/words.ts';
import type { Mention } from './linkPaper.ts';

/** A treatment and what it is compared with, as a paper names them. */
export type Pair = { intervention: { text: string; id: string | null }; comparator: string };

const CONTROLS: Readonly<Record<Study['control'], string>> = {
  placebo: 'placebo',
  'usual-care': 'usual care control',
  none: 'control',
  active: 'control',
  mixed: 'placebo control',
  unclear: 'control',
};

const TITLE_WAYS: readonly RegExp[] = [
  /(?:comparison of|comparing|compare)\s+(?<one>[^:?]{3,80}?)\s+(?:and|with|to|versus|vs\.?)\s+(?<two>[^:?]{3,80}?)(?:\s+(?:in|for|on|as|among|during|after)\b|[:?.]|$)/i,
  /^(?<one>[^:?]{3,90}?)\s+(?:versus|vs\.?|compared (?:with|to))\s+(?<two>[^:?]{3,80}?)(?:\s+(?:in|for|on|as|among|during|after)\b|[:?.]|$)/i,
  /(?:effects?|efficacy|effectiveness|impact|influence|benefits?|safety|evaluation|role|use) of\s+(?:an?\s|the\s)?(?<one>[^:?]{3,90}?)\s+(?:on|in|for|as|among|during|after|to)\b/i,
  /^(?<one>[^:?]{3,80}?)\s+(?:improves?|reduces?|increases?|decreases?|prevents?|for|does not|attenuates?|enhances?)\b/i,
];

/** The treatments of a title: "X versus Y in ...", "effect of X on ...". */
export const treatmentsOfTitle = (title: string): { one: string; two: string | null } | null => {
  for (const way of TITLE_WAYS) {
    const groups = way.exec(plainText(title))?.groups;
    if (groups?.one) return { one: groups.one.trim(), two: groups.two?.trim() ?? null };
  }
  return null;
};

/** Which treatments a paper compares with what; the one named first is the one tested. */
export const findPairs = (
  sentences: readonly ReadSentence[],
  interventions: readonly Mention[],
  control: Read<Study['control']> | null,
): Pair[] => {
  const title = sentences.find(({ section }) => section === 'title')?.text ?? '';
  const other = CONTROLS[control?.value ?? 'unclear'];
  const unique = interventions.filter(
    ({ id }, i) => interventions.findIndex((one) => one.id === id) === i,
  );
  const named = treatmentsOfTitle(title);
  const [first, second] = unique;
  const isActive = control === null || control.value === 'active';
  if (first && second && isActive)
    return [{ intervention: { text: first.matched, id: first.id }, comparator: second.matched }];
  if (first)
    return unique.map(({ matched, id }) => ({
      intervention: { text: matched, id },
      comparator: isActive && named?.two ? named.two : other,
    }));
  return named
    ? [{ intervention: { text: named.one, id: null }, comparator: named.two ?? other }]
    : [];
};
