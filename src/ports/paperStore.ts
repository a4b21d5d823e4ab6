import type { Paper } from '../core/domain/paper.ts';

/** Whose papers: the operator's own, which every server sees, or those of one server. */
export type PaperScope = { kind: 'everyone' } | { kind: 'guild'; guildId: string };

export type StoredPaper = Paper & {
  /** As results name it: its PMCID, PMID or DOI, as imported. */
  id: string;
  scope: PaperScope;
};

export type Imported = { added: number; changed: number; unchanged: number };

export type PaperHit = { id: string; score: number; paper: StoredPaper };

export type PaperSearch = {
  hits: readonly PaperHit[];
  /** Words that the corpus does not have, and what was searched in their place. */
  mended: readonly { from: string; to: string }[];
};

/** A number may be the PMCID of one paper and the PMID of another: then none is removed. */
export type Removal =
  | { removed: StoredPaper; meant: readonly [] }
  | { removed: null; meant: readonly StoredPaper[] };

/** Papers that were brought in, and the search over them. One index, read by several processes while it is written. */
export type PaperStore = {
  /** All or nothing. A paper is the same where its PMCID, PMID or DOI is; it is known by them within its scope. */
  add: (papers: readonly Paper[], scope: PaperScope) => Promise<Imported>;
  /** @param scopes none other is seen. @param limit most hits, best first. */
  search: (text: string, scopes: readonly PaperScope[], limit: number) => Promise<PaperSearch>;
  byId: (id: string, scopes: readonly PaperScope[]) => Promise<StoredPaper | null>;
  all: (scopes: readonly PaperScope[]) => AsyncIterable<StoredPaper>;
  count: (scope: PaperScope) => Promise<number>;
  /** Erases a scope with all that hangs on it; how many papers it held. */
  forget: (scope: PaperScope) => Promise<number>;
  /** Erases the paper of a scope that an id means, with the reviews of it. */
  remove: (id: string, scope: PaperScope) => Promise<Removal>;
  close: () => Promise<void>;
};
