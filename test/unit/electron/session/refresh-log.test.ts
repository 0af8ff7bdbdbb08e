import { expect, test } from 'vitest';
import { RefreshLog } from '../../../../electron/session/refresh-log.ts';
import type { RefreshRecord } from '../../../../shared/connection.ts';

const record = (atMs: number): RefreshRecord => ({ atMs, cause: 'planned', outcome: 'refreshed' });

/** A log over a store that can fail. */
function bench(stored: readonly RefreshRecord[] = []) {
  const kept = { records: stored, failure: null as Error | null };
  const errors: unknown[] = [];
  const log = new RefreshLog(
    {
      read: () => kept.records,
      write: (records) => {
        if (kept.failure !== null) {
          throw kept.failure;
        }
        kept.records = records;
      },
    },
    (error) => errors.push(error),
  );
  let changes = 0;
  log.changed.subscribe(() => {
    changes += 1;
  });
  return { kept, errors, log, changes: () => changes };
}

test('the last 20 are kept, newest first, and stored', () => {
  const { log, kept, changes } = bench();
  for (let atMs = 1; atMs <= 25; atMs += 1) {
    log.add(record(atMs));
  }
  const expected = Array.from({ length: 20 }, (_, index) => 25 - index);
  expect(log.records.map(({ atMs }) => atMs)).toEqual(expected);
  expect(kept.records).toEqual(log.records);
  expect(changes()).toBe(25);
});

test('the next start goes on with them, with no more than 20', () => {
  const { log } = bench(Array.from({ length: 30 }, (_, index) => record(100 - index)));
  expect(log.records).toHaveLength(20);
  log.add(record(101));
  expect(log.records.map(({ atMs }) => atMs).slice(0, 3)).toEqual([101, 100, 99]);
  expect(log.records).toHaveLength(20);
});

test('a store that fails is told, and the log goes on in memory', () => {
  const { log, kept, errors, changes } = bench([record(1)]);
  kept.failure = new Error('No space left on device');
  log.add(record(2));
  expect(errors).toEqual([kept.failure]);
  expect(log.records.map(({ atMs }) => atMs)).toEqual([2, 1]);
  expect(kept.records).toEqual([record(1)]);
  expect(changes()).toBe(1);
});

test('clearing forgets them in the store too', () => {
  const { log, kept, changes } = bench([record(1)]);
  log.clear();
  expect(log.records).toEqual([]);
  expect(kept.records).toEqual([]);
  expect(changes()).toBe(1);
});
