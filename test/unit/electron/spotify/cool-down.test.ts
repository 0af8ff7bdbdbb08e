import { describe, expect, it } from 'vitest';
import { type CoolDownCause, coolDownMs } from '../../../../electron/spotify/cool-down.ts';
import { CoolDownKeeper } from '../../../../electron/spotify/cool-down-keeper.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { MemoryLedgerStore } from './memory-ledger-store.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('coolDownMs', () => {
  it.each<[string, CoolDownCause['reason'], number | null, number, number]>([
    ['what the header says', 'rate-limited', 7_000, 1, 7_000],
    ['30 s where nothing is said', 'rate-limited', null, 1, 30_000],
    ['longer when "1 second" is said again and again', 'rate-limited', 1_000, 6, 32_000],
    ['at most 5 min longer for that', 'rate-limited', 1_000, 40, 5 * MINUTE],
    ['hours for the quota', 'quota-exhausted', 48_925_000, 1, 48_925_000],
    ['4 h for the quota where nothing is said', 'quota-exhausted', null, 1, 4 * HOUR],
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
  const keep = (store = new MemoryLedgerStore(), clock = new ManualClock()) => ({
    clock,
    store,
    keeper: new CoolDownKeeper(clock, store, silentLogger),
  });

  it('ends at the time it named, and is erased then', async () => {
    const { clock, keeper, store } = keep();
    const { untilMs } = keeper.begin(rateLimit);
    expect(untilMs).toBe(clock.nowMs() + 10_000);
    expect(store.coolDown).toEqual({ reason: 'rate-limited', untilMs });
    await clock.advance(9_999);
    expect(keeper.current()).toEqual({ reason: 'rate-limited', untilMs });
    await clock.advance(1);
    expect(keeper.current()).toBeNull();
    expect(store.coolDown).toBeNull();
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

  it('does not last longer because the clock was set back', async () => {
    const { clock, keeper } = keep();
    keeper.begin(rateLimit);
    clock.jump(-30 * DAY);
    expect(keeper.current()?.untilMs).toBe(clock.nowMs() + 10_000);
    await clock.advance(10_000);
    expect(keeper.current()).toBeNull();
  });

  it('lasts at most 48 hours when it was written by a clock far ahead', async () => {
    const store = new MemoryLedgerStore();
    const clock = new ManualClock();
    store.writeCoolDown({ reason: 'quota-exhausted', untilMs: clock.nowMs() + 300 * DAY });
    const { keeper } = keep(store, clock);
    expect(keeper.current()?.untilMs).toBe(clock.nowMs() + 2 * DAY);
    await clock.advance(2 * DAY);
    expect(keeper.current()).toBeNull();
  });

  it('is over after a sleep that outlasted it', () => {
    const { clock, keeper } = keep();
    keeper.begin(quotaFor(1));
    clock.jump(HOUR);
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
});
