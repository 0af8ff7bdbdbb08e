import { describe, expect, it } from 'vitest';
import { type CoolDownCause, coolDownMs } from '../../../../electron/spotify/cool-down.ts';
import { CoolDownKeeper } from '../../../../electron/spotify/cool-down-keeper.ts';
import { CountedTime } from '../../../../electron/spotify/counted-time.ts';
import type { StoredCoolDown } from '../../../../electron/spotify/ledger-store.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { MemoryLedgerStore } from './memory-ledger-store.ts';
import { SimulatedMachine } from './simulated-machine.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('coolDownMs', () => {
  it.each<[string, CoolDownCause['reason'], number | null, number, number]>([
    ['what the header says', 'rate-limited', 7_000, 1, 7_000],
    ['30 s where nothing is said', 'rate-limited', null, 1, 30_000],
    ['longer when "1 second" is said again and again', 'rate-limited', 1_000, 6, 32_000],
    ['at most 5 min longer for that', 'rate-limited', 1_000, 4_000, 5 * MINUTE],
    ['hours for the quota', 'quota-exhausted', 48_925_000, 1, 48_925_000],
    ['what the header says of the quota, however often', 'quota-exhausted', 60_000, 9, 60_000],
    ['4 h for the quota where nothing is said', 'quota-exhausted', null, 1, 4 * HOUR],
    ['8 h when it is still spent', 'quota-exhausted', null, 2, 8 * HOUR],
    ['12 h from then on', 'quota-exhausted', null, 4_000, 12 * HOUR],
    ['48 h at most', 'quota-exhausted', 90 * DAY, 1, 2 * DAY],
    ['48 h at most for a rate limit too', 'rate-limited', 90 * DAY, 1, 2 * DAY],
    ['4 h for a lapsed Premium', 'premium-lapsed', null, 1, 4 * HOUR],
  ])('is %s', (_what, reason, retryAfterMs, inARow, expected) => {
    expect(coolDownMs({ reason, retryAfterMs }, inARow)).toBe(expected);
  });
});

const quotaFor = (hours: number): CoolDownCause => ({
  reason: 'quota-exhausted',
  retryAfterMs: hours * HOUR,
});
const rateLimit: CoolDownCause = { reason: 'rate-limited', retryAfterMs: 10_000 };

