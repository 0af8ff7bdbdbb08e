import { describe, expect, it } from 'vitest';
import { HistoryReader } from '../../../../../electron/library/history/history-reader.ts';
import { MOST_SIZE_POINTS } from '../../../../../shared/list-sizes.ts';
import { WrittenHistory } from '../../../../harness/written-history.ts';

const HOUR_MS = 3_600_000;
const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    uri: `u${index}`,
    addedAtMs: index,
    addedBy: 'me',
  }));

describe('the size of a list over time', () => {
  it('is told from the first look on, also while the list is empty', async () => {
    const written = new WrittenHistory();
    const list = written.savedTracks();
    expect(await written.history.sizes(list)).toEqual([]);
    const startMs = written.clock.nowMs();
    for (const count of [3, 3, 0, 5]) {
      await written.show(list, rowsOf(count));
      await written.clock.advance(HOUR_MS);
    }
    expect(await written.history.sizes(list)).toMatchObject([
      // A look that found nothing new is no point of its own.
      { atMs: startMs, untilMs: startMs + HOUR_MS, rows: 3 },
      { atMs: startMs + 2 * HOUR_MS, untilMs: startMs + 2 * HOUR_MS, rows: 0 },
      { atMs: startMs + 3 * HOUR_MS, untilMs: startMs + 3 * HOUR_MS, rows: 5 },
    ]);
  });

  it('leaves out a state that is still being written', async () => {
    const written = new WrittenHistory();
    const list = written.savedTracks();
    await written.show(list, rowsOf(2));
    await written.clock.advance(HOUR_MS);
    written.pieces = { compared: 1, loaded: 1, written: 1, settled: 1 };
    const told = new Set<string>();
    written.betweenPieces = async () => {
      const sizes = await written.history.sizes(list);
      told.add(String(sizes?.map(({ rows }) => rows)));
    };
    await written.show(list, rowsOf(9));
    // Old rows are tidied up after the new state is there.
    expect([...told]).toEqual(['2', '2,9']);
  });

  it('is nobody else’s, and nobody’s while no account is watched', async () => {
    const written = new WrittenHistory();
    const list = written.savedTracks();
    await written.show(list, rowsOf(1));
    const { database, accounts } = written.repositories;
    for (const accountId of [null, accounts.open('other', 'Other').id]) {
      const history = new HistoryReader({
        database,
        accountId: () => accountId,
        yieldToEventLoop: () => Promise.resolve(),
      });
      expect(await history.sizes(list)).toBeNull();
    }
    expect(await written.history.sizes(list + 1)).toBeNull();
  });

  it('is thinned out after many looks, read in pieces with room for others between them', async () => {
    const written = new WrittenHistory();
    const list = written.savedTracks();
    await written.show(list, rowsOf(1));
    const { database } = written.repositories;
    const looks = 9_000;
    database.run(
      `WITH RECURSIVE look(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM look WHERE n < ?2)
       INSERT INTO revisions (list_id, observed_after_ms, observed_before_ms, row_count)
       SELECT ?1, ?3 + (n - 1) * ?4, ?3 + n * ?4, CASE n WHEN 4321 THEN 70000 ELSE n END FROM look`,
      list,
      looks,
      written.clock.nowMs(),
      HOUR_MS,
    );
    database.run(
      'UPDATE lists SET revision_id = (SELECT max(id) FROM revisions) WHERE id = ?',
      list,
    );
    let turns = 0;
    const history = new HistoryReader({
      database,
      accountId: () => written.account.id,
      yieldToEventLoop: async () => {
        turns += 1;
      },
    });
    const sizes = (await history.sizes(list)) ?? [];
    expect(turns).toBe(2);
    expect(sizes.length).toBeLessThanOrEqual(MOST_SIZE_POINTS);
    expect(sizes[0]?.rows).toBe(1);
    expect(sizes.at(-1)?.rows).toBe(looks);
    expect(sizes.some(({ rows }) => rows === 70_000)).toBe(true);
    const times = sizes.map(({ atMs }) => atMs);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
  });
});
