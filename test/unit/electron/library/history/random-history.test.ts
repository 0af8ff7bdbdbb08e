import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareStates } from '../../../../../electron/library/compare.ts';
import type { DifferenceRow, ListDifference } from '../../../../../shared/history.ts';
import {
  type PlainRow,
  plainRow,
  type WrittenHistory,
} from '../../../../harness/written-history.ts';
import { anyLife, live, type Observed } from './harness/random-life.ts';

const MINUTE_MS = 60_000;
const ALL = { offset: 0, count: 100_000 };

/** Carries a difference out on the state it begins at. */
function apply(rows: readonly PlainRow[], changes: readonly DifferenceRow[]): PlainRow[] {
  const left = new Set(changes.flatMap((row) => ('before' in row ? row.before.position : [])));
  const result = rows.filter((_, position) => !left.has(position));
  const arriving = changes.flatMap((row) => ('after' in row ? row.after : []));
  for (const row of arriving.toSorted((one, other) => one.position - other.position)) {
    result.splice(row.position, 0, plainRow(row));
  }
  return result;
}

function compared(before: readonly PlainRow[], after: readonly PlainRow[]) {
  const ids = new Map<string, number>();
  const withIds = (rows: readonly PlainRow[]) =>
    rows.map(({ uri, addedAtMs, addedBy }) => {
      const id = uri === null ? null : (ids.get(uri) ?? ids.set(uri, ids.size).size - 1);
      return { itemId: id, addedAtMs, addedBy, isMissing: uri === null };
    });
  const { added, removed, moved } = compareStates(withIds(before), withIds(after));
  return { added: added.length, removed: removed.length, moved: moved.length };
}

/** Rows that are alike in everything: any of them can be the one that moved. */
function hasTwins(rows: readonly PlainRow[]): boolean {
  return new Set(rows.map((row) => JSON.stringify(row))).size < rows.length;
}

async function difference(
  written: WrittenHistory,
  from: Observed,
  to: Observed,
): Promise<ListDifference> {
  const found = await written.history.difference({
    listId: from.listId,
    from: { kind: 'time', atMs: from.atMs },
    to: { kind: 'time', atMs: to.atMs },
    kinds: null,
    ...ALL,
  });
  if (found === null) {
    throw new Error('Both are known.');
  }
  return found;
}

describe('the history of lists that live at random', () => {
  it('has the state of every list at every time, in order, with duplicates and gaps', async () => {
    await fc.assert(
      fc.asyncProperty(anyLife, async (life) => {
        const { written, observed } = await live(life);
        for (const { listId, atMs, rows } of observed) {
          // Seen at this time, and unchanged for a while.
          for (const time of [atMs, atMs + MINUTE_MS]) {
            expect(await written.rowsAt(listId, { kind: 'time', atMs: time })).toEqual(rows);
          }
        }
        const [first] = observed;
        const before = { kind: 'time' as const, atMs: (first?.atMs ?? 0) - 1 };
        expect(await written.rowsAt(first?.listId ?? 0, before)).toBeNull();
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('has one observation for each state, which says how long it was seen', async () => {
    await fc.assert(
      fc.asyncProperty(anyLife, async (life) => {
        const { written, observed, lists } = await live(life);
        for (const { listId } of lists) {
          const looks = observed.filter((one) => one.listId === listId);
          const { rows, total } = await written.history.observations({ listId, ...ALL });
          expect(total).toBe(rows.length);
          for (const observation of rows) {
            const { observedAfterMs, observedBeforeMs, unchangedUntilMs } = observation;
            const moment = { kind: 'observation' as const, id: observation.id };
            const state = await written.rowsAt(listId, moment);
            const during = looks.filter(
              ({ atMs }) => atMs >= observedBeforeMs && atMs <= unchangedUntilMs,
            );
            expect(during.length).toBeGreaterThan(0);
            for (const look of during) {
              expect(look.rows).toEqual(state);
            }
            const last = looks.findLast(({ atMs }) => atMs < observedBeforeMs);
            expect(observedAfterMs).toBe(last?.atMs ?? null);
          }
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('knows how long each list was at every observation, oldest first', async () => {
    await fc.assert(
      fc.asyncProperty(anyLife, async (life) => {
        const { written, lists } = await live(life);
        for (const { listId } of lists) {
          const { rows } = await written.history.observations({ listId, ...ALL });
          const states = await Promise.all(
            rows.toReversed().map(async ({ id, observedBeforeMs, unchangedUntilMs }) => ({
              observationId: id,
              atMs: observedBeforeMs,
              untilMs: unchangedUntilMs,
              rows: (await written.rowsAt(listId, { kind: 'observation', id }))?.length,
            })),
          );
          expect(await written.history.sizes(listId)).toEqual(states);
        }
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it('leads from any state to any other, with as few moves as a comparison of both', async () => {
    await fc.assert(
      fc.asyncProperty(anyLife, fc.nat(), fc.nat(), async (life, one, other) => {
        const { written, observed } = await live(life);
        const from = observed[one % observed.length];
        const alike = observed.filter(({ listId }) => listId === from?.listId);
        const to = alike[other % alike.length];
        if (from === undefined || to === undefined) {
          return;
        }
        const { counts, rows, total } = await difference(written, from, to);
        expect(apply(from.rows, rows)).toEqual(to.rows);
        const { moved, ...others } = compared(from.rows, to.rows);
        expect(counts).toMatchObject(others);
        if (!hasTwins(from.rows) && !hasTwins(to.rows)) {
          expect(counts.moved).toBe(moved);
        }
        expect(total).toBe(rows.length);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('is the same in small windows', async () => {
    await fc.assert(
      fc.asyncProperty(anyLife, fc.integer({ min: 1, max: 5 }), async (life, count) => {
        const { written, observed } = await live(life);
        const [from] = observed;
        const to = observed.findLast(({ listId }) => listId === from?.listId);
        if (from === undefined || to === undefined) {
          return;
        }
        const { listId, atMs } = to;
        const states: PlainRow[] = [];
        const changes: DifferenceRow[] = [];
        const whole = await difference(written, from, to);
        for (let offset = 0; offset <= Math.max(to.rows.length, whole.total); offset += count) {
          const window = { listId, offset, count };
          const state = await written.history.state({ ...window, moment: { kind: 'time', atMs } });
          const rows = state?.contents?.rows ?? [];
          expect(rows.map(({ position }) => position)).toEqual(rows.map((_, i) => offset + i));
          states.push(...rows.map(plainRow));
          const part = await written.history.difference({
            ...window,
            from: { kind: 'time', atMs: from.atMs },
            to: { kind: 'time', atMs },
            kinds: null,
          });
          changes.push(...(part?.rows ?? []));
        }
        expect(states).toEqual(to.rows);
        expect(changes).toEqual(whole.rows);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
