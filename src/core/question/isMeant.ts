import type { Linked, Question } from '../domain/question.ts';
import { foldText } from './foldText.ts';
import { asksForHarms } from './intent.ts';

/**
 * Whether a message in a channel where the bot hears everything is meant for it. The rule, to err
 * on the side of silence:
 *
 * 1. A danger is answered unasked: thoughts of suicide told of a person, and too much taken or
 *    trouble breathing where a medicine is named, or where nobody would say it in jest. Not where
 *    it is laughed about.
 * 2. Else the message has to ask: by a question mark, by beginning as questions do, or by words
 *    such as "has anyone tried". What it asks has to be of treatment: a treatment with a condition,
 *    or one of them with words such as "help", "side effects", "get rid of".
 * 3. A bare query counts too: a treatment with a condition, or two treatments, and nothing else.
 * 4. Questions to another person about their life ("did your botox work?"), and what stands in
 *    links or code, are not for us.
 */
export const isMeant = (question: Question): boolean => {
  if (isUrgent(question)) return true;
  if (question.intent === 'help' || question.isNotTreatment) return false;
  const sentences = sentencesOf(question);
  if (question.intent === 'study') return isOfStudy(question, sentences);
  if (question.intent === 'out-of-scope') return false;
  const named = sentences.some(({ masked }) => NAMED.test(masked));
  return (
    named && (sentences.some((sentence) => isAsked(sentence, question)) || isBareQuery(sentences))
  );
};

type Sentence = { masked: string; clauses: string[]; hasMark: boolean };

const NAMED = /\bz(?:treatment|condition)\b/;
const TREATMENT = /\bztreatment\b/;
const CONDITION = /\bzcondition\b/;

