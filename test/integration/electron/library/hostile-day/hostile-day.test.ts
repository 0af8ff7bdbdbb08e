import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LibraryTruth } from '../../../../../electron/sample-service/collection/sample-library.ts';
import { trueLibrary, withoutNamesOfGaps } from '../harness/stored-library.ts';
import { auditChanges } from './change-audit.ts';
import { HostileDay } from './hostile-day.ts';
import { HOUR_MS, hostilePlan, planLine } from './hostile-plan.ts';
import { auditBlocks, auditBudget, monitorsShare } from './request-audit.ts';
import type { Baseline, SeenByApp } from './watched-app.ts';

/** More than anything that is told of at once: two requests may be under way (blueprint §4). */
const MOST_UNTOLD = 2;

/** Requests that were lost on their way count here, and never reached the service's log. */
const MOST_LOST = 10;

const DAYS = [
  {
    what: 'with an ordinary budget',
    seed: 6,
    hours: 22,
    restHours: 2,
    perDay: 800,
    perFamily: 500,
  },
  // 24 hours with a block of 13 are too few for what these budgets allow, so they last longer.
  { what: 'with a small budget', seed: 2, hours: 44, restHours: 16, perDay: 260, perFamily: 260 },
  { what: 'with a small bucket', seed: 6, hours: 40, restHours: 16, perDay: 800, perFamily: 200 },
];

