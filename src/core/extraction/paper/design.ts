import type { Read } from '../../domain/extraction.ts';
import type { Paper } from '../../domain/paper.ts';
import type { Design } from '../../domain/study.ts';
import type { ReadSentence } from '../text/readAbstract.ts';

/** A sentence in which something is told, and how much that place is to be believed. */
type Told = { sentence: ReadSentence; confidence: number };

const SURE: Readonly<Record<ReadSentence['section'], number>> = {
  title: 0.95,
  methods: 0.92,
  unlabelled: 0.85,
  objective: 0.8,
  results: 0.8,
  other: 0.7,
  background: 0.6,
  conclusion: 0.5,
};

/** Where it is told what was done: the title first, then methods. What others did is told elsewhere. */
export const findTold = (
  sentences: readonly ReadSentence[],
  pattern: RegExp,
  sections: readonly ReadSentence['section'][] = [
    'title',
    'methods',
    'unlabelled',
    'objective',
    'results',
  ],
  except: RegExp | null = null,
): Told | null => {
  const found = sentences.filter(
    ({ section, text }) => sections.includes(section) && pattern.test(text) && !except?.test(text),
  );
  const best = found.reduce<ReadSentence | null>(
    (top, one) => (top && SURE[top.section] >= SURE[one.section] ? top : one),
    null,
  );
  return best && { sentence: best, confidence: SURE[best.section] };
};

const EVERYWHERE = [
  'title',
  'methods',
  'unlabelled',
  'objective',
  'results',
  'background',
  'other',
] as const;

const RANDOMISED =
  /(?<!non-?\s?|not |quasi-?|un)\brandomi[sz](?:ed|ation|ing)\b|\brandomly (?:assigned|allocated|divided|received|selected to|put|distributed|grouped|assign|recruited into|separated|treated|enrolled|categori[sz]ed|placed|invited)\b|\brandomly\b.{0,60}\b(?:group|arm)s?\b|\brandom (?:allocation|assignment)\b|\bRCTs?\b|,\s?randomly\b|assigned randomly|allocated randomly|divided randomly|in random order/i;
/** Trials of others, or trials that there should be. */
const OF_OTHERS =
  /not been|none of|(?:trials?|RCTs?|studies) (?:are|is) (?:still )?(?:needed|warranted|required)|\b(?:needed|warranted|lack of|future|further|should be|previous|recent|several|published|available|other) (?:\w+ ){0,3}(?:randomi[sz]ed|RCTs?|trials)|has (?:been )?shown|in recent clinical trials/i;
const NOT_RANDOMISED =
  /\bnon-?\s?randomi[sz]ed|not randomi[sz]ed|quasi-?\s?experiment|without randomi[sz]ation/i;
const CROSSOVER =
  /cross(?:ed)?[-\s]?over|wash-?out period|within-subjects?,? randomi|latin[- ]square/i;
const META =
  /meta-?\s?analy|pooled (?:analysis|data|from)|data were pooled from|integrated (?:analysis|data)/i;
const SYSTEMATIC =
  /systematic(?:ally)? (?:literature )?review|systematic literature search|cochrane review/i;
const ANIMAL =
  /\b(?:rats?|mice|mouse|murine|rabbits?|dogs?|cats?|pigs?|piglets?|sheep|lambs?|monkeys?|macaques?|guinea pigs?|hamsters?|calves|cows?|chickens?|broilers?|hens?|zebrafish|horses?|gerbils?)\b/i;
const PEOPLE =
  /\b(?:patients?|participants?|volunteers?|women|men|children|adults|infants|individuals|students|people|adolescents|outpatients)\b/i;
const IN_VITRO =
  /\bin[- ]vitro\b|\bex[- ]vivo\b|extracted\b.{0,40}\b(?:teeth|molars?|premolars?|incisors?)|\b(?:teeth|premolars?|molars?) (?:were|was) (?:randomly )?(?:divided|assigned)|cell lines?\b|cultured (?:cells|on)|specimens were (?:randomly )?(?:divided|prepared|submerged)|explants?/i;
const QUALITATIVE =
  /\bqualitative (?:study|research|analysis|interview|process|evaluation|investigation)|focus groups?|thematic(?:ally)? analy|semi-?structured interviews/i;
const RETROSPECTIVE =
  /\bretrospective|\bchart review|medical records were reviewed|prospective (?:cohort|comparative|observational|study of)|\bcohort\b|observational study|registry|longitudinal study/i;
const CASE_CONTROL = /\bcase[- ]control/i;
const CASE_REPORT =
  /\bcase report|we report (?:a|the|an) (?:case|patient)|we present (?:a|the) case\b/i;
const CASE_SERIES =
  /\bcase series|\b(?:series of|report) (?:\w+ )?(?:cases|patients)|\bin (?:three|four|five|six|seven|eight|nine|ten|\d) (?:patients|cases)\b/i;
const ONE_ARM =
  /\bopen[- ]label|single[- ]arm|uncontrolled|phase (?:I|II|1|2)[ab]?\b|before[- ]and[- ]after|pre-?post|feasibility study|pilot study/i;
