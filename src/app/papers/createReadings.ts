import { createKnowledge } from '../../core/answer/knowledge.ts';
import type { View } from '../../core/answer/view.ts';
import type { Answer } from '../../core/domain/answer.ts';
import type { Library } from '../../core/domain/library.ts';
import type { Subject } from '../../core/papers/subject.ts';
import type { Clock } from '../../ports/clock.ts';
import { faultOf } from '../../ports/faultOf.ts';
import type { Literature } from '../../ports/literature.ts';
import type { Logger } from '../../ports/logger.ts';
import type { StudyIndex } from '../../ports/studyIndex.ts';
import type { ReadPaper } from './createPaperReader.ts';
import { findPapers, type PaperShelf } from './findPapers.ts';
import { createLookBeyond } from './lookBeyond.ts';

/** An answer in a chat waits no longer for papers: a search takes some milliseconds, and so does reading one. */
const LOCAL_LIMIT_MS = 600;
/** Nobody waits for what is beyond the library: it is added to an answer that stands already. */
const BEYOND_LIMIT_MS = 6_000;

/** Where an answer is given: in which server, and what it lets answers show. */
export type AnswerPlace = { guildId: string | null; view: View };

export type Readings = {
  /** The answer with the papers that were brought in on it; as it was where the store fails. Never rejects. */
  addPapers: (answer: Answer, place: AnswerPlace) => Promise<Answer>;
  /** The answer with what a literature service has on it; null where there is nothing to add. Never rejects. */
  addBeyond: (answer: Answer, place: AnswerPlace) => Promise<Answer | null>;
};

export type ReadingDeps = {
  library: Library;
  index: StudyIndex;
  subjectOf: (text: string) => Subject;
  /** Null where there are none. */
  papers: PaperShelf | null;
  read: ReadPaper;
  /** Null where nothing is ever asked. */
  search: Literature['search'] | null;
  logger: Pick<Logger, 'warn'>;
  now?: Clock;
  localLimitMs?: number;
  beyondLimitMs?: number;
};

const isNamed = ({ interventions, conditions, unknown }: Subject): boolean =>
  interventions.length + conditions.length + unknown.length > 0;

/** What has no certainty is not shown where a server wants some. */
const mayShow = ({ kind }: Answer, { view }: AnswerPlace): boolean =>
  (kind === 'evidence' || kind === 'no-evidence') && view.leastCertainty === 'very-low';

const within = async <T>(limitMs: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The papers took too long.')), limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
};

/** Puts what programs read in papers beside answers. Nothing else of an answer changes by it. */
export const createReadings = ({
  library,
  index,
  subjectOf,
  papers,
  read,
  search,
  logger,
  now = Date.now,
  localLimitMs = LOCAL_LIMIT_MS,
  beyondLimitMs = BEYOND_LIMIT_MS,
}: ReadingDeps): Readings => {
  const knowledge = createKnowledge(library, index);
  const lookBeyond =
    search && createLookBeyond({ search, knowledge, read, now, limitMs: beyondLimitMs });
  return {
    addPapers: async (answer, place) => {
      if (papers === null || !mayShow(answer, place)) return answer;
      try {
        const subject = subjectOf(answer.question.text);
        if (!isNamed(subject)) return answer;
        const found = findPapers(subject, place, { papers, knowledge, read });
        return { ...answer, extracted: await within(localLimitMs, found) };
      } catch (error) {
        logger.warn({ fault: faultOf(error) }, 'papers could not be looked up');
        return answer;
      }
    },
    addBeyond: async (answer, place) => {
      const { kind, withheld, extracted } = answer;
      const isAnswered = kind !== 'no-evidence' || withheld.records + withheld.results > 0;
      if (lookBeyond === null || isAnswered || !mayShow(answer, place)) return null;
      try {
        const subject = subjectOf(answer.question.text);
        const ids = new Set(extracted.flatMap(({ pmid, doi }) => [pmid, doi]));
        const found = (await lookBeyond(subject, place.view)).filter(
          ({ pmid, doi }) => !(pmid !== null && ids.has(pmid)) && !(doi !== null && ids.has(doi)),
        );
        return found.length === 0 ? null : { ...answer, extracted: [...extracted, ...found] };
      } catch (error) {
        logger.warn({ fault: faultOf(error) }, 'nothing could be looked up beyond the library');
        return null;
      }
    },
  };
};
