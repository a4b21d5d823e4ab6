import type { Read } from '../../domain/extraction.ts';
import type { Design, Study } from '../../domain/study.ts';
import type { ReadSentence } from '../text/readAbstract.ts';
import { findTold } from './design.ts';

type Blinding = Study['blinding'];
type Control = Study['control'];
type Species = Study['population']['species'];

const WHERE = [
  'title',
  'methods',
  'unlabelled',
  'objective',
  'results',
  'background',
  'other',
] as const;

const firstTold = <T>(
  sentences: readonly ReadSentence[],
  ways: readonly (readonly [T, RegExp])[],
): Read<T> | null => {
  for (const [value, pattern] of ways) {
    const found = findTold(sentences, pattern, WHERE);
    if (found) return { value, sentence: found.sentence.text, confidence: found.confidence };
  }
  return null;
};

const BLINDED = '(?:blind(?:ed)?|mask(?:ed)?)';
const WATCHER =
  '(?:assessor|observer|evaluator|rater|investigator|examiner|outcome|patient|participant|subject)s?';
const BLINDING: readonly (readonly [Blinding, RegExp])[] = [
  [
    'double',
    new RegExp(
      String.raw`\b(?:double|triple|quadruple|doubly)[-\s]?${BLINDED}|double[-\s]?dummy|\bDBPC|\bDBRPC`,
      'i',
    ),
  ],
  [
    'single',
    new RegExp(
      String.raw`\bsingle[-\s]?${BLINDED}|\b${WATCHER}[-\s]${BLINDED}|\b${BLINDED} ${WATCHER}\b|\b${WATCHER} (?:\w+ ){0,3}(?:was|were) ${BLINDED}|\bpartially ${BLINDED}`,
      'i',
    ),
  ],
  [
    'none',
    /\bopen[-\s]?label|\bnon[-\s]?(?:blind|mask)ed|\bun(?:blinded|masked)|\bnot (?:blinded|masked)|(?:,|prospective|randomi[sz]ed) open[, ]|\bno blinding/i,
  ],
];

/** Who did not know which treatment was given; null where it is not said. */
export const readBlinding = (
  sentences: readonly ReadSentence[],
  design: Design | null,
): Read<Blinding> | null => (design === null ? null : firstTold(sentences, BLINDING));

const PLACEBO =
  /\bplacebos?\b|\bsham\b|\bvehicle\b|\b(?:saline|dummy) (?:group|control|solution as)|\bor (?:normal |0\.9% )?saline\b|\bDBPC/i;
const USUAL =
  /\b(?:usual|standard|routine|conventional|normal) (?:medical |clinical |health |mental health |antenatal )?(?:care|treatment|management|program(?:me)?|therapy)\b|\bcare as usual|treat(?:ed|ment) as usual|\bTAU\b|in the usual way|usual-care/i;
const NONE =
  /\b(?:received|receiving|with|given) no (?:treatment|intervention|drug|medication)|\bno[-\s](?:attention|treatment|intervention|drug)\b(?! preference)|\bnon-?intervention|\buntreated|wait(?:ing)?[-\s]?list|did not receive (?:any|the)|not (?:to )?receiv(?:e|ing) any|without (?:any )?(?:treatment|intervention|medication)\b|no[-\s]intervention/i;
const ACTIVE =
  /\b(?:versus|vs\.?|compar(?:e[sd]?|ing|ison|ative)|active[-\s]control(?:led)?|relative to)\b|\b(?:receive|received|either|to|with|into|of)\b.{3,160}\bor\b|(?:two|three|four|five|2|3|4|5) (?:\w+ )?(?:groups|arms)|group (?:1|A|I)\b/i;

/** What the treatment was compared with; null where that is not said. */
export const readControl = (
  sentences: readonly ReadSentence[],
  design: Design | null,
): Read<Control> | null => {
  if (design === null) return null;
  const byName = findTold(sentences, /active[-\s](?:comparator|control)/i, [
    'title',
    'methods',
    'objective',
  ]);
  if (byName)
    return { value: 'active', sentence: byName.sentence.text, confidence: byName.confidence };
  const placebo = firstTold<Control>(sentences, [['placebo', PLACEBO]]);
  if (placebo) return placebo;
  if (design === 'case-report' || design === 'case-series' || design === 'open-label-trial') {
    const title = sentences[0];
    return title ? { value: 'none', sentence: title.text, confidence: 0.6 } : null;
  }
  const usual = findTold(sentences, USUAL, [
    'title',
    'methods',
    'unlabelled',
    'results',
    'objective',
  ]);
  const none = findTold(sentences, NONE, ['title', 'methods', 'unlabelled', 'results']);
  if (none && (!usual || none.confidence >= usual.confidence))
    return { value: 'none', sentence: none.sentence.text, confidence: 0.8 * none.confidence };
  if (usual)
    return {
      value: 'usual-care',
      sentence: usual.sentence.text,
      confidence: 0.85 * usual.confidence,
    };
  const active = findTold(sentences, ACTIVE, ['title', 'methods', 'unlabelled', 'objective']);
  return (
    active && {
      value: 'active',
      sentence: active.sentence.text,
      confidence: 0.75 * active.confidence,
    }
  );
};

const ANIMALS: readonly (readonly [Species, RegExp])[] = [
  ['rat', /\brats?\b/i],
  ['mouse', /\b(?:mice|mouse|murine)\b/i],
  ['rabbit', /\brabbits?\b/i],
  ['cat', /\b(?:cats?|feline)\b/i],
  ['dog', /\b(?:dogs?|canine|beagles?)\b/i],
  [
    'other-animal',
    /\b(?:pigs?|piglets?|porcine|swine|sheep|ovine|lambs?|monkeys?|macaques?|hamsters?|calves|cows?|heifers?|chickens?|broilers?|hens?|zebrafish|horses?|mares|gerbils?|goats?)\b/i,
  ],
];
const HUMAN =
  /\b(?:patients?|participants?|volunteers?|women|wom[ae]n|men|children|adults|infants|individuals|students|people|adolescents|outpatients|residents|mothers|human|subjects|persons?|girls|boys|neonates|clinicians?|physicians?|GPs?|employees|athletes|smokers|households?|workers|teachers|caregivers|parents|molars|teeth|users)\b/i;

/** People, or which animals. */
export const readSpecies = (
  sentences: readonly ReadSentence[],
  design: Design | null,
): Read<Species> | null => {
  const places = ['title', 'methods', 'unlabelled', 'results', 'objective'] as const;
  const title = sentences.filter(({ section }) => section === 'title');
  for (const where of design === 'animal' ? [title, sentences] : [title])
    for (const [species, pattern] of ANIMALS) {
      const found = findTold(where, pattern, places);
      const isPeople =
        design !== 'animal' &&
        findTold(sentences, HUMAN, ['title', 'methods', 'results', 'unlabelled']);
      if (found && !isPeople)
        return { value: species, sentence: found.sentence.text, confidence: found.confidence };
    }
  const human = findTold(sentences, HUMAN, [...places, 'background']);
  return human && { value: 'human', sentence: human.sentence.text, confidence: human.confidence };
};
