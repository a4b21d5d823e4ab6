import type { Risk } from '../domain/question.ts';

/**
 * Signs of a personal risk in a masked question (see `Links.masked`): `ztreatment` stands for a
 * treatment that Caveat knows, `zmedicine` for another one. They err towards speaking up: a note
 * too many costs a line, a note too few may cost a life.
 */
const MEDICINE =
  '(?:z(?:treatment|medicine)|it|them|this|these|that|(?:my|his|her|our|the|your) (?:\\w+ )?(?:meds?|medications?|medicines?|pills?|tablets?|capsules?|doses?|pump))';
const DRUG = 'z(?:treatment|medicine)';
const TOOK = '(?:took|taken|swallowed|ate|eaten|drank|gave|given|popped|injected)';
const SMALL_ONE =
  '(?:son|daughter|kids?|child|children|toddler|baby|infant|grandson|granddaughter|dog|cat|puppy|kitten)';

const words = (pattern: string): RegExp => new RegExp(`\\b(?:${pattern})\\b`);

const RISK_WORDS: readonly [Risk, readonly RegExp[]][] = [
  [
    'overdose',
    [
      words(
        'overdos(?:e|ed|es|ing)|over dos(?:e|ed|ing)|od(?:ed|ing)|od on|poison(?:ed|ing)?|double dosed?|ld ?50',
      ),
      words('(?:fatal|lethal|deadly) (?:dose|amount|quantity|overdose)'),
      words(
        `(?:${DRUG}|pills?|tablets?|dose|enough) (?:\\w+ ){0,6}(?:fatal|lethal|deadly|kill (?:me|you|him|her|someone|somebody|a person|an adult))`,
      ),
      words(`(?:how (?:much|many)|enough) (?:${DRUG}|pills?|tablets?) to die`),
      words('more than (?:i|he|she|we|you) (?:should|was supposed to)'),
      words(
        `${TOOK} (?:\\w+ ){0,6}(?:too (?:much|many)|all at once|at once|twice(?! (?:a|per|daily|each|every))|by accident|by mistake|extra)`,
      ),
      words(
        `${TOOK} (?:\\w+ ){0,3}(?:all (?:of )?(?:my|his|her|the|their)|a (?:handful|bunch)|(?:a |the )?whole (?:bottle|pack|box|strip|lot of (?:pills|tablets)))`,
      ),
      words(
        `(?:take|taking|takes) (?:\\w+ ){0,4}too (?:much|many)(?! (?:time|days|work|sick|leave|breaks?|effort|space))`,
      ),
      words(`(?:accidentally|mistakenly) (?:\\w+ )?${TOOK}`),
      words(
        `took (?:about |like |around |over )?(?:[5-9]|\\d{2,3}) (?:\\w+ )?(?:${DRUG}|pills?|tablets?|capsules?|caps)(?! (?:(?!(?:do|does|did|can|will|would|is|are) (?!it |this |that ))\\w+ ){0,3}(?:help|work))`,
      ),
      words(
        `${SMALL_ONE} (?:\\w+ ){0,3}(?:took|ate|eaten|swallowed|drank|chewed|licked|got into|gotten into|found|got hold of) (?:\\w+ ){0,5}(?:${DRUG}|pills?|tablets?|meds?|medication)`,
      ),
      words(
        `too (?:much|many) (?:\\w+ ){0,2}(?:${DRUG}|pills?|tablets?|capsules?|meds?|medication)`,
      ),
      words(`(?<!\\bis (?:\\w+ ){1,4})${DRUG} (?:\\w+ )?too much`),
    ],
  ],
  [
    'breathing',
    [
      words(
        '(?:trouble|difficulty|difficult|problems?|hard|struggl(?:e|es|ing)|cant|cannot|can not|unable to|stopped|stops|not|barely|hardly) (?:\\w+ ){0,2}breath(?:e|es|ing)?',
      ),
      words(
        '(?:slow(?:ed|ly)?|shallow|weird|noisy|laboured|labored|irregular|no) breath(?:s|ing)?',
      ),
      words(
        'breath(?:e|es|ing)? (?:is |was |are |getting |really |very |so |too |super )*(?:trouble|difficult(?:y|ies)?|problems?|slow(?:ly|ed|ing)?|shallow(?:ly)?|weird(?:ly)?|hard|funny|issues?|stopped|badly)',
      ),
      words(
        'short(?:ness)? of breath|respiratory (?:depression|arrest|failure)|turn(?:ing|ed)? blue|blue lips|lips (?:are |is |look |turning |going )*blue|choking|gurgling',
      ),
      words(
        '(?:wont|not|cant|cannot|can not|isnt|hard to|difficult to|unable to|doesnt|never) (?:\\w+ )?wak(?:e|es|ing)(?: \\w+)? ?up(?! with)|(?:wont|not|cant|cannot|isnt) (?:be )?wak(?:e|ing|en|ened)(?! up)|unconscious|unresponsive|passed out|nod(?:ding|ded)? (?:out|off)|snor(?:es|ing) (?:weird|strange|funny|loud)(?:ly)?',
      ),
      words(
        'gasping|(?:cant|cannot|not) (?:get|getting) (?:enough |any )?air|(?:not|isnt|wont|stopped) respond(?:ing)?|throat (?:is |feels )?(?:swelling|swollen|closing|tight(?:ening)?)|(?:cant|cannot|trouble|difficulty|problems?|unable to) swallow(?:ing)?|face (?:is )?swelling',
      ),
    ],
  ],
  [
    'suicidal-thoughts',
    [
      words('suicid(?:e|al)|self ?harm(?:ing)?|cutting myself|unaliv(?:e|ing)'),
      words(
        '(?:kill|killing|harm|harming) (?:my|him|her|them)sel(?:f|ves)|hurt(?:ing)? myself on purpose|(?:keep|started|been) hurting myself|(?:want(?:s)? to|wanna|going to|gonna|might|(?:thinking|zoutcome) (?:of|about)|feel like|plan(?:ning)? to|urge to|thoughts of) hurt(?:ing)? (?:my|him|her|them)sel(?:f|ves)|(?:tak(?:e|ing)) my own life',
      ),
      words(
        'end(?:ing)? (?:my|his|her|their) life|end(?:ing)? it all|wants? to die|wanna die|going to die|take to die|wish i (?:was|were|wasnt|werent) (?:dead|alive|here)|life (?:isnt|is not|not) worth|the point (?:of|in) (?:living|life|going on)|better off (?:dead|without me)',
      ),
      words(
        'no (?:point|reason|use) (?:in |to |of )?(?:liv(?:e|ing)|going on|being alive)|(?:cant|cannot|can not) (?:do this|go on|take this|take it|live like this|live)(?: like this)?(?: any ?more)|(?:cant|cannot) (?:go on|live) like this|(?:nothing|nobody) to live for',
      ),
      words('(?:dont|do not) (?:want|wanna) (?:to )?(?:live|be here|be alive|exist|wake up)'),
    ],
  ],
  [
    'abrupt-stopping',
    [
      words('cold turkey|withdrawals?|withdrawing|taper(?:ing|ed)?|wean(?:ing|ed)?'),
      words(
        '(?:stop(?:s|ped|ping)?|quit(?:s|ting)?|discontinu(?:e|es|ed|ing)|ceas(?:e|ing)) (?:\\w+ ){0,2}(?:taking|using|sudden(?:ly)?|abrupt(?:ly)?)',
      ),
      words(
        `(?:quit(?:ting)?|discontinu(?:e|ed|ing)|com(?:e|ing) off|came off|get(?:ting)? off|got off|go(?:ing)? off|went off|run(?:ning)? out of|ran out of|is out of|are out of|am out of|im out of|missed|missed (?:a |my |some |several |two )?doses? of|skip(?:ped|ping)?|lost|forg(?:o|e)t(?:ten)?(?: to take)?|(?:havent|have not|hasnt|has not|didnt|did not) (?:taken|take|had)|cut(?:ting|s)? (?:down|back)(?: on)?) (?:\\w+ ){0,2}${MEDICINE}`,
      ),
      words(
        `(?:i|we|you|she|he|they|just|safely|suddenly|to) stop(?:ped)? (?:my |the |all )?(?:${DRUG}|(?:my |the |all )?(?:meds?|medications?|pills?))`,
      ),
      words(`stopp(?:ed|ing) (?:my |the |all )?(?:ztreatment|zmedicine)`),
      words(
        `(?:reduc(?:e|ed|ing)|lower(?:ed|ing)?|cut(?:ting)?|halv(?:e|ed|ing)|dropp(?:ed|ing)) (?:my|his|her|our) (?:${DRUG}|dose|dosage|meds?|medication)`,
      ),
      words('(?:missed|skipped|forgot) (?:a|my|some|several|two|three) doses?'),
      words(
        '(?:sudden(?:ly)?|abrupt(?:ly)?) (?:stop(?:s|ped|ping)?|discontinu(?:e|ed|ing|ation)|quit(?:ting)?)',
      ),
      words(
        '(?:took|taken|taking|takes) (?:me|him|her|them) off|none left|no (?:more )?(?:pills|tablets|meds|ztreatment) left|ztreatment (?:ran|has run|run|running) out',
      ),
      // A pump that fails stops the treatment at once; fever, itching and rigidity are its signs.
      words(
        'pump (?:\\w+ ){0,3}(?:empty|dry|alarm(?:ing|s)?|beep(?:ing|s)?|fail(?:s|ed|ing|ure)?|stopp?(?:ed|s)? working|broke(?:n)?|kinked|leak(?:s|ed|ing)?|disconnected|refill)',
      ),
      words(
        '(?:refill|alarm) (?:\\w+ ){0,3}pump|pump (?:\\w+ ){0,8}(?:fever|itch(?:y|ing)?|rigid(?:ity)?)',
      ),
    ],
  ],
  [
    'sedatives',
    [
      words(
        'alcohol|drunk|beers?|wine|vodka|whiske?y|liquor|booze|opioids?|opiates?|oxy(?:s|contin|codone)?|percs?|percocets?|hydrocodone|vicodin|norco|morphine|heroin|fent|fentanyl|codeine|tramadol|methadone|buprenorphine|suboxone|kratom|xanax|alprazolam|lean and',
      ),
      words(
        'drink(?:ing)? (?:on|while|with)|drink ztreatment|(?:i|we|he|she) drank (?:last|a|some|too|yesterday|tonight|and)|drank and|opiods?|hydromorphone|oxymorphone|dilaudid',
      ),
    ],
  ],
  [
    'interactions',
    [
      words(
        'mix(?:ed|es|ing)?|combin(?:e|es|ed|ing|ation)|(?<!\\b(?:\\d+|two|three|four) (?:\\w+ ){0,2})together|interact(?:s|ions?)?|on top of|same time as',
      ),
      words(
        '(?:take|use|have|on|taking|using) (?:\\w+ ){0,3}ztreatment (?:with|and|plus|while) (?:\\w+ ){0,2}(?:zmedicine|ztreatment)',
      ),
      words(
        '(?:take|use|have|on|taking|using) (?:\\w+ ){0,3}zmedicine (?:with|and|plus|while) (?:\\w+ ){0,2}ztreatment',
      ),
    ],
  ],
  [
    'personal-dose',
    [
      words(
        '(?:how (?:much|many|often)|what (?:\\w+ )?(?:dose|dosage|amount)|which dose) (?:\\w+ ){0,8}(?:should|can|could|may|do|must|shall|would) (?:i|we|you|he|she|they|my \\w+)|how (?:much|many) ztreatment for my',
      ),
      words(
        '(?:should|can|could|may|is it (?:ok|okay|safe)(?: for me)? to) (?:i |we |my \\w+ )?(?:increase|double|raise|up|lower|reduce)',
      ),
      words(
        '(?:should|can|could|may|(?:is it|its|it is) (?:ok|okay|safe|fine|bad)) (?:i|we|to|for me to|if i) (?:take|have|use) (?:\\w+ ){0,2}(?:\\d+|two|three|four|another|extra|more|a second)',
      ),
      words(
        `(?:is|are) (?:\\w+ ){0,2}\\d+ (?:\\w+ ){0,3}${DRUG} (?:\\w+ ){0,2}(?:enough|a lot|too much|too little|high|low|normal)`,
      ),
      words(
        '(?:my|right|safe|correct|best|max|maximum|highest) (?:\\w+ )?(?:dose|dosage) (?:of ztreatment )?(?:for me|be|i can)|dos(?:e|age) (?:of ztreatment )?for me|get high|recreational(?:ly)?|to trip',
      ),
    ],
  ],
  [
    'personal-advice',
    [
      words(
        '(?:should|can|could|may) (?:i|we|my \\w+) (?:\\w+ )?(?:take|have|use|try|get(?! rid)|start|switch|ask for)',
      ),
    ],
  ],
  [
    'pregnancy',
    [
      words(
        'pregnan(?:t|cy)|breast ?feed(?:ing)?|(?:i am|im|while|she is|shes) nursing|nursing (?:a|my) baby|trimester|birth defects?|unborn|f(?:o)?etus|trying to conceive|expecting a baby',
      ),
    ],
  ],
  ['kidney', [words('kidneys?|renal|ckd|egfr|dialysis|hemodialysis|haemodialysis')]],
];

