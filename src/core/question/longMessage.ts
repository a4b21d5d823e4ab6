import type { Question, Risk } from '../domain/question.ts';
import { continueQuestion } from './continueQuestion.ts';
import { NO_FILTERS } from './filters.ts';
import { isFollowUp } from './followUp.ts';
import { EMERGENCIES } from './risks.ts';

/** A sentence, or a piece of one that never ends, with what ends it. */
const SENTENCE = /[^.?!\n]{1,400}(?=[\s.?!]|$)[.?!]*/g;
/** What stands behind so many characters is not read: Discord sends no longer messages. */
const LONGEST_MESSAGE = 4000;
/** Of a message of more sentences, its beginning and its end are read, so many sentences each. */
const MOST_SENTENCES = 60;

/** The sentences of a message, those in the middle of a very long one left out. */
export const sentencesOf = (raw: string): string[] => {
  const all = raw.slice(0, LONGEST_MESSAGE).match(SENTENCE) ?? [];
  return all.length <= 2 * MOST_SENTENCES
    ? all
    : [...all.slice(0, MOST_SENTENCES), ...all.slice(-MOST_SENTENCES)];
};

const isUrgent = ({ risks }: Question): boolean => risks.some((risk) => EMERGENCIES.includes(risk));

const isNew =
  ({ risks }: Question) =>
  (risk: Risk): boolean =>
    !risks.includes(risk);

const weigh = ({ interventions, conditions }: Question, sentence: string): number =>
  (sentence.includes('?') ? 4 : 0) +
  (interventions.length > 0 ? 2 : 0) +
  (conditions.length > 0 ? 1 : 0);

/**
 * A long message as the question that it asks. The sentence that asks most plainly is taken, the
 * last of those; what it leaves out is what the message speaks of before it. A danger anywhere in
 * the message comes first.
 * @param whole the message as `parse` reads it: its beginning, and the dangers in all of it.
 */
export const readLongMessage = (
  raw: string,
  whole: Question,
  parse: (text: string) => Question,
): Question => {
  if (!whole.cut || whole.intent === 'study') return whole;
  const read = sentencesOf(raw).map((sentence) => {
    const question = parse(sentence);
    return { question, weight: weigh(question, sentence) };
  });
  const told = read.find(({ question }) => isUrgent(question))?.question;
  if (told) return { ...told, risks: told.risks.concat(whole.risks.filter(isNew(told))) };
  if (isUrgent(whole)) return whole;
  const at = read.reduce(
    (best, { weight }, i) => (weight >= (read[best]?.weight ?? 0) ? i : best),
    0,
  );
  const best = read[at]?.question ?? whole;
  const before = read.slice(0, at).map(({ question }) => question);
  const topic: Question = {
    ...whole,
    intent: 'efficacy',
    // The treatment spoken of last is the one asked about; the condition is that of the beginning.
    interventions: before.findLast((one) => one.interventions.length > 0)?.interventions ?? [],
    conditions: before.find((one) => one.conditions.length > 0)?.conditions ?? [],
    outcomes: [],
    filters: NO_FILTERS,
    unknownTreatment: null,
    unknownExcluded: null,
    unknownCondition: null,
  };
  const hasTopic = topic.interventions.length + topic.conditions.length > 0;
  const asked = hasTopic && !isFollowUp(best) ? settled(topic) : continueQuestion(topic, best);
  return { ...asked, corrections: best.corrections, cut: false };
};

/** A topic asked about as it stands. */
const settled = (topic: Question): Question => ({
  ...topic,
  intent:
    topic.interventions.length === 0
      ? 'treatments'
      : topic.conditions.length > 0
        ? 'efficacy'
        : 'uses',
  risks: [],
});
