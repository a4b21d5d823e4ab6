import type { Intent, Question } from '../domain/question.ts';
import { hasFilters } from './filters.ts';
import { foldText } from './foldText.ts';
import {
  asksForDose,
  asksForHarms,
  asksToCompare,
  isGenericCondition,
  isGenericTreatment,
} from './intent.ts';

/** What a message that follows an answer asks for, beside the concepts that it names. */
export type FollowUp = {
  /** What it asks for itself; null where it goes on with what was asked. */
  intent: Intent | 'again' | null;
  /** True for "or botox?", "is it better than botox?": to be seen beside what was asked about. */
  isComparing: boolean;
  /** True for "all studies", "without the filter". */
  dropsFilters: boolean;
  /** True for "what else helps?": another treatment than that asked about. */
  asksForOthers: boolean;
  /** What it names in the place of a treatment or condition, where nobody knows that. */
  unknownTreatment: string | null;
  unknownCondition: string | null;
};

/** The words for what was asked about: a treatment, in an answer on treatments. */
const PRONOUNS = /\b(?:it|this|that|they|them|these|those)\b/g;
const AGAIN =
  /^(?:(?:so |and |but |ok |okay )*(?:how (?:sure|certain|reliable|good|strong|solid)|(?:are you |is it |is that |is this )?(?:sure|certain)|why|which (?:stud|trial|paper)|what (?:stud|trial|paper|evidence|research)|(?:show|see|give|list|open|send|get)(?: me| us)? (?:the |those |these |all |your |some )*(?:stud|trial|paper|source|evidence|reference|citation)|(?:the )?(?:stud(?:y|ies)|trials?|papers?|sources?|evidence|references?|citations?|details?|numbers)\b|more|tell me more|details?|again|go on|prove it|says who|according to (?:who|what)|how many (?:people|patients|studies|trials)|who (?:was|were) (?:studied|in)|is (?:that|it|this) (?:true|right|reliable)))/;
const USES =
  /\b(?:what (?:else )?(?:is|are|was) (?:it|this|that|they|ztreatment) (?:also )?(?:studied|used|good|prescribed|for)|what else (?:is|does|can|are) (?:it|this|that|they|ztreatment)|other uses|(?:used|studied) for)\b/;
const OTHERS =
  /\b(?:what|anything|something|any(?: other)?|which|other) (?:else|others?|treatments?|options?|drugs?|medic\w+|alternatives?|ones?)\b(?! (?:is|are|does|can) (?:it|this|that|they))|\balternatives?\b|\binstead\b(?!.*ztreatment)/;
const ANOTHER = /\b(?:else|others?|alternatives?|instead|another|different)\b/;
const ANY_TREATMENT =
  /\b(?:what|which)(?: \w+)? (?:helps?|works?|treats?)\b|\b(?:best|better) (?:treatment|option|drug|medic\w+)s?\b|\b(?:treatments?|options|remedies) for\b/;
const WORKING =
  /\b(?:(?:does|do|did|will|would|can|is) (?:it|this|that|they|ztreatment) (?:\w+ )?(?:help|work|effective|good|any good|worth it|reduce|improve|ease|stop)|(?:it|this|that|they|ztreatment) (?:really |actually |even |ever |still )*(?:works?|helps?|does anything|do anything)|effective\w*|efficacy|any good|worth it)\b/;
const ALL_STUDIES =
  /\b(?:(?:all|any|every)(?: of)?(?: the)? (?:stud(?:y|ies)|evidence|trials?|designs?|years|research|data|types?)|(?:without|no|drop|remove|clear|reset|forget)(?: the| any| all| my)? (?:filters?|limits?|restrictions?)|everything|unfiltered|not only (?:rcts?|randomi[sz]ed|humans?|animals?))\b/;
const BESIDE =
  /^(?:so |and |ok |but )?(?:or|vs|versus|against|compar(?:e|ed|ing)|what about compared|is (?:it|that|this) (?:better|worse|stronger|safer)|better than|stronger than|safer than)\b|\b(?:compared? (?:it |this |that |them )?(?:to|with)|(?:better|worse|stronger|safer|cheaper) (?:than )?ztreatment|vs ztreatment|versus ztreatment|than ztreatment|is ztreatment (?:better|stronger|safer|worse))\b/;
