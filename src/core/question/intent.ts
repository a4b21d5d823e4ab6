import type { Intent } from '../domain/question.ts';
import type { Links } from './linkConcepts.ts';

/**
 * What is asked, read from the masked question (see `Links.masked`), where concepts stand as
 * ztreatment, zcondition, zoutcome, zmedicine (another medicine) and zillness (another condition).
 */
const SAFETY =
  /\b(?:side ?effects?|adverse|safe(?:ty|r|ly)?|risks?|risky|danger(?:s|ous)?|harm(?:s|ful)?|interactions?|interact|tolerab(?:le|ility)|contraindicat\w*|complications?|addictive|bad for|toxic(?:ity)?|warnings?|downsides?)\b/;
/** Harms told or feared without any of those words. */
const HARM_TOLD =
  /\b(?:can|does|do|will|could|would|did|might) (?:\w+ )?ztreatment (?:\w+ )?(?:causes?|lead to|hurt|damage|(?:make|makes|give|gives|affect|raise|lower)(?!.*\b(?:better|less|relief|easier)\b)(?!.*\bz(?:condition|outcome)\b(?!.*\bworse\b)))\b|\bztreatment (?:\w+ )?(?:causes?|caused|causing|(?:makes|made|gives|gave)(?! (?:\w+ ){0,3}(?:better|less|relief|easier)\b)) \w+|(?<!ztreatment (?:\w+ )?)\b(?:after|since|from|due to) (?:taking |starting |using |having |a |my )*ztreatment\b|\b(?:hallucinat\w+|drive|driving|rash|weight gain|sleepy|drowsy|dizzy|diarrh?o?ea|nausea|constipat\w+|swelling|hair loss|libido) (?:\w+ ){0,3}(?:on |from |with )?ztreatment\b|\bztreatment (?:\w+ )?(?:rash|weight gain|diarrh?o?ea|nausea|constipation|swelling|hair loss|hangover)\b/;
const DOSE =
  /\b(?:dos(?:e|es|age|ages|ing)|how (?:much|many) (?:mgs?|milligrams?|units|pills?|tablets?|capsules?|ztreatment|of|should|can|do|is|was|were|to)|titrat\w+)\b/;
const COMPARE =
  /\b(?:ztreatment (?:\w+ )?(?:vs?|versus|or|against|compared (?:to|with)|than) (?:\w+ )?ztreatment|compare|comparing|comparison|versus|vs|head to head|difference between|better|stronger|safer than|compared (?:to|with)|which (?:one )?(?:is|works|helps))\b/;
/** Words by which a comparison that speaks of harms asks for benefit as well. */
const BENEFIT = /\b(?:efficacy|effective(?:ness)?|works?|better|helps?|stronger)\b/;
const HELP =
  /^(?:hi |hey |hello )?(?:help|help me|commands?|what can (?:you|it|this bot|the bot|caveat) do|what do you do|how do (?:you|i use (?:you|this|it|caveat)) ?(?:work)?|how does (?:this|it|caveat|this bot) work|what is (?:this|caveat)|who are you|what are you|about|usage|instructions|how to use(?: (?:this|caveat|you))?|what do you know|what can i ask(?: you)?|what does (?:very )?(?:low|moderate|high) certainty mean|what is grade)(?: (?:please|caveat|bot))?$/;
const QUESTION_SHAPED =
  /^(?:what (?!an? z)|which|who|how|why|when|where|does|do|did|is|are|was|were|can|could|will|would|should|has|have|any|anyone|anything|tell me|show me|help)\b|\b(?:help(?:s|ed|ful)?|treat(?:s|ed|ment|ments)?|work(?:s|ed)?|cure(?:s|d)?|relie(?:f|ve|ves)|effective(?:ness)?|efficacy|evidence|stud(?:y|ies)|trials?|research|side ?effects?|safe|dos(?:e|age)|versus|vs|alternatives?)\b/;
/** Everyday phrases that hold a word of the vocabulary and mean nothing of it. */
const IDIOMS =
  /\b(?:stroke of (?:luck|genius|midnight)|different strokes|cramp(?:s|ed|ing)? (?:my|your|his|her|their|our) style|(?:a|at a|home|big|bit of a|quite a) stretch(?!es|ing)|pot (?:of|roast|pie|luck))\b/;
const NOT_TREATMENT =
  /^(?:so |hey |hi )?(?:what (?:causes?|is|are|does)|whats|why (?:do|does|is|are)|is (?:my |this |a |an |the )?zcondition (?:\w+ ){0,2}(?:dangerous|serious|fatal|deadly|curable|common|rare|contagious|hereditary|genetic|permanent|painful|progressive|psychological)|(?:can|will|does) (?:my )?zcondition (?:\w+ )?(?:go away|kill|spread|come back|get worse|hurt)|how common|how rare|(?:what are the )?(?:symptoms?|signs|causes?) of|diagnos\w+|how (?:is|do you|to) (?:\w+ )?diagnos\w+)\b/;
