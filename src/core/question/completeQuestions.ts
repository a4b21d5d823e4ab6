import type { Library } from '../domain/library.ts';
import type { StudyCounts } from '../retrieval/countLibrary.ts';
import { type Choice, LONGEST_CHOICE, MOST_CHOICES } from './completion.ts';
import { foldText } from './foldText.ts';
import { createNameMatcher } from './nameMatcher.ts';
import {
  compareText,
  doseText,
  efficacyText,
  harmsText,
  treatmentsText,
  usesText,
} from './questionTexts.ts';

type Sort = 'efficacy' | 'treatments' | 'uses' | 'harms' | 'dose' | 'compare';
type Candidate = { text: string; sort: Sort; concepts: string; weight: number };

/** What is asked where no word tells otherwise. */
const isOnBenefit = ({ sort }: Candidate): boolean => sort === 'treatments' || sort === 'efficacy';

/** Of a condition, the treatments studied most are compared with each other. */
const MOST_COMPARED = 4;

/** Words, or their beginnings, that tell which sort of question is being typed. */
const SORT_WORDS: readonly [RegExp, Sort][] = [
  [/\b(?:side|sid|effects?|adverse|safe\w*|risks?|harm\w*|danger\w*)\b/, 'harms'],
  [/\b(?:dos|dose\w*|dosage|dosing|mg|how much)\b/, 'dose'],
  [/\b(?:vs|versus|or|compare\w*|better|than)\b/, 'compare'],
  [/\b(?:studied|used|uses|what is|what are)\b/, 'uses'],
  [/\b(?:what helps?|what works|best|treat\w*|remed\w+|relie\w+)\b/, 'treatments'],
];
/** Words of questions that name nothing. */
const FILLER =
  /^(?:what|whats|which|does|do|did|is|are|was|can|could|will|any|anyone|has|have|tried|how|much|for|of|in|on|the|a|an|and|or|vs|versus|to|with|help|helps|work|works|best|treat|treats|treatment|treatments|better|than|compare|side|effects?|adverse|safe|safety|risks?|harms?|dangerous|dose|doses|dosage|mg|studied|used|uses|evidence|studies|study|my|i|me|it|about|good)$/;

const candidatesOf = (library: Library, counts: StudyCounts): Candidate[] => {
  const labels = new Map(library.interventions.map(({ id, label }) => [id, label]));
  const labelOf = (id: string): string => labels.get(id) ?? id;
  const hasDose = new Set(
    library.studies
      .filter(({ status }) => status !== 'draft')
      .flatMap(({ population, interventions }) =>
        interventions
          .filter(({ dose }) => dose !== null)
          .map(({ id }) => `${id} ${population.condition}`),
      ),
  );
  const perTreatment = library.interventions.flatMap(({ id, label, safety }): Candidate[] => {
    const weight = counts.ofIntervention(id);
    return [
      ...(weight > 0
        ? [{ text: usesText([label]), sort: 'uses' as const, concepts: id, weight }]
        : []),
      ...(safety.length > 0
        ? [{ text: harmsText([label]), sort: 'harms' as const, concepts: id, weight }]
        : []),
    ];
  });
  const perCondition = library.conditions.flatMap(({ id: condition, label }): Candidate[] => {
    const treatments = counts.treatmentsOf(condition);
    const [first] = treatments;
    if (first === undefined) return [];
    const weightOf = (id: string): number => counts.ofPair(id, condition);
    return [
      {
        text: treatmentsText(label),
        sort: 'treatments',
        concepts: condition,
        weight: counts.ofCondition(condition),
      },
      ...treatments.flatMap((id): Candidate[] => [
        {
          text: efficacyText(labelOf(id), label),
          sort: 'efficacy',
          concepts: `${id} ${condition}`,
          weight: weightOf(id),
        },
        ...(hasDose.has(`${id} ${condition}`)
          ? [
              {
                text: doseText(labelOf(id), label),
                sort: 'dose' as const,
                concepts: `${id} ${condition}`,
                weight: weightOf(id),
              },
            ]
          : []),
      ]),
      ...treatments.slice(0, MOST_COMPARED).flatMap((a, at) =>
        treatments.slice(at + 1, MOST_COMPARED).map(
          (b): Candidate => ({
            text: compareText([labelOf(a), labelOf(b)], label),
            sort: 'compare',
            concepts: `${a} ${b} ${condition}`,
            weight: Math.min(weightOf(a), weightOf(b)),
          }),
        ),
      ),
    ];
  });
  return [...perTreatment, ...perCondition]
    .filter(({ text }) => text.length <= LONGEST_CHOICE)
    .sort((a, b) => b.weight - a.weight || a.text.localeCompare(b.text));
};

/**
 * Completes whole questions that have an answer: those that name every concept typed so far, of the
 * sort that the words around them tell, the most studied first.
 */
export const completeQuestions = (
  library: Library,
  counts: StudyCounts,
  examples: readonly string[],
): ((typed: string) => Choice[]) => {
  const candidates = candidatesOf(library, counts);
  const names = new Map(
    [...library.interventions, ...library.conditions].map((concept) => [
      concept.id,
      [
        concept.label,
        ...('brands' in concept ? concept.brands : []),
        ...concept.synonyms,
        ...concept.abbreviations,
        ...concept.lay,
      ].join(' '),
    ]),
  );
  const match = createNameMatcher(
    candidates.map(({ text, concepts }, at) => ({
      id: String(at),
      names: [
        `${text} ${concepts
          .split(' ')
          .map((id) => names.get(id) ?? '')
          .join(' ')}`,
      ],
    })),
  );
  const popular = candidates.filter(isOnBenefit);
  const toChoices = (texts: readonly string[]): Choice[] =>
    [...new Set(texts)].slice(0, MOST_CHOICES).map((text) => ({ name: text, value: text }));

  return (typed) => {
    const folded = foldText(typed);
    if (folded === '') return toChoices([...examples, ...popular.map(({ text }) => text)]);
    const sort = SORT_WORDS.find(([words]) => words.test(folded))?.[1] ?? null;
    const naming = folded
      .split(' ')
      .filter((word) => !FILLER.test(word))
      .join(' ');
    const found =
      naming === '' ? candidates : match(naming).flatMap(({ id }) => candidates[Number(id)] ?? []);
    const isOfSort = (candidate: Candidate): boolean =>
      sort === null ? isOnBenefit(candidate) : candidate.sort === sort;
    const rank = (candidate: Candidate): number =>
      (foldText(candidate.text).startsWith(folded) ? 0 : 2) + (isOfSort(candidate) ? 0 : 1);
    return toChoices(
      found
        .filter((candidate) => naming !== '' || isOfSort(candidate))
        .map((candidate) => ({ candidate, rank: rank(candidate) }))
        .sort((a, b) => a.rank - b.rank || b.candidate.weight - a.candidate.weight)
        .map(({ candidate }) => candidate.text),
    );
  };
};
