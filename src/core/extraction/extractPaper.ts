import type { Outcome } from '../domain/concept.ts';
import type { Change, ExtractedFinding, Extraction } from '../domain/extraction.ts';
import type { Paper } from '../domain/paper.ts';
import type { Direction } from '../domain/study.ts';
import type { ChangeModel } from './change/changeModel.ts';
import { readChange, TELLING_CONFIDENCE } from './extractChange.ts';
import { readArms } from './paper/arms.ts';
import { findPairs } from './paper/comparisons.ts';
import { readBlinding, readControl, readSpecies } from './paper/conduct.ts';
import { readDesign } from './paper/design.ts';
import { readDuration } from './paper/duration.ts';
import { readEnrolled } from './paper/enrolled.ts';
import { findMentions, type LinkPaper, settleConcepts } from './paper/linkPaper.ts';
import { findOutcomes } from './paper/outcomes.ts';
import { readAbstract } from './text/readAbstract.ts';

export type ExtractDeps = {
  model: ChangeModel;
  /** `createPaperLinker` */
  link: LinkPaper;
  outcomes: readonly Outcome[];
};

/** Whether a change is for the better, where the vocabulary knows which one is. */
export const directionOf = (
  change: Change,
  better: Outcome['better'] | undefined,
): Direction | null => {
  if (change === 'no significant difference') return 'no-difference';
  if (better === undefined) return null;
  const isUp = change === 'significantly increased';
  return isUp === (better === 'higher') ? 'improved' : 'worsened';
};

/** A sentence that bears less on a pair of treatment and outcome tells nothing of it. */
const BEARS_ON_IT = 0.3;

/**
 * All that can be read in a paper's title and abstract. Nothing of it is verified; what is not
 * said is null or missing, never guessed.
 */
export const extractPaper = (
  paper: Pick<Paper, 'title' | 'abstract' | 'keywords' | 'publicationTypes'>,
  { model, link, outcomes }: ExtractDeps,
): Extraction => {
  const read = readAbstract(paper);
  const { sentences } = read;
  const mentions = findMentions(sentences, link);
  const keywords = paper.keywords.slice(0, 100).map(link);
  const design = readDesign(paper, sentences);
  const kind = design?.value ?? null;
  const control = readControl(sentences, kind);
  const interventions = settleConcepts(mentions.interventions, []);
  const tested = mentions.interventions.filter(
    ({ id, sentence }) =>
      interventions.includes(id) &&
      sentence.section !== 'background' &&
      sentence.section !== 'conclusion',
  );
  // What a title names is what was tested; rescue medication is named elsewhere.
  const inTitle = tested.filter(({ sentence }) => sentence.section === 'title');
  const named = findOutcomes(sentences, mentions.outcomes);
  const names = (id: string | null, sentence: string): boolean =>
    id === null || mentions.outcomes.some((one) => one.id === id && one.sentence.text === sentence);
  const findings = findPairs(sentences, inTitle.length > 0 ? inTitle : tested, control).flatMap(
    ({ intervention, comparator }) =>
      named.flatMap((outcome): ExtractedFinding[] => {
        const comparison = { intervention: intervention.text, comparator, outcome: outcome.text };
        const found = readChange(read, comparison, { model });
        if (!found || found.bears < BEARS_ON_IT || found.confidence < TELLING_CONFIDENCE) return [];
        const { value, sentence, confidence } = found;
        if (!names(outcome.id, sentence)) return [];
        const better = outcomes.find(({ id }) => id === outcome.id)?.better;
        return [
          {
            intervention,
            comparator,
            outcome,
            change: { value, sentence, confidence },
            direction: directionOf(value, better),
          },
        ];
      }),
  );
  return {
    design,
    blinding: readBlinding(sentences, kind),
    control,
    species: readSpecies(sentences, kind),
    enrolled: readEnrolled(sentences),
    duration: readDuration(sentences),
    arms: readArms(sentences, link, control, tested),
    conditions: settleConcepts(
      mentions.conditions,
      keywords.flatMap(({ conditions }) => conditions.map(({ id }) => id)),
    ),
    interventions,
    outcomes: [...new Set(named.flatMap(({ id }) => id ?? []))],
    findings,
  };
};
