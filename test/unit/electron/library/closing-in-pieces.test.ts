import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PieceSizes } from '../../../../electron/library/close-list.ts';
import { compareInPieces, compareStates } from '../../../../electron/library/compare.ts';
import { atOnce } from '../../../../electron/library/in-pieces.ts';
import { assignOrderKeys, orderKeysInPieces } from '../../../../electron/library/order-keys.ts';
import { memoryDatabase } from '../../../doubles/watched-library.ts';
import { type ShownRow, WrittenHistory } from '../../../harness/written-history.ts';

const anyRow: fc.Arbitrary<ShownRow> = fc.record({
  uri: fc.option(
    fc.integer({ min: 1, max: 9 }).map((id) => `spotify:track:${id}`),
    { nil: null, freq: 8 },
  ),
  addedAtMs: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null, freq: 6 }),
  addedBy: fc.constantFrom('me', 'you'),
  availability: fc.constantFrom('available', 'unavailable', 'unknown'),
});
const anyStates = fc.array(fc.array(anyRow, { maxLength: 24 }), { minLength: 2, maxLength: 3 });
const anySize = fc.integer({ min: 1, max: 9 });
const anyPieces: fc.Arbitrary<PieceSizes> = fc.record({
  compared: anySize,
  loaded: anySize,
  written: anySize,
  settled: anySize,
});
const anyList = fc.constantFrom('saved-tracks', 'saved-albums');

function openHistory(kind: 'saved-tracks' | 'saved-albums') {
  const database = memoryDatabase();
  const written = new WrittenHistory(database);
  const { lists, accounts } = written.repositories;
  const { id } = lists.openOnly(written.account.id, kind, kind);
  accounts.writeCheckEnd(written.account.id, written.clock.nowMs());
  /** Everything in the file that anybody could see, but for the order of what was told at once. */
  const content = () => {
    const rows = (sql: string) => database.all(sql, (row) => JSON.stringify(row));
    return {
      entries: rows(
        // A revision that was taken back leaves a gap in their numbers.
        `SELECT order_key, item_id, added_at_ms, added_by,
           (SELECT count(*) FROM revisions WHERE revisions.id <= from_revision) AS from_nth,
           (SELECT count(*) FROM revisions WHERE revisions.id <= to_revision) AS to_nth
         FROM entries ORDER BY order_key, from_revision, to_revision`,
      ),
      changes: rows(
        `SELECT kind, item_id, item_count, observed_after_ms, observed_before_ms, added_at_ms,
           added_by, changes.id <= last_change_id AS is_told
         FROM changes JOIN accounts ON accounts.id = account_id`,
      ).toSorted(),
      items: rows('SELECT uri, availability, availability_since_ms FROM items ORDER BY id'),
      past: rows(
        `SELECT item_id, availability, since_ms, ended_after_ms, ended_before_ms
         FROM past_availabilities ORDER BY item_id, id`,
      ),
      lists: rows('SELECT row_count, revision_id IS NULL AS is_new, read_at_ms FROM lists'),
      staged: rows('SELECT * FROM staged_entries'),
    };
  };
  return { written, id, content };
}

describe('a comparison in pieces', () => {
  it('comes to the same, and to the same order keys, whatever the size of the pieces', () => {
    const anyEntry = fc.record({
      itemId: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null, freq: 5 }),
      addedAtMs: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null, freq: 5 }),
      addedBy: fc.constantFrom('me', 'you', null),
      isMissing: fc.boolean(),
    });
    const anyState = fc.array(anyEntry, { maxLength: 40 });
    fc.assert(
      fc.property(anyState, anyState, anySize, (old, next, size) => {
        const comparison = compareStates(old, next);
        expect(atOnce(compareInPieces(old, next, size))).toEqual(comparison);
        const oldKeys = assignOrderKeys(compareStates([], old), []);
        const keys = atOnce(orderKeysInPieces(comparison, (index) => oldKeys[index], size));
        expect(keys).toEqual(assignOrderKeys(comparison, oldKeys));
        expect([...keys].sort()).toEqual(keys);
      }),
      { numRuns: 300 },
    );
  });

  it('pauses after each piece, and so never for long of a long list', () => {
    const state = Array.from({ length: 1_000 }, (_, index) => ({
      itemId: index,
      addedAtMs: 0,
      addedBy: null,
      isMissing: false,
    }));
    let pauses = 0;
    for (const work = compareInPieces(state, state.toReversed(), 10); !work.next().done; ) {
      pauses += 1;
    }
    expect(pauses).toBeGreaterThan(500);
  });
});

