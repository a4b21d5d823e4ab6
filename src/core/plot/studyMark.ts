import { shortName } from '../answer/words.ts';
import type { AnswerFinding } from '../domain/answer.ts';
import { isAnimal, isRandomised, isReview, type Study } from '../domain/study.ts';
import type { DesignGroup, StudyMark } from './plotData.ts';
import { plotText } from './plotText.ts';

const LONGEST_LABEL = 60;

const designOf = (study: Study): DesignGroup => {
  if (isAnimal(study)) return 'animal';
  if (isReview(study)) return 'review';
  if (isRandomised(study)) return 'randomised';
  return ['nonrandomised-trial', 'cohort', 'case-control'].includes(study.design)
    ? 'controlled'
    : 'uncontrolled';
};

const standingOf = ({ retraction, status }: Study): StudyMark['standing'] => {
  if (retraction !== null) return 'retracted';
  return status === 'secondary' ? 'second-hand' : null;
};

const nameOf = (study: Study): string =>
  study.authors.length === 0 && study.title === null ? 'Authors not known' : shortName(study);

/** A study of an answer as a mark. */
export const studyMark = (
  study: Study,
  { direction, participants, setAside }: AnswerFinding,
): StudyMark => ({
  studyId: study.id,
  label: plotText(nameOf(study), LONGEST_LABEL),
  standing: standingOf(study),
  design: designOf(study),
  direction,
  participants,
  counts: setAside === null,
});

/** Studies of a section by their ids; those that the view does not have are passed over. */
export const studiesOfSection = (
  findings: readonly AnswerFinding[],
  byId: (id: string) => Study | undefined,
): { study: Study; finding: AnswerFinding }[] =>
  findings.flatMap((finding) => {
    const study = byId(finding.studyId);
    return study ? [{ study, finding }] : [];
  });
