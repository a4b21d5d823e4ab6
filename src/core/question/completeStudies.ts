import { capitalise, DESIGN_NAMES, listOf, shortName } from '../answer/words.ts';
import type { Library } from '../domain/library.ts';
import type { Study } from '../domain/study.ts';
import { type Choice, LONGEST_CHOICE, MOST_CHOICES, shorten } from './completion.ts';
import { foldText } from './foldText.ts';
import { createNameMatcher } from './nameMatcher.ts';

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

/**
 * The text by which a study is asked for: its short name where that is its own, else a number, else
 * its title, else the id of its record. Each has been read by the parser, and names this study alone.
 */
const textFor = (study: Study, studiesMeant: (text: string) => readonly Study[]): string => {
  const { pmid, doi } = study.ids;
  const candidates = [
    ...(study.authors.length > 0 && study.year !== null ? [shortName(study)] : []),
    ...(pmid === null ? [] : [`PMID ${pmid}`]),
    ...(doi === null ? [] : [doi]),
    ...(study.title === null ? [] : [`“${study.title}”`]),
  ];
  const isOwn = (text: string): boolean => {
    const meant = text.length <= LONGEST_CHOICE ? studiesMeant(text) : [];
    return meant.length === 1 && meant[0] === study;
  };
  return candidates.find(isOwn) ?? study.id;
};

const newestFirst = (a: Study, b: Study): number =>
  (b.year ?? 0) - (a.year ?? 0) || a.id.localeCompare(b.id);

/** Completes studies by author, year, title, treatment, condition, PMID or DOI; newest first. */
export const completeStudies = (
  { studies, interventions, conditions }: Library,
  studiesMeant: (text: string) => readonly Study[],
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
