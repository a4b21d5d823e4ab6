import { existsSync } from 'node:fs';
import { createPaperReader } from './app/papers/createPaperReader.ts';
import { createReadings } from './app/papers/createReadings.ts';
import type { Config } from './config.ts';
import { WHOLE_VIEW } from './core/answer/view.ts';
import type { Answer } from './core/domain/answer.ts';
import type { Library } from './core/domain/library.ts';
import { createPaperLinker } from './core/extraction/paper/linkPaper.ts';
import { createOtherNames } from './core/papers/otherNames.ts';
import { subjectOf } from './core/papers/subject.ts';
import type { Language } from './core/question/linkConcepts.ts';
import { createQuestionParser } from './core/question/parseQuestion.ts';
import { CHANGE_MODEL, loadChangeModel } from './library/loadChangeModel.ts';
import { openPapers } from './papers/openPapers.ts';
import type { StudyIndex } from './ports/studyIndex.ts';

/** A program that has just been started is slow at first, and whoever started it would rather wait. */
const LIMIT_MS = 30_000;

type Deps = { config: Config; library: Library; index: StudyIndex; language: Language };

/** The papers that were brought in, beside the answers of the command line. */
export type Shelf = { addPapers: (answer: Answer) => Promise<Answer>; close: () => Promise<void> };

const EMPTY: Shelf = { addPapers: async (answer) => answer, close: async () => {} };

const isThere = ({ papers }: Config): boolean => !('file' in papers) || existsSync(papers.file);

/** Opens the papers where there are any; without them answers are what the records say. */
export const openShelf = async ({ config, library, index, language }: Deps): Promise<Shelf> => {
  if (!isThere(config)) return EMPTY;
  const complain = (fault: unknown): void => {
    const { message } = fault as { message?: unknown };
    process.stderr.write(`The papers that were brought in are left out. ${message}\n`);
  };
  try {
    const link = createPaperLinker(library, language);
    const papers = await openPapers(config.papers, {
      expand: createOtherNames(library, language),
    });
    const parse = createQuestionParser(library, language, Number(index.asOf.slice(0, 4)));
    const readings = createReadings({
      library,
      index,
      subjectOf: (text) => subjectOf(parse(text)),
      papers,
      read: createPaperReader({
        model: loadChangeModel(CHANGE_MODEL),
        link,
        outcomes: library.outcomes,
      }),
      search: null,
      localLimitMs: LIMIT_MS,
      logger: { warn: (context) => complain(context.fault) },
    });
    return {
      addPapers: (answer) => readings.addPapers(answer, { guildId: null, view: WHOLE_VIEW }),
      close: papers.close,
    };
  } catch (error) {
    complain(error);
    return EMPTY;
  }
};
