import { expect, test } from 'vitest';
import { MemoryLedgerStore } from '../../../../electron/spotify/memory-ledger-store.ts';

test('keeps requests from a moment on, and forgets those before', () => {
  const store = new MemoryLedgerStore();
  for (const atMs of [10, 20, 30]) {
    store.append({ atMs, family: 'library' });
  }
  expect(store.readSince(20).map(({ atMs }) => atMs)).toEqual([20, 30]);
  store.deleteBefore(30);
  expect(store.readSince(0).map(({ atMs }) => atMs)).toEqual([30]);
});

test('keeps one wait, or none', () => {
  const store = new MemoryLedgerStore();
  expect(store.readCoolDown()).toBeNull();
  store.writeCoolDown({ reason: 'rate-limited', untilMs: 5 });
  expect(store.readCoolDown()).toEqual({ reason: 'rate-limited', untilMs: 5 });
  store.writeCoolDown(null);
  expect(store.readCoolDown()).toBeNull();
});
