import type { ExtractedArm, Read } from '../../domain/extraction.ts';
import type { Study } from '../../domain/study.ts';
import type { ReadSentence } from '../text/readAbstract.ts';
import { plainText } from '../text/words.ts';
import { findDoses } from './doses.ts';
import type { LinkPaper } from './linkPaper.ts';

const SECTIONS = ['title', 'methods', 'unlabelled', 'objective'];
/** Words behind or before which no treatment's name goes on. */
const STOP =
  /^(?:received?|receiving|to|with|either|of|or|and|versus|vs|than|plus|by|from|the|an?|were|was|daily|oral|orally|in|on|at|dose|doses|dosage|treatment|given|administered|intravenous|iv|every|for|after|before|then|followed|group|groups|containing|using|single|total|placebo|patients|is|are|day|as|up|took|taking|take|intake|per|followed|between|over|under|when|each|both|not|all|one|two|three|include[ds]?|including|contained|contains|provided|approximately|about|initial|maximum|mean|median|target|additional)$/i;
const NAME = /^[A-Za-z][\p{L}\p{N}'’-]{2,}$/u;
const MOST_WORDS = 3;

/** The words that name a treatment next to its dose: "gabapentin 300 mg", "300 mg of gabapentin". */
const nameBeside = (before: string, behind: string): string | null => {
  const last = before.split(/[,;:()[\]/]/).at(-1) ?? '';
  const isParted = /[,;:()[\]]\s*$/.test(before.slice(0, before.length));
  const words = (
    isParted
      ? (before
          .replace(/[,;:(]\s*$/, '')
          .split(/[,;:()[\]/]/)
          .at(-1) ?? '')
      : last
  )
    .trim()
    .split(/\s+/);
  const name: string[] = [];
  for (const word of words.toReversed()) {
    if (name.length >= MOST_WORDS || STOP.test(word) || !NAME.test(word)) break;
    name.unshift(word);
  }
  if (name.length > 0) return name.join(' ');
  const after: string[] = [];
  for (const word of (behind.split(/[,;:()[\]./]/)[0] ?? '')
    .trim()
    .replace(/^of\s+/, '')
    .split(/\s+/)) {
    if (after.length >= MOST_WORDS || STOP.test(word) || !NAME.test(word)) break;
    after.push(word);
  }
  return after.length > 0 ? after.join(' ') : null;
};

const CONTROL_NAMES: Partial<Record<Study['control'], string>> = {
  placebo: 'placebo',
  'usual-care': 'usual care',
  none: 'no treatment',
};

/** The arms that a paper tells: treatments with their doses, then those told without, then the control. */
export const readArms = (
  sentences: readonly ReadSentence[],
  link: LinkPaper,
  control: Read<Study['control']> | null,
  interventions: readonly { id: string; matched: string }[],
): ExtractedArm[] => {
  const arms: ExtractedArm[] = [];
  const isKnown = ({ name, intervention, dose }: ExtractedArm): boolean =>
    arms.some(
      (one) =>
        (one.name.toLowerCase() === name.toLowerCase() ||
          (intervention !== null && one.intervention === intervention)) &&
        JSON.stringify(one.dose?.value) === JSON.stringify(dose?.value),
    );
  const add = (arm: ExtractedArm): void => {
    if (!isKnown(arm)) arms.push(arm);
  };
  for (const sentence of sentences.filter(({ section }) => SECTIONS.includes(section))) {
    const text = plainText(sentence.text);
    let last: string | null = null;
    for (const { dose, from, to } of findDoses(sentence.text)) {
      const before = text.slice(Math.max(0, from - 80), from);
      const beside: string | null = nameBeside(before, text.slice(to, to + 60));
      // "gabapentin 300 mg or 600 mg": the second dose is of the same.
      const name: string | null = beside ?? (/(?:\bor|\band|,)\s*$/.test(before) ? last : null);
      if (name === null) continue;
      last = name;
      const intervention = link(name).interventions[0]?.id ?? null;
      add({
        name,
        intervention,
        dose: { value: dose, sentence: sentence.text, confidence: intervention ? 0.9 : 0.7 },
      });
    }
  }
  for (const { id, matched } of interventions)
    if (!arms.some(({ intervention }) => intervention === id))
      add({ name: matched, intervention: id, dose: null });
  const other = control && CONTROL_NAMES[control.value];
  if (other) add({ name: other, intervention: null, dose: null });
  return arms;
};
