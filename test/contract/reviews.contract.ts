import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Paper } from '../../src/core/domain/paper.ts';
import type { Judgement } from '../../src/core/papers/correction.ts';
import type { Papers } from '../../src/papers/openPapers.ts';
import { contentKey } from '../../src/ports/contentKey.ts';
import type { PaperScope } from '../../src/ports/paperStore.ts';
import { paper } from '../support/paper.ts';
import { HOSTILE } from './trial.ts';

/** A database to try the reviews on. */
export type PapersBed = {
  /** A place where no papers were yet. */
  open: () => Promise<Papers>;
  /**
   * Whether two connections of one process may write at once: one of SQLite waits for the other
   * without letting it go on.
   */
  isShared: boolean;
  /** The same place once more, as another process has it. */
  openAgain: () => Promise<Papers>;
};

const G: PaperScope = { kind: 'guild', guildId: 'g' };
const OTHER: PaperScope = { kind: 'guild', guildId: 'other' };
const EVERYONE: PaperScope = { kind: 'everyone' };

const judgement = (verdict: Judgement['verdict'] = 'approved'): Judgement => ({
  verdict,
  corrections: verdict === 'corrected' ? [{ what: 'enrolled', to: 5 }] : [],
  extraction: {
    design: null,
    blinding: null,
    control: null,
    species: null,
    enrolled: { value: 84, sentence: HOSTILE.toWellFormed(), confidence: 0.5 },
    duration: null,
    arms: [],
    conditions: [],
    interventions: [],
    outcomes: [],
    findings: [],
  },
});

