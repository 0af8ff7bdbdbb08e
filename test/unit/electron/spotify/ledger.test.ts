import { describe, expect, it } from 'vitest';
import { Ledger } from '../../../../electron/spotify/ledger.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { MemoryLedgerStore } from './memory-ledger-store.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function openLedger(store = new MemoryLedgerStore(), clock = new ManualClock()) {
  const ledger = new Ledger(clock, store, silentLogger);
  const make = (count: number) => {
    for (let made = 0; made < count; made += 1) {
      ledger.reserve('library').keep();
    }
  };
  return { clock, ledger, make, store, used: () => ledger.usage().day.used };
}

describe('Ledger', () => {
  it('counts by family and in all', () => {
    const { ledger } = openLedger();
    ledger.reserve('library').keep();
    ledger.reserve('library').keep();
    ledger.reserve('profile').keep();
    const usage = ledger.usage();
    expect(usage.day.used).toBe(3);
    expect(usage.family('library').used).toBe(2);
    expect(usage.family('playlists').used).toBe(0);
  });

  it('writes one row a request, with the time of its start', async () => {
    const { clock, ledger, store } = openLedger();
    const startedMs = clock.nowMs();
    const sent = ledger.reserve('playlists');
    await clock.advance(3_000);
    expect(store.entries).toEqual([]);
    sent.keep();
    expect(store.entries).toEqual([{ atMs: startedMs, family: 'playlists' }]);
  });

  it('forgets a request that never left the machine', () => {
    const { ledger, store, used } = openLedger();
    ledger.reserve('library').keep();
    const sent = ledger.reserve('library');
    expect(used()).toBe(2);
    sent.release();
    expect(used()).toBe(1);
    expect(ledger.usage().family('library').used).toBe(1);
    expect(store.entries).toHaveLength(1);
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

  it('counts entries from the future for 24 hours after a restart, not longer', async () => {
    const store = new MemoryLedgerStore();
    const clock = new ManualClock();
    store.append({ atMs: clock.nowMs() + 30 * DAY, family: 'library' });
    store.append({ atMs: clock.nowMs() - 23 * HOUR, family: 'library' });
    const { used } = openLedger(store, clock);
    expect(used()).toBe(2);
    await clock.advance(HOUR);
    expect(used()).toBe(1);
    await clock.advance(23 * HOUR);
    expect(used()).toBe(0);
  });

  it('keeps its rows when it is opened with a clock that is a month ahead', () => {
    const first = openLedger();
    first.make(5);
    first.clock.jump(30 * DAY);
    openLedger(first.store, first.clock);
    first.clock.jump(-30 * DAY);
    expect(openLedger(first.store, first.clock).used()).toBe(5);
  });

  it('deletes old rows when it is opened', () => {
    const first = openLedger();
    first.make(1);
    first.store.append({ atMs: first.clock.nowMs() - 8 * DAY, family: 'library' });
    openLedger(first.store, first.clock);
    expect(first.store.entries).toHaveLength(1);
  });

  it('deletes old rows, but only once a day', async () => {
    const { clock, make, store } = openLedger();
    store.append({ atMs: clock.nowMs() - 8 * DAY, family: 'library' });
    make(1);
    expect(store.entries).toHaveLength(2);
    await clock.advance(DAY);
    make(1);
    expect(store.entries).toHaveLength(2);
  });

  it('starts from nothing when the store cannot be read', () => {
    class DamagedStore extends MemoryLedgerStore {
      override readSince(): never {
        throw new Error('damaged');
      }
    }
    expect(openLedger(new DamagedStore()).used()).toBe(0);
  });
});