const TREATMENT_WORD =
  /\b(?:treat\w*|helps?|cures?|best|relie\w+|drugs?|medic\w+|meds|therap\w+|remed\w+|options?|works?|take|us(?:e|ed|es|ing)|evidence|stud\w+|trials?|reviews?|stops?|fix(?:es)?|ease)\b/;
/** What a question may ask to leave out: "alternatives to X", "what else is there than X". */
const EXCLUDING =
  /\b(?:alternatives? (?:to|for)|other than|instead of|besides|apart from|except(?: for)?|anything but|if not) (?:\w+ )?ztreatment\b|\b(?:what|whats|anything|something) (?:\w+ )?(?:better|stronger|safer) than (?:\w+ )?ztreatment\b|\b(?:what|anything|something) else\b(?! than)/;
/** A treatment that failed is left out where it failed the asker, or another one is wanted. */
const FAILED =
  /\bztreatment (?:\w+ )?(?:(?:didnt|doesnt|did not|does not|isnt|(?:is |was )?not|wasnt|aint|stopped|no longer|hasnt) (?:help(?:s|ing|ed)?|work(?:s|ing|ed)?)|failed)\b/;
export const FOR_ONE_SELF =
  /\b(?:i|im|ive|me|my|mum|mom|dad|he|she|his|her|what|which|anything|something|alternatives?|options?|other|next|instead)\b/;

/** Words that say nothing of what is asked about: they may stand beside a bare concept. */
const FILLER = new Set(
  (
    'please pls thanks thank you hi hey hello there caveat bot i im ive we my me a an the of for in on and or to with from about any some at by ' +
    'have has had got get having suffer suffering people patients patient person adults adult someone somebody really actually still also just ' +
    'severe mild bad chronic acute drug drugs medication medications medicine treatment treatments therapy info information studies study ' +
    'evidence research show only tell trial trials randomised randomized controlled placebo human humans animal animals rct rcts mg ' +
    'cochrane review reviews what is does do it good'
  ).split(' '),
);

export const isQuestionShaped = (masked: string, text: string): boolean =>
  text.includes('?') || QUESTION_SHAPED.test(masked);

/** Unlinked words that are more than filler. */
export const contentWords = (links: Links): string[] =>
  links.tokens
    .filter((_, place) => !links.linked.has(place))
    .map(({ folded }) => folded)
    .filter((word) => !FILLER.has(word) && !/^\d+$/.test(word));

/** A treatment for a condition is no chat, be both everyday words: "stretching for stroke". */
const PAIR = /^ztreatment for zcondition\b/;

/** Chat that happens to hold an everyday word of the vocabulary: "that is a stretch". */
const isChat = (links: Links, text: string): boolean => {
  const folded = links.tokens.map((token) => token.folded).join(' ');
  if (!links.onlyEveryday || text.includes('?')) return false;
  if (IDIOMS.test(folded)) return true;
  const isAsking = PAIR.test(links.masked) || isQuestionShaped(links.masked, text);
  return !isAsking && contentWords(links).length > 0;
};

/**
 * What is asked, from the masked question and the concepts found in it.
 * A question with a treatment and a condition and no verb is one about efficacy.
 */
export const findIntent = (
  links: Links,
  text: string,
  isOtherMedicine: (word: string) => boolean,
): Intent => {
  const { masked, interventions, conditions, otherConditions } = links;
  if (interventions.length + conditions.length === 0) {
    if (HELP.test(masked)) return 'help';
    const isOther =
      otherConditions.length > 0 || links.tokens.some(({ folded }) => isOtherMedicine(folded));
    const isAboutIt = isQuestionShaped(masked, text) || contentWords(links).length <= 1;
    if (!isOther || !isAboutIt) return 'out-of-scope';
    return otherConditions.length > 0 ? 'treatments' : 'uses';
  }
  if (isChat(links, text)) return 'out-of-scope';
  if (isExcluding(links)) return 'treatments';
  const isOnSafety = SAFETY.test(masked);
  if (interventions.length >= 2 && COMPARE.test(masked))
    return isOnSafety && !BENEFIT.test(masked) ? 'safety' : 'compare';
  if (interventions.length > 0 && (isOnSafety || HARM_TOLD.test(masked))) return 'safety';
  if (DOSE.test(masked) && interventions.length > 0) return 'dose';
  if (interventions.length === 0) return 'treatments';
  return conditions.length > 0 || otherConditions.length > 0 ? 'efficacy' : 'uses';
};

