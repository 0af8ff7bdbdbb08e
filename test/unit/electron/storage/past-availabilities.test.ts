import { expect, it } from 'vitest';
import { HistoryItems } from '../../../../electron/storage/history-items.ts';
import type { StoredAvailability } from '../../../../electron/storage/items.ts';
import { WrittenHistory } from '../../../harness/written-history.ts';

function items() {
  const written = new WrittenHistory();
  const { items: table, database } = written.repositories;
  const see = (availability: StoredAvailability, atMs: number): number =>
    table.see(
      written.account.id,
      {
        ...{ uri: 'x', kind: 'track', name: 'X', artists: [], album: null, durationMs: null },
        ...{ isrc: null, imageUrl: null, availability },
      },
      atMs,
    );
  const past = (id: number) => new HistoryItems(database).pastAvailabilities(id);
  return { written, table, see, past };
}

it('nothing known is no past availability', () => {
  const { see, past, table } = items();
  const id = see('unknown', 10);
  see('available', 20);
  expect(past(id)).toEqual([]);
  expect(table.get(id)).toMatchObject({ availability: 'available', availabilitySinceMs: 20 });
});

it('a past availability ended after the item was last seen with it', () => {
  const { see, past, table } = items();
  const id = see('available', 100);
  table.writeAvailability(id, 'unavailable', 200);
  table.writeAvailability(id, 'missing', 300);
  expect(past(id)).toEqual([
    { availability: 'available', sinceMs: 100, endedAfterMs: 100, endedBeforeMs: 200 },
    { availability: 'unavailable', sinceMs: 200, endedAfterMs: 200, endedBeforeMs: 300 },
  ]);
});

it('a list that was read is a look at every item in it', async () => {
  const { written, past, table } = items();
  const list = written.savedTracks();
  const rows = [{ uri: 'x', addedAtMs: 1, addedBy: null }];
  await written.show(list, rows);
  const firstMs = written.clock.nowMs();
  await written.clock.advance(1_000);
  await written.show(list, rows);
  const id = table.see(
    written.account.id,
    {
      ...{ uri: 'x', kind: 'track', name: '', artists: [], album: null, durationMs: null },
      ...{ isrc: null, imageUrl: null, availability: 'unknown' },
    },
    1,
  );
  table.writeAvailability(id, 'unavailable', firstMs + 5_000);
  expect(past(id)).toEqual([
    {
      availability: 'available',
      sinceMs: firstMs,
      endedAfterMs: firstMs + 1_000,
      endedBeforeMs: firstMs + 5_000,
    },
  ]);
});
