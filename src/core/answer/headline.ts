import type { Certainty, EvidenceBody, Verdict } from '../domain/evidence.ts';
import { LEVELS } from '../grading/publishedRating.ts';
import { type Knowledge, labelOf } from './knowledge.ts';
import { basisOf, statementOf } from './statement.ts';
import { capitalise, countOf, listFirst, listOf, plural, wasOrWere } from './words.ts';

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  helps: 'helps',
  'probably-helps': 'probably helps',
  'may-help': 'may help',
  mixed: 'results are mixed',
  'no-clear-effect': 'no clear effect was found',
  harmful: 'may harm',
  'very-uncertain': 'the evidence is very uncertain',
  'no-evidence': 'nothing here tells by itself',
};
/** The same of one treatment, "it" or "they", with the conditions that it is said of. */
const VERDICT_OF: Readonly<Record<Verdict, (what: string, many: boolean) => string>> = {
  helps: (what, many) => `${many ? 'they help' : 'it helps'} ${what}`,
  'probably-helps': (what, many) => `${many ? 'they probably help' : 'it probably helps'} ${what}`,
  'may-help': (what, many) => `${many ? 'they' : 'it'} may help ${what}`,
  mixed: (what) => `results are mixed in ${what}`,
  'no-clear-effect': (what) => `no clear effect was found in ${what}`,
  harmful: (what, many) => `${many ? 'they' : 'it'} may harm in ${what}`,
  'very-uncertain': (what) => `the evidence is very uncertain for ${what}`,
  'no-evidence': (what) => `only reviews, comparisons or animal studies are listed for ${what}`,
};
const VERDICT_ORDER = Object.keys(VERDICT_WORDS) as Verdict[];

/** So many conditions or treatments are named in one headline. */
const MOST_NAMED = 3;
/** Names of treatments with their condition are twice as long. */
const MOST_PAIRS = 2;
/** Of what is very uncertain, beside what is not, none is named where they are more than these. */
const MOST_UNSURE = 4;

export const certaintyWords = (certainty: Certainty | null): string =>
  certainty === null ? '' : ` (${certainty.replace('-', ' ')} certainty)`;

/** A level as a number to sort by; -1 where there is none. */
const levelOf = (certainty: Certainty | null): number =>
  certainty === null ? -1 : LEVELS.indexOf(certainty);

/** Bodies with people first, then the surest, then the most favourable, then the largest. */
export const byStrength = (a: EvidenceBody, b: EvidenceBody): number =>
  Number(b.people.length > 0) - Number(a.people.length > 0) ||
  levelOf(b.certainty) - levelOf(a.certainty) ||
  VERDICT_ORDER.indexOf(a.verdict) - VERDICT_ORDER.indexOf(b.verdict) ||
  b.tally.participants - a.tally.participants ||
  `${a.intervention} ${a.condition}`.localeCompare(`${b.intervention} ${b.condition}`);

const FAVOURABLE: readonly Verdict[] = ['helps', 'probably-helps', 'may-help'];
/** Whether a body is rated as benefit, and more than very uncertain. */
export const isFavourable = ({ verdict }: EvidenceBody): boolean => FAVOURABLE.includes(verdict);
const pointsToBenefit = ({ direction }: EvidenceBody): boolean => direction === 'improved';

/**
 * What may help first: bodies with a verdict for benefit by certainty, then those that point to
 * benefit by the number of people, then the rest.
 */
export const byPromise = (a: EvidenceBody, b: EvidenceBody): number =>
  Number(isFavourable(b)) - Number(isFavourable(a)) ||
  (isFavourable(a) ? byStrength(a, b) : 0) ||
  Number(pointsToBenefit(b)) - Number(pointsToBenefit(a)) ||
  b.tally.participants - a.tally.participants ||
  byStrength(a, b);

/** One verdict for several bodies: their own if they share it, else mixed. */
export const sharedVerdict = (bodies: readonly EvidenceBody[]): Verdict => {
  const told = bodies.filter(({ verdict }) => verdict !== 'no-evidence');
  const verdicts = new Set(told.map(({ verdict }) => verdict));
  const [first] = verdicts;
  if (first === undefined) return 'no-evidence';
  return verdicts.size === 1 ? first : 'mixed';
};

/** The least certainty among bodies that have one: a chain is as sure as its weakest link. */
export const leastCertainty = (bodies: readonly EvidenceBody[]): Certainty | null =>
  bodies
    .map(({ certainty }) => certainty)
    .filter((certainty) => certainty !== null)
    .sort((a, b) => levelOf(a) - levelOf(b))[0] ?? null;

const named = (labels: readonly string[], most = MOST_NAMED): string =>
  listFirst([...new Set(labels)], most);

const single = (body: EvidenceBody, knowledge: Knowledge): string => {
  const statement = statementOf(
    body,
    labelOf(body.intervention, knowledge.interventions),
    labelOf(body.condition, knowledge.conditions),
  );
  if (body.certainty === null) return `${statement}.`;
  // "Very uncertain" says it already.
  const certainty = body.certainty === 'very-low' ? '' : certaintyWords(body.certainty);
  return `${statement}${certainty}: ${basisOf(body)}.`;
};

/** Several bodies by verdict, the best first; `tell` words a verdict and whom it is on. */
const byVerdict = (
  bodies: readonly EvidenceBody[],
  nameOf: (body: EvidenceBody) => string,
  tell: (verdict: Verdict, names: string, many: boolean) => string,
  most = MOST_NAMED,
): string =>
  VERDICT_ORDER.flatMap((verdict) => {
    const names = bodies.filter((body) => body.verdict === verdict).map(nameOf);
    const many = new Set(names).size > 1 || names.some(plural);
    return names.length === 0 ? [] : [tell(verdict, named(names, most), many)];
  }).join('; ');

