import { expect, it } from 'vitest';
import { CountedTime } from '../../../../electron/spotify/counted-time.ts';
import { startOfHour } from '../../../../electron/spotify/hourly-use.ts';
import { Ledger } from '../../../../electron/spotify/ledger.ts';
import { requestReport } from '../../../../electron/spotify/request-report.ts';
import { requestBudgetSchema } from '../../../../shared/library-status.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import { requestFamilySchema } from '../../../../shared/request-family.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { MemoryLedgerStore } from './memory-ledger-store.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function reporting() {
  const clock = new ManualClock();
  const store = new MemoryLedgerStore();
  const time = new CountedTime(clock, store, silentLogger);
  const parts = { clock, time, store, logger: silentLogger };
  const ledger = new Ledger({ ...parts, assumedWhereLost: () => 0 });
  const report = (perDay = 800, perFamilyPerDay = 500) =>
    requestReport(ledger, { perDay, perFamilyPerDay }, clock.nowMs(), (ms) => startOfHour(ms, 0));
  return { clock, ledger, report };
}

it('tells of every family, of every hour and of what is kept for the user', async () => {
  const { clock, ledger, report } = reporting();
  ledger.reserve('library');
  await clock.advance(2 * HOUR);
  ledger.reserve('profile');
  ledger.reserve('library');
  const told = requestBudgetSchema.parse(report());
  expect(told).toMatchObject({
    usedInLastDay: 3,
    budgetPerDay: 800,
    budgetPerFamilyPerDay: 500,
    keptForUser: 100,
  });
  expect(told.families).toEqual(
    requestFamilySchema.options.map((family) => ({
      family,
      usedInLastDay: { library: 2, profile: 1 }[String(family)] ?? 0,
      fullUntilMs: null,
    })),
  );
  expect(told.hours.slice(-3).map(({ used }) => used)).toEqual([
    [{ family: 'library', count: 1 }],
    [],
    [
      { family: 'profile', count: 1 },
      { family: 'library', count: 1 },
    ],
  ]);
});

it('tells when a check may ask again where the day or a family is full', async () => {
  const { clock, ledger, report } = reporting();
  const startMs = clock.nowMs();
  for (let made = 0; made < 9; made += 1) {
    ledger.reserve(made % 2 === 0 ? 'library' : 'playlists');
    await clock.advance(HOUR);
  }
  // Of 10 a day one is kept for the user, and of 5 of one family none.
  const full = report(10, 5);
  expect(full.fullUntilMs).toBe(startMs + DAY);
  const families = new Map(full.families.map(({ family, fullUntilMs }) => [family, fullUntilMs]));
  expect(families.get('library')).toBe(startMs + DAY);
  expect(families.get('playlists')).toBeNull();
  expect(report(11, 5).fullUntilMs).toBeNull();
  await clock.advance(DAY - 9 * HOUR - 1);
  expect(report(10, 5).fullUntilMs).toBe(startMs + DAY);
  await clock.advance(1);
  expect(report(10, 5).fullUntilMs).toBeNull();
});

it('never tells more for a family than for all', () => {
  expect(reporting().report(50, 5_000)).toMatchObject({
    budgetPerDay: 50,
    budgetPerFamilyPerDay: 50,
    keptForUser: 6,
  });
});

it.each([40, -40])('draws the same day after the clock jumped by %i days', async (days) => {
  const { clock, ledger, report } = reporting();
  ledger.reserve('library');
  await clock.advance(HOUR);
  ledger.reserve('playlists');
  const before = report();
  clock.jump(days * DAY);
  const after = report();
  expect(after.usedInLastDay).toBe(2);
  const drawn = (hours: typeof before.hours) => hours.flatMap(({ used }) => used);
  expect(drawn(after.hours)).toEqual(drawn(before.hours));
  expect(after.hours.at(-1)?.startMs).toBe(clock.nowMs());
});
