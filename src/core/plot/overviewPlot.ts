import type { Knowledge } from '../answer/knowledge.ts';
import { countOf, VERDICT_NAMES } from '../answer/words.ts';
import type { Answer, AnswerSection } from '../domain/answer.ts';
import type { OverviewPlot, OverviewRow, Plot } from './plotData.ts';
import { plotTitle, sectionLabel } from './plotTitle.ts';
import { altText } from './plotWords.ts';
import { studiesOfSection, studyMark } from './studyMark.ts';

const rowOf = (
  section: AnswerSection,
  sections: readonly AnswerSection[],
  knowledge: Knowledge,
): OverviewRow => {
  const marks = studiesOfSection(section.findings, knowledge.studies.byId).map(
    ({ study, finding }) => ({ ...studyMark(study, finding), year: study.year }),
  );
  const dated = marks.flatMap(({ year, ...mark }) => (year === null ? [] : [{ ...mark, year }]));
  const inAnimals = marks.filter(({ design }) => design === 'animal').length;
  return {
    label: sectionLabel(section, sections, knowledge),
    studies: marks.length - inAnimals,
    animals: inAnimals,
    participants: section.tally.participants,
    certainty: section.certainty,
    verdict: section.verdict,
    years: dated.toSorted((a, b) => a.year - b.year),
    undated: marks.length - dated.length,
  };
};

const yearsWords = (years: readonly number[]): string[] => {
  const [from, to] = [Math.min(...years), Math.max(...years)];
  if (years.length === 0) return [];
  return [from === to ? `${from}` : `${from} to ${to}`];
};

const rowWords = (row: OverviewRow): string => {
  const sure = row.certainty === null ? [] : [`${row.certainty.replace('-', ' ')} certainty`];
  return `${row.label}: ${[
    VERDICT_NAMES[row.verdict].toLowerCase(),
    ...sure,
    countOf(row.studies, 'study in people', 'studies in people'),
    ...(row.animals === 0 ? [] : [`${row.animals} in animals`]),
    ...yearsWords(row.years.map(({ year }) => year)),
  ].join(', ')}.`;
};

/** What was studied, a row for each body of evidence; null where there is none. */
export const overviewPlot = (
  answer: Pick<Answer, 'question' | 'sections'>,
  knowledge: Knowledge,
): Plot | null => {
  const rows = answer.sections.map((section) => rowOf(section, answer.sections, knowledge));
  if (rows.length === 0) return null;
  const data: OverviewPlot = { kind: 'overview', title: plotTitle(answer, knowledge), rows };
  const head = `${data.title}: how much was studied, how sure it is, and in which years.`;
  return { data, alt: altText(head, rows.map(rowWords)) };
};
