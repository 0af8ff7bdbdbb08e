import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Retention } from '../../../../../electron/storage/retention.ts';
import { integer } from '../../../../../electron/storage/row.ts';
import { type ShownRow, WrittenHistory } from '../../../../harness/written-history.ts';
import { anyLife, live } from './harness/random-life.ts';

const HOUR_MS = 3_600_000;
const row = (uri: string): ShownRow => ({ uri, addedAtMs: 1, addedBy: 'me' });

/** Deletes, or ends after a number of pieces. */
function deleteBefore(written: WrittenHistory, cutMs: number, pieces = Number.MAX_VALUE): number {
  const retention = new Retention(written.repositories.database);
  const deletion = retention.deleteBefore(written.account.id, cutMs, 2);
  for (let piece = 0; piece < pieces; piece += 1) {
    const step = deletion.next();
    if (step.done === true) {
      return step.value;
    }
  }
  return -1;
}

function count(written: WrittenHistory, sql: string, ...values: readonly number[]): number {
  const { database } = written.repositories;
  return (
    database.get(`SELECT count(*) AS rows FROM ${sql}`, (r) => integer(r, 'rows'), ...values) ?? 0
  );
}

describe('deleting history before a time', () => {
  it('leaves every state from then on exact, wherever it is interrupted', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyLife,
        fc.nat(),
        fc.nat({ max: 40 }),
        async (life, cutAt, interruptedAt) => {
          const { written, observed } = await live(life);
          const cutMs = observed[cutAt % observed.length]?.atMs ?? 0;
          deleteBefore(written, cutMs, interruptedAt);
          const isListKept = async (): Promise<void> => {
            for (const { listId, atMs, rows } of observed) {
              const isLast = observed.every(
                (one) => one.listId !== listId || one.atMs <= atMs || one.atMs > cutMs,
              );
              // What holds at the cut may have been seen before it.
              if (atMs >= cutMs || isLast) {
                const moment = { kind: 'time' as const, atMs: Math.max(atMs, cutMs) };
                expect(await written.rowsAt(listId, moment)).toEqual(rows);
              }
            }
          };
          await isListKept();
          deleteBefore(written, cutMs);
          await isListKept();
          expect(deleteBefore(written, cutMs)).toBe(0);
          expect(count(written, 'changes WHERE observed_before_ms < ?', cutMs)).toBe(0);
          const ended = `entries JOIN revisions ON revisions.id = to_revision
            WHERE observed_before_ms <= ?`;
          expect(count(written, ended, cutMs)).toBe(0);
          const orphans = `items WHERE id NOT IN (
            SELECT item_id FROM entries WHERE item_id IS NOT NULL
            UNION SELECT item_id FROM changes WHERE item_id IS NOT NULL)`;
          expect(count(written, orphans)).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);

  it('keeps one earlier state of each list, which holds at the cut', async () => {
    const written = new WrittenHistory();
    const list = written.savedTracks();
    for (const uris of [['a'], ['a', 'b'], ['b', 'c'], ['c']]) {
      await written.clock.advance(HOUR_MS);
      await written.show(list, uris.map(row));
    }
    const cutMs = written.clock.nowMs() - HOUR_MS / 2;
    deleteBefore(written, cutMs);
    const { rows } = await written.history.observations({ listId: list, offset: 0, count: 9 });
    expect(rows.length).toBe(2);
    const uris = async (atMs: number) =>
      (await written.rowsAt(list, { kind: 'time', atMs }))?.map(({ uri }) => uri);
    expect(await uris(cutMs)).toEqual(['b', 'c']);
    expect(await uris(cutMs + HOUR_MS)).toEqual(['c']);
    expect(await uris(cutMs - HOUR_MS)).toBeUndefined();
    expect(await written.history.timeline({ uri: 'a', offset: 0, count: 9 })).toBeNull();
    const timeline = await written.history.timeline({ uri: 'b', offset: 0, count: 9 });
    expect(timeline?.events.map(({ kind, observedAfterMs }) => [kind, observedAfterMs])).toEqual([
      ['came', null],
      ['went', cutMs - HOUR_MS / 2],
    ]);
  });

  it('keeps the name that a playlist had at the cut, and no earlier one', async () => {
    const written = new WrittenHistory();
    const list = written.playlist('p1', 'First');
    await written.show(list, [row('a')]);
    const { lists } = written.repositories;
    const known = lists.get(list);
    if (known === null) {
      throw new Error('It was just made.');
    }
    const startMs = written.clock.nowMs();
    for (const [hour, name] of ['Second', 'Third', 'Fourth'].entries()) {
      lists.describe(list, { ...known, name }, startMs + (hour + 1) * HOUR_MS);
    }
    const cutMs = startMs + 2.5 * HOUR_MS;
    deleteBefore(written, cutMs);
    const nameAt = async (atMs: number) => {
      const moment = { kind: 'time' as const, atMs };
      const state = await written.history.state({ listId: list, moment, offset: 0, count: 1 });
      return state?.list.name;
    };
    expect(await nameAt(cutMs)).toBe('Third');
    expect(await nameAt(cutMs + HOUR_MS)).toBe('Fourth');
    expect(count(written, 'list_versions')).toBe(2);
  });

  it('deletes a playlist that is gone for so long, whole', async () => {
    const written = new WrittenHistory();
    const list = written.playlist('p1', 'One');
    const kept = written.playlist('p2', 'Two');
    await written.showPlaylists(['p1', 'p2']);
    await written.show(list, [row('a'), row('b')]);
    await written.show(kept, [row('b')]);
    await written.clock.advance(HOUR_MS);
    await written.showPlaylists(['p2']);
    written.repositories.lists.writeGone(list, written.clock.nowMs());
    await written.clock.advance(HOUR_MS);
    deleteBefore(written, written.clock.nowMs() - 2 * HOUR_MS);
    expect(written.repositories.lists.get(list)).not.toBeNull();
    deleteBefore(written, written.clock.nowMs());
    expect(written.repositories.lists.get(list)).toBeNull();
    expect(count(written, `items WHERE uri IN ('a', 'spotify:playlist:p1')`)).toBe(0);
    const moment = { kind: 'time' as const, atMs: written.clock.nowMs() };
    expect((await written.rowsAt(kept, moment))?.map(({ uri }) => uri)).toEqual(['b']);
  });

  it('lets items be that a pass has staged', async () => {
    const written = new WrittenHistory();
    const list = written.savedTracks();
    const { items, staging } = written.repositories;
    const seen = { uri: 'staged', kind: 'track' as const, name: 'S', artists: [], album: null };
    const rest = {
      durationMs: null,
      isrc: null,
      imageUrl: null,
      availability: 'available' as const,
    };
    const itemId = items.see(written.account.id, { ...seen, ...rest }, 1);
    staging.add(list, 0, { itemId, availability: 'available', addedAtMs: 1, addedBy: null });
    deleteBefore(written, written.clock.nowMs());
    expect(items.get(itemId)).not.toBeNull();
    staging.drop(list, 10);
    deleteBefore(written, written.clock.nowMs());
    expect(items.get(itemId)).toBeNull();
  });
});