/** Whether a masked question asks for harms, as far as its words tell. */
export const asksForHarms = (masked: string): boolean =>
  SAFETY.test(masked) || HARM_TOLD.test(masked);

/** Likewise for doses. */
export const asksForDose = (masked: string): boolean => DOSE.test(masked);

/** Likewise for a comparison. */
export const asksToCompare = (masked: string): boolean => COMPARE.test(masked);

/** Whether a phrase is one of the ways to say "any treatment". */
export const isGenericTreatment = (phrase: string): boolean => GENERIC_TREATMENT.test(phrase);

/** Whether a phrase that stands where a condition would is none: "women", "long", "it". */
export const isGenericCondition = (phrase: string): boolean => GENERIC_CONDITION.test(phrase);

/** Whether the treatments named are those that the question asks to leave out. */
export const isExcluding = ({ masked, interventions, conditions }: Links): boolean =>
  interventions.length > 0 &&
  conditions.length > 0 &&
  (EXCLUDING.test(masked) || (FAILED.test(masked) && FOR_ONE_SELF.test(masked)));

/** Whether the causes, signs or outlook of a condition are asked for. */
export const isNotTreatment = ({ masked, interventions, conditions }: Links): boolean =>
  conditions.length > 0 &&
  interventions.length === 0 &&
  NOT_TREATMENT.test(masked) &&
  !TREATMENT_WORD.test(masked);

/** Words that stand before and after what is named, and are no part of its name. */
const FUNCTION_WORDS = new Set(
  (
    'and or but so for with in on of to a an the my me i im ive we you it is are was be this that these those any some there do does did can could ' +
    'will would should studied tested tried used recommended prescribed prescribe recommend if when then than as at by from about has have had not no anyone somebody someone else too also really actually ever still ' +
    'please pls thanks hey hi hello just only more most very much what which who how why where zcondition ztreatment zoutcome'
  ).split(' '),
);

/** Whether a folded word says nothing of what is asked about. */
export const isFiller = (word: string): boolean => FILLER.has(word) || FUNCTION_WORDS.has(word);

/** A phrase without the function words at its ends; null where nothing is left. */
export const phraseOf = (text: string | undefined): string | null => {
  const words = (text ?? '').split(' ').filter((word) => word !== '');
  const first = words.findIndex((word) => !FUNCTION_WORDS.has(word));
  const last = words.findLastIndex((word) => !FUNCTION_WORDS.has(word));
  return first === -1 ? null : words.slice(first, last + 1).join(' ');
};

const GENERIC_TREATMENT =
  /^(?:(?:any|some|other|new|natural|home|over the counter|otc|oral|prescription|effective|good|first line|alternative|non drug|kind of|type of|best|strong|treatment|treatments|drug|drugs|medication|medicine|medications|medicines|anything|something|need|needs|looking|want|know|ask|see|a|of|are|is|randomi[sz]ed|controlled|double|blind(?:ed)?|placebo|clinical|human|animal|observational|systematic|cohort|case|open|label|meta|non|recent|published) )*(?:drugs?|medications?|meds|medicines?|pills?|treatments?|therap(?:y|ies)|remed(?:y|ies)|options?|things?|anything|something|nothing|stuff|exercises?|supplements?|cures?|helps?|works?|treats?|used|natural|best|good|studies|study|trials?|rcts?|reports?|series|analys[ei]s|data|evidence|research|reviews?|information|info|people|doctors?|management|relief|advice|questions?|tips|anybody|ways?|looking|need|needs|ask|see|(?:a|my|the) doctor|doctor|go|know|say|tell|do)?$/;
/** "What can I take for cramps", "recommend something for cramps": any treatment is asked for. */
const ASKING_FOR_ANY =
  /^(?:so |hey |hi |hello |and )?(?:(?:what|whats|which)(?! about)|who|how (?!about)|any|anything|anyone know|something|recommend|suggest|best|need|looking)\b/;
const HEALTH_VERB =
  '(?:help|helps|helped|work|works|treat|treats|relieve|relieves|stop|stops|reduce|reduces|cure|cures|ease|eases|fix|fixes|improve|improves|good|useful|effective|any good)';
/** What is said of a treatment, behind its name: "yoga does not work". */
const CLAIM =
  / (?:really |just )?(?:(?:didnt|doesnt|dont|(?:did|does|do|is|was) not|isnt|wasnt|stopped|no longer|hasnt|never) (?:help|work)\w*|failed|works?|worked|helps?|helped)$/;
