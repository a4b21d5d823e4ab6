import { answerQuestion } from '../core/answer/answerQuestion.ts';
import { createKnowledge, type Knowledge, labelOf } from '../core/answer/knowledge.ts';
import { EXAMPLES } from '../core/answer/plainAnswers.ts';
import { findReferenced } from '../core/answer/studyAnswer.ts';
import { createStudyCard } from '../core/answer/studyCard.ts';
import { topicOf } from '../core/answer/topicOf.ts';
import { narrowKnowledge, type View, WHOLE_VIEW } from '../core/answer/view.ts';
import { type Citable, citableOfStudy } from '../core/citation/citable.ts';
import type { Answer } from '../core/domain/answer.ts';
import type { Question } from '../core/domain/question.ts';
import type { StudyCard } from '../core/domain/studyCard.ts';
import { type Subject, subjectOf } from '../core/papers/subject.ts';
import { mapPlot } from '../core/plot/mapPlot.ts';
import { plotAnswer } from '../core/plot/plotAnswer.ts';
import type { Plot } from '../core/plot/plotData.ts';
import { chosenBy } from '../core/question/askBack.ts';
import { createCompletion } from '../core/question/completeConcepts.ts';
import { type Completion, shorten } from '../core/question/completion.ts';
import { continueQuestion } from '../core/question/continueQuestion.ts';
import { isFollowUp } from '../core/question/followUp.ts';
import { isMeant } from '../core/question/isMeant.ts';
import { readLongMessage, sentencesOf } from '../core/question/longMessage.ts';
import { createQuestionParser } from '../core/question/parseQuestion.ts';
import { harmsText } from '../core/question/questionTexts.ts';
import { createWithinText } from '../core/question/withinText.ts';
import { LONGEST_WORDING, wordQuestion } from '../core/question/wordQuestion.ts';
import { countLibrary } from '../core/retrieval/countLibrary.ts';
import type { AskDeps } from './createAsk.ts';

/** A condition on which the library holds studies. */
export type StudiedCondition = {
  id: string;
  label: string;
  /** The name of its slash command. */
  command: string | null;
  studies: number;
  treatments: number;
};

export type Caveat = {
  /** `view`: what the server asked in lets answers show; everything where it is not given. */
  ask: (text: string, view?: View) => Answer;
  /**
   * The answer to what follows on an answered question. `answer.question.text` is the whole
   * question in Caveat's words, of at most 250 characters, and `ask` answers it the same.
   */
  askFurther: (previous: string, text: string, view?: View) => Answer;
  /** Whether a text says anything that can follow the answer to `previous`: "thanks!" does not. */
  isFurther: (text: string, previous: string) => boolean;
  /**
   * Like `ask`, but a text of more than `limit` characters is answered as Caveat words what it
   * asks, with a note that says so. `answer.question.text` has at most `limit` characters.
   */
  askShort: (text: string, limit: number, view?: View) => Answer;
  /** Whether a message in a channel where the bot hears everything is meant for it. */
  isMeant: (text: string) => boolean;
  /** The text of a question as asked within the command of a condition. */
  within: (question: string, condition: string) => string;
  /** What a text asks about, to look it up elsewhere than in the records. */
  subjectOf: (text: string) => Subject;
  complete: Completion;
  /** Everything the record of a study says; null where there is none, or none in the view. */
  studyCard: (id: string, view?: View) => StudyCard | null;
  /** A study as references name it; null where there is none, or none in the view. */
  citable: (id: string, view?: View) => Citable | null;
  /** The harms of the treatments that an answer is about; null where nothing is known of them. */
  harmsOf: (answer: Answer, view?: View) => Answer | null;
  /** The picture of an answer's evidence, given in the same view; null where there is none to draw. */
  plotOf: (answer: Answer, view?: View) => Plot | null;
  /** The map of what was studied for these conditions; null where nothing was. */
  mapOf: (conditions: readonly string[], view?: View) => Plot | null;
  /** What concepts are called, by their ids. */
  labels: ReadonlyMap<string, string>;
  /** Most studied first. */
  conditions: readonly StudiedCondition[];
  stats: { studies: number; conditions: number; interventions: number; asOf: string };
};

/** Of an answer that names no treatment itself, the harms of so many are told. */
const MOST_TREATMENTS = 3;

/** The treatments that an answer is about: those asked about, else the first that it tells of. */
const treatmentsOf = ({ question, sections }: Answer, { interventions }: Knowledge): string[] => {
  if (question.interventions.length > 0) return question.interventions.map(({ label }) => label);
  const told = [...new Set(sections.map(({ intervention }) => intervention))];
  return told.slice(0, MOST_TREATMENTS).map((id) => labelOf(id, interventions));
};

/** So many maps are remembered. */
const MOST_MAPS = 100;

/** Kinds of answer to something that Caveat knows, which its words say as well. */
const WORDED: readonly Answer['kind'][] = ['evidence', 'study', 'safety', 'no-evidence'];

