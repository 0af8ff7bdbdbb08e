import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Watch } from '../../../electron/watch.ts';
import { WatchBench } from './harness/watch-bench.ts';

let bench: WatchBench;
let watch: Watch;

beforeEach(async () => {
  bench = await WatchBench.start();
  watch = await bench.watchSignedIn();
});
afterEach(() => bench.close());

it('a limit of the day holds from the next request on', async () => {
  const sent = bench.service.requests.length;
  bench.settings.update({ requestBudgetPerDay: 50, requestBudgetPerFamilyPerDay: 50 });
  expect(watch.api.budget().budgetPerDay).toBe(50);
  bench.settings.update({ requestBudgetPerDay: 1 });
  expect(await watch.testConnection()).toMatchObject({ kind: 'service' });
  expect(bench.service.requests).toHaveLength(sent);
  bench.settings.update({ requestBudgetPerDay: 800 });
  expect(await watch.testConnection()).toMatchObject({ kind: 'ok' });
});

it('a limit of one kind holds from the next request on', async () => {
  bench.settings.update({ requestBudgetPerFamilyPerDay: 1 });
  expect(await watch.testConnection()).toMatchObject({ kind: 'service' });
  bench.settings.update({ requestBudgetPerFamilyPerDay: 500 });
  expect(await watch.testConnection()).toMatchObject({ kind: 'ok' });
});

it.each([
  [2, 400],
  [8, 100],
  [50, 16],
])('of 800, one in %i is kept for the user at once: %i', async (requestsKeptOneIn, kept) => {
  bench.settings.update({ requestsKeptOneIn });
  expect(watch.api.budget().keptForUser).toBe(kept);
  expect((await watch.library.status()).requests.keptForUser).toBe(kept);
});
