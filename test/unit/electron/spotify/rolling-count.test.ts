import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RollingCount } from '../../../../electron/spotify/rolling-count.ts';

describe('RollingCount', () => {
  it('agrees with counting everything anew', () => {
    const step = fc.record({
      afterMs: fc.nat(400),
      action: fc.constantFrom('add', 'remove-last', 'look'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), fc.nat(5), (steps, count) => {
        const rolling = new RollingCount<object>(1_000);
        const plain: { readonly timeMs: number }[] = [];
        let nowMs = -5_000;
        for (const { afterMs, action } of steps) {
          nowMs += afterMs;
          const last = plain.at(-1);
          if (action === 'add') {
            const entry = { timeMs: nowMs };
            rolling.add(nowMs, entry);
            plain.push(entry);
          } else if (
            action === 'remove-last' &&
            last !== undefined &&
            last.timeMs > nowMs - 1_000
          ) {
            rolling.remove(last);
            plain.pop();
          }
          const inside = plain.filter(({ timeMs }) => timeMs > nowMs - 1_000);
          const usage = rolling.at(nowMs);
          const leaver = inside[inside.length - 1 - count];
          expect(usage.used).toBe(inside.length);
          expect(rolling.entriesAt(nowMs)).toEqual(inside);
          expect(usage.msUntilAtMost(count)).toBe(
            leaver === undefined ? 0 : leaver.timeMs + 1_000 - nowMs,
          );
        }
      }),
    );
  });

  it('forgets what has left without growing for ever', () => {
    const rolling = new RollingCount<number>(10);
    for (let timeMs = 0; timeMs < 5_000; timeMs += 1) {
      rolling.add(timeMs, timeMs);
      expect(rolling.at(timeMs).used).toBe(Math.min(10, timeMs + 1));
    }
  });
});