describe.each(DAYS)('a hostile day $what (seed $seed)', (given) => {
  // A check by hand may use what is kept for the user, and then the monitor's share cannot be told.
  const checksByHand = given.perFamily < 500 ? 0 : 5;
  const plan = hostilePlan({ ...given, checksByHand });
  const faults = `seed ${given.seed}: ${planLine(plan)}`;
  let day: HostileDay;
  let seen: SeenByApp;

  beforeAll(async () => {
    day = await HostileDay.begin({
      seed: given.seed,
      hours: given.hours + given.restHours,
      budget: { perDay: given.perDay, perFamilyPerDay: given.perFamily },
      plan,
    });
    await day.toItsEnd();
    seen = await day.app.seen();
  }, 240_000);
  afterAll(() => day.dispose());

  const baseline = (): Baseline => {
    if (day.app.baseline === null) {
      throw new Error(`The first pass never ended. ${faults}`);
    }
    return day.app.baseline;
  };
  const log = () => day.service.requests.filter(({ path }) => path.startsWith('/v1/'));

  it('brings all that was planned', () => {
    const { serviceTroubles, appTroubles } = day;
    const quota = serviceTroubles.blocks.find(({ kind }) => kind === 'quota');
    const quotaEndsMs = (quota?.startMs ?? 0) + 13 * HOUR_MS;
    expect(serviceTroubles.met, faults).toBe(1 + 3 + 20);
    expect(appTroubles.losses, faults).toBe(6);
    expect(appTroubles.restartsMs, faults).toHaveLength(2);
    expect(appTroubles.restartsMs[0], faults).toBeLessThan(quotaEndsMs);
    expect(appTroubles.restartsMs[0], faults).toBeGreaterThan(quota?.startMs ?? 0);
    expect(appTroubles.restartsInFlight, faults).toBe(1);
    // The quota was exhausted in the middle of the first pass.
    expect(baseline().atMs, faults).toBeGreaterThan(quotaEndsMs);
    expect(baseline().requests, faults).toBeGreaterThan(300);
  });

  it('ends with the library whole and right', () => {
    const snapshot = day.service.library.snapshot();
    const truth = trueLibrary(snapshot);
    expect(withoutNamesOfGaps(seen.library, truth), faults).toEqual(truth);
    const known = new Set(seen.items.map((item) => item.slice(0, item.lastIndexOf(' | '))));
    expect(
      namesOfItems(snapshot).filter((item) => !known.has(item)),
      faults,
    ).toEqual([]);
  });

  it('sends nothing while it was told to wait', () => {
    const { blocks } = day.serviceTroubles;
    const { during, untold } = auditBlocks(blocks, log());
    expect(blocks, faults).toHaveLength(4);
    expect(during, faults).toEqual([]);
    expect(untold, faults).toBeLessThanOrEqual(MOST_UNTOLD);
    const asked = day.app.connectionTests.filter(({ monitor }) => monitor === 'quota-exhausted');
    const ends = new Set(asked.map(({ end }) => end));
    expect(ends, faults).toContain('quota-exhausted');
    // "No network" is the other reason to send nothing.
    expect(
      [...ends].filter((end) => end !== 'quota-exhausted' && end !== 'network'),
      faults,
    ).toEqual([]);
  });

  it('stays within the budget in any 24 hours', () => {
    const most = auditBudget(log());
    expect(most.perDay, faults).toBeLessThanOrEqual(given.perDay);
    expect(most.perFamilyPerDay, faults).toBeLessThanOrEqual(given.perFamily);
  });

  if (given.perDay < 500) {
    it('uses what it may, and leaves the user the rest', () => {
      const share = monitorsShare(given.perDay);
      const { whenMonitorAsks } = auditBudget(log());
      expect(whenMonitorAsks, faults).toBeLessThanOrEqual(share);
      expect(whenMonitorAsks, faults).toBeGreaterThan(share - MOST_LOST);
      const asked = day.app.connectionTests.filter(({ monitor }) => monitor === 'budget-spent');
      expect(
        asked.map(({ end }) => end),
        faults,
      ).toContain('ok');
      expect(
        asked.map(({ end }) => end),
        faults,
      ).not.toContain('budget-spent');
    });
  }

  if (given.perFamily < Math.min(500, given.perDay)) {
    it('uses up what it may of a family, and no more', () => {
      const share = monitorsShare(given.perFamily);
      const { perFamilyPerDay } = auditBudget(log());
      expect(perFamilyPerDay, faults).toBeLessThanOrEqual(share);
      expect(perFamilyPerDay, faults).toBeGreaterThan(share - MOST_LOST);
    });
  }

  it('counts every request that Spotify counts', () => {
    const sinceMs = day.clock.nowMs() - 24 * HOUR_MS;
    const { usedInLastDay } = seen.status.requests;
    expect(usedInLastDay, faults).toBeGreaterThanOrEqual(
      log().filter(({ atMs }) => atMs > sinceMs).length,
    );
    expect(usedInLastDay, faults).toBeLessThanOrEqual(
      day.sentMs.filter((atMs) => atMs > sinceMs).length,
    );
  });

  it('sends nothing while the system says that it is offline', () => {
    const { offline } = day.appTroubles;
    expect(offline, faults).toHaveLength(3);
    // What was sent at the very moment of the loss was on its way before.
    const during = offline.flatMap(({ fromMs, untilMs }) =>
      day.sentMs.filter((atMs) => atMs > fromMs && atMs < untilMs),
    );
    expect(during, faults).toEqual([]);
  });

  it('tells of every change once, and of none that did not happen', () => {
    const { changes, library: end } = seen;
    expect(changes.length, faults).toBeGreaterThan(30);
    expect(
      changes.filter(({ observedBeforeMs }) => observedBeforeMs <= baseline().atMs),
      faults,
    ).toEqual([]);
    const { events } = day.life;
    expect(auditChanges({ baseline: baseline().library, end, changes, events }), faults).toEqual(
      [],
    );
  });
});

/** As `storedItems` writes them; of tracks, since others have no artists and no album. */
function namesOfItems({ savedTracks, playlists }: LibraryTruth): string[] {
  return [savedTracks, ...playlists.filter(({ readable }) => readable).map(({ items }) => items)]
    .flat()
    .filter(({ kind, gone }) => kind === 'track' && !gone)
    .map(({ uri, name, artists, album }) =>
      [uri, name, JSON.stringify(artists), album ?? ''].join(' | '),
    );
}
