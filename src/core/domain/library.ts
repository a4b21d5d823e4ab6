import type { Condition, Intervention, Outcome } from './concept.ts';
import type { Guideline } from './guideline.ts';
import type { Study } from './study.ts';

/** Everything Caveat knows, as plain data. */
export type Library = {
  conditions: readonly Condition[];
  interventions: readonly Intervention[];
  outcomes: readonly Outcome[];
  studies: readonly Study[];
  guidelines: readonly Guideline[];
};

/** The studies that answers may use, drafts left out, as an answer looks them up. */
export type StudyLookup = {
  /** How many studies can be used in answers. */
  size: number;
  /** The latest day on which a source was read, as 2026-11-22. */
  asOf: string;
  /** Studies on any of the interventions (none named: any) and any of the conditions (likewise). */
  bearingOn: (interventions: readonly string[], conditions: readonly string[]) => Study[];
  byId: (id: string) => Study | undefined;
  byPmid: (pmid: string) => Study | undefined;
  /** @param doi in lower case */
  byDoi: (doi: string) => Study | undefined;
  /** @param surname folded; `year` null: of any year. Newest first. */
  byAuthor: (surname: string, year: number | null) => Study[];
  /** Studies whose title holds every word of the fragment, best first. */
  byTitle: (fragment: string) => Study[];
};