const CONTROLLED =
  /control(?:led)? (?:clinical )?(?:trial|study|group)|quasi-?\s?experiment|intervention group|comparison group|within[- ]subject/i;

const TYPES: readonly (readonly [RegExp, Design])[] = [
  [/meta-analysis/i, 'meta-analysis'],
  [/systematic review/i, 'systematic-review'],
  [/case reports?/i, 'case-report'],
];

/**
 * The design that a paper says it has; null where it does not say, or has one of which there is no
 * word here, such as a survey, an interview study or a review that is not systematic.
 */
export const readDesign = (
  paper: Pick<Paper, 'publicationTypes'>,
  sentences: readonly ReadSentence[],
): Read<Design> | null => {
  const told = (design: Design, found: Told | null): Read<Design> | null =>
    found && { value: design, sentence: found.sentence.text, confidence: found.confidence };
  const title = sentences.find(({ section }) => section === 'title');
  const inTitle = (pattern: RegExp): Told | null =>
    title && pattern.test(title.text) ? { sentence: title, confidence: SURE.title } : null;
  const own = (pattern: RegExp) => findTold(sentences, pattern);
  const methods = (pattern: RegExp) =>
    findTold(sentences, pattern, ['title', 'methods', 'unlabelled']);

  for (const [type, design] of TYPES)
    if (title && paper.publicationTypes.some((one) => type.test(one)))
      return { value: design, sentence: title.text, confidence: 0.95 };
  const review =
    inTitle(META) ??
    own(/\bintegrated data\b|data (?:were|was) pooled|pooled data from/i) ??
    methods(
      /(?:performed|conducted|carried out|did) (?:an? )?(?:\w+ ){0,4}meta-?analys|data were pooled from|pooled from \d|pooled (?:analysis|data) (?:of|from)|random-?effects model/i,
    );
  if (review) return told('meta-analysis', review);
  const systematic = inTitle(SYSTEMATIC) ?? methods(SYSTEMATIC);
  if (systematic) return told('systematic-review', systematic);
  const isNarrative =
    inTitle(/\b(?:review|overview|commentary|editorial|perspective)\b/i) ||
    paper.publicationTypes.some((type) => /^(?:review|comment|editorial|letter)$/i.test(type));
  const isQualitative =
    inTitle(QUALITATIVE) ?? methods(/qualitative study|focus groups?\b|thematic(?:ally)? analy/i);
  if (
    isQualitative &&
    !inTitle(/randomi[sz]ed (?:controlled )?trial$/i) &&
    !methods(/mixed[- ]methods/i)
  )
    return null;

  const animal =
    inTitle(ANIMAL) ?? findTold(sentences, ANIMAL, ['methods', 'unlabelled', 'results']);
  const people = findTold(sentences, PEOPLE, ['title', 'methods', 'unlabelled', 'results']);
  if (animal && ((inTitle(ANIMAL) && !inTitle(PEOPLE)) || !people)) return told('animal', animal);
  const vitro =
    inTitle(IN_VITRO) ??
    methods(
      /extracted\b.{0,40}\b(?:teeth|molars?)|premolar teeth were|\bin vitro (?:study|investigation)|explants?|cell lines?\b/i,
    );
  if (vitro && (inTitle(IN_VITRO) || !people)) return told('in-vitro', vitro);

  if (!NOT_RANDOMISED.test(sentences.map(({ text }) => text).join(' '))) {
    const random =
      findTold(sentences, RANDOMISED, undefined, OF_OTHERS) ??
      findTold(sentences, RANDOMISED, EVERYWHERE, OF_OTHERS) ??
      findTold(sentences, /placebo[- ]controlled|double[- ]blind/i, undefined, OF_OTHERS);
    const crossed = own(CROSSOVER) ?? findTold(sentences, CROSSOVER, EVERYWHERE);
    if (random && crossed) return told('rct-crossover', crossed);
    const isSplit = random && /randomly split/i.test(random.sentence.text);
    const isOthers = isNarrative && random?.sentence.section !== 'title';
    const secondOfTwo = own(
      /then (?:\w+ ){0,4}(?:use|receive|took|received|used) the (?:second|other|alternate)|alternate (?:treatment|diet)|both treatments in/i,
    );
    if (random && secondOfTwo && !isOthers) return told('rct-crossover', secondOfTwo);
    if (random && !isSplit && !isOthers) return told('rct-parallel', random);
  }
  if (isNarrative) return null;
  const ordered: [Design, Told | null][] = [
    ['case-report', inTitle(CASE_REPORT) ?? methods(CASE_REPORT)],
    ['case-control', own(CASE_CONTROL)],
    ['nonrandomised-trial', own(NOT_RANDOMISED)],
    ['case-series', inTitle(CASE_SERIES) ?? own(/\bcase series\b/i)],
    ['cohort', own(RETROSPECTIVE)],
    ['nonrandomised-trial', own(CONTROLLED)],
    ['open-label-trial', own(ONE_ARM)],
  ];
  for (const [design, found] of ordered)
    if (found)
      return { ...(told(design, found) as Read<Design>), confidence: 0.8 * found.confidence };
  return null;
};