const TREATMENT_PLACES: readonly RegExp[] = [
  /\b(?:evidence|studies|research|trials?) (?:for|on|of|about) (.{2,40}?) (?:for|in|against) (?:\w+ ){0,3}zcondition/,
  new RegExp(
    `^(?:so |hey |hi |hello )?(?:does|do|did|can|could|will|would|is|are|has) (?:there (?:any |some )?(?:\\w+ )?(?:proof|evidence|research|data|science|stud(?:y|ies)) (?:that|showing|saying|to show)(?: that)? )?(.{2,60}?) (?:really |actually |ever |even )?${HEALTH_VERB}\\b.*zcondition`,
  ),
  /^(?:evidence (?:for|on|about)|studies (?:on|of|about)|research on|what about|how about|try|trying|tried) (.{2,60}?) (?:for|in|against|with|on) (?:\w+ ){0,3}zcondition/,
  /^(.{2,40}?) (?:for|to treat|against) (?:\w+ ){0,3}zcondition/,
];

/**
 * What stands where a treatment would, in a question whose treatment nobody knows: "yoga" in
 * "does yoga help hemifacial spasm". Null where the question asks for any treatment.
 */
export const findUnknownTreatment = (
  links: Links,
  isOtherMedicine: (word: string) => boolean,
): string | null => {
  if (links.interventions.length > 0) return null;
  const medicine = links.tokens.find(
    ({ folded }, place) => !links.linked.has(place) && isOtherMedicine(folded),
  );
  if (medicine) return medicine.raw;
  const places = ASKING_FOR_ANY.test(links.masked)
    ? TREATMENT_PLACES.slice(0, -1)
    : TREATMENT_PLACES;
  for (const place of places) {
    const named = phraseOf(place.exec(links.masked)?.[1]?.replace(CLAIM, ''));
    if (named && !GENERIC_TREATMENT.test(named) && !/\b(?:help|helps|what|that|z\w+)\b/.test(named))
      return named;
  }
  const strange = [...links.unknown].find((at) => !links.linked.has(at));
  const token = strange === undefined ? undefined : links.tokens[strange];
  return token && token.folded.length >= 5 && !/^\d/.test(token.folded) ? token.raw : null;
};

const CONDITION_PLACES: readonly RegExp[] = [
  /\bztreatment (?:\w+ ){0,3}?(?:for|against|help(?:s|ed)?(?: with| for)?|treat(?:s|ing)?|cures?|good for|relieves?|work(?:s)? (?:for|on|in)) (.+)$/,
  /\b(?:treat|treating|help|help with|cure) (.+) with (?:\w+ )?ztreatment\b/,
];
const GENERIC_CONDITION =
  /^(?:(?:anything|something|everything|nothing|everyone|people|it|this|that|sure|long|years|months|weeks|days|free|real|work|better|worse|use|used|adults?|women|men|children|kids|seniors|elderly|patients|animals|humans?|rats|mice|effects?|relief|condition|conditions|symptoms?|research|studies|study|trials?|since|before|after|between|until|\d+)(?: |$))+$/;

/**
 * What stands where a condition would, in a question on a known treatment: "migraine" in
 * "gabapentin for migraine". Null where no condition is meant, or one is linked.
 */
export const findUnknownCondition = (links: Links): string | null => {
  if (links.conditions.length > 0) return null;
  const [other] = links.otherConditions;
  if (other !== undefined) return other;
  if (links.interventions.length === 0 || links.outcomes.length > 0) return null;
  for (const place of CONDITION_PLACES) {
    const named = phraseOf(place.exec(links.masked)?.[1]);
    if (named && !GENERIC_CONDITION.test(named) && !GENERIC_TREATMENT.test(named)) return named;
  }
  return null;
};

const COMPARATORS: readonly RegExp[] = [
  /\bztreatment (?:vs?|versus|or|against|compared (?:to|with)|than) ((?:zmedicine )?\w+)/,
  /\b(\w+) (?:vs?|versus|or) ztreatment\b/,
  /\b(\w+) (?:(?:better|worse|stronger|safer|more effective) than|as (?:good|strong|safe|effective) as) ztreatment\b/,
  /\bzmedicine (\w+) (?:and|plus) ztreatment\b/,
  /\bztreatment (?:and|plus) zmedicine (\w+)/,
];

/** What a known treatment is compared with, where nobody knows that: "gabapentin or yoga". */
export const findUnknownComparator = ({ masked, interventions }: Links): string | null => {
  if (interventions.length !== 1) return null;
  for (const place of COMPARATORS) {
    const named = phraseOf(place.exec(masked)?.[1]?.replace('zmedicine ', ''));
    if (named && !GENERIC_TREATMENT.test(named) && !/^z(?:condition|outcome|illness)/.test(named))
      return named;
  }
  return null;
};
