import type { Correction, Judgement, Reading } from '../../core/papers/correction.ts';
import type {
  Reviewable,
  ReviewChange,
  ReviewOutcome,
  ReviewStore,
} from '../../ports/reviewStore.ts';
import type { ReadPaper } from './createPaperReader.ts';

/** A paper on an admin's desk: what was read in it, and how it stands in the server. */
export type OnDesk = Reviewable & { reading: Reading };

export type Verdict =
  | { do: 'approve' }
  | { do: 'reject' }
  | { do: 'correct'; corrections: readonly Correction[] };

type By = { guildId: string; userId: string; seen: number };

/** The review of papers by the admins of a server. It rejects where the store fails. */
export type ReviewDesk = {
  next: (guildId: string, before: number | null) => Promise<OnDesk | null>;
  at: (guildId: string, place: Pick<Reviewable, 'doc' | 'content'>) => Promise<OnDesk | null>;
  byId: (guildId: string, id: string) => Promise<OnDesk | null>;
  /** Judges what was read, unless somebody judged it since `seen`. */
  judge: (by: By, paper: OnDesk, verdict: Verdict) => Promise<ReviewOutcome>;
  /** Puts back what stood before the latest judgement. */
  undo: (by: By, paper: OnDesk) => Promise<ReviewOutcome>;
  history: (guildId: string, limit: number) => Promise<ReviewChange[]>;
};

const judgementOf = ({ extraction }: Reading, verdict: Verdict): Judgement => {
  if (verdict.do === 'reject') return { verdict: 'rejected', extraction, corrections: [] };
  const corrections = verdict.do === 'correct' ? verdict.corrections : [];
  return {
    verdict: corrections.length === 0 ? 'approved' : 'corrected',
    extraction,
    corrections,
  };
};

export const createReviewDesk = ({
  reviews,
  read,
}: {
  reviews: ReviewStore;
  read: ReadPaper;
}): ReviewDesk => {
  const onDesk = (found: Reviewable | null): OnDesk | null =>
    found && {
      ...found,
      reading: found.latest?.judgement ?? { extraction: read(found.paper), corrections: [] },
    };
  const change = (
    { guildId, userId, seen }: By,
    { content, paper }: OnDesk,
    to: Judgement | null,
  ): Promise<ReviewOutcome> =>
    reviews.change(guildId, userId, { content, title: paper.title, seen, to });
  return {
    next: async (guildId, before) => onDesk(await reviews.unreviewed(guildId, before)),
    at: async (guildId, place) => onDesk(await reviews.at(guildId, place)),
    byId: async (guildId, id) => onDesk(await reviews.byId(guildId, id)),
    judge: (by, paper, verdict) => change(by, paper, judgementOf(paper.reading, verdict)),
    undo: async (by, paper) => change(by, paper, await reviews.before(by.guildId, paper.content)),
    history: reviews.history,
  };
};
