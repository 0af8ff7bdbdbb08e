import { describe, expect, test } from 'vitest';
import { renewBeforeMs } from '../../../../../electron/session/renewal-date.ts';
import { DAY_MS, FaultyLife, HOUR_MS, SHORTEST_GAP_MS } from './faulty-life.ts';

const DAYS = 200;

describe.each([
  ['whose refresh token stays', false],
  ['whose refresh token is rotated', true],
])('200 days with a fault an hour, of a session %s', (_, rotates) => {
  test.each([1, 2, 6])(
    'no call fails, nothing is asked for twice, one sign-in at six months: seed %i',
    async (seed) => {
      const life = new FaultyLife({ seed, rotates });
      await life.live(DAYS);
      const { ledger, service } = life.machine;
      const said = `seed ${seed}, ${JSON.stringify(life.faults)}`;

      expect(life.broken, said).toEqual([]);
      expect(life.calls, said).toBeGreaterThan(DAYS * 20);
      expect(life.faultCount, said).toBeGreaterThan(DAYS * 18);

      expect(ledger.needless(SHORTEST_GAP_MS), said).toEqual([]);
      // Even with every cause that is allowed, refreshes stay near one in a token's life.
      expect(ledger.delivered.length, said).toBeLessThan((DAYS * DAY_MS) / SHORTEST_GAP_MS);
      expect(service.reused, said).toBe(0);

      expect(
        life.signIns.map(({ reason, isNeeded }) => ({ reason, isNeeded })),
        said,
      ).toEqual([
        { reason: 'first', isNeeded: true },
        { reason: 'expired', isNeeded: true },
      ]);
      const [first, second] = life.signIns;
      const lateMs = (second?.atMs ?? 0) - renewBeforeMs(first?.atMs ?? 0);
      // Told by the first refresh after the end, which an outage or a sleep can put off.
      expect(lateMs, said).toBeLessThan(4 * 24 * HOUR_MS);
    },
    60_000,
  );
});