/** The knowledge as each view has it, its lookup of studies made once for each choice of kinds. */
const createViews = (knowledge: Knowledge): ((view?: View) => Knowledge) => {
  const narrowed = new Map<string, Knowledge>();
  return (view = WHOLE_VIEW) => {
    if (view.animals && view.secondary) return { ...knowledge, view };
    const key = `${view.animals} ${view.secondary}`;
    const known = narrowed.get(key) ?? narrowKnowledge(knowledge, view);
    narrowed.set(key, known);
    return { ...known, view };
  };
};

/** Everything that the bot asks of the core, over one library. None of it throws for any text. */
export const createCaveat = ({ library, index, language }: AskDeps): Caveat => {
  const knowledge = createKnowledge(library, index);
  const parse = createQuestionParser(library, language, knowledge.thisYear);
  const counts = countLibrary(library);
  const seen = createViews(knowledge);
  const ask = (text: string, view?: View): Answer => answerQuestion(parse(text), seen(view));

  /** The answer to a question in Caveat's words, with what was mended in it. */
  const askWorded = (question: Question, view?: View, limit?: number): Answer => {
    const answer = ask(wordQuestion(question, limit), view);
    const mended = question.corrections.map(({ from, to }) => `Read “${from}” as “${to}”.`);
    return { ...answer, notes: [...mended, ...answer.notes] };
  };

  const conditions = library.conditions
    .map(({ id, label, command }) => ({
      id,
      label,
      command,
      studies: counts.ofCondition(id),
      treatments: counts.treatmentsOf(id).length,
    }))
    .filter(({ studies }) => studies > 0)
    .sort((a, b) => b.studies - a.studies || a.id.localeCompare(b.id));

  /** A map grades all there is on its conditions, and there are few pages of them. */
  const maps = new Map<string, Plot | null>();
  const mapOf = (ids: readonly string[], view: View = WHOLE_VIEW): Plot | null => {
    const key = JSON.stringify([ids, view]);
    const known = maps.get(key);
    if (known !== undefined) return known;
    if (maps.size >= MOST_MAPS) maps.clear();
    const map = mapPlot(ids, seen(view));
    maps.set(key, map);
    return map;
  };

  const askShort = (text: string, limit: number, view?: View): Answer => {
    const question = parse(text);
    const answer = answerQuestion(question, seen(view));
    if (question.text.length <= limit && !question.cut) return answer;
    const worded = askWorded(readLongMessage(text, question, parse), view, limit);
    if (!WORDED.includes(worded.kind))
      return { ...answer, question: { ...answer.question, text: shorten(question.text, limit) } };
    const note = `Your message is long: it was read as “${worded.question.text}”.`;
    return { ...worded, notes: [note, ...worded.notes] };
  };

  return {
    ask,
    askShort,
    askFurther: (previous, text, view) => {
      const next = parse(text);
      const whole = continueQuestion(topicOf(parse(previous), next, seen(view)), next);
      return whole === next ? askShort(text, LONGEST_WORDING, view) : askWorded(whole, view);
    },
    isMeant: (text) => {
      const question = parse(text);
      // Of a long message the beginning alone is read at once; its question may come at the end.
      return (
        isMeant(question) ||
        (question.cut &&
          sentencesOf(text).some((part) => part.includes('?') && isMeant(parse(part))))
      );
    },
    isFurther: (text, previous) => {
      const next = parse(text);
      const { choice } = parse(previous);
      return isFollowUp(next) || (choice !== null && chosenBy(choice, next) !== null);
    },
    within: createWithinText(parse),
    subjectOf: (text) => subjectOf(parse(text)),
    complete: createCompletion(library, {
      counts,
      examples: EXAMPLES,
      studiesMeant: (reference) => findReferenced(reference, knowledge),
    }),
    studyCard: (id, view) => {
      const study = seen(view).studies.byId(id);
      return study ? createStudyCard(study, knowledge) : null;
    },
    citable: (id, view) => {
      const study = seen(view).studies.byId(id);
      return study ? citableOfStudy(study) : null;
    },
    harmsOf: (answer, view) => {
      // An answer that shows no result still warns of treatments: those that it would tell of.
      const told = answer.sections.length > 0 ? answer : ask(answer.question.text);
      const named = treatmentsOf(told, knowledge);
      if (named.length === 0) return null;
      const harms = ask(harmsText(named), view);
      return harms.kind === 'safety' ? harms : null;
    },
    plotOf: (answer, view) => plotAnswer(answer, seen(view)),
    mapOf,
    labels: new Map(
      [...library.interventions, ...library.conditions].map(({ id, label }) => [id, label]),
    ),
    conditions,
    stats: {
      studies: index.size,
      conditions: conditions.length,
      interventions: library.interventions.filter(({ id }) => counts.ofIntervention(id) > 0).length,
      asOf: index.asOf,
    },
  };
};
