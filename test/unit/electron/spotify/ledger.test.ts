import { describe, expect, it } from 'vitest';
import { CountedTime } from '../../../../electron/spotify/counted-time.ts';
import { Ledger } from '../../../../electron/spotify/ledger.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { MemoryLedgerStore } from './memory-ledger-store.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function openLedger(store = new MemoryLedgerStore(), clock = new ManualClock()) {
  const time = new CountedTime(clock, store, silentLogger);
  const ledger = new Ledger({
    clock,
    time,
    store,
    logger: silentLogger,
    assumedWhereLost: () => 700,
  });
  const make = (count: number) => {
    for (let made = 0; made < count; made += 1) {
      ledger.reserve('library');
    }
  };
  return { clock, ledger, make, store, time, used: () => ledger.usage().day.used };
}

/** A row of that age, from somewhere else. */
function rowOf(clock: ManualClock, ageMs: number, family = 'library') {
  return { atMs: clock.nowMs() - ageMs, countedMs: clock.nowMs() - ageMs, family };
}

describe('Ledger', () => {
  it('counts by family and in all', () => {
    const { ledger } = openLedger();
    ledger.reserve('library');
    ledger.reserve('library');
    ledger.reserve('profile');
    const usage = ledger.usage();
    expect(usage.day.used).toBe(3);
    expect(usage.family('library').used).toBe(2);
    expect(usage.family('playlists').used).toBe(0);
  });

  it('has stored a request before it is sent', () => {
    const { clock, ledger, store } = openLedger();
    ledger.reserve('playlists');
    expect(store.entries).toEqual([rowOf(clock, 0, 'playlists')]);
  });

  it('forgets a request that never left the machine', () => {
    const { ledger, store, used } = openLedger();
    ledger.reserve('library');
    const sent = ledger.reserve('library');
    ledger.reserve('library');
    expect(used()).toBe(3);
    sent.release();
    expect(used()).toBe(2);
    expect(ledger.usage().family('library').used).toBe(2);
    expect(store.entries).toHaveLength(2);
  });

  it('counts a request for exactly 24 hours', async () => {
    const { clock, make, used } = openLedger();
    make(1);
    await clock.advance(DAY - 1);
    expect(used()).toBe(1);
    await clock.advance(1);
    expect(used()).toBe(0);
  });

  it('goes on counting after a restart', async () => {
    const first = openLedger();
    first.make(3);
    await first.clock.advance(20 * HOUR);
    first.make(2);
    const second = openLedger(first.store, first.clock);
    expect(second.used()).toBe(5);
    await second.clock.advance(4 * HOUR);
    expect(second.used()).toBe(2);
  });

  it('is not emptied by a clock that jumps a month ahead', () => {
    const { clock, make, used } = openLedger();
    make(400);
    clock.jump(30 * DAY);
    expect(used()).toBe(400);
  });

  it('is not frozen by a clock that jumps a month back', async () => {
    const { clock, make, used } = openLedger();
    make(400);
    clock.jump(-30 * DAY);
    expect(used()).toBe(400);
    await clock.advance(DAY);
    expect(used()).toBe(0);
  });

  it('takes a sleep of two days for the end of what was made before it', async () => {
    const { clock, make, used } = openLedger();
    make(10);
    await clock.advance(6 * HOUR);
    clock.jump(2 * DAY);
    expect(used()).toBe(0);
  });

  it('is not emptied by a start with a clock that is a month ahead, nor by the way back', () => {
    const first = openLedger();
    first.make(5);
    first.clock.jump(30 * DAY);
    expect(openLedger(first.store, first.clock).used()).toBe(5);
    first.clock.jump(-30 * DAY);
    expect(openLedger(first.store, first.clock).used()).toBe(5);
  });

  it('counts rows from the future for 24 hours, also over restarts, and not longer', async () => {
    const store = new MemoryLedgerStore();
    const clock = new ManualClock();
    store.append(rowOf(clock, -30 * DAY));
    store.append(rowOf(clock, 23 * HOUR));
    expect(openLedger(store, clock).used()).toBe(2);
    await clock.advance(12 * HOUR);
    const { used } = openLedger(store, clock);
    expect(used()).toBe(1);
    await clock.advance(12 * HOUR);
    expect(used()).toBe(0);
  });

  it('counts a row of an unknown family for the day', () => {
    const store = new MemoryLedgerStore();
    const clock = new ManualClock();
    store.append(rowOf(clock, HOUR, 'podcast-feeds'));
    const { ledger } = openLedger(store, clock);
    expect(ledger.usage().day.used).toBe(1);
    expect(ledger.usage().family('library').used).toBe(0);
  });

  it('deletes old rows when it is opened', () => {
    const first = openLedger();
    first.make(1);
    first.store.append(rowOf(first.clock, 8 * DAY));
    openLedger(first.store, first.clock);
    expect(first.store.entries).toHaveLength(1);
  });

  it('deletes old rows, but only once a day', async () => {
    const { clock, make, store } = openLedger();
    store.append(rowOf(clock, 8 * DAY));
    make(1);
    expect(store.entries).toHaveLength(2);
    await clock.advance(DAY);
    make(1);
    expect(store.entries).toHaveLength(2);
  });

  it('gives the requests of the day with the times that were noted', async () => {
    const { clock, ledger, make } = openLedger();
    make(1);
    const atMs = clock.nowMs();
    await clock.advance(DAY - 1);
    make(1);
    expect(ledger.requests()).toEqual([
      { atMs, family: 'library' },
      { atMs: clock.nowMs(), family: 'library' },
    ]);
  });

  it.each([40, -40])('shows the day as it was after a clock jumped by %i days', async (days) => {
    const { clock, ledger, make } = openLedger();
    make(1);
    await clock.advance(3 * HOUR);
    clock.jump(days * DAY);
    // What a jump ahead is taken for has passed for what is shown, too.
    const ageMs = 3 * HOUR + (days > 0 ? 18 * HOUR : 0);
    expect(ledger.requests()).toEqual([{ atMs: clock.nowMs() - ageMs, family: 'library' }]);
  });
});

describe('a ledger that is lost', () => {
  const lost = () => {
    const store = new MemoryLedgerStore();
    store.isLost = true;
    return store;
  };

  it('is taken to be spent, evenly over the last day, as far as the monitor may', async () => {
    const { clock, used } = openLedger(lost());
    expect(used()).toBe(700);
    await clock.advance(DAY / 2);
    expect(used()).toBe(350);
    await clock.advance(DAY / 2);
    expect(used()).toBe(0);
  });

  it('stays so over a restart', async () => {
    const first = openLedger(lost());
    first.store.isLost = false;
    await first.clock.advance(DAY / 2);
    expect(openLedger(first.store, first.clock).used()).toBe(350);
  });

  it('is what a store that cannot be read is taken for', () => {
    class DamagedStore extends MemoryLedgerStore {
      override readRecent(): never {
        throw new Error('damaged');
      }
    }
    expect(openLedger(new DamagedStore()).used()).toBe(700);
  });
});