/** Speaking of a substance as the thing treated or asked about is not mixing it. */
const NO_MIX =
  /\b(?:better|worse|stronger|safer|weaker|vs|versus|compared (?:to|with)|than|instead of) (?:an? )?(?:zmedicine )?(?:opioids?|opiates?|morphine|tramadol|oxycodone|codeine)\b|\b(?:alcohol|opioids?|opiates?|heroin|benzos?) (?:withdrawals?|dependence|addiction|use disorder|detox)\b|\ban? (?:opioid|opiate|narcotic)\b/g;

/** A substance is a mix only beside a treatment, or where a person speaks of taking it. */
const IN_USE = /\bztreatment\b|\b(?:i|im|ive|my|me|we|he|she|took|taking|taken|on)\b/;

/** Who asks what happened in the studies is not telling of an emergency of their own. */
const OF_STUDIES =
  /\b(?:in|during|from) (?:the |these |those |any )?(?:\w+ )?(?:stud(?:y|ies)|trials?)\b/;
const OF_PERSONS = /\b(?:i|im|ive|my|me|we|he|she|his|her|him|they|our)\b/;
const ABOUT_STUDIES: readonly Risk[] = ['overdose', 'suicidal-thoughts', 'sedatives'];

/** The personal risks that a masked question speaks of, the most urgent first. */
export const findRisks = (masked: string): Risk[] => {
  const text = masked.replace(NO_MIX, ' ');
  const isOfStudies = OF_STUDIES.test(text) && !OF_PERSONS.test(text);
  return RISK_WORDS.filter(
    ([risk, patterns]) =>
      !(isOfStudies && ABOUT_STUDIES.includes(risk)) &&
      patterns.some((signs) => signs.test(text)) &&
      (risk !== 'sedatives' || IN_USE.test(text)),
  ).map(([risk]) => risk);
};

/** Risks at which the answer is where to get help now, before any evidence. */
export const EMERGENCIES: readonly Risk[] = ['overdose', 'breathing', 'suicidal-thoughts'];

/** Risks that are answered by what is known of the risk, not by evidence of benefit. */
export const ANSWERED_FIRST: readonly Risk[] = [
  ...EMERGENCIES,
  'abrupt-stopping',
  'sedatives',
  'personal-dose',
];

/** Risks that are answered first where no condition is named: nothing else is asked about then. */
export const ANSWERED_ALONE: readonly Risk[] = ['interactions', 'pregnancy', 'kidney'];
