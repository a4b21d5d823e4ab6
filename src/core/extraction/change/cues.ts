import { MARKS } from '../text/statistics.ts';
import { stemWord } from '../text/stem.ts';

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
  up: 'increase increased increasing higher greater more larger longer elevated elevation raised raise rise rose gain gained above exceeded exceeding enhanced enhancement enhances prolonged prolongation prolong highest greatest upregulated accelerated augmented added rising extended extend additional doubled',
  down: 'decrease decreased decreasing reduced reduction reducing reductions lower lowered lowering less fewer smaller shorter shortened shortening decline declined drop dropped fell fall diminished diminish attenuated attenuation suppressed suppression inhibited inhibition below lessened blunted slower minimized minimised prevented prevents lowest least fewest alleviated alleviate alleviating relieved relieve relieving loss lost decreases downregulated delayed weaker restricted halved earlier faster quicker',
  good: 'improve improved improvement improvements improving better benefit beneficial benefits effective effectiveness efficacy efficacious superior superiority favor favour favored favoured favouring favoring favorable favourable advantage advantages ameliorated amelioration best positive successful success protective',
  bad: 'worse worsen worsened worsening worst deteriorate deteriorated deterioration inferior impaired impair impairment detrimental negative negatively poorer disadvantage harmful',
  same: 'similar similarly comparable equal equally equivalent same unchanged noninferior identical unaffected constant stable likewise alike inconclusive nonsignificant insignificant equivalence',
  differ:
    'differ differed difference differences different change changed changes effect effects affect affected influence influenced altered alter associated association impact modified interaction',
  negation:
    'no not nor neither without non none fail failed cannot never lack absence didnt nonsignificantly unable little neutral',
  significant: 'significant significantly significance markedly substantially statistically',
  than: 'than compared versus vs relative against comparison over compare',
};

const CUE_OF = new Map<string, Cue>(
  CUES.flatMap((cue) => WORDS[cue].split(' ').map((word): [string, Cue] => [stemWord(word), cue])),
);

export const cueOf = (stem: string): Cue | null => CUE_OF.get(stem) ?? null;

/** Of two values after one another, the words between which they are compared. */
export const isMark = (stem: string): boolean => (Object.values(MARKS) as string[]).includes(stem);

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