const ofConditions =
  (treatment: string) =>
  (verdict: Verdict, names: string): string =>
    VERDICT_OF[verdict](names, plural(treatment));
const ofTreatments = (verdict: Verdict, names: string, many: boolean): string =>
  `${names}: ${many ? VERDICT_WORDS[verdict].replace(/helps$/, 'help') : VERDICT_WORDS[verdict]}`;

/** What the bodies on the treatments and conditions named come to, in one sentence. */
export const efficacyHeadline = (bodies: readonly EvidenceBody[], knowledge: Knowledge): string => {
  const [first] = bodies as [EvidenceBody, ...EvidenceBody[]];
  if (bodies.length === 1) return single(first, knowledge);
  const conditionOf = ({ condition }: EvidenceBody) => labelOf(condition, knowledge.conditions);
  const treatmentOf = ({ intervention }: EvidenceBody) =>
    labelOf(intervention, knowledge.interventions);
  const treatments = new Set(bodies.map(treatmentOf));
  const conditions = new Set(bodies.map(conditionOf));
  const isAlike = new Set(bodies.map(({ verdict }) => verdict)).size === 1;
  if (treatments.size === 1)
    return `For ${treatmentOf(first)}${isAlike ? '' : ' it depends on the condition'}: ${byVerdict(bodies, conditionOf, ofConditions(treatmentOf(first)))}.`;
  if (conditions.size === 1)
    return `For ${conditionOf(first)}${isAlike ? '' : ' it depends on the treatment'}: ${byVerdict(bodies, treatmentOf, ofTreatments)}.`;
  const both = (body: EvidenceBody) => `${treatmentOf(body)} in ${conditionOf(body)}`;
  const told = byVerdict(bodies, both, ofTreatments, MOST_PAIRS);
  return `${isAlike ? capitalise(told) : `It depends: ${told}`}.`;
};

/** What helps a condition, the best first. @param asked the conditions in words */
export const treatmentsHeadline = (
  bodies: readonly EvidenceBody[],
  asked: string,
  knowledge: Knowledge,
): string => {
  const [best] = bodies as [EvidenceBody, ...EvidenceBody[]];
  if (bodies.length === 1) return single(best, knowledge);
  const conditions = new Set(bodies.map(({ condition }) => condition));
  const isNarrow = conditions.size === 1 && labelOf(best.condition, knowledge.conditions) === asked;
  const nameOf = ({ intervention, condition }: EvidenceBody) => {
    const treatment = labelOf(intervention, knowledge.interventions);
    return isNarrow ? treatment : `${treatment} (${labelOf(condition, knowledge.conditions)})`;
  };
  const most = isNarrow ? MOST_NAMED : MOST_PAIRS;
  const of = (verdict: Verdict) => bodies.filter((body) => body.verdict === verdict).map(nameOf);
  const uncertain = bodies.filter(({ verdict }) => verdict === 'very-uncertain');
  const parts: [string, string[]][] = [
    ['helps', of('helps')],
    ['probably helps', of('probably-helps')],
    ['may help', of('may-help')],
    ['very uncertain, pointing to benefit', uncertain.filter(pointsToBenefit).map(nameOf)],
    ['results mixed', of('mixed')],
    ['no clear effect', of('no-clear-effect')],
    ['may harm', of('harmful')],
    ['very uncertain', uncertain.filter((body) => !pointsToBenefit(body)).map(nameOf)],
  ];
  // Beside many treatments with a rating, those without one are as many as they are.
  const tell = (words: string, names: string[]): string =>
    names.length > MOST_UNSURE && words.startsWith('very uncertain') && bodies.some(isFavourable)
      ? `${words}: ${names.length} more`
      : `${words}: ${named(names, most)}`;
  const told = parts
    .filter(([, names]) => names.length > 0)
    .map(([words, names]) => tell(words, names))
    .join('; ');
  if (told === '')
    return `For ${asked} there are reviews and animal studies, none that tells by itself.`;
  return bodies.some(isFavourable)
    ? `For ${asked}: ${told}.`
    : `For ${asked} no treatment is shown to help with more than very low certainty (${told}).`;
};

/**
 * What treatments were studied for, and what came of it.
 * @param treatments their labels. @param isAll whether these bodies are all that the library has.
 */
export const usesHeadline = (
  bodies: readonly EvidenceBody[],
  treatments: readonly string[],
  knowledge: Knowledge,
  isAll: boolean,
): string => {
  if (bodies.length === 1) return single(bodies[0] as EvidenceBody, knowledge);
  const conditionOf = ({ condition }: EvidenceBody) => labelOf(condition, knowledge.conditions);
  const [only, ...more] = new Set(bodies.map(conditionOf));
  const illness = more.length === 0 ? only : countOf(more.length + 1, 'condition');
  const studied = `${capitalise(listOf(treatments))} ${wasOrWere(treatments)} studied for ${illness}${isAll ? ' in this library' : ''}`;
  const treatmentOf = ({ intervention }: EvidenceBody) =>
    labelOf(intervention, knowledge.interventions);
  const [first, ...others] = new Set(bodies.map(treatmentOf));
  if (first !== undefined && others.length === 0)
    return `${studied}: ${byVerdict(bodies, conditionOf, ofConditions(first))}.`;
  if (more.length === 0) return `${studied}: ${byVerdict(bodies, treatmentOf, ofTreatments)}.`;
  const both = (body: EvidenceBody) => `${treatmentOf(body)} in ${conditionOf(body)}`;
  return `${studied}: ${byVerdict(bodies, both, ofTreatments, MOST_PAIRS)}.`;
};
