import type { Read } from '../../domain/extraction.ts';
import type { ReadSentence } from '../text/readAbstract.ts';
import { plainText } from '../text/words.ts';
import { writeNumbers } from './spokenNumbers.ts';

const PEOPLE =
  '(?:patients?|participants?|subjects?|adults|children|women|men|males|females|volunteers?|individuals|people|persons|students|infants|newborns|neonates|girls|boys|adolescents|residents|physicians|practitioners|employees|outpatients|inpatients|mothers|couples|athletes|nurses|smokers|survivors|workers|drinkers|parturients|primiparas?|primigravidas?|veterans|households|families|teachers|soldiers|seniors|elderly|members|cases|housewives|rats|mice|rabbits|dogs|cats|pigs|piglets|sheep|calves|cows|horses|animals|users|youths?|players|runners|cyclists|dyads|babies|caregivers|parents|offspring|pregnancies|respondents|persons|ladies|toddlers|schoolchildren|preschoolers|teenagers|learners|trainees|donors|recipients|school children)';
/** Up to so many words may stand between a number and whom it counts. */
const BETWEEN = String.raw`(?:(?:type\s\d|(?!\d)[^\s;:.]+)\s+){0,8}?`;
const COUNTED = new RegExp(
  String.raw`(?<![\d.,/-]|\btype )(\d{1,6})(?!\s?(?:\(\d[\d.]*\s?%|%|(?:per ?cent|years?|weeks?|months?|days?|hours?|min|mg|g|ml|kg|cm|mm|sessions?|centers?|centres?|hospitals?|sites?|groups?|arms?)\b|\.\d|:|\/|\s?[-–]\s?\d))\s+${BETWEEN}(${PEOPLE})\b`,
  'gi',
);
const IN_BRACKETS = /\(?\b[nN]\s?=\s?(\d{1,6})(?![\d/.])/g;
const BEHIND = new RegExp(
  String.raw`\b${PEOPLE} (?:\(|(?:was|were) )(\d{1,6})(?:\)|\b(?![.,]?\d|\s?(?:%|years|to|[-–])))`,
  'gi',
);

const ENTERED =
  /\b(?:randomi[sz]ed|randomly|assigned|allocated|enrol(?:l)?ed|recruited|included|participated|took part|entered|consisted|comprised|sample of|sample|divided|received|selected|involved|involving|consented|undergoing|underwent|a total of|studied|in this (?:study|trial)|completed a randomi[sz]ed|delivered to|analysed|crossover)\b/i;
const RANDOM = /\brandomi[sz]ed|randomly|assigned|allocated/i;
const PLANNED =
  /\bwill\b|\bplanned|sample size (?:was|of|is) (?:calculated|estimated|required)|are (?:being )?recruit|we aim to|to be (?:recruited|enrol|included|randomi)|accrual of|required (?:to|sample)|(?:are|were|is) required|power (?:of|to)/i;
const NOT_ENTERED =
  /\b(?:screened|eligible|approached|invited|assessed for eligibility|attended|contacted|potential|declined|refused|excluded|initially (?:were )?evaluated|registered|attempting)\b/i;
const LATER =
  /\b(?:completed|complete data|analy[sz]ed|evaluable|withdrew|withdrawn|dropped|lost to|discharged|died|responded|available for|were included in the (?:final )?analysis|discontinued|remained|finished|returned|reported|experienced|developed|showed|expressed)\b/i;
const EACH = /\b(?:in each|per|each)\b/i;

type Candidate = { value: number; score: number; sentence: ReadSentence };

const SECTION: Readonly<Record<ReadSentence['section'], number>> = {
  methods: 2,
  unlabelled: 2,
  results: 1.2,
  title: 0.5,
  objective: 0.8,
  background: -1,
  conclusion: -1,
  other: -0.5,
};

/** What is said of a number shortly before and behind it, in its own sentence. */
const scoreOf = (text: string, from: number, to: number): number => {
  const before =
    text
      .slice(Math.max(0, from - 60), from)
      .split(/[;,]\s/)
      .at(-1) ?? '';
  const behind = text.slice(to, to + 70).split(/[;.]/)[0] ?? '';
  const around = `${before} ${behind}`;
  let score = 0;
  if (/\ba total of\s*$|\baltogether\s*$|\boverall,?\s*$|\ball\s*$|\bin total,?\s*$/i.test(before))
    score += 1.5;
  if (ENTERED.test(around)) score += 1.5;
  if (RANDOM.test(behind) || /randomi[sz]ed\s*$/i.test(before)) score += 1;
  if (NOT_ENTERED.test(around) && !RANDOM.test(behind)) score -= 2;
  if (LATER.test(behind) || /\b(?:completed by|data (?:from|for)|available for)\s*$/i.test(before))
    score -= 1.5;
  if (EACH.test(behind.slice(0, 25)) || /\beach\b.{0,20}$/i.test(before)) score -= 2;
  if (/\b(?:groups?|arms?) (?:of|included|consisted of|comprised|\w+ included)?\s*$/i.test(before))
    score -= 2;
  if (
    /^\s*(?:in|to|received|assigned to|were assigned to|with|on) (?:the )?(?:[\w-]+ ){0,3}(?:group|arm|placebo)/i.test(
      behind,
    )
  )
    score -= 1.5;
  if (/\bof (?:the|these|whom|which)?\s*$/i.test(before) && !/enrol|randomi/i.test(behind))
    score -= 0.7;
  if (/\b(?:and|,)\s*$/.test(before)) score -= 0.7;
  if (/\bremaining\s*$/i.test(before)) score -= 2;
  if (/(?:aged?|than|least|day|week|month|year|group|phase|type|stage|grade)\s*$/i.test(before))
    score -= 2;
  return score;
};

const candidatesIn = (sentence: ReadSentence): Candidate[] => {
  const text = writeNumbers(plainText(sentence.text));
  if (PLANNED.test(text) && !/\bwas(?:\s\w+)? \d|were (?:enrolled|recruited|randomi)/i.test(text))
    return [];
  // Short papers tell what they did in their first sentences, whatever stands above them.
  const isOwn = sentence.section === 'background' && /\b(?:we|this study|our)\b/i.test(text);
  const base = isOwn ? 1.5 : SECTION[sentence.section];
  const found: Candidate[] = [];
  for (const match of text.matchAll(COUNTED)) {
    const value = Number(match[1]);
    const end = match.index + match[0].length;
    const length = match[0].split(/\s+/).length;
    const isYear = value >= 1950 && value <= 2030 && !/\d,\d/.test(sentence.text);
    if (value < 2 || isYear) continue;
    // "groups of 20" is a part; words that begin something else part the number from the people.
    if (
      /\b(?:of the|and|in|with|from|were|was|groups?|arms?|sites?|centers?|centres?|hospitals?|years?|of|to|or|for|who|that)\b/i.test(
        match[0].slice(match[1]?.length ?? 0, -1),
      )
    )
      continue;
    found.push({
      value,
      score: base + 1 - 0.12 * length + scoreOf(text, match.index, end),
      sentence,
    });
  }
  for (const match of text.matchAll(BEHIND))
    found.push({
      value: Number(match[1]),
      score: base + scoreOf(text, match.index, match.index + match[0].length),
      sentence,
    });
  const bracketed = [...text.matchAll(IN_BRACKETS)];
  for (const match of bracketed) {
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    const isWhole =
      new RegExp(`${PEOPLE}\\W{0,3}$`, 'i').test(before) ||
      (/\bN\s?=/.test(match[0]) && bracketed.length === 1);
    const isPart =
      /\b(?:group|arm|placebo|control)s?\W{0,3}$/i.test(before) || bracketed.length > 1;
    found.push({
      value: Number(match[1]),
      score:
        base +
        (isWhole ? 0.8 : -0.8) -
        (isPart ? 1 : 0) +
        scoreOf(text, match.index, match.index + match[0].length) * 0.5,
      sentence,
    });
  }
  return found;
};

const NAMED_GROUPS = /\b[nN]\s?=\s?(\d{1,5})(?![\d/.])/g;

/** The sum of groups told one by one, "(n = 74) ... (n = 76)", where no total is told. */
const sumOfGroups = (sentences: readonly ReadSentence[]): Candidate | null => {
  for (const sentence of sentences) {
    if (!['methods', 'unlabelled', 'results'].includes(sentence.section)) continue;
    const text = writeNumbers(plainText(sentence.text));
    const sizes = [...text.matchAll(NAMED_GROUPS)].map(([, size]) => Number(size));
    if (
      sizes.length >= 2 &&
      sizes.length <= 8 &&
      /group|arm|placebo|control|received|treated|randomi|versus|\bor\b/i.test(text) &&
      !PLANNED.test(text)
    ) {
      const [all, most] = [sizes.reduce((sum, size) => sum + size, 0), Math.max(...sizes)];
      // "(N = 638) ... (N = 320) ... (N = 318)": the first is the sum already.
      const isTotal =
        sizes.length > 2 && sizes.includes(most) && Math.abs(all - 2 * most) <= 0.1 * most;
      return { value: isTotal ? most : all, score: 1.9, sentence };
    }
  }
  return null;
};

const TWO_GROUPS = [
  new RegExp(
    String.raw`(?<![\d.,/-])(\d{1,5}) ${BETWEEN}${PEOPLE}\b(?![^.;]{0,80}\bof (?:whom|these))[^.;]{0,60}\b(?:and|,|versus|vs\.?) (\d{1,5}) ${BETWEEN}${PEOPLE}\b (?:with|in|to|who|were|received|on|using)\b`,
    'i',
  ),
  /(?<![\d.,/-])(\d{1,5}) (?:\w+ )?(?:were|was) (?:randomi[sz]ed|randomly assigned|assigned|allocated) to [^.;\d]{1,60}\band (\d{1,5}) (?:were |was )?(?:\w+ )?(?:to|in)\b/i,
];

/** "102 were randomised to the intervention and 103 to the control arm" */
const sumOfTwo = (sentences: readonly ReadSentence[]): Candidate | null => {
  for (const sentence of sentences) {
    if (!['methods', 'unlabelled', 'results'].includes(sentence.section)) continue;
    const text = writeNumbers(plainText(sentence.text));
    for (const pattern of TWO_GROUPS) {
      const found = pattern.exec(text);
      const parts = [Number(found?.[1]), Number(found?.[2])] as const;
      if (!found || PLANNED.test(text) || parts.some((part) => part < 2 || Number.isNaN(part)))
        continue;
      const isOfMore =
        /\bof\b/i.test(text.slice(0, found.index)) &&
        /total of \d/i.test(text.slice(0, found.index));
      if (!isOfMore && !NOT_ENTERED.test(found[0]))
        return { value: parts[0] + parts[1], score: 3.6, sentence };
    }
  }
  return null;
};

/** A candidate with less than this is no number of people enrolled. */
const LEAST = 0.4;

/** How many were enrolled or randomised; null where that is not told, or only planned. */
export const readEnrolled = (sentences: readonly ReadSentence[]): Read<number> | null => {
  const told = sentences.flatMap(candidatesIn);
  const sum = sumOfGroups(sentences);
  const two = sumOfTwo(sentences);
  const all = [...told, ...(sum ? [sum] : []), ...(two ? [two] : [])];
  const best = all.reduce<Candidate | null>(
    (top, one) => (top && top.score >= one.score ? top : one),
    null,
  );
  if (!best || best.score < LEAST) return null;
  return {
    value: best.value,
    sentence: best.sentence.text,
    confidence: Math.round(100 * Math.min(0.97, 0.45 + 0.1 * best.score)) / 100,
  };
};
