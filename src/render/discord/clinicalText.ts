import { countOf, DESIGN_NAMES, listOf } from '../../core/answer/words.ts';
import type { AnswerSection } from '../../core/domain/answer.ts';
import type { Certainty } from '../../core/domain/evidence.ts';
import type { Design } from '../../core/domain/study.ts';
import { CERTAINTY_WORDS, DOMAIN_WORDS, stepsText, VERDICT_WORDS } from '../evidenceWords.ts';

/** GRADE's own symbols. */
const GRADE_MARKS: Readonly<Record<Certainty, string>> = {
  high: '⊕⊕⊕⊕',
  moderate: '⊕⊕⊕◯',
  low: '⊕⊕◯◯',
  'very-low': '⊕◯◯◯',
};

/** "GRADE ⊕◯◯◯ very low: risk of bias −1, imprecision −2" */
const gradeText = (certainty: Certainty, reasons: AnswerSection['reasons']): string => {
  const lowered = reasons.filter(({ steps }) => steps < 0);
  const told = [...Map.groupBy(lowered, ({ domain }) => domain)].map(([domain, all]) => {
    const steps = all.reduce((sum, reason) => sum + reason.steps, 0);
    return `${DOMAIN_WORDS[domain]} ${stepsText(steps)}`;
  });
  const domains = told.length === 0 ? 'no domain lowered' : told.join(', ');
  return `GRADE ${GRADE_MARKS[certainty]} ${CERTAINTY_WORDS[certainty]}: ${domains}`;
};

/** The rating in one line, as clinicians write it. */
export const clinicalRating = ({
  verdict,
  certainty,
  reasons,
}: Pick<AnswerSection, 'verdict' | 'certainty' | 'reasons'>): string =>
  certainty === null
    ? VERDICT_WORDS[verdict]
    : `${VERDICT_WORDS[verdict]} · ${gradeText(certainty, reasons)}`;

/** "2 randomised trials and 1 case series, n = 42": what counts, or where nothing does, what is listed. */
export const basisText = ({ findings, tally }: AnswerSection): string => {
  const counted = findings.filter(({ setAside, kind }) => setAside === null && kind !== 'animals');
  const of = counted.length > 0 ? counted : findings;
  const designs = (Object.keys(DESIGN_NAMES) as Design[]).flatMap((design) => {
    const n = of.filter((finding) => finding.design === design).length;
    return n === 0 ? [] : [countOf(n, DESIGN_NAMES[design].one, DESIGN_NAMES[design].many)];
  });
  const people = tally.participants > 0 ? [`n = ${tally.participants}`] : [];
  return [listOf(designs), ...people].filter((part) => part !== '').join(', ');
};