const LINK_OR_CODE = /```[\s\S]*?(?:```|$)|`[^`]*`|https?:\/\/\S+/g;
const HAS_LINK_OR_CODE = new RegExp(LINK_OR_CODE.source);

/** The sentences outside of links and code, folded, with what they name masked. */
const sentencesOf = ({
  text,
  masked: whole,
  interventions,
  conditions,
  excluded,
}: Question): Sentence[] => {
  const names = (linked: readonly Linked[], mask: string): [string, string][] =>
    linked
      .flatMap(({ matched }) => matched.split(' + '))
      .map((matched) => [foldText(matched), mask]);
  const masks = [
    ...names([...interventions, ...excluded], 'ztreatment'),
    ...names(conditions, 'zcondition'),
  ]
    .filter(([name]) => name !== '')
    .sort(([a], [b]) => b.length - a.length);
  const mask = (part: string): string =>
    masks.reduce(
      (masked, [name, mark]) => ` ${masked} `.replaceAll(` ${name} `, ` ${mark} `).trim(),
      foldText(part),
    );
  const sentences = text.replace(LINK_OR_CODE, ' ').match(/[^.?!]+[.?!]*/g) ?? [];
  const isWhole = sentences.length === 1 && !HAS_LINK_OR_CODE.test(text);
  return sentences.map((sentence) => ({
    masked: isWhole ? whole : mask(sentence),
    clauses: sentence.split(/[,;:()–—]|\s-\s/).map(mask),
    hasMark: sentence.includes('?'),
  }));
};

const ASKING =
  /^(?:(?:hi|hey|hello|ok|okay|so|and|but|also|well|hm+|all|guys|everyone|everybody|folks|please|pls|quick|question|new|here|sorry|btw) )*(?:what|whats|which|who|how|hows|do|does|dose|doesnt|did|is|isnt|are|arent|was|were|can|could|will|would|should|has|have|any|anyone|anybody|anything|why|recommend\w*|suggestions?|evidence|research on|studies on|looking|wondering|curious|need|best|thoughts on|opinions? on|side effects|experiences? with|success)\b|\b(?:any(?:one|body)|some(?:one|body)) (?:\w+ ){0,2}(?:knows?|tried|tries|try|had|have|has|using|used|use|take|taking|taken|found|find|got|get)\b|\b(?:wondering (?:if|whether|what|how)|curious (?:if|whether|about)|looking for|want(?:ed)? to know|like to know|what (?:can|could|do|should) i (?:do|take|try|use)|yes or no|any (?:advice|ideas?|tips|thoughts|suggestions?|recommendations?|luck|experience)|(?:does|do|is|are|can|will) (?:it|this|that|they|ztreatment) (?:really |actually |even |ever )*(?:help|work|safe|worth|any good|do anything|better))\b/;

/** What is asked of a treatment with no condition named beside it. */
const OF_TREATMENT =
  /\b(?:help(?:s|ed|ing|ful)?|works?|worked|working|effective\w*|efficacy|worth it|any good|(?:ok|okay|fine) (?:to|if|for)|together|success|fail(?:s|ed|ure)?|strongest|^what about ztreatment|evidence|proof|(?:any|the|are there) (?:stud(?:y|ies)|trials?|research)|(?:stud(?:y|ies)|trials?|research) (?:on|of|for|about)|studied|used for|use(?:s)? (?:of|for)|better|best|safer|stronger|vs|versus|dos(?:e|es|age|ing)|how (?:much|many) (?:mg|ztreatment)|taper\w*|stop|quit|come off|ztreatment (?:or|vs|versus) (?:\w+ )?ztreatment|withdrawals?|alcohol|drink(?:ing)? (?:on|with|while)|mix\w*|combin\w+|pregnan\w+|breastfeeding|kidneys?|last|tried|luck|experiences?|do(?:es)? anything|do(?:es)? ztreatment do|safe|side ?effects?)\b/;
/** What is asked of a condition with no treatment named beside it. */
const OF_CONDITION =
  /\b(?:help(?:s|ed|ful)?|treat(?:s|ed|ment|ments|ing)?|cures?|curable|relie(?:f|ve|ves)|get(?:ting)? rid|best|remed(?:y|ies)|options?|ease|eases|reduce|stop(?:s|ping)? (?:\w+ ){0,3}zcondition|work(?:s|ed)?|take|taken|tips|advice|ideas?|suggestions?|recommend\w*|supplements?|medic\w+|meds|drugs?|therap\w+|using for|what (?:can|could|should) i do|do (?:about|for)|done (?:about|for)|tried|any good|evidence|studies|trials?|research|(?:any|some)thing (?:\w+ )?for|manage|^(?:\w+ ){1,3}for zcondition)\b/;
/** A question that goes on with what the sentence before named. */
const OF_IT =
  /\b(?:legit|true|hype|a myth|what else|evidence|thoughts|opinions?|proven|(?:any|some)thing (?:\w+ ){0,2}(?:help|helps|works)|(?:it|this|that|they|them|either|these) (?:\w+ )?(?:help|work|works|helps|worth|safe|effective|better|good|any good)|(?:is|are|does|do|did|has) (?:it|this|that|they) (?:\w+ ){0,3}(?:help|work|worth|safe|effective|better|any good|do anything)|which (?:one |of them )?(?:is|has|works|helps)|side ?effects|(?:any|what) (?:evidence|studies|advice|suggestions|tips|ideas|recommendations)|what (?:else )?(?:can|could|should) i (?:take|try|do|use)|what (?:helps|works)|(?:tried|taken|used|had) (?:it|this|that|them)|any (?:\w+ )?(?:luck|success|experience)|anything (?:else )?(?:i|that|to) (?:can|helps|works|take|try))\b/;
/** To one person, on their life: "did your botox work?". */
const TO_SOMEONE = /\b(?:you|your|yours|u|ur|youre|youve|hows|yall)\b/;
/** "You" for anybody: "can you drink on baclofen", "do you know if it helps". */
const TO_ANYBODY =
  /\b(?:(?:can|could|should|may|will|would) (?:you|u) (?:\w+ )?(?:take|drink|use|mix|combine|stop|quit|overdose|get|have|drive|eat|build|become|recommend|suggest)|(?:do|does|would) (?:any of )?(?:you|u|yall)(?: guys| all| folks)? (?:\w+ )?(?:know|recommend|suggest)|how (?:do|would|can|long can|much can|should) (?:you|u) (?:\w+ )?(?:treat|stop|get|take|manage|deal|cope|use|ease|taper|come|fix)|what (?:do|would|did) (?:you|u|yall)(?: guys| all| folks)? (?:take|use|do|recommend|suggest|try) for|(?:any|some|many) of (?:you|u)|(?:make|makes|give|gives|help|helps|hurt|kill|affect|cause) (?:you|your|u)|thank you|thanks to you)\b/g;
/** Errands and dates: nothing that studies answer. */
const ERRAND =
  /\b(?:insurance|cost|costs|price|pay|paid|cheap(?:er|est)?|refill|prescription|appointment|appt|clinic|pharmacy|tomorrow|tonight|today|open|oclock|pick (?:me )?up|send|link)\b|^(?:\w+ ){0,2}(?:where|when|which (?:hospital|doctor|clinic)|what time|who does)\b/;
/** Beside these words an errand's word is only by the way. */
const BENEFIT =
  /\b(?:help(?:s|ed)?|works?|worked|effective\w*|evidence|side ?effects?|safe|worth it|better)\b/;

const isToAnybody = (masked: string): boolean => !TO_SOMEONE.test(masked.replace(TO_ANYBODY, ' '));

const isOnTreatment = (masked: string): boolean => {
  const hasTreatment = TREATMENT.test(masked);
  const hasCondition = CONDITION.test(masked);
  if (hasTreatment && hasCondition) return true;
  if (hasTreatment) return OF_TREATMENT.test(masked) || asksForHarms(masked);
  return hasCondition ? OF_CONDITION.test(masked) : OF_IT.test(masked) || asksForHarms(masked);
};

/** A sentence that asks as a whole, or one of its parts: "I get spasms, could baclofen help". */
const isAsked = ({ masked, clauses, hasMark }: Sentence, { intent }: Question): boolean => {
  if (!isToAnybody(masked)) return false;
  if (ERRAND.test(masked) && !BENEFIT.test(masked)) return false;
  if (/^why\b/.test(masked) && intent !== 'safety') return false;
  return (
    ((hasMark || ASKING.test(masked)) && isOnTreatment(masked)) ||
    clauses.some((clause) => ASKING.test(clause) && isOnTreatment(clause))
  );
};

/** Words that a query may hold beside what it names. */
const QUERY_WORDS = new Set(
  'pump pills tablets for and or vs versus in of on with the a an after during at to against from by treatment therapy side effects effect dose dosage safety efficacy evidence study studies trial trials review reviews research rct rcts randomised randomized placebo controlled only human humans animal animals children kids adults elderly pregnancy success rate risks cochrane meta analysis analyses systematic since before'.split(
    ' ',
  ),
);

const isBareQuery = (sentences: readonly Sentence[]): boolean => {
  const [only] = sentences;
  if (only === undefined || sentences.length > 1) return false;
  const words = only.masked.split(' ');
  const treatments = words.filter((word) => word === 'ztreatment').length;
  const isQuery = words.every(
    (word) =>
      /^z(?:treatment|condition)$/.test(word) || QUERY_WORDS.has(word) || /^\d+$/.test(word),
  );
  if (!isQuery || treatments === 0) return false;
  return (
    CONDITION.test(only.masked) ||
    treatments > 1 ||
    /\b(?:vs|versus)\b/.test(only.masked) ||
    asksForHarms(only.masked)
  );
};

/** A study named by number or author, or asked about; a link alone is only passed on. */
const isOfStudy = ({ text }: Question, sentences: readonly Sentence[]): boolean => {
  const outside = text.replace(LINK_OR_CODE, ' ').trim();
  if (outside === '') return false;
  const isShort = sentences.length === 1 && (sentences[0]?.masked.split(' ').length ?? 0) <= 6;
  return (
    (isShort && outside === text) ||
    sentences.some(({ masked, hasMark }) => (hasMark || ASKING.test(masked)) && isToAnybody(masked))
  );
};

const LAUGHING =
  /\b(?:lol|lmao|lmfao|rofl|haha\w*|hehe\w*|jk|joking|kidding|xd)\b|[\u{1F602}\u{1F923}\u{1F606}\u{1F639}]/u;
const PERSON =
  /\b(?:i|im|ive|id|ill|me|my|myself|he|hes|she|shes|him|her|his|they|someone|friend|son|daughter|kid|child|toddler|baby|mum|mom|dad|wife|husband|partner|brother|sister|dog|cat|thinking of|everyone)\b/;
const STORY =
  /\b(?:squad|movie|film|song|lyrics?|show|series|episode|book|novel|game|character|boss|level|squat|note in|prevention (?:month|week|day)|awareness)\b/;
const MEDICINE =
  /\bz(?:treatment|medicine)\b|\b(?:pills?|tablets?|capsules?|meds?|medications?|medicines?|overdosed(?! on (?!z|pills?\b|tablets?\b|meds?\b|medic))|prescriptions?|injections?|painkillers?|sleeping)\b/;
/** Signs of which nobody speaks in jest. */
const GRAVE =
  /\b(?:(?:wont|not|cant|cannot|isnt) (?:\w+ )?wak(?:e|ing|en)(?! (?:up )?(?:for|early|in|on|before|at)\b)|blue lips|lips (?:are |is |turning |going )*blue|turn(?:ing|ed) blue|unresponsive|unconscious|stopped breathing|not breathing)\b/;

const isUrgent = ({ risks, masked, text }: Question): boolean => {
  if (LAUGHING.test(text.toLowerCase()) || !PERSON.test(masked) || STORY.test(masked)) return false;
  if (risks.includes('suicidal-thoughts')) return true;
  if (risks.includes('overdose')) return MEDICINE.test(masked);
  return risks.includes('breathing') && (MEDICINE.test(masked) || GRAVE.test(masked));
};
