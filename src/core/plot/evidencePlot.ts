import type { Knowledge } from '../answer/knowledge.ts';
import { capitalise, countOf } from '../answer/words.ts';
import type { Answer, AnswerSection } from '../domain/answer.ts';
import type { Finding } from '../domain/study.ts';
import { findingsOn, tellingFindings } from '../grading/studyResult.ts';
import { wilsonInterval } from '../grading/wilsonInterval.ts';
import { effectInterval } from './effectInterval.ts';
import type {
  EvidenceGroup,
  EvidencePlot,
  EvidenceRow,
  Plot,
  ResponderShare,
  StudyMark,
} from './plotData.ts';
import { plotText } from './plotText.ts';
import { plotTitle, sectionLabel } from './plotTitle.ts';
import {
  altText,
  DESIGN_WORDS,
  DIRECTION_WORDS,
  directionCounts,
  nameWords,
  sizeWords,
} from './plotWords.ts';
import { studiesOfSection, studyMark } from './studyMark.ts';

/** Those who got better: of one person nothing is a share, and of a worsening it is not told. */
const shareOf = ({ responders, direction }: Finding): ResponderShare | null => {
  if (responders === null || responders.of === null || responders.of < 2) return null;
  if (direction === 'worsened') return null;
  const { n, of } = responders;
  return { n, of, ...wilsonInterval(n, of) };
};

const first = <T, R>(items: readonly T[], read: (item: T) => R | null): R | null => {
  for (const item of items) {
    const found = read(item);
    if (found !== null) return found;
  }
  return null;
};

const rowsOf = (section: AnswerSection, knowledge: Knowledge): EvidenceRow[] =>
  studiesOfSection(section.findings, knowledge.studies.byId).map(({ study, finding }) => {
    const own = findingsOn(study, section.intervention, section.condition);
    const telling = tellingFindings(own, knowledge.outcomes);
    return {
      ...studyMark(study, finding),
      effect: first(telling, (told) => effectInterval(told, finding.direction)),
      share: first(telling, shareOf),
    };
  });

const groupOf = (
  section: AnswerSection,
  sections: readonly AnswerSection[],
  knowledge: Knowledge,
): EvidenceGroup => {
  const rows = rowsOf(section, knowledge);
  return {
    title: sectionLabel(section, sections, knowledge),
    certainty: section.certainty,
    people: rows.filter(({ design }) => design !== 'animal'),
    animals: rows.filter(({ design }) => design === 'animal'),
  };
};

const percent = (share: number): string => String(Math.round(100 * share));

/** "Bandini 1999: no comparison group, 5 people, better, 5 of 5 improved (95% interval 57 to 100%)" */
const rowWords = (row: EvidenceRow): string => {
  const { share } = row;
  const told = [
    DESIGN_WORDS[row.design],
    sizeWords(row),
    row.direction === null ? 'no say on this' : DIRECTION_WORDS[row.direction],
    ...(share === null
      ? []
      : [
          `${share.n} of ${share.of} improved (95% interval ${percent(share.low)} to ${percent(share.high)}%)`,
        ]),
    ...(row.effect === null
      ? []
      : [
          row.effect.from <= 0 && row.effect.to >= 0
            ? 'interval includes no difference'
            : 'interval excludes no difference',
        ]),
    ...(row.counts ? [] : ['not counted in the rating']),
  ];
  return `${nameWords(row)}: ${told.join(', ')}.`;
};

const countWords = (marks: readonly StudyMark[], one: string, many: string): string[] =>
  marks.length === 0 ? [] : [`${countOf(marks.length, one, many)}: ${directionCounts(marks)}`];

const groupWords = ({ title, certainty, people, animals }: EvidenceGroup): string => {
  const counts = [
    ...countWords(people, 'study in people', 'studies in people'),
    ...countWords(animals, 'study in animals', 'studies in animals'),
  ];
  const sure = certainty === null ? 'not rated' : `${certainty.replace('-', ' ')} certainty`;
  return `${title}: ${sure}; ${counts.join('; ')}.`;
};

/** The studies of an answer as marks from worse to better; null where it has none. */
export const evidencePlot = (
  answer: Pick<Answer, 'question' | 'sections'>,
  knowledge: Knowledge,
): Plot | null => {
  const groups = answer.sections
    .map((section) => groupOf(section, answer.sections, knowledge))
    .filter(({ people, animals }) => people.length + animals.length > 0);
  if (groups.length === 0) return null;
  const data: EvidencePlot = { kind: 'evidence', title: plotTitle(answer, knowledge), groups };
  const rows = groups.flatMap(({ people, animals }) => [...people, ...animals]);
  const head = plotText(
    `${data.title}: what each study found. ${groups.map(groupWords).join(' ')}`,
    700,
  );
  return { data, alt: altText(capitalise(head), rows.map(rowWords)) };
};

/** How many studies it draws. */
export const evidenceRows = ({ groups }: EvidencePlot): EvidenceRow[] =>
  groups.flatMap(({ people, animals }) => [...people, ...animals]);
