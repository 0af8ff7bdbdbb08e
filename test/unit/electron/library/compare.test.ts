import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareStates } from '../../../../electron/library/compare.ts';
import type { ComparedEntry, OldEntry } from '../../../../electron/library/compared-entry.ts';
import { assignOrderKeys } from '../../../../electron/library/order-keys.ts';

const entry = (itemId: number | null, addedAtMs: number | null = 0): OldEntry => ({
  itemId,
  addedAtMs,
  addedBy: null,
  isMissing: false,
});
const entries = (...ids: (number | null)[]) => ids.map((id) => entry(id));

// Few items and few dates, so that duplicates and equal dates are frequent.
const anyEntry: fc.Arbitrary<OldEntry> = fc.record({
  itemId: fc.option(fc.integer({ min: 1, max: 8 }), { nil: null, freq: 6 }),
  addedAtMs: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null, freq: 6 }),
  addedBy: fc.constantFrom('me', 'you'),
  isMissing: fc.boolean(),
});
const anyState = fc.array(anyEntry, { maxLength: 30 });

/** Carries the changes out on the old state, as a reader of the history would. */
function apply(old: readonly OldEntry[], next: readonly ComparedEntry[]) {
  const comparison = compareStates(old, next);
  const gone = new Set(comparison.removed);
  const placed = new Map<number, ComparedEntry>();
  for (const index of comparison.moved) {
    gone.add(comparison.oldOf[index] ?? -1);
  }
  const restated = new Map(
    comparison.restated.map((index) => [comparison.oldOf[index], next[index]] as const),
  );
  for (const index of [...comparison.added, ...comparison.moved]) {
    const from = old[comparison.oldOf[index] ?? -1];
    const target = next[index];
    if (target !== undefined) {
      placed.set(index, { ...target, itemId: target.itemId ?? from?.itemId ?? null });
    }
  }
  const result: ComparedEntry[] = [];
  const staying = old.flatMap((value, index) =>
    gone.has(index)
      ? []
      : [
          {
            ...(restated.get(index) ?? value),
            itemId: value.itemId ?? restated.get(index)?.itemId ?? null,
          },
        ],
  );
  for (let index = 0; index < next.length; index += 1) {
    const value = placed.get(index) ?? staying.shift();
    if (value !== undefined) {
      result.push(value);
    }
  }
  return { result: [...result, ...staying], comparison };
}

const bare = ({ itemId, addedAtMs, addedBy }: ComparedEntry) => ({ itemId, addedAtMs, addedBy });

