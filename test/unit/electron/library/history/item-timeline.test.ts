import { describe, expect, it } from 'vitest';
import type { ItemEvent } from '../../../../../shared/history.ts';
import { type ShownRow, WrittenHistory } from '../../../../harness/written-history.ts';

const HOUR_MS = 3_600_000;
const row = (uri: string | null, addedAtMs = 1, more: Partial<ShownRow> = {}): ShownRow => ({
  uri,
  addedAtMs,
  addedBy: 'friend',
  ...more,
});

class Timeline {
  readonly written = new WrittenHistory();
  readonly #startMs = this.written.clock.nowMs();

  /** A look at a list, one hour after the last one. */
  async show(listId: number, rows: readonly ShownRow[]): Promise<void> {
    await this.written.clock.advance(HOUR_MS);
    await this.written.show(listId, rows);
  }

  async showPlaylists(ids: readonly string[]): Promise<void> {
    await this.written.clock.advance(HOUR_MS);
    await this.written.showPlaylists(ids);
  }

  async of(uri: string): Promise<string[]> {
    const found = await this.written.history.timeline({ uri, offset: 0, count: 100 });
    return (found?.events ?? []).map((event) => this.#say(event));
  }

  /** `came to One by friend 1–2`: between the first and the second hour. */
  #say(event: ItemEvent): string {
    const hour = (ms: number) => (ms - this.#startMs) / HOUR_MS;
    const { observedAfterMs, observedBeforeMs, kind } = event;
    const after = observedAfterMs === null ? '' : hour(observedAfterMs);
    const where = 'list' in event ? ` ${event.list.name}` : '';
    const by = kind === 'came' ? ` by ${event.addedBy}` : '';
    return `${kind}${where}${by} ${after}–${hour(observedBeforeMs)}`;
  }
}

describe('the timeline of an item', () => {
  it('tells of every list it came to and went from, and by whom it was added', async () => {
    const timeline = new Timeline();
    const one = timeline.written.playlist('p1', 'One');
    const two = timeline.written.playlist('p2', 'Two');
    await timeline.show(one, [row('a')]);
    await timeline.show(two, [row('x'), row('b')]);
    await timeline.show(one, [row('a'), row('x', 5)]);
    await timeline.show(two, [row('b')]);
    await timeline.show(two, [row('b'), row('x', 9, { addedBy: 'me' })]);
    expect(await timeline.of('x')).toEqual([
      'came Two by friend –2',
      'came One by friend 1–3',
      'went Two 2–4',
      'came Two by me 4–5',
    ]);
    expect(await timeline.of('never seen')).toEqual([]);
  });

  it('tells nothing of moves, and counts duplicates', async () => {
    const timeline = new Timeline();
    const one = timeline.written.playlist('p1', 'One');
    await timeline.show(one, [row('x'), row('a'), row('b')]);
    await timeline.show(one, [row('a'), row('b'), row('x')]);
    await timeline.show(one, [row('a'), row('x', 2), row('b'), row('x')]);
    await timeline.show(one, [row('x', 2), row('a'), row('b')]);
    expect(await timeline.of('x')).toEqual([
      'came One by friend –1',
      'came One by friend 2–3',
      'went One 3–4',
    ]);
  });

  it('tells nothing of a row that only says another date', async () => {
    const timeline = new Timeline();
    const one = timeline.written.playlist('p1', 'One');
    await timeline.show(one, [row('x'), row('a')]);
    await timeline.show(one, [row('x', 5), row('a')]);
    expect(await timeline.of('x')).toEqual(['came One by friend –1']);
  });

  it('tells when the item greyed out, left the catalogue and came back', async () => {
    const timeline = new Timeline();
    const one = timeline.written.playlist('p1', 'One');
    await timeline.show(one, [row('x'), row('y', 2, { availability: 'unavailable' })]);
    await timeline.show(one, [row('x', 1, { availability: 'unavailable' }), row('y', 2)]);
    await timeline.show(one, [row(null), row('y', 2)]);
    await timeline.show(one, [row('x'), row('y', 2)]);
    await timeline.show(one, [row('x', 1, { availability: 'unknown' }), row('y', 2)]);
    expect(await timeline.of('x')).toEqual([
      'came One by friend –1',
      'greyed-out 1–2',
      'came-back 3–4',
    ]);
    expect(await timeline.of('y')).toEqual([
      'came One by friend –1',
      'greyed-out –1',
      'came-back 1–2',
    ]);
  });

  it('begins with the gap that later got its name', async () => {
    const timeline = new Timeline();
    const one = timeline.written.playlist('p1', 'One');
    await timeline.show(one, [row('a', 1), row(null, 7)]);
    await timeline.show(one, [row(null, 7), row('a', 1)]);
    await timeline.show(one, [row('x', 7), row('a', 1)]);
    expect(await timeline.of('x')).toEqual(['came One by friend –1']);
  });

  it('tells when a playlist left with everything in it, and came back', async () => {
    const timeline = new Timeline();
    const one = timeline.written.playlist('p1', 'One');
    await timeline.showPlaylists(['p1', 'p2']);
    await timeline.show(one, [row('x'), row('left')]);
    await timeline.show(one, [row('x')]);
    await timeline.showPlaylists(['p2']);
    await timeline.showPlaylists(['p2', 'p1']);
    await timeline.show(one, [row('x'), row('late')]);
    expect(await timeline.of('x')).toEqual([
      'came One by friend –2',
      'list-went One 1–4',
      'list-came One 4–5',
    ]);
    expect(await timeline.of('left')).toEqual(['came One by friend –2', 'went One 2–3']);
    expect(await timeline.of('late')).toEqual(['came One by friend 3–6']);
    expect(await timeline.of('spotify:playlist:p1')).toEqual([
      'came Playlists by null –1',
      'went Playlists 1–4',
      'came Playlists by null 4–5',
    ]);
  });

  it('comes in windows', async () => {
    const timeline = new Timeline();
    const one = timeline.written.playlist('p1', 'One');
    for (const rows of [[row('x')], [], [row('x')], []]) {
      await timeline.show(one, rows);
    }
    const { history } = timeline.written;
    const window = await history.timeline({ uri: 'x', offset: 1, count: 2 });
    expect(window?.total).toBe(4);
    expect(window?.events.map(({ kind }) => kind)).toEqual(['went', 'came']);
    expect(window?.item.name).toBe('Name of x');
  });
});
