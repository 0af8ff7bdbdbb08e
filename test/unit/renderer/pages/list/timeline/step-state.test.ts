import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepState } from '../../../../../../renderer/pages/list/timeline/step-state.ts';
import { statesAt } from './observed-states.ts';

const at = (day: string) => Date.parse(`${day}T12:00:00Z`);
const format = { timeZone: 'Europe/Berlin' };
const states = statesAt(
  ...['2026-01-05', '2026-03-20', '2026-03-28', '2026-03-31', '2026-04-02', '2026-09-01'].map(at),
);

describe('a key on the timeline', () => {
  it.each([
    ['ArrowLeft', 3, 2],
    ['ArrowDown', 3, 2],
    ['ArrowRight', 3, 4],
    ['ArrowUp', 5, 5],
    ['ArrowLeft', 0, 0],
    ['Home', 4, 0],
    ['End', 1, 5],
    // From 31 March to the end of 28 February.
    ['PageDown', 3, 0],
    // From 2 April to the end of 2 March, when the state of January still held.
    ['PageDown', 4, 0],
    // Within a month nothing changed: the next one there is.
    ['PageDown', 5, 4],
    ['PageUp', 0, 1],
    ['PageUp', 1, 4],
    ['PageUp', 5, 5],
  ])('%s at %i leads to %i', (key, index, next) => {
    expect(stepState(key, index, states, format)).toBe(next);
  });

  it('is left to others where it does not move', () => {
    expect(stepState('a', 0, states, format)).toBeNull();
    expect(stepState('Tab', 0, states, format)).toBeNull();
  });

  it('moves into its direction, and never off the timeline', () => {
    const times = fc.array(fc.integer({ min: 0, max: 5e10 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(times, fc.nat(), (someTimes, place) => {
        const some = statesAt(...someTimes);
        const index = place % some.length;
        for (const [key, sign] of [
          ['PageDown', -1],
          ['PageUp', 1],
        ] as const) {
          const next = stepState(key, index, some, format) ?? -1;
          expect(next).toBeGreaterThanOrEqual(0);
          expect(next).toBeLessThan(some.length);
          const isAtEnd = sign < 0 ? index === 0 : index === some.length - 1;
          expect(isAtEnd ? next === index : Math.sign(next - index) === sign).toBe(true);
        }
      }),
    );
  });
});
