import type { StudySearch } from '../../app/createStudySearch.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Literature } from '../../ports/literature.ts';
import type { ReadPapers } from '../../ports/paperSource.ts';
import type { PaperStore } from '../../ports/paperStore.ts';

/** What the subcommands of `npm run library` are given. */
export type LibraryDeps = {
  /** Opens the papers; whoever calls it closes them. */
  openPapers: () => Promise<PaperStore>;
  /** Reads the library of study records, and searches it. */
  openStudies: () => StudySearch;
  stdin: NodeJS.ReadableStream;
  /** Resolves when the text is taken, so that a slow reader slows us. */
  print: (text: string) => Promise<void>;
  complain: (text: string) => void;
  readPapers: ReadPapers;
  openLiterature: () => Literature;
  /** A signal that Ctrl-C and SIGTERM abort; from then on they end nothing by themselves, once. */
  untilStopped: () => AbortSignal;
  /** Whether what is complained goes to a terminal, and how wide that is. */
  isTerminal: boolean;
  columns: number;
  now: Clock;
};

/** A subcommand of `npm run library`. */
export type LibraryCommand = {
  name: string;
  /** One line of the list of subcommands. */
  summary: string;
  usage: string;
  /** @returns the exit code. @throws UsageError */
  run: (argv: readonly string[], deps: LibraryDeps) => Promise<number>;
};
