import { describe, expect, it } from 'vitest';
import { completePapers } from '../../../src/app/papers/completePapers.ts';
import type { Paper } from '../../../src/core/domain/paper.ts';
import type { StoredPaper } from '../../../src/ports/paperStore.ts';
import { paper } from '../../support/paper.ts';

async function* stored(...papers: Partial<Paper>[]): AsyncGenerator<StoredPaper> {
  for (const parts of papers) {
    const whole = paper(parts);
    const id = whole.pmcid ?? whole.pmid ?? whole.doi ?? 'title:0123456789abcdef';
    yield { ...whole, id, scope: { kind: 'guild', guildId: 'g' } };
  }
}

describe('completing papers', () => {
  it.each(['gab', 'GABAPENTIN spasm', 'roe 2021', 'pmid 12', '12', ''])(
    'finds one by %j',
    async (typed) => {
      expect(
        await completePapers(typed, stored({ pmid: '12', title: 'Gabapentin in spasm' })),
      ).toEqual([{ name: 'Gabapentin in spasm (Roe 2021, PMID 12)', value: 'PMID 12' }]);
    },
  );

  it.each(['apentin', 'baclofen', '13'])('finds none by %j', async (typed) => {
    expect(
      await completePapers(typed, stored({ pmid: '12', title: 'Gabapentin in spasm' })),
    ).toEqual([]);
  });

  it('keeps what Discord takes, whatever the papers hold', async () => {
    const many = Array.from({ length: 60 }, (_, i) => ({ pmid: String(i + 1) }));
    expect(await completePapers('', stored(...many))).toHaveLength(25);
    const ugly = await completePapers(
      '',
      stored(
        { title: '🦴'.repeat(300), authors: ['x'.repeat(300)], pmcid: '7' },
        { title: 'Long', doi: `10.1000/${'x'.repeat(150)}` },
        { title: 'Bare', authors: [], year: null },
      ),
    );
    expect(ugly.map(({ value }) => value)).toEqual(['PMC7', 'title:0123456789abcdef']);
    for (const { name } of ugly) {
      expect(name.length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(100);
      expect(name.isWellFormed()).toBe(true);
    }
    expect(ugly[1]?.name).toBe('Bare');
  });
});
