import { describe, expect, it } from 'vitest';
import { Finding } from '../../../src/core/domain/study.ts';
import { effectInterval } from '../../../src/core/plot/effectInterval.ts';
import { finding } from '../../support/study.ts';

const intervalOf = (
  effect: string,
  ci: string,
  direction: 'improved' | 'worsened' | 'no-difference' | 'mixed' = 'improved',
) => effectInterval(Finding.parse(finding({ direction, statistic: { effect, ci } })), direction);

describe('an interval as reported', () => {
  it('of a difference is on its own scale: 0 is no difference, 1 what was found', () => {
    expect(intervalOf('mean difference -4', '95% CI -6 to -2')).toEqual({ from: 0.5, to: 1.5 });
    // A scale may count the other way: what is better is told by the direction.
    expect(intervalOf('mean difference 4', '2 to 6')).toEqual({ from: 0.5, to: 1.5 });
    expect(intervalOf('standardised mean difference −0.50', '95% CI −0.75 to −0.25')).toEqual({
      from: 0.5,
      to: 1.5,
    });
  });

  it('of a ratio is on the scale of its logarithm', () => {
    const interval = intervalOf('relative risk 4', '95% CI 2-8');
    expect(interval?.from).toBeCloseTo(0.5);
    expect(interval?.to).toBeCloseTo(1.5);
    // A ratio below 1 may be the better one.
    expect(intervalOf('odds ratio 0.25', '0.125 to 0.5')?.from).toBeCloseTo(0.5);
  });

  it('reaches over 0 where no difference is possible, to the worse side where it is worse', () => {
    const wide = intervalOf('mean difference 1', '-1 to 3');
    expect(wide?.from).toBeLessThan(0);
    expect(wide?.to).toBeGreaterThan(1);
    expect(intervalOf('mean difference 2', '1 to 3', 'worsened')).toEqual({ from: -1.5, to: -0.5 });
  });

  it('of no difference is drawn alike to both sides, since nothing tells them', () => {
    const interval = intervalOf('mean difference -3.3', '-7.3 to 0.7', 'no-difference');
    expect(interval?.from).toBe(-(interval?.to ?? 0));
    expect(intervalOf('mean difference 3', '1 to 5', 'no-difference')).toBeNull();
  });

  it.each([
    ['9.4 v. 10.9', '7.4 to 11.5 v. 8.9 to 12.9'],
    ['54.8% fewer', '39 to 70.8'],
    ['odds ratio 6.58; needed to treat 3', '95% CI 4.55-9.54'],
    ['difference 1.63', '99% CI 0.14 to 3.11'],
    ['relative risk 2', '95% CI -1 to 3'],
    ['mean difference 9', '1 to 3'],
    ['mean difference 2', '2 to 2'],
  ])('that cannot be read for certain is not drawn: %s, %s', (effect, ci) => {
    expect(intervalOf(effect, ci)).toBeNull();
  });

  it('of another direction than the study as a whole, or of a mixed one, is not drawn', () => {
    const one = Finding.parse(
      finding({ statistic: { effect: 'mean difference 4', ci: '2 to 6' } }),
    );
    expect(effectInterval(one, 'no-difference')).toBeNull();
    expect(effectInterval(one, null)).toBeNull();
    expect(intervalOf('mean difference 4', '2 to 6', 'mixed')).toBeNull();
  });
});
