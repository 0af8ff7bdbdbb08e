import { expect, test } from 'vitest';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { HOUR_MS, keeperBench, startedBench, tokenOf, tokens } from './harness/keeper-bench.ts';

test('the account completes the marker', async () => {
  const { keeper, marker } = await startedBench();
  keeper.setAccount('account-1', 'Someone');
  expect(keeper.account).toEqual({ key: 'account-1', displayName: 'Someone' });
  expect(marker.marker).toMatchObject({ accountKey: 'account-1', displayName: 'Someone' });
});

test('settings that cannot be written do not cost the session', async () => {
  const { keeper, clock, marker, logger } = await startedBench();
  marker.write = () => {
    throw Object.assign(new Error('No space left on device'), { code: 'ENOSPC' });
  };
  clock.jump(HOUR_MS);
  expect(await tokenOf(keeper)).toBe('access-1');
  expect(logger.text).toContain('ENOSPC');
});

test('a listener that asks for a token does not mix up the order for the next listener', async () => {
  const clock = new ManualClock();
  const { keeper } = keeperBench({ clock, tokens: tokens(clock, 2 * HOUR_MS) });
  const seen: string[] = [];
  keeper.stateChanged.subscribe(() => void keeper.getAccessToken());
  keeper.stateChanged.subscribe((state) => seen.push(state.kind));
  await keeper.start();
  await clock.advance(0);
  expect(seen.at(-1)).toBe(keeper.state.kind);
  expect(seen).toEqual(['active', 'refreshing', 'active']);
});

test('no token stands in a log line or a state', async () => {
  const { keeper, clock, cache, endpoint, logger } = await startedBench();
  const states: string[] = [];
  keeper.stateChanged.subscribe((state) => states.push(JSON.stringify(state)));
  endpoint.answer(() => endpoint.grant('refresh-1'));
  await clock.advance(HOUR_MS);
  cache.locked = true;
  await clock.advance(HOUR_MS);
  endpoint.answer({ kind: 'invalid-grant' });
  await clock.advance(HOUR_MS);
  expect(states.length).toBeGreaterThan(4);
  expect(`${logger.text}${states.join()}`).not.toMatch(/(access|refresh)-\d/);
});
