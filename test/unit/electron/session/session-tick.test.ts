import { expect, test } from 'vitest';
import { ChosenTokenCache } from '../../../../electron/session/chosen-token-cache.ts';
import { SessionCore } from '../../../../electron/session/session-core.ts';
import { SessionStore } from '../../../../electron/session/session-store.ts';
import { SessionTick } from '../../../../electron/session/session-tick.ts';
import type { SessionEvent } from '../../../../electron/session/session-transitions.ts';
import type { CachedTokens } from '../../../../electron/session/token-cache.ts';
import type { Clock } from '../../../../shared/clock.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { singleCacheShelf } from '../../../doubles/single-cache-shelf.ts';
import { CLIENT_ID, HOUR_MS, tokens } from './harness/keeper-bench.ts';
import { MemoryMarker } from './harness/memory-marker.ts';
import { RecordingLogger } from './harness/recording-logger.ts';
import { WatchedCache } from './harness/watched-cache.ts';

const MINUTE_MS = 60_000;

/** A tick over a real session core; the work is only written down. */
function bench() {
  const clock = new ManualClock();
  const logger = new RecordingLogger();
  const core = new SessionCore(logger, true);
  const cache = new ChosenTokenCache(
    singleCacheShelf({ clock, cache: new WatchedCache() }),
    CLIENT_ID,
  );
  const store = new SessionStore(core, {
    clock,
    clientId: CLIENT_ID,
    cache,
    marker: new MemoryMarker(),
    logger,
    plan: () => null,
  });
  const done: string[] = [];
  const tick = new SessionTick(clock, core, store, {
    refresh: (cause) => done.push(`refresh: ${cause}`),
    save: () => done.push('save'),
    'erase-kept': () => done.push('erase-kept'),
    'end-token': () => done.push('end-token'),
  });
  return { clock, core, tick, done };
}

const held = (found: CachedTokens, refreshAtMs: number | null): SessionEvent => ({
  kind: 'tokens-read',
  tokens: found,
  refreshAtMs,
});
const delayed = (clock: Clock, inMs: number): SessionEvent => ({
  kind: 'refresh-delayed',
  trouble: 'no-network',
  nextTryAtMs: clock.nowMs() + inMs,
});

test('a planned refresh is begun at its time, and not before', async () => {
  const { clock, core, done } = bench();
  core.apply(held(tokens(clock), clock.nowMs() + 50 * MINUTE_MS));
  await clock.advance(50 * MINUTE_MS - 1);
  expect(done).toEqual([]);
  await clock.advance(1);
  expect(done).toEqual(['refresh: planned']);
});

test('a try after one that failed is a retry', async () => {
  const { clock, core, done } = bench();
  core.apply(held(tokens(clock), clock.nowMs()), delayed(clock, 2 * MINUTE_MS));
  await clock.advance(2 * MINUTE_MS);
  expect(done).toEqual(['refresh: retry']);
});

test('a clock that stands before the receipt of the token is named as the cause', async () => {
  const { clock, core, tick, done } = bench();
  core.apply(held(tokens(clock), clock.nowMs() + 50 * MINUTE_MS));
  clock.jump(-HOUR_MS);
  tick.look();
  expect(done).toEqual(['refresh: clock-went-back']);
});

test('a token that nobody can renew ends at its time', async () => {
  const { clock, core, done } = bench();
  core.apply(held(tokens(clock, 0, { refreshToken: null }), null));
  await clock.advance(HOUR_MS - 1);
  expect(done).toEqual([]);
  await clock.advance(1);
  expect(done).toEqual(['end-token']);
});

test('what was put aside is erased after 24 hours', async () => {
  const { clock, core, done } = bench();
  const setAside = { atMs: clock.nowMs(), reason: 'refused', triedByUser: false } as const;
  core.apply(held(tokens(clock, 0, { setAside }), null));
  await clock.advance(24 * HOUR_MS - 1);
  expect(done).toEqual([]);
  await clock.advance(1);
  expect(done).toEqual(['erase-kept']);
});

test('unsaved tokens are offered beside a refresh that is planned', () => {
  const { clock, core, tick, done } = bench();
  core.apply(held(tokens(clock), clock.nowMs()), { kind: 'not-saved', trouble: 'locked' });
  tick.look();
  expect(done).toEqual(['save', 'refresh: planned']);
});

test('sleep of a day is noticed within three and a half minutes of waking', async () => {
  const { clock, core, done } = bench();
  core.apply(held(tokens(clock), clock.nowMs() + 50 * MINUTE_MS));
  clock.jump(24 * HOUR_MS);
  await clock.advance(210_000);
  expect(done[0]).toBe('refresh: planned');
});

test('where only the user can help there is no timer', () => {
  const { clock, core } = bench();
  core.apply({ kind: 'cache-troubled', trouble: 'locked' });
  expect(clock.pendingCount).toBe(0);
  core.apply({ kind: 'nothing-read' });
  expect(clock.pendingCount).toBe(0);
});

test('closing leaves no timer, and no event begins a new one', () => {
  const { clock, core, tick } = bench();
  core.apply(held(tokens(clock), clock.nowMs() + MINUTE_MS));
  expect(clock.pendingCount).toBe(1);
  tick.close();
  core.apply({ kind: 'access-refused' });
  expect(clock.pendingCount).toBe(0);
});
