import { describe, expect, it } from 'vitest';
import type { ListDescription } from '../../../../../electron/storage/lists.ts';
import { type ShownRow, WrittenHistory } from '../../../../harness/written-history.ts';

const HOUR_MS = 3_600_000;
const WHOLE = { offset: 0, count: 100 };
const row = (uri: string | null, more: Partial<ShownRow> = {}): ShownRow => ({
  uri,
  addedAtMs: 1,
  addedBy: 'me',
  ...more,
});

const stateAt = (written: WrittenHistory, listId: number, atMs: number) =>
  written.history.state({ listId, moment: { kind: 'time', atMs }, ...WHOLE });

function rename(written: WrittenHistory, listId: number, change: Partial<ListDescription>): void {
  const known = written.repositories.lists.get(listId);
  if (known !== null) {
    written.repositories.lists.describe(listId, { ...known, ...change }, written.clock.nowMs());
  }
}

describe('a state of the history', () => {
  it('has what is known of each item, when it was added and by whom', async () => {
    const written = new WrittenHistory();
    const list = written.savedTracks();
    await written.show(list, [row('x', { addedAtMs: 77, addedBy: 'friend' })]);
    const state = await stateAt(written, list, written.clock.nowMs());
    expect(state?.contents?.rows).toEqual([
      {
        kind: 'item',
        position: 0,
        addedAtMs: 77,
        addedBy: 'friend',
        availability: 'available',
        item: {
          uri: 'x',
          kind: 'track',
          name: 'Name of x',
          artists: ['Artist of x'],
          album: 'Album of x',
          imageUrl: null,
        },
      },
    ]);
  });

  it('keeps the name of what Spotify shows as a gap, and says that it was one', async () => {
    const written = new WrittenHistory();
    const list = written.savedTracks();
    const times: number[] = [];
    for (const rows of [
      [row('x'), row('y', { addedAtMs: 2 })],
      [row(null), row('y', { addedAtMs: 2, availability: 'unavailable' })],
      [row('x'), row('y', { addedAtMs: 2 })],
    ]) {
      await written.clock.advance(HOUR_MS);
      await written.show(list, rows);
      times.push(written.clock.nowMs());
    }
    const said = await Promise.all(
      times.map(async (atMs) =>
        (await stateAt(written, list, atMs))?.contents?.rows.map((one) =>
          one.kind === 'item' ? `${one.item.name}: ${one.availability}` : one.kind,
        ),
      ),
    );
    expect(said).toEqual([
      ['Name of x: available', 'Name of y: available'],
      ['Name of x: missing', 'Name of y: unavailable'],
      ['Name of x: available', 'Name of y: available'],
    ]);
    expect((await written.history.observations({ listId: list, ...WHOLE })).total).toBe(1);
  });

  it('calls playlists what they were called, and says whether they were there', async () => {
    const written = new WrittenHistory();
    const one = written.playlist('p1', 'Old');
    written.playlist('p2', 'Two');
    const playlists = await written.showPlaylists(['p1', 'p2']);
    const beforeMs = written.clock.nowMs();
    await written.clock.advance(HOUR_MS);
    rename(written, one, { name: 'New', description: 'Words', isPublic: true });
    await written.showPlaylists(['p2', 'p1']);
    const afterMs = written.clock.nowMs();
    await written.clock.advance(HOUR_MS);
    await written.showPlaylists(['p2']);
    const goneMs = written.clock.nowMs();

    const names = async (atMs: number) =>
      (await stateAt(written, playlists, atMs))?.contents?.rows.map((found) =>
        found.kind === 'playlist' ? [found.listId, found.name, found.description] : found.kind,
      );
    const two = one + 1;
    expect(await names(beforeMs)).toEqual([
      [one, 'Old', ''],
      [two, 'Two', ''],
    ]);
    expect(await names(afterMs)).toEqual([
      [two, 'Two', ''],
      [one, 'New', 'Words'],
    ]);
    const lists = await Promise.all(
      [beforeMs, afterMs, goneMs].map(async (atMs) => (await stateAt(written, one, atMs))?.list),
    );
    expect(lists.map((list) => [list?.name, list?.isPublic, list?.isListed])).toEqual([
      ['Old', false, true],
      ['New', true, true],
      ['New', true, false],
    ]);
  });

  it('says nothing of the contents before they were known', async () => {
    const written = new WrittenHistory();
    const list = written.playlist('p1', 'One');
    const startMs = written.clock.nowMs();
    await written.clock.advance(HOUR_MS);
    await written.show(list, [row('x')]);
    expect(await stateAt(written, list, startMs)).toMatchObject({
      list: { name: 'One' },
      contents: null,
    });
  });

  it('stays the one of its observation where the clock was set back', async () => {
    const written = new WrittenHistory();
    const list = written.savedTracks();
    await written.show(list, [row('a')]);
    written.clock.jump(-24 * HOUR_MS);
    await written.show(list, [row('b')]);
    const { rows } = await written.history.observations({ listId: list, ...WHOLE });
    const states = await Promise.all(
      rows.map(async ({ id }) => written.rowsAt(list, { kind: 'observation', id })),
    );
    expect(states.map((state) => state?.map(({ uri }) => uri))).toEqual([['b'], ['a']]);
  });

  it('does not show what is still being written', async () => {
    const written = new WrittenHistory();
    const list = written.savedTracks();
    await written.show(list, [row('a'), row('b', { addedAtMs: 2 })]);
    const { entries } = written.repositories;
    const atMs = written.clock.nowMs() + HOUR_MS;
    const revision = entries.addRevision(list, { afterMs: atMs - 1, beforeMs: atMs });
    const [first] = entries.openAfter(list, null, 1);
    entries.endAll([first?.id ?? 0], revision);
    const again = { itemId: first?.itemId ?? null, addedAtMs: 3, addedBy: null };
    entries.add(list, { ...again, orderKey: 'zy' }, revision);
    entries.add(list, { ...again, orderKey: 'zz' }, revision);
    const uris = (await written.rowsAt(list, { kind: 'time', atMs }))?.map(({ uri }) => uri);
    expect(uris).toEqual(['a', 'b']);
    expect(await written.rowsAt(list, { kind: 'observation', id: revision })).toBeNull();
    expect((await written.history.observations({ listId: list, ...WHOLE })).total).toBe(1);
    const timeline = await written.history.timeline({ uri: 'a', ...WHOLE });
    expect(timeline?.events.map(({ kind }) => kind)).toEqual(['came']);
  });

  it('is told only to the account it belongs to', async () => {
    const mine = new WrittenHistory();
    const list = mine.savedTracks();
    await mine.show(list, [row('a', { addedBy: 'me' })], { isrc: 'GBAYE6800011' });
    const other = new WrittenHistory(mine.repositories.database, 'somebody else');
    const moment = { kind: 'time' as const, atMs: mine.clock.nowMs() };
    expect(await other.history.state({ listId: list, moment, ...WHOLE })).toBeNull();
    expect(await other.history.observations({ listId: list, ...WHOLE })).toEqual({
      total: 0,
      rows: [],
    });
    const query = { listId: list, from: moment, to: moment, kinds: null, ...WHOLE };
    expect(await other.history.difference(query)).toBeNull();
    expect(await other.history.timeline({ uri: 'a', ...WHOLE })).toBeNull();
    expect(await mine.history.difference(query)).not.toBeNull();
  });
});
