import fc from 'fast-check';
import { expect, it } from 'vitest';
import { probePauseMs } from '../../../../electron/spotify/probe-pause.ts';

it('leaves Spotify alone for 1 s at first, then ever longer, up to a minute', () => {
  const pauses = [1, 2, 3, 6, 7, 1_000].map((failures) => probePauseMs(failures, false, 0));
  expect(pauses).toEqual([1_000, 2_000, 4_000, 32_000, 60_000, 60_000]);
});

it('waits up to five minutes where each try may count at Spotify', () => {
  expect([7, 9, 10, 1_000].map((failures) => probePauseMs(failures, true, 0))).toEqual([
    64_000, 256_000, 300_000, 300_000,
  ]);
});

it('takes up to half of the pause away, never more', () => {
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), fc.boolean(), random, (failures, counts, r) => {
      const longestMs = probePauseMs(failures, counts, 0);
      expect(probePauseMs(failures, counts, r)).toBeGreaterThanOrEqual(longestMs / 2);
      expect(probePauseMs(failures, counts, r)).toBeLessThanOrEqual(longestMs);
    }),
  );
});
