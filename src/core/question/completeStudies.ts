import { capitalise, DESIGN_NAMES, listOf, shortName } from '../answer/words.ts';
import type { Library } from '../domain/library.ts';
import type { StudyReference } from '../domain/question.ts';
import { type Study, surnameOf } from '../domain/study.ts';
import { type Choice, LONGEST_CHOICE, MOST_CHOICES, shorten } from './completion.ts';
import { foldText } from './foldText.ts';
import { createNameMatcher } from './nameMatcher.ts';

/** The studies that a reference names. */
export type StudiesMeant = (reference: StudyReference) => readonly Study[];

type Labels = ReadonlyMap<string, string>;

const labelsOf = (concepts: readonly { id: string; label: string }[]): Labels =>
  new Map(concepts.map(({ id, label }) => [id, label]));

/** "Bandini 1999 · Gabapentin as Treatment for Hemifacial Spasm" */
const nameOf = (study: Study, treatments: string, condition: string): string => {
  const about =
    study.title ?? `${capitalise(treatments)} for ${condition}, ${DESIGN_NAMES[study.design].one}`;
  if (study.authors.length > 0) return shorten(`${shortName(study)} · ${about}`);
  return shorten(study.year === null ? about : `${study.year} · ${about}`);
};

/** How the parser reads a short name: the last word of the first author's name, and the year. */
const shortReference = ({ authors, year }: Study): StudyReference | null => {
  const author =
    foldText(surnameOf(authors[0] ?? ''))
      .split(' ')
      .at(-1) ?? '';
  return author === '' || year === null ? null : { by: 'author-year', author, year };
};

/**
 * The text by which a study is asked for: its short name where that is its own, else a number, else
 * the id of its record.
 */
const textFor = (study: Study, studiesMeant: StudiesMeant): string => {
  const { pmid, doi } = study.ids;
  const short = shortReference(study);
  if (short !== null && studiesMeant(short).every((meant) => meant === study))
    return shortName(study);
  if (pmid !== null) return `PMID ${pmid}`;
  return doi !== null && doi.length <= LONGEST_CHOICE ? doi : study.id;
};

const newestFirst = (a: Study, b: Study): number =>
  (b.year ?? 0) - (a.year ?? 0) || a.id.localeCompare(b.id);

/** Completes studies by author, year, title, treatment, condition, PMID or DOI; newest first. */
export const completeStudies = (
  { studies, interventions, conditions }: Library,
  studiesMeant: StudiesMeant,
): ((typed: string) => Choice[]) => {
  const treatmentLabels = labelsOf(interventions);
  const conditionLabels = labelsOf(conditions);
  const usable = studies.filter(({ status }) => status !== 'draft').sort(newestFirst);
  const entries = usable.map((study) => {
    const given = study.interventions.map(({ id }) => treatmentLabels.get(id) ?? id);
    const condition = conditionLabels.get(study.population.condition) ?? '';
    const { pmid, doi } = study.ids;
    return {
      choice: {
        name: nameOf(study, listOf([...new Set(given)]), condition),
        value: textFor(study, studiesMeant),
      },
      named: {
        id: study.id,
        names: [
          [
            study.authors.length > 0 ? shortName(study) : (study.year ?? ''),
            study.title ?? '',
            ...given,
            condition,
            ...study.authors,
            ...(pmid === null ? [] : ['PMID', pmid]),
            ...(doi === null ? [] : ['DOI', doi]),
          ].join(' '),
        ],
      },
    };
  });
  const choices = new Map(entries.map(({ named, choice }) => [named.id, choice]));
  const match = createNameMatcher(entries.map(({ named }) => named));
  return (typed) => {
    if (foldText(typed) === '') return entries.slice(0, MOST_CHOICES).map(({ choice }) => choice);
    return match(typed)
      .slice(0, MOST_CHOICES)
      .flatMap(({ id }) => choices.get(id) ?? []);
  };
};
