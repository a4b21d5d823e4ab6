import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action, decodeAction, encodeAction } from '../../src/render/discord/customId.ts';

const index = fc.integer({ min: 0, max: 9999 });
const userId = fc.stringMatching(/^\d{17,20}$/);
const actions: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ do: fc.constant('studies' as const), page: index }),
  fc.record({ do: fc.constant('conditions' as const), page: index }),
  fc.record({ do: fc.constant('rating' as const), section: index }),
  fc.record({ do: fc.constant('feedback' as const), helpful: fc.boolean() }),
  fc.record({ do: fc.constant('remove' as const), askerId: userId }),
  fc.constantFrom<Action>(
    { do: 'studyMenu' },
    { do: 'ratingMenu' },
    { do: 'safety' },
    { do: 'section' },
    { do: 'ask' },
  ),
);

describe('a custom id', () => {
  it('brings every action back', () => {
    fc.assert(
      fc.property(actions, (action) => {
        const id = encodeAction(action);
        expect(id.length).toBeLessThanOrEqual(100);
        expect(decodeAction(id)).toEqual(action);
      }),
    );
  });

  it('is the only one of its action: what is read is what would be written', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 120 }),
          fc.string({ unit: 'binary', maxLength: 20 }).map((text) => `c1:${text}`),
          fc
            .tuple(actions, fc.string({ maxLength: 4 }))
            .map(([action, more]) => encodeAction(action) + more),
          fc
            .tuple(actions, fc.nat({ max: 30 }))
            .map(([action, n]) => encodeAction(action).slice(0, n)),
        ),
        (text) => {
          const action = decodeAction(text);
          if (action !== null) expect(encodeAction(action)).toBe(text);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    '',
    'c1:',
    'c0:safety',
    'c2:safety',
    'C1:safety',
    'safety',
    'c1:safety:',
    'c1:safety:1',
    'c1:section:1',
    'c1:studies',
    'c1:studies:',
    'c1:studies:-1',
    'c1:studies:1.5',
    'c1:studies:01',
    'c1:studies:1e3',
    'c1:studies:10000',
    'c1:studies:NaN',
    'c1:studies:1:2',
    'c1:feedback:maybe',
    'c1:feedback:true',
    'c1:remove:',
    'c1:remove:me',
    'c1:remove:123456789012345678901',
    'c1:constructor',
    'c1:__proto__:1',
  ])('that is stale or forged is nothing: %j', (text) => {
    expect(decodeAction(text)).toBeNull();
  });
});
