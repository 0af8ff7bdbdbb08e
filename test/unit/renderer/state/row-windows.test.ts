import { describe, expect, it } from 'vitest';
import { type AskedRows, RowWindows } from '../../../../renderer/state/row-windows.ts';

/** A list on the other side that can be changed while it is read. */
function list(total: number) {
  const asked: AskedRows[] = [];
  const held = new Map([['r1', total]]);
  let newest = 'r1';
  let isBroken = false;
  let isThere = true;
  const windows = new RowWindows<string>(async (window) => {
    asked.push(window);
    if (isBroken) return { ok: false, error: { kind: 'internal', id: 'e1' } };
    if (!isThere) return { ok: true, value: null };
    const revision =
      window.revision !== null && held.has(window.revision) ? window.revision : newest;
    const count = held.get(revision) ?? 0;
    const end = Math.min(count, window.offset + window.count);
    const rows: string[] = [];
    for (let index = window.offset; index < end; index += 1) rows.push(`${revision}-${index}`);
    return {
      ok: true,
      value: { revision, isCurrent: revision === newest, total: count, rows },
    };
  });
  return {
    windows,
    asked,
    change(rows: number) {
      newest = `r${Number(newest.slice(1)) + 1}`;
      held.set(newest, rows);
    },
    forgetAllBut: (revision: string) => {
      for (const known of held.keys()) if (known !== revision) held.delete(known);
    },
    breakDown: () => {
      isBroken = true;
    },
    goAway: () => {
      isThere = false;
    },
  };
}

function ready(windows: RowWindows<string>) {
  const state = windows.current();
  if (state.kind !== 'ready') throw new Error(`The rows are ${state.kind}`);
  return state;
}

describe('a long list in windows', () => {
  it('loads only what is looked at', async () => {
    const { windows, asked } = list(10_000);
    await windows.open();
    await windows.ensure(4_950, 5_050);
    expect(ready(windows).rowAt(5_000)).toBe('r1-5000');
    expect(ready(windows).rowAt(7_000)).toBeNull();
    expect(asked).toHaveLength(3);
  });

  it('asks for a window only once, however often it is looked at', async () => {
    const { windows, asked } = list(1_000);
    await windows.open();
    await Promise.all([windows.ensure(500, 520), windows.ensure(510, 540)]);
    await windows.ensure(500, 540);
    expect(asked).toHaveLength(2);
  });

  it('stands still when the list changes, and says so', async () => {
    const { windows, change } = list(1_000);
    await windows.open();
    change(900);
    await windows.lookForNews();
    expect(ready(windows)).toMatchObject({ total: 1_000, isCurrent: false });
    await windows.ensure(950, 999);
    expect(ready(windows).rowAt(999)).toBe('r1-999');
    await windows.open();
    expect(ready(windows)).toMatchObject({ total: 900, isCurrent: true });
    expect(ready(windows).rowAt(0)).toBe('r2-0');
  });

  it('opens what has changed at once where there was nothing to read', async () => {
    const { windows, change } = list(0);
    await windows.open();
    change(5);
    await windows.lookForNews();
    expect(ready(windows)).toMatchObject({ total: 5, isCurrent: true });
  });

  it('goes on where the reader is when the rows that were held are gone', async () => {
    const { windows, change, forgetAllBut } = list(1_000);
    await windows.open();
    change(2_000);
    forgetAllBut('r2');
    await windows.ensure(700, 720);
    expect(ready(windows).total).toBe(2_000);
    expect(ready(windows).rowAt(710)).toBe('r2-710');
    expect(ready(windows).rowAt(0)).toBeNull();
  });

  it('never shows rows of two revisions beside each other', async () => {
    const { windows, change, forgetAllBut } = list(1_000);
    await windows.open();
    change(1_000);
    forgetAllBut('r2');
    await Promise.all([windows.ensure(200, 205), windows.ensure(600, 605)]);
    await windows.ensure(0, 999);
    const shown = Array.from({ length: 1_000 }, (_, index) => ready(windows).rowAt(index));
    expect(shown).toEqual(Array.from({ length: 1_000 }, (_, index) => `r2-${index}`));
  });

  it('lets rows go that are far away, and loads them again', async () => {
    const { windows } = list(100_000);
    await windows.open();
    for (let index = 0; index < 50_000; index += 500) await windows.ensure(index, index + 50);
    expect(ready(windows).rowAt(0)).toBeNull();
    await windows.ensure(0, 10);
    expect(ready(windows).rowAt(0)).toBe('r1-0');
  });

  it('says when a list cannot be loaded, and when there is none', async () => {
    const broken = list(10);
    broken.breakDown();
    await broken.windows.open();
    expect(broken.windows.current()).toEqual({ kind: 'failed', id: 'e1' });
    const gone = list(10);
    gone.goAway();
    await gone.windows.open();
    expect(gone.windows.current()).toEqual({ kind: 'missing' });
  });

  it('keeps what it shows when news cannot be asked for', async () => {
    const { windows, breakDown } = list(10);
    await windows.open();
    breakDown();
    await windows.lookForNews();
    expect(ready(windows)).toMatchObject({ total: 10, isCurrent: true });
  });
});
