import { expect, test } from 'vitest';
import { MemoryLedgerStore } from '../../../../electron/spotify/memory-ledger-store.ts';

const request = (countedMs: number) => ({ atMs: 7, countedMs, family: 'library' });

test('keeps requests, the newest first to stay, and forgets those before', () => {
  const store = new MemoryLedgerStore();
  const counted = (sinceMs: number, limit = 10) =>
    store.readRecent(sinceMs, 100, limit).entries.map(({ countedMs }) => countedMs);
  store.append(request(30));
  store.append(request(10));
  const key = store.append(request(20));
  expect(counted(10)).toEqual([20, 30]);
  expect(counted(0, 1)).toEqual([30]);
  store.remove(key);
  expect(counted(0)).toEqual([10, 30]);
  store.deleteBefore(30);
  expect(counted(0)).toEqual([30]);
});

test('takes a request from the future for one of now, once', () => {
  const store = new MemoryLedgerStore();
  store.append(request(Number.NaN));
  store.append(request(500));
  expect(store.readRecent(0, 100, 10).entries).toEqual([request(100), request(100)]);
  expect(store.readRecent(100, 300, 10).entries).toEqual([]);
});

test('keeps one wait for each client, and the counted time', () => {
  const store = new MemoryLedgerStore();
  const wait = { reason: 'rate-limited', untilMs: 5, untilCountedMs: 6 } as const;
  expect(store.readCoolDown('one')).toBeNull();
  store.writeCoolDown('one', wait);
  expect(store.readCoolDown('one')).toEqual(wait);
  expect(store.readCoolDown('two')).toBeNull();
  store.writeCoolDown('one', null);
  expect(store.readCoolDown('one')).toBeNull();
  const clock = { countedMs: 1, wallMs: 2, uptimeMs: null, debtMs: 3 };
  expect(store.readClock()).toBeNull();
  store.writeClock(clock);
  expect(store.readClock()).toEqual(clock);
});
