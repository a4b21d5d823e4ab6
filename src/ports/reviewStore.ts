import type { Judgement } from '../core/papers/correction.ts';
import type { StoredPaper } from './paperStore.ts';
import type { PrivacyStore } from './privacyStore.ts';

/** A change of what the admins of a server hold of a paper. */
export type ReviewChange = {
  /** Its number within the server, rising. */
  number: number;
  /** The text that was judged. */
  content: string;
  title: string;
  /** Null once this person's data was erased. */
  userId: string | null;
  at: number;
  /** Null: not reviewed. */
  judgement: Judgement | null;
};

/** A paper that a server can review, with how it stands there. */
export type Reviewable = {
  /** Where it stands in the store; it may be another paper's by and by, so compare the content. */
  doc: number;
  content: string;
  paper: StoredPaper;
  /** The latest change; null where nobody there ever judged it. */
  latest: ReviewChange | null;
};

export type ReviewEdit = {
  content: string;
  title: string;
  /** The number of the latest change that its maker saw; 0 for none. */
  seen: number;
  to: Judgement | null;
};

export type ReviewOutcome =
  | { ok: true; change: ReviewChange }
  /** Somebody was quicker, and nothing was changed. */
  | { ok: false; latest: ReviewChange | null };

/**
 * What the admins of each server made of papers. A review is of a text: where a paper's text
 * changes, it has to be reviewed anew. No server sees those of another.
 */
export type ReviewStore = {
  /** A paper of the server's own that nobody there reviewed, the newest of those before `before`. */
  unreviewed: (guildId: string, before: number | null) => Promise<Reviewable | null>;
  /** A paper of the server, or of everyone; null where it is gone, or its text is another. */
  at: (guildId: string, place: Pick<Reviewable, 'doc' | 'content'>) => Promise<Reviewable | null>;
  /** Likewise by a PMCID, PMID or DOI, the server's own first. */
  byId: (guildId: string, id: string) => Promise<Reviewable | null>;
  /** How these texts stand in a server; those never reviewed are left out. */
  standing: (
    guildId: string,
    contents: readonly string[],
  ) => Promise<ReadonlyMap<string, Judgement>>;
  change: (guildId: string, userId: string, edit: ReviewEdit) => Promise<ReviewOutcome>;
  /** What stood before the latest change of a text. */
  before: (guildId: string, content: string) => Promise<Judgement | null>;
  /** The latest changes, newest first. */
  history: (guildId: string, limit: number) => Promise<ReviewChange[]>;
  /** What is stored of a person here. */
  privacy: PrivacyStore;
};
