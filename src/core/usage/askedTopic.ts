import type { Answer } from '../domain/answer.ts';
import { isFiller } from '../question/intent.ts';
import { tokenize } from '../question/tokens.ts';
import { withoutIdentifiers } from './withoutIdentifiers.ts';

/** A topic keeps so many words of a question that no concept fits. */
const MOST_WORDS = 5;
/** A text of more words is a message, of which a few words say nothing. */
const LONGEST_QUESTION = 12;
const LONGEST_WORD = 30;
/** Between the concepts of a topic, and before its words. */
const AND = ' + ';

/** Words of asking, beside those that the parser knows: they name nothing that is asked about. */
const ASKING = new Set(
  (
    'help helps helped helping work works worked working treat treats treated treating cure cures cured stop stops reduce reduces relieve relieves ' +
    'improve improves effective efficacy use used using safe best better alternative alternatives option options prevent prevents does side effect effects dose ' +
    'remedy remedies anybody people find found recommend recommended suggest again even after before while during into than then because only'
  ).split(' '),
);
/** What nobody asks but of health: other texts that Caveat has nothing on are not kept. */
const ON_HEALTH =
  /\b(?:help(?:s|ed|ful)?|treat\w*|cures?|relie[fv]\w*|remed\w+|medic\w+|meds|therap\w+|drugs?|stud(?:y|ies)|trials?|evidence|side ?effects?|symptoms?|good for)\b/i;

const isKept = (word: string): boolean =>
  word.length > 1 &&
  word.length <= LONGEST_WORD &&
  !/^\d+$/.test(word) &&
  !/\d{5}/.test(word) &&
  !ASKING.has(word) &&
  !isFiller(word);

const wordsOf = (text: string): string[] => tokenize(text).map(({ folded }) => folded);

/** What a question asks for beside the concepts that it links to, in a fixed order. */
const wordsBeside = ({ question, kind }: Answer): string => {
  if (kind === 'out-of-scope' && !ON_HEALTH.test(question.text)) return '';
  const { interventions, conditions, outcomes, corrections } = question;
  const known = new Set([
    ...[...interventions, ...conditions, ...outcomes].flatMap(({ matched }) => wordsOf(matched)),
    ...corrections.flatMap(({ from, to }) => [...wordsOf(from), ...wordsOf(to)]),
  ]);
  const words = new Set(wordsOf(withoutIdentifiers(question.text)).filter(isKept));
  const beside = [...words].filter((word) => !known.has(word));
  return words.size > LONGEST_QUESTION ? '' : beside.slice(0, MOST_WORDS).sort().join(' ');
};

/** Kinds of answer from the records. */
const ANSWERED: readonly Answer['kind'][] = ['evidence', 'study', 'safety'];

const sorted = (ids: readonly string[]): string[] => [...new Set(ids)].sort();

/**
 * What was asked about, in a form that equal questions share and that says nothing of who asked:
 * ids of concepts; where records had no answer, also up to five words that no concept fits. Empty
 * where nothing can be said.
 */
export const askedTopic = (answer: Answer): { topic: string; isAnswered: boolean } => {
  const { kind, question, sections } = answer;
  // Which of several is meant is asked where there are records on each.
  const isAnswered =
    ANSWERED.includes(kind) || (kind === 'clarify' && question.conditions.length > 0);
  const ids =
    kind === 'study'
      ? [
          ...sorted(sections.map(({ intervention }) => intervention)),
          ...sorted(sections.map(({ condition }) => condition)),
        ]
      : [
          ...sorted(question.interventions.map(({ id }) => id)),
          ...sorted(question.conditions.map(({ id }) => id)),
        ];
  const words = isAnswered ? '' : wordsBeside(answer);
  return { topic: [...ids, words].filter((part) => part !== '').join(AND), isAnswered };
};

/** A topic for people: labels in the place of ids. */
export const wordTopic = (topic: string, labels: ReadonlyMap<string, string>): string =>
  topic
    .split(AND)
    .map((part) => labels.get(part) ?? part)
    .join(AND);
