import type { ReadAbstract, ReadSentence } from '../text/readAbstract.ts';
import { stemWord } from '../text/stem.ts';
import { type Abbreviations, type Match, matchPhrase, type Phrase } from './phrase.ts';

/** Which group of a trial a word speaks of: the one treated, or the one compared with. */
export type Role = 'I' | 'C' | null;

const stems = (words: string): Set<string> => new Set(words.split(' ').map(stemWord));
/** Words for the group compared with, where the comparator is one. */
const CONTROL = stems(
  'control controls placebo sham usual standard conventional untreated comparator routine waitlist waiting vehicle dummy traditional',
);
/** Of these, words that are said of a group compared with and of nothing else. */
const PLAIN_CONTROL = stems('control controls placebo sham untreated waitlist vehicle dummy');
const TREATED = stems(
  'intervention experimental treatment treated active study trial intervened trained verum test',
);
const GROUP = stems(
  'group groups arm arms participants patients subjects children women men individuals cohort condition',
);
/** Words of names that tell no group from another. */
const GENERIC = stems(
  'treatment therapy group arm dose doses dosage daily day days week weeks month months year years mg g ml kg mcg once twice time times hour hours min administration administered oral given received receive receiving use using used program programme intervention patients participants subjects women men children study condition plus combined combination infusion injection level baseline high low after before only alone no without effect addition standard phase session sessions trial post pre based per minute intravenous data care either or same plus first second',
);
const WITHOUT = new Set(['no', 'without', 'non', 'not']);
const LABEL = /^(?:[A-Z]{1,2}\d?|[1-6]|I{1,3}|IV)$/;

const label = (sentence: ReadSentence, at: number): string | null => {
  const [word, next] = [sentence.words[at], sentence.words[at + 1]];
  return word && next && GROUP.has(word.stem) && LABEL.test(next.raw) ? next.raw : null;
};

/** The label of a group that a word is: "A" in "group A", "2" in "groups 1 and 2". */
const labelAt = (sentence: ReadSentence, at: number): string | null => {
  const own = label(sentence, at - 1);
  if (own) return own;
  const isSecond =
    label(sentence, at - 3) !== null &&
    /^(?:and|or|vs|versus|,)$/.test(sentence.words[at - 1]?.folded ?? '');
  const raw = sentence.words[at]?.raw ?? '';
  return isSecond && LABEL.test(raw) ? raw : null;
};

/** Group labels ("Group A") and the words that are said next to them where the groups are told. */
const readLabels = (read: ReadAbstract): Map<string, Map<string, number>> => {
  const labels = new Map<string, Map<string, number>>();
  for (const sentence of read.sentences) {
    if (sentence.section === 'results' || sentence.section === 'conclusion') continue;
    sentence.words.forEach((_, at) => {
      const name = label(sentence, at);
      if (!name) return;
      const near = labels.get(name) ?? new Map<string, number>();
      for (let place = at - 8; place <= at + 12; place += 1) {
        const word = sentence.words[place];
        // Another group's label ends what is said of this one.
        if (place > at + 1 && label(sentence, place)) break;
        if (place < at && label(sentence, place)) near.clear();
        const weight = place < at ? 0.5 : 1;
        if (word) near.set(word.stem, Math.max(near.get(word.stem) ?? 0, weight));
      }
      labels.set(name, near);
    });
  }
  return labels;
};

export type RoleFinder = (sentence: ReadSentence) => Role[];

type Sides = {
  treated: Phrase;
  control: Phrase;
  onlyTreated: ReadonlySet<string>;
  onlyControl: ReadonlySet<string>;
  isControlled: boolean;
};

/** What each group label stands for, by the words that are said of it. */
const settleLabels = (read: ReadAbstract, sides: Sides): Map<string, Role> => {
  const settled = new Map<string, Role>();
  const weigh = (near: ReadonlyMap<string, number>, telling: ReadonlySet<string>, phrase: Phrase) =>
    [...telling].reduce(
      (sum, stem) => sum + (near.get(stem) ?? 0) * (phrase.stems.get(stem) ?? 0),
      0,
    ) / Math.sqrt(Math.max(0.2, phrase.total));
  for (const [name, near] of readLabels(read)) {
    const saysControl = sides.isControlled && [...CONTROL].some((stem) => near.has(stem));
    const treated = weigh(near, sides.onlyTreated, sides.treated);
    const control = weigh(near, sides.onlyControl, sides.control) + (saysControl ? 0.4 : 0);
    if (Math.abs(treated - control) > 0.1) settled.set(name, treated > control ? 'I' : 'C');
  }
  return settled;
};