/** The new row of the first track, not yet published, says nothing of when it was last seen. */
const GONE_AND_BACK_GREY: [ShownRow[][], PieceSizes, 'saved-tracks', number] = [
  [
    [{ uri: 'spotify:track:7', addedAtMs: null, addedBy: 'me', availability: 'available' }],
    [{ uri: 'spotify:track:1', addedAtMs: null, addedBy: 'you', availability: 'available' }],
    [
      { uri: 'spotify:track:7', addedAtMs: null, addedBy: 'me', availability: 'unavailable' },
      { uri: null, addedAtMs: null, addedBy: 'you', availability: 'available' },
    ],
  ],
  { compared: 1, loaded: 1, written: 1, settled: 1 },
  'saved-tracks',
  1,
];

describe('closing a list in pieces', () => {
  it('ends the same whatever the size of the pieces', async () => {
    await fc.assert(
      fc.asyncProperty(anyStates, anyPieces, anyList, async (states, pieces, kind) => {
        const plain = openHistory(kind);
        const pieced = openHistory(kind);
        pieced.written.pieces = pieces;
        for (const state of states) {
          for (const { written, id } of [plain, pieced]) {
            written.clock.jump(60_000);
            await written.show(id, state);
          }
          expect(pieced.content()).toEqual(plain.content());
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('ends as if undisturbed after an end between any two pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyStates,
        anyPieces,
        anyList,
        fc.integer({ min: 1, max: 40 }),
        async (states, pieces, kind, nth) => {
          const plain = openHistory(kind);
          const ended = openHistory(kind);
          ended.written.pieces = pieces;
          let left = nth;
          for (const state of states) {
            plain.written.clock.jump(60_000);
            await plain.written.show(plain.id, state);
            ended.written.clock.jump(60_000);
            await showAndEnd(ended, state, () => {
              left -= 1;
              return left === 0;
            });
            left = nth;
            expect(ended.content()).toEqual(plain.content());
          }
        },
      ),
      { numRuns: 25, examples: [GONE_AND_BACK_GREY] },
    );
  }, 60_000);

  it('tells of everything once that turned grey together, wherever the end was', async () => {
    const rows = (availability: 'available' | 'unavailable'): ShownRow[] =>
      Array.from({ length: 8 }, (_, index) => ({
        uri: `spotify:track:${index}`,
        addedAtMs: index,
        addedBy: null,
        availability,
      }));
    let pauses = 0;
    for (let hasEnded = true; hasEnded; pauses += 1) {
      hasEnded = false;
      const ended = openHistory('saved-tracks');
      ended.written.pieces = { compared: 3, loaded: 3, written: 3, settled: 2 };
      await ended.written.show(ended.id, rows('available'));
      ended.written.clock.jump(60_000);
      let left = pauses;
      await showAndEnd(ended, rows('unavailable'), () => {
        hasEnded ||= left === 0;
        left -= 1;
        return left === -1;
      });
      const { changes, past, items } = ended.content();
      expect(changes).toHaveLength(8);
      for (const change of changes) {
        expect(change).toContain('"kind":"item-unavailable"');
        expect(change).toContain('"is_told":1');
      }
      expect(past).toHaveLength(8);
      expect(items.join()).not.toContain('"availability":"available"');
    }
    expect(pauses).toBeGreaterThan(6);
  });
});

/** The app ends between two pieces, and the next start goes on with the staged pages. */
async function showAndEnd(
  { written, id }: ReturnType<typeof openHistory>,
  state: readonly ShownRow[],
  isEnd: () => boolean,
): Promise<void> {
  const { lists, staging } = written.repositories;
  written.stage(id, state);
  written.betweenPieces = async () => {
    if (isEnd()) {
      throw new Error('The process ends here.');
    }
  };
  try {
    await written.close(id);
  } catch (error) {
    expect(String(error)).toContain('The process ends here.');
    written.betweenPieces = () => Promise.resolve();
    await written.discardUnfinished();
    if (lists.get(id)?.readAtMs === written.clock.nowMs()) {
      // Done but for the pages, which the next reading throws away.
      staging.drop(id, Number.MAX_SAFE_INTEGER);
    } else {
      await written.close(id);
    }
  }
  written.betweenPieces = () => Promise.resolve();
}