describe('compareStates', () => {
  it('finds changes that lead from the old state to the new one', () => {
    fc.assert(
      fc.property(anyState, anyState, (old, next) => {
        const { result, comparison } = apply(old, next);
        expect(result.length).toBe(next.length);
        for (const [index, wanted] of next.entries()) {
          const reached = result[index];
          expect(reached).toBeDefined();
          // A gap keeps the item that was known to stand there.
          const known = old[comparison.oldOf[index] ?? -1]?.itemId ?? null;
          expect(reached && bare(reached)).toEqual({
            ...bare(wanted),
            itemId: wanted.itemId ?? known,
          });
        }
      }),
    );
  });

  it('finds nothing between equal states', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const comparison = compareStates(state, structuredClone(state));
        expect([...comparison.oldOf]).toEqual(state.map((_, index) => index));
        expect(comparison).toMatchObject({ removed: [], added: [], moved: [], restated: [] });
      }),
    );
  });

  it('pairs every row at most once, and only rows of one item or a gap', () => {
    fc.assert(
      fc.property(anyState, anyState, (old, next) => {
        const paired = [...compareStates(old, next).oldOf].filter((index) => index >= 0);
        expect(new Set(paired).size).toBe(paired.length);
        for (const [index, oldIndex] of compareStates(old, next).oldOf.entries()) {
          const itemId = next[index]?.itemId ?? null;
          const oldItemId = old[oldIndex]?.itemId ?? null;
          if (itemId !== null && oldItemId !== null) {
            expect(oldItemId).toBe(itemId);
          }
        }
      }),
    );
  });

  it('never reports an item as both removed and added', () => {
    fc.assert(
      fc.property(anyState, anyState, (old, next) => {
        const { removed, added } = compareStates(old, next);
        const gone = new Set(removed.map((index) => old[index]?.itemId ?? null));
        gone.delete(null);
        expect(added.some((index) => gone.has(next[index]?.itemId ?? null))).toBe(false);
      }),
    );
  });

  it('gives order keys that sort exactly as the new state, and keeps those of what stayed', () => {
    fc.assert(
      fc.property(anyState, fc.array(anyState, { maxLength: 6 }), (first, later) => {
        let state: readonly OldEntry[] = [];
        let keys: readonly string[] = [];
        for (const next of [first, ...later]) {
          const comparison = compareStates(state, next);
          const nextKeys = assignOrderKeys(comparison, keys);
          expect(nextKeys.length).toBe(next.length);
          expect([...nextKeys].sort()).toEqual(nextKeys);
          expect(new Set(nextKeys).size).toBe(nextKeys.length);
          const moved = new Set([...comparison.added, ...comparison.moved]);
          for (const [index, key] of nextKeys.entries()) {
            if (!moved.has(index)) {
              expect(key).toBe(keys[comparison.oldOf[index] ?? -1]);
            }
          }
          state = next;
          keys = nextKeys;
        }
      }),
    );
  });

  it.each([
    ['one row to the front', [1, 2, 3, 4, 5], [4, 1, 2, 3, 5], 1],
    ['a block to the end', [1, 2, 3, 4, 5, 6, 7], [1, 4, 5, 6, 7, 2, 3], 2],
    ['two rows swapped', [1, 2, 3, 4], [1, 3, 2, 4], 1],
    ['everything reversed', [1, 2, 3, 4], [4, 3, 2, 1], 3],
  ])('explains %s with as few moved rows as possible', (_, old, next, moved) => {
    const comparison = compareStates(entries(...old), entries(...next));
    expect(comparison.moved.length).toBe(moved);
    expect([...comparison.added, ...comparison.removed]).toEqual([]);
  });

  it('knows which of two equal items was removed by when it was added', () => {
    const comparison = compareStates([entry(1, 10), entry(2, 5), entry(1, 20)], [entry(1, 20)]);
    expect(comparison.removed).toEqual([0, 1]);
    expect(comparison.moved).toEqual([]);
  });

  it('takes an item with another date for the same one', () => {
    const comparison = compareStates([entry(1, 10)], [entry(1, 20)]);
    expect(comparison).toMatchObject({ removed: [], added: [], moved: [], restated: [0] });
  });

  it('pairs a gap with the row that stood there, not with one that was removed', () => {
    const old = [entry(1, 10), entry(2, 20), entry(3, 30), entry(4, 40)];
    const comparison = compareStates(old, [entry(1, 10), entry(null, 30), entry(4, 40)]);
    expect(comparison.removed).toEqual([1]);
    expect([...comparison.oldOf]).toEqual([0, 2, 3]);
  });

  it('knows a gap again when it is named for the first time', () => {
    const old = [entry(1, 10), { ...entry(null, 20), isMissing: true }, entry(3, 30)];
    const comparison = compareStates(old, [entry(1, 10), entry(2, 20), entry(3, 30)]);
    expect(comparison).toMatchObject({ removed: [], added: [], moved: [], restated: [1] });
  });

  it('finds a gap again that moved', () => {
    const missing = { ...entry(2, 20), isMissing: true };
    const comparison = compareStates(
      [entry(1, 20), missing, entry(3, 20)],
      [entry(3, 20), entry(1, 20), entry(null, 20)],
    );
    expect(comparison.removed).toEqual([]);
    expect(comparison.oldOf[2]).toBe(1);
  });
});

describe('a large list', () => {
  it('in wholly another order is the same rows, moved', () => {
    const old = Array.from({ length: 10_000 }, (_, index) => entry(index + 1, index));
    const next = Array.from({ length: 10_000 }, (_, index) =>
      entry(((index * 7_919) % 10_000) + 1, index),
    );
    const { added, removed, oldOf } = compareStates(old, next);
    expect([added.length, removed.length]).toEqual([0, 0]);
    expect(new Set(oldOf).size).toBe(10_000);
  });

  it('of one item 20,000 times is matched row by row', () => {
    const old = Array.from({ length: 20_000 }, (_, index) => entry(1, index));
    const { added, removed, oldOf } = compareStates(old, old.toReversed());
    expect([added.length, removed.length]).toEqual([0, 0]);
    expect(new Set(oldOf).size).toBe(20_000);
  });
});