describe('CoolDownKeeper', () => {
  const keep = (store = new MemoryLedgerStore(), clock = new ManualClock()) => {
    const who: { client: string | null } = { client: 'one' };
    const keeper = new CoolDownKeeper({
      clock,
      store,
      time: new CountedTime(clock, store, silentLogger),
      logger: silentLogger,
      clientId: () => who.client,
    });
    return { clock, store, keeper, who };
  };

  it('ends at the time it named, and is erased then', async () => {
    const { clock, keeper, store } = keep();
    const { untilMs } = keeper.begin(rateLimit);
    expect(untilMs).toBe(clock.nowMs() + 10_000);
    expect(store.coolDowns.get('one')).toMatchObject({ reason: 'rate-limited', untilMs });
    await clock.advance(9_999);
    expect(keeper.current()).toEqual({ reason: 'rate-limited', untilMs });
    await clock.advance(1);
    expect(keeper.current()).toBeNull();
    expect(store.coolDowns.size).toBe(0);
  });

  it('survives a restart', async () => {
    const first = keep();
    const { untilMs } = first.keeper.begin(quotaFor(13));
    await first.clock.advance(5 * HOUR);
    const second = keep(first.store, first.clock);
    expect(second.keeper.current()).toEqual({ reason: 'quota-exhausted', untilMs });
    await first.clock.advance(8 * HOUR);
    expect(second.keeper.current()).toBeNull();
  });

  it('is not shortened by a later, shorter one', () => {
    const { keeper } = keep();
    const quota = keeper.begin(quotaFor(13));
    expect(keeper.begin(rateLimit)).toEqual(quota);
    expect(keeper.current()).toEqual(quota);
  });

  it('is prolonged by a later, longer one', () => {
    const { clock, keeper } = keep();
    keeper.begin(rateLimit);
    expect(keeper.begin(quotaFor(13)).untilMs).toBe(clock.nowMs() + 13 * HOUR);
  });

  it('lasts as long as it did when the clock is set back, and names the new time', async () => {
    const { clock, keeper } = keep();
    keeper.begin(rateLimit);
    clock.jump(-30 * DAY);
    expect(keeper.current()?.untilMs).toBe(clock.nowMs() + 10_000);
    await clock.advance(10_000);
    expect(keeper.current()).toBeNull();
  });

  it('is over after a sleep that outlasted it', () => {
    const { clock, keeper } = keep();
    keeper.begin(quotaFor(13));
    clock.jump(13 * HOUR);
    expect(keeper.current()).toBeNull();
  });

  it('ends with the first answer when Premium is back, and only then', () => {
    const { keeper } = keep();
    keeper.begin({ reason: 'premium-lapsed', retryAfterMs: null });
    keeper.answered();
    expect(keeper.current()).toBeNull();
    const wait = keeper.begin(rateLimit);
    keeper.answered();
    expect(keeper.current()).toEqual(wait);
  });

  it('asks ever more slowly until an answer comes', async () => {
    const { clock, keeper } = keep();
    const waits: number[] = [];
    const refuse = async () => {
      const { untilMs } = keeper.begin({ reason: 'rate-limited', retryAfterMs: 1_000 });
      waits.push(untilMs - clock.nowMs());
      await clock.advance(untilMs - clock.nowMs());
    };
    await refuse();
    await refuse();
    await refuse();
    keeper.answered();
    await refuse();
    expect(waits).toEqual([1_000, 2_000, 4_000, 1_000]);
  });

  it('looks ever more rarely while a quota stays spent that names no end', async () => {
    const { clock, keeper } = keep();
    const waits: number[] = [];
    for (let look = 0; look < 4; look += 1) {
      const { untilMs } = keeper.begin({ reason: 'quota-exhausted', retryAfterMs: null });
      waits.push((untilMs - clock.nowMs()) / HOUR);
      await clock.advance(untilMs - clock.nowMs());
    }
    expect(waits).toEqual([4, 8, 12, 12]);
  });

  it('is not inherited by another client id, and is there on the way back', async () => {
    const { clock, keeper, who } = keep();
    const wait = keeper.begin(quotaFor(13));
    who.client = 'two';
    expect(keeper.current()).toBeNull();
    const other = keeper.begin(rateLimit);
    who.client = 'one';
    expect(keeper.current()).toEqual(wait);
    who.client = 'two';
    expect(keeper.current()).toEqual(other);
    await clock.advance(13 * HOUR);
    who.client = 'one';
    expect(keeper.current()).toBeNull();
  });

  it('counts the refusals of each client id by itself', () => {
    const { clock, keeper, who } = keep();
    const refuse = () => keeper.begin({ reason: 'rate-limited', retryAfterMs: 1_000 });
    refuse();
    refuse();
    who.client = 'two';
    expect(refuse().untilMs).toBe(clock.nowMs() + 1_000);
  });

  it('keeps the wait of each client id over a restart', () => {
    const first = keep();
    const wait = first.keeper.begin(quotaFor(13));
    first.who.client = 'two';
    first.keeper.begin(rateLimit);
    expect(keep(first.store, first.clock).keeper.current()).toEqual(wait);
  });

  it('gives a wait that was told to nobody in particular to whoever signs in first', () => {
    const { keeper, store, who } = keep();
    who.client = null;
    const wait = keeper.begin(quotaFor(13));
    who.client = 'one';
    expect(keeper.current()).toEqual(wait);
    who.client = 'two';
    expect(keeper.current()).toBeNull();
    expect([...store.coolDowns.keys()]).toEqual(['one']);
  });

  it.each<[string, Pick<StoredCoolDown, 'reason' | 'untilCountedMs'>, number]>([
    [
      'ends absurdly late',
      { reason: 'quota-exhausted', untilCountedMs: Date.UTC(9999, 0) },
      48 * HOUR,
    ],
    ['says of a quota no end', { reason: 'quota-exhausted', untilCountedMs: null }, 4 * HOUR],
    ['says of a rate limit no end', { reason: 'rate-limited', untilCountedMs: null }, 30_000],
  ])('is bounded, also over restarts, when what was stored %s', async (_what, stored, waitMs) => {
    const store = new MemoryLedgerStore();
    const clock = new ManualClock();
    store.writeCoolDown('one', { ...stored, untilMs: 0 });
    const first = keep(store, clock).keeper;
    expect(first.current()).toEqual({ reason: stored.reason, untilMs: clock.nowMs() + waitMs });
    await clock.advance(waitMs - 1);
    expect(first.current()).not.toBeNull();
    expect(keep(store, clock).keeper.current()).not.toBeNull();
    await clock.advance(1);
    expect(keep(store, clock).keeper.current()).toBeNull();
  });

  it('does not stop the app where it cannot be read', () => {
    class DamagedStore extends MemoryLedgerStore {
      override readCoolDown(): never {
        throw new Error('damaged');
      }
    }
    expect(keep(new DamagedStore()).keeper.current()).toBeNull();
  });
});

describe('a clock that is set a day ahead during a quota block of 13 hours', () => {
  const blocked = (tellsUptime: boolean) => {
    const machine = new SimulatedMachine(tellsUptime);
    const store = new MemoryLedgerStore();
    const start = () => {
      const clock = machine.startProcess();
      const time = new CountedTime(clock, store, silentLogger);
      return new CoolDownKeeper({
        clock,
        store,
        time,
        logger: silentLogger,
        clientId: () => 'one',
      });
    };
    const keeper = start();
    keeper.begin(quotaFor(13));
    return { machine, keeper, start };
  };

  it('does not end it where the machine tells its uptime, also not with a restart after it', () => {
    const { keeper, machine, start } = blocked(true);
    machine.setWallClock(DAY);
    machine.run(HOUR);
    expect(keeper.current()?.reason).toBe('quota-exhausted');
    const next = start();
    machine.run(12 * HOUR - 1);
    expect(next.current()?.reason).toBe('quota-exhausted');
    machine.run(1);
    expect(next.current()).toBeNull();
  });

  it('ends it where nothing tells it from sleep', () => {
    const { keeper, machine } = blocked(false);
    machine.setWallClock(DAY);
    expect(keeper.current()).toBeNull();
  });

  it('does not end a longer one by more than 18 hours early', () => {
    const { keeper, machine } = blocked(false);
    keeper.begin(quotaFor(22));
    machine.setWallClock(30 * DAY);
    machine.run(4 * HOUR - 1);
    expect(keeper.current()?.reason).toBe('quota-exhausted');
    machine.run(1);
    expect(keeper.current()).toBeNull();
  });
});