/** Words of a name as common as this are said of both groups. */
const LEAST_RARITY = 0.22;

/** The words of a name that the other has not: rare ones where there are any, else all. */
const telling = (phrase: Phrase, other: Phrase): Set<string> => {
  const own = [...phrase.stems].filter(([stem]) => !other.stems.has(stem) && !GROUP.has(stem));
  const rare = own.filter(([stem, rarity]) => !GENERIC.has(stem) && rarity >= LEAST_RARITY);
  const named = own.filter(([stem]) => !GENERIC.has(stem));
  const chosen = rare.length > 0 ? rare : named.length > 0 ? named : own;
  return new Set(chosen.map(([stem]) => stem));
};

/** "no morphine", "without tourniquet": the name is that of the other group. */
const isWithout = (phrase: Phrase): boolean =>
  WITHOUT.has(phrase.words[0] ?? '') || phrase.words.includes('without');

/**
 * Tells of each word of a sentence which group it names, by the words that only the intervention
 * or only the comparator has, by group labels, and by words such as "control".
 */
export const createRoleFinder = (
  read: ReadAbstract,
  intervention: Phrase,
  comparator: Phrase,
): RoleFinder => {
  const abbreviations: Abbreviations = read.abbreviations;
  const plainControl = isWithout(comparator) && !isWithout(intervention);
  const plainTreated = isWithout(intervention) && !isWithout(comparator);
  // What one group goes without is what the other has.
  const onlyTreated = plainTreated
    ? new Set<string>()
    : new Set(
        plainControl
          ? [...intervention.stems.keys()].filter((stem) => !GENERIC.has(stem))
          : telling(intervention, comparator),
      );
  const onlyControl = plainControl
    ? new Set<string>()
    : new Set(
        plainTreated
          ? [...comparator.stems.keys()].filter((stem) => !GENERIC.has(stem))
          : telling(comparator, intervention),
      );
  const isControl = (phrase: Phrase) => [...CONTROL].some((stem) => phrase.stems.has(stem));
  const treatedIsControl = intervention.words.slice(0, 4).some((stem) => PLAIN_CONTROL.has(stem));
  const isControlled = isControl(comparator) || !treatedIsControl;
  const labels = settleLabels(read, {
    treated: intervention,
    control: comparator,
    onlyTreated,
    onlyControl,
    isControlled,
  });
  return (sentence) => {
    const inTreated: Match = matchPhrase(intervention, sentence.words, abbreviations);
    const inControl: Match = matchPhrase(comparator, sentence.words, abbreviations);
    const roles = sentence.words.map(({ stem }, at): Role => {
      const name = labelAt(sentence, at);
      const labelled = name ? labels.get(name) : undefined;
      if (labelled) return labelled;
      const treated = (inTreated.at[at] ?? []).filter((one) => onlyTreated.has(one));
      const control = (inControl.at[at] ?? []).filter((one) => onlyControl.has(one));
      if (treated.length > 0 && control.length === 0) return 'I';
      if (control.length > 0 && treated.length === 0) return 'C';
      if (treated.length > 0) return null;
      if (CONTROL.has(stem)) return treatedIsControl && !isControlled ? 'I' : 'C';
      const next = sentence.words[at + 1]?.stem ?? '';
      const second = sentence.words[at + 2]?.stem ?? '';
      // "the treatment group"; "the treatment and control arms"
      const isBeside = /^(?:and|or|vs|versus)$/.test(next) && CONTROL.has(second);
      if (TREATED.has(stem) && (GROUP.has(next) || isBeside))
        return treatedIsControl && !isControlled ? 'C' : 'I';
      return null;
    });
    if (!plainControl && !plainTreated) return roles;
    const other = plainControl ? 'I' : 'C';
    return roles.map((role, at) =>
      role === other &&
      [1, 2].some((back) => WITHOUT.has(sentence.words[at - back]?.folded ?? '')) &&
      sentence.words[at - 1]?.folded !== ','
        ? other === 'I'
          ? 'C'
          : 'I'
        : role,
    );
  };
};