/** "what about yoga", "and for migraine?": the place of something to be asked about. */
const LEAD =
  /^(?:so |ok |okay |hm+ )?(?:and |or |but )?(?:what about|how about|what of|try|and|or)?\s*/;
const MOST_WORDS = 3;
const NO_NAME =
  /\b(?:women|men|woman|man|people|you|me|i|us|we|him|her|money|cost|costs|price|time|now|today|then|how|why|what|who|when|where|which|yes|no|ok|okay|thanks|thank|lol|cool|nice|wow|great|good|bad|it|that|this|them|they|more|less|long|term|short|daily|night|morning|food|others?|else)\b/;

/** What stands alone behind "what about", or behind "and for"; null where it could be anything. */
const unknownIn = (masked: string): Pick<FollowUp, 'unknownTreatment' | 'unknownCondition'> => {
  const none = { unknownTreatment: null, unknownCondition: null };
  const lead = LEAD.exec(masked)?.[0] ?? '';
  const rest = masked.slice(lead.length);
  const isPlace = /^(?:for|against|in) /.test(rest);
  const named = rest.replace(/^(?:for|against|in|with|using|taking) (?:my |a |the )?/, '');
  const isName =
    /\b(?:about|of|try|and|or)\s*$/.test(lead) &&
    named !== '' &&
    named.split(' ').length <= MOST_WORDS &&
    !/\bz(?:treatment|condition|outcome)\b/.test(named) &&
    !NO_NAME.test(named) &&
    !/\d/.test(named) &&
    !isGenericTreatment(named) &&
    !isGenericCondition(named);
  if (!isName) return none;
  const plain = named.replace(/\bz(?:medicine|illness) /g, '');
  return isPlace ? { ...none, unknownCondition: plain } : { ...none, unknownTreatment: plain };
};

const intentOf = (asked: string, next: Question): FollowUp['intent'] => {
  if (asksForHarms(asked)) return 'safety';
  if (asksForDose(asked) || /^(?:and |so )?how (?:much|many mg)\b/.test(asked)) return 'dose';
  if (USES.test(asked)) return 'uses';
  if (next.interventions.length === 0 && (OTHERS.test(asked) || ANY_TREATMENT.test(asked)))
    return 'treatments';
  if (next.interventions.length > 1 && asksToCompare(asked)) return 'compare';
  if (WORKING.test(asked)) return 'efficacy';
  return AGAIN.test(asked) ? 'again' : null;
};

/** A message with the words that stand for a treatment read as one: "I took 20 of them". */
export const readPronouns = (masked: string): string => masked.replace(PRONOUNS, 'ztreatment');

/** Reads a message as one that follows an answer. */
export const readFollowUp = (next: Question): FollowUp => {
  const masked = next.masked;
  const asked = readPronouns(masked);
  const isNaming = next.interventions.length + next.conditions.length + next.outcomes.length > 0;
  const found = next.unknownCondition ?? next.unknownTreatment;
  const intent = intentOf(masked, next) ?? intentOf(asked, next);
  const dropsFilters = ALL_STUDIES.test(foldText(next.text));
  const isFiltering = dropsFilters || hasFilters(next.filters) || next.filters.population !== null;
  const unknown =
    isNaming || isFiltering || intent !== null || found !== null
      ? {
          unknownTreatment: next.unknownCondition === null ? next.unknownTreatment : null,
          unknownCondition: next.unknownCondition,
        }
      : unknownIn(masked);
  return {
    intent,
    isComparing: next.interventions.length > 0 && BESIDE.test(masked),
    dropsFilters,
    asksForOthers: intent === 'treatments' && ANOTHER.test(asked),
    ...unknown,
  };
};

/** Whether a message says anything that can follow an answer. */
export const isFollowUp = (next: Question): boolean => {
  const { intent, dropsFilters, unknownTreatment, unknownCondition } = readFollowUp(next);
  return (
    intent !== null ||
    dropsFilters ||
    unknownTreatment !== null ||
    unknownCondition !== null ||
    next.interventions.length + next.conditions.length + next.outcomes.length > 0 ||
    next.risks.length > 0 ||
    hasFilters(next.filters) ||
    next.filters.population !== null
  );
};