/** What every database of papers has to do with reviews, in the same words. */
export const reviewsContract = (bed: PapersBed): void => {
  let papers: Papers;
  beforeEach(async () => {
    papers = await bed.open();
  });
  afterEach(() => papers.close());

  const judge = (
    of: Paper,
    to: Judgement | null,
    { guildId = 'g', userId = 'u', seen = 0, at = papers } = {},
  ) => at.reviews.change(guildId, userId, { content: contentKey(of), title: of.title, seen, to });
  const [first, second] = [
    paper({ pmid: '1', title: 'First' }),
    paper({ pmid: '2', title: 'Second' }),
  ];
  const titleOf = async (guildId: string, before: number | null = null) =>
    (await papers.reviews.unreviewed(guildId, before))?.paper.title ?? null;

  describe('reviews', () => {
    it('have a server’s own papers to review, newest first, and nobody else’s', async () => {
      await papers.add([first], G);
      await papers.add([second], G);
      await papers.add([paper({ pmid: '3', title: 'Theirs' })], OTHER);
      await papers.add([paper({ pmid: '4', title: 'Everyone’s' })], EVERYONE);
      const newest = await papers.reviews.unreviewed('g', null);
      expect(newest?.paper).toMatchObject({ title: 'Second', scope: G, id: '2' });
      expect(newest).toMatchObject({ content: contentKey(second), latest: null });
      expect(await titleOf('g', newest?.doc)).toBe('First');
      expect(await titleOf('other')).toBe('Theirs');
      expect(await titleOf('nobody')).toBeNull();
      expect(await titleOf('*')).toBe('Everyone’s');
    });

    it('go with their paper, in its server alone', async () => {
      for (const scope of [G, OTHER]) await papers.add([first, second], scope);
      for (const guildId of ['g', 'other'])
        for (const one of [first, second]) await judge(one, judgement(), { guildId });
      await papers.remove('1', G);
      const standing = async (guildId: string) => [
        ...(await papers.reviews.standing(guildId, [first, second].map(contentKey))).keys(),
      ];
      expect(await standing('g')).toEqual([contentKey(second)]);
      expect((await papers.reviews.history('g', 9)).map(({ title }) => title)).toEqual(['Second']);
      expect(await standing('other')).toHaveLength(2);
      await papers.add([first], G);
      expect(await titleOf('g')).toBe('First');
    });

    it('of a paper of everyone go from each server that has none of its own', async () => {
      await papers.add([first], EVERYONE);
      await papers.add([first], OTHER);
      for (const guildId of ['g', 'other']) await judge(first, judgement(), { guildId });
      await papers.remove('1', EVERYONE);
      expect(await papers.reviews.history('g', 9)).toEqual([]);
      expect(await papers.reviews.history('other', 9)).toHaveLength(1);
    });

    it('go past any number of papers that were reviewed', async () => {
      const many = Array.from({ length: 230 }, (_, i) =>
        paper({ pmid: String(i + 1), title: `Paper ${i}` }),
      );
      await papers.add(many, G);
      for (const one of many.slice(1)) await judge(one, judgement());
      expect(await titleOf('g')).toBe('Paper 0');
      await judge(many[0] as Paper, judgement());
      expect(await titleOf('g')).toBeNull();
    });

    it('open a paper by its place and text, or by its number, within what the server sees', async () => {
      await papers.add([first], G);
      await papers.add([second], EVERYONE);
      const own = await papers.reviews.byId('g', 'PMID 1'.replace(' ', ':'));
      const all = await papers.reviews.byId('g', '2');
      expect([own?.paper.title, all?.paper.title]).toEqual(['First', 'Second']);
      expect(await papers.reviews.byId('other', '1')).toBeNull();
      const place = { doc: own?.doc ?? 0, content: own?.content ?? '' };
      expect((await papers.reviews.at('g', place))?.paper.title).toBe('First');
      expect(await papers.reviews.at('other', place)).toBeNull();
      expect(await papers.reviews.at('g', { ...place, content: contentKey(second) })).toBeNull();
      expect(await papers.reviews.at('g', { ...place, doc: 999_999 })).toBeNull();
    });

    it('keep every change with who, when and what, and take it whole', async () => {
      await papers.add([first], G);
      const made = await judge(first, judgement('corrected'));
      expect(made).toMatchObject({ ok: true, change: { number: 1, userId: 'u', title: 'First' } });
      await judge(first, null, { seen: 1, userId: 'v' });
      const history = await papers.reviews.history('g', 10);
      expect(history.map(({ number, userId }) => [number, userId])).toEqual([
        [2, 'v'],
        [1, 'u'],
      ]);
      expect(history[1]?.judgement).toEqual(judgement('corrected'));
      expect(history[0]?.judgement).toBeNull();
      expect(Math.abs((history[0]?.at ?? 0) - Date.now())).toBeLessThan(60_000);
      expect(await papers.reviews.history('g', 1)).toHaveLength(1);
      expect(await papers.reviews.history('other', 10)).toEqual([]);
      expect(await papers.reviews.before('g', contentKey(first))).toEqual(judgement('corrected'));
    });

    it('change nothing for who did not see the latest, and say what that is', async () => {
      await judge(first, judgement());
      const late = await judge(first, judgement('rejected'), { userId: 'late' });
      expect(late).toMatchObject({ ok: false, latest: { number: 1, userId: 'u' } });
      expect(await judge(first, judgement('rejected'), { seen: 7 })).toMatchObject({ ok: false });
      expect(await papers.reviews.history('g', 10)).toHaveLength(1);
    });

    it('let one of many win who judge in the same moment, by several connections', async () => {
      const others = bed.isShared ? await bed.openAgain() : papers;
      try {
        const outcomes = await Promise.all(
          Array.from({ length: 12 }, (_, i) =>
            judge(first, judgement(), { userId: `u${i}`, at: i % 2 === 0 ? papers : others }),
          ),
        );
        expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
        // Other papers of the server, and other servers, are nobody's conflict.
        const free = await Promise.all(
          Array.from({ length: 12 }, (_, i) =>
            judge(paper({ title: `Paper ${i}` }), judgement(), {
              at: i % 2 === 0 ? papers : others,
            }),
          ),
        );
        expect(free.every(({ ok }) => ok)).toBe(true);
        const numbers = (await papers.reviews.history('g', 50)).map(({ number }) => number);
        expect(numbers).toEqual(Array.from({ length: 13 }, (_, i) => 13 - i));
      } finally {
        if (bed.isShared) await others.close();
      }
    });

    it('stand for each server apart, for texts and not for papers', async () => {
      await judge(first, judgement('rejected'));
      await judge(second, judgement());
      await judge(second, null, { seen: 2 });
      const texts = [first, second, paper({ title: 'Third' })].map(contentKey);
      const standing = await papers.reviews.standing('g', [...texts, ...texts]);
      expect([...standing]).toEqual([[contentKey(first), judgement('rejected')]]);
      expect((await papers.reviews.standing('other', texts)).size).toBe(0);
      expect((await papers.reviews.standing('g', [])).size).toBe(0);
      const anew = { ...first, abstract: 'Another text.' };
      expect(contentKey(anew)).not.toBe(contentKey(first));
    });

    it('take texts that databases have choked on', async () => {
      const hostile = paper({ title: HOSTILE.repeat(100), abstract: HOSTILE });
      await papers.add(
        [{ ...hostile, title: hostile.title.replaceAll('\0', '').toWellFormed(), abstract: null }],
        G,
      );
      expect(await judge(hostile, judgement(), { userId: "' OR 1=1 --" })).toMatchObject({
        ok: true,
      });
      const [change] = await papers.reviews.history('g', 1);
      expect(change?.judgement).toEqual(judgement());
      expect(change?.title.length).toBeLessThanOrEqual(300);
    });

    it('are a person’s to see and to have taken out, in every server', async () => {
      await judge(first, judgement(), { userId: 'me' });
      await judge(first, judgement(), { userId: 'me', guildId: 'other' });
      await judge(second, judgement(), { userId: 'you' });
      const { privacy } = papers.reviews;
      const mine = await privacy.export('me');
      expect(mine.paper_review_change).toEqual([
        expect.objectContaining({ guild_id: 'g', user_id: 'me', title: 'First', number: 1 }),
        expect.objectContaining({ guild_id: 'other', user_id: 'me' }),
      ]);
      expect(await privacy.export("' OR 1=1 --")).toEqual({ paper_review_change: [] });
      expect(await privacy.erase('me')).toBe(2);
      expect(await privacy.erase('me')).toBe(0);
      expect(await privacy.export('me')).toEqual({ paper_review_change: [] });
      expect((await papers.reviews.history('g', 10)).map(({ userId }) => userId)).toEqual([
        'you',
        null,
      ]);
      expect((await papers.reviews.standing('g', [contentKey(first)])).size).toBe(1);
    });

    it('go with their server, and no other’s do', async () => {
      await papers.add([first], G);
      await judge(first, judgement());
      await judge(first, judgement(), { guildId: 'other' });
      await papers.forget(G);
      expect(await papers.reviews.history('g', 10)).toEqual([]);
      expect(await papers.reviews.history('other', 10)).toHaveLength(1);
      await papers.forget(EVERYONE);
      expect(await papers.reviews.history('other', 10)).toHaveLength(1);
    });

    it('outlive the process that made them', async () => {
      await judge(first, judgement());
      await papers.close();
      papers = await bed.openAgain();
      expect(await papers.reviews.history('g', 10)).toHaveLength(1);
    });
  });
};
