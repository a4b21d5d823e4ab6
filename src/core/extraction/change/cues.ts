import { stemWord } from '../text/stem.ts';
import type { Word } from '../text/words.ts';

/** What a word says of a comparison. */
export const CUES = [
  'up',
  'down',
  'good',
  'bad',
  'same',
  'differ',
  'negation',
  'significant',
  'than',
] as const;
export type Cue = (typeof CUES)[number];

const WORDS: Readonly<Record<Cue, string>> = {
  up: 'increase increased increasing higher greater more larger longer elevated elevation raised raise rise rose gain gained above exceeded exceeding enhanced enhancement enhances prolonged prolongation prolong highest greatest upregulated accelerated augmented added rising',
  down: 'decrease decreased decreasing reduced reduction reducing reductions lower lowered lowering less fewer smaller shorter shortened shortening decline declined drop dropped fell fall diminished diminish attenuated attenuation suppressed suppression inhibited inhibition below lessened blunted slower minimized minimised prevented prevents lowest least fewest alleviated alleviate alleviating relieved relieve relieving loss lost decreases downregulated delayed weaker restricted halved earlier faster quicker',
  good: 'improve improved improvement improvements improving better benefit beneficial benefits effective effectiveness efficacy efficacious superior superiority favor favour favored favoured favouring favoring favorable favourable advantage advantages ameliorated amelioration best successful success protective',
  bad: 'worse worsen worsened worsening worst deteriorate deteriorated deterioration inferior impaired impair impairment detrimental poorer disadvantage harmful',
  same: 'similar similarly comparable equal equally equivalent same unchanged noninferior identical unaffected constant stable likewise alike inconclusive nonsignificant insignificant equivalence',
  differ:
    'differ differed difference differences different change changed changes effect effects affect affected influence influenced altered alter associated association impact modified interaction',
  negation:
    'no not nor neither without non none fail failed cannot never lack absence didnt nonsignificantly unable little neutral',
  significant: 'significant significantly significance markedly substantially statistically',
  than: 'than compared versus vs relative against comparison over compare opposed',
};

const CUE_OF = new Map<string, Cue>(
  CUES.flatMap((cue) => WORDS[cue].split(' ').map((word): [string, Cue] => [stemWord(word), cue])),
);

/** Words that only share their stem with a cue: "high-risk", "lower extremity", "inhibitor". */
const NO_CUE = new Set(
  'high low small short large long fast great slow weak strong inhibitor inhibitors lateral effector others other operation operative'.split(
    ' ',
  ),
);
const PART_OF_BODY =
  /^(?:extremit|limb|back|leg|body|bod|abdom|respir|gastrointest|urinar|lip|jaw|arm|eyelid|molar|third|tract|segment|quart|bound|incisor)/;

/** What a stem says, whatever stands around it. */
export const cueOfStem = (stem: string): Cue | null => CUE_OF.get(stem) ?? null;

/** What the word at a place of a sentence says of a comparison. */
export const cueAt = (words: readonly Word[], at: number): Cue | null => {
  const word = words[at];
  const cue = word ? cueOfStem(word.stem) : null;
  if (!word || cue === null || NO_CUE.has(word.folded)) return null;
  const [before, next, second] = [words[at - 1], words[at + 1], words[at + 2]];
  if (/^(?:lower|upper)$/.test(word.folded) && next && PART_OF_BODY.test(next.stem)) return null;
  // "more than 50 %", "at least" compare with no group.
  if (cue === 'up' || cue === 'down') {
    if (next?.folded === 'than' && second && (second.number !== null || second.folded === 'or'))
      return null;
    if (before?.folded === 'at' && /^(?:least|highest|lowest)$/.test(word.folded)) return null;
  }
  return cue;
};

/** Outcomes of which less is better for the person, and those of which more is. */
const LESS_IS_BETTER =
  'pain mortality death deaths incidence risk complication complications infection infections depression depressive anxiety fatigue symptom symptoms adverse event events relapse recurrence failure bleeding nausea vomiting hospitalization hospitalisation stay severity stress distress disability weight bmi cholesterol ldl triglycerides triglyceride glucose hba1c hemoglobin insulin pressure hypertension inflammation crp cortisol disease injury falls fall fracture dyspnea dyspnoea insomnia hunger craving smoking drinking consumption alcohol error errors loss delirium toxicity cancer tumor tumour plaque gingival swelling edema oedema disorder disorders diarrhea diarrhoea pneumonia sepsis duration time cost costs headache migraine itching pruritus lesion lesions score scores burden cough fever hypotension ischemia thrombosis stroke il tnf oxidative malaria transmission caries prevalence bother barriers analgesic opioid morphine';
const MORE_IS_BETTER =
  'quality life survival function functional strength adherence compliance satisfaction knowledge performance capacity ability response responders remission hdl fev1 vo2 muscle density bone sleep cognitive memory cure success rate pregnancy birth uptake coverage self efficacy balance mobility walking gait recovery healing awareness skills attitude skill confidence wellbeing well health oxygenation saturation acceptance abstinence cessation range motion participation activity use intake fitness power speed peak attendance vaccination screening understanding attention feasibility tolerability outcome outcomes safety development learning acuity flow';

const BETTER_OF = new Map<string, -1 | 1>([
  ...LESS_IS_BETTER.split(' ').map((word): [string, -1] => [stemWord(word), -1]),
  ...MORE_IS_BETTER.split(' ').map((word): [string, 1] => [stemWord(word), 1]),
]);

/** Whether more of an outcome is better for the person (1), or less (-1), by its words; 0: unknown. */
export const betterOf = (words: readonly string[]): -1 | 0 | 1 => {
  const signs = words.map((word) => BETTER_OF.get(word) ?? 0);
  const less = signs.filter((sign) => sign < 0).length;
  const more = signs.filter((sign) => sign > 0).length;
  return less > more ? -1 : more > less ? 1 : 0;
};
