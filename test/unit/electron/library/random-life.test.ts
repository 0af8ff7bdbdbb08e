import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApiFailure } from '../../../../electron/spotify/api-failure.ts';
import type { Change } from '../../../../shared/change.ts';
import { type FakeRow, FakeSpotifyApi } from '../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { memoryDatabase, WatchedLibrary } from '../../../doubles/watched-library.ts';

const MINUTE_MS = 60_000;

/** One thing that happens; numbers are cut down to what is there. */
type Deed =
  | { readonly kind: 'save' | 'touch-nothing' | 'create' }
  | { readonly kind: 'unsave' | 'delete' | 'rename' | 'grey' | 'gap'; readonly at: number }
  | { readonly kind: 'add' | 'repeat' | 'remove'; readonly list: number; readonly at: number }
  | { readonly kind: 'move'; readonly list: number; readonly at: number; readonly to: number };

type Trouble =
  | { readonly kind: 'none' }
  | { readonly kind: 'failure'; readonly at: number; readonly failure: ApiFailure }
  | { readonly kind: 'deeds'; readonly at: number; readonly deeds: readonly Deed[] }
  /** The process ends at this request, or at this pause between two pieces of writing. */
  | { readonly kind: 'crash'; readonly at: number; readonly where: 'request' | 'writing' };

interface Step {
  readonly deeds: readonly Deed[];
  readonly trouble: Trouble;
}

const position = fc.nat({ max: 400 });
const list = fc.nat({ max: 6 });
const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ kind: fc.constantFrom('save', 'touch-nothing', 'create') }),
  fc.record({ kind: fc.constantFrom('unsave', 'delete', 'rename', 'grey', 'gap'), at: position }),
  fc.record({ kind: fc.constantFrom('add', 'repeat', 'remove'), list, at: position }),
  fc.record({ kind: fc.constant('move'), list, at: position, to: position }),
);
const anyFailure: fc.Arbitrary<ApiFailure> = fc.constantFrom<ApiFailure>(
  { kind: 'network', code: 'ECONNRESET' },
  { kind: 'server', status: 502 },
  { kind: 'unreadable', status: 200 },
  { kind: 'not-found' },
  { kind: 'unauthorized' },
);
const at = fc.integer({ min: 1, max: 25 });
const anyTrouble: fc.Arbitrary<Trouble> = fc.oneof(
  fc.constant<Trouble>({ kind: 'none' }),
  fc.record({ kind: fc.constant('failure' as const), at, failure: anyFailure }),
  fc.record({
    kind: fc.constant('deeds' as const),
    at,
    deeds: fc.array(anyDeed, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('crash' as const),
    at,
    where: fc.constantFrom('request' as const, 'writing' as const),
  }),
);
const anyStep: fc.Arbitrary<Step> = fc.record({
  deeds: fc.array(anyDeed, { maxLength: 8 }),
  trouble: anyTrouble,
});

class World {
  readonly clock = new ManualClock();
  readonly api = new FakeSpotifyApi();
  readonly database = memoryDatabase();
  watched: WatchedLibrary;
  #made = 0;
  readonly #gaps = new Set<string>();
  #crashInWriting = Number.POSITIVE_INFINITY;

  constructor() {
    for (let count = 0; count < 120; count += 1) {
      this.do({ kind: 'save' });
    }
    for (const [index, length] of [3, 0, 130, 60].entries()) {
      this.do({ kind: 'create' });
      const { items } = this.playlist(0);
      for (let count = 0; count < length; count += 1) {
        items.push(this.#newRow());
      }
      this.playlist(0).snapshot = index === 3 ? null : 1;
    }
    this.watched = this.#start();
  }

  playlist(index: number) {
    const found = this.api.playlistsInOrder[index % this.api.playlistsInOrder.length];
    if (found === undefined) {
      throw new RangeError('no playlist');
    }
    return found;
  }

  do(deed: Deed): void {
    const { api } = this;
    switch (deed.kind) {
      case 'save':
        api.saved.unshift(this.#newRow());
        return;
      case 'unsave':
        api.saved.splice(deed.at % Math.max(1, api.saved.length), 1);
        return;
      case 'create':
        this.#made += 1;
        api.playlistsInOrder.unshift({
          id: `p${this.#made}`,
          name: `Playlist ${this.#made}`,
          description: '',
          ownerId: 'me',
          isCollaborative: false,
          snapshot: 1,
          items: [],
        });
        return;
      case 'delete':
        if (api.playlistsInOrder.length > 1) {
          api.playlistsInOrder.splice(deed.at % api.playlistsInOrder.length, 1);
        }
        return;
      case 'rename':
        this.#made += 1;
        this.playlist(deed.at).name = `Renamed ${this.#made}`;
        return;
      case 'grey': {
        const uri = this.#anyUri(deed.at);
        const now = api.availability.get(uri) ?? 'available';
        api.availability.set(uri, now === 'available' ? 'unavailable' : 'available');
        return;
      }
      case 'gap': {
        const uri = this.#anyUri(deed.at);
        if (!api.missing.delete(uri)) {
          api.missing.add(uri);
          this.#gaps.add(uri);
        }
        return;
      }
      case 'touch-nothing':
        return;
      default:
        this.#edit(deed);
    }
  }

  #edit(deed: Extract<Deed, { list: number }>): void {
    const playlist = this.playlist(deed.list);
    const { items } = playlist;
    const index = deed.at % (items.length + 1);
    if (deed.kind === 'add') {
      items.splice(index, 0, this.#newRow());
    } else if (deed.kind === 'repeat') {
      const again = items[index];
      if (again !== undefined && !this.api.missing.has(again.uri)) {
        items.push({ ...this.#newRow(), uri: again.uri });
      }
    } else if (deed.kind === 'remove') {
      items.splice(index, 1);
    } else if (deed.kind === 'move') {
      const [row] = items.splice(index, 1);
      if (row !== undefined) {
        items.splice(deed.to % (items.length + 1), 0, row);
      }
    }
    playlist.snapshot = playlist.snapshot === null ? null : playlist.snapshot + 1;
  }

  /** Once shown as a gap, an item can have come or gone namelessly. */
  hasBeenGap(uri: string): boolean {
    return this.#gaps.has(uri);
  }

  /** A check in which something goes wrong; the process may end in it. */
  async checkWith(trouble: Trouble): Promise<void> {
    const from = this.api.requests;
    let crashed = false;
    if (trouble.kind === 'failure') {
      this.api.interfere = ({ number }) => (number === from + trouble.at ? trouble.failure : null);
    } else if (trouble.kind === 'deeds') {
      this.api.interfere = ({ number }) => {
        if (number === from + trouble.at) {
          for (const deed of trouble.deeds) {
            this.do(deed);
          }
        }
        return null;
      };
    } else if (trouble.kind === 'crash' && trouble.where === 'request') {
      this.api.interfere = ({ number }) => {
        if (number === from + trouble.at) {
          crashed = true;
          throw new Error('The process ends here.');
        }
        return null;
      };
    } else if (trouble.kind === 'crash') {
      this.#crashInWriting = trouble.at;
    }
    await this.watched.check();
    this.api.interfere = () => null;
    if (crashed || this.#crashInWriting <= 0) {
      this.watched = this.#start();
      await this.watched.library.watch({ key: this.api.accountKey, displayName: 'Me' });
    }
    this.#crashInWriting = Number.POSITIVE_INFINITY;
  }

  /** Checks until one is done from its beginning to its end without trouble. */
  async checkInPeace(): Promise<void> {
    for (let done = 0; done < 2; ) {
      await this.clock.advance(16 * MINUTE_MS);
      const outcome = await this.watched.check();
      done += outcome.kind === 'done' ? 1 : 0;
    }
  }

  #start(): WatchedLibrary {
    return new WatchedLibrary(this.api, this.clock, this.database, async () => {
      this.#crashInWriting -= 1;
      if (this.#crashInWriting === 0) {
        throw new Error('The process ends here.');
      }
    });
  }

  #newRow(): FakeRow {
    this.#made += 1;
    return {
      uri: `spotify:track:${this.#made}`,
      addedAtMs: this.clock.nowMs() + this.#made,
      addedBy: 'me',
    };
  }

  #anyUri(index: number): string {
    const all = [...this.api.saved, ...this.api.playlistsInOrder.flatMap(({ items }) => items)];
    return all[index % Math.max(1, all.length)]?.uri ?? 'spotify:track:none';
  }
}

type Lists = ReadonlyMap<string, readonly FakeRow[]>;

function truth(api: FakeSpotifyApi): Lists {
  return new Map([
    ['', structuredClone(api.saved)],
    ...api.playlistsInOrder.map(({ id, items }) => [id, structuredClone(items)] as const),
  ]);
}

/** How often each item stands in a list. */
function counts(rows: readonly { readonly uri: string }[]): Map<string, number> {
  const result = new Map<string, number>();
  for (const { uri } of rows) {
    result.set(uri, (result.get(uri) ?? 0) + 1);
  }
  return result;
}

function expectStored(world: World, lists: Lists): void {
  for (const [id, rows] of lists) {
    const stored = world.watched.stored(id === '' ? null : id);
    expect(stored?.length).toBe(rows.length);
    for (const [index, row] of rows.entries()) {
      const found = stored?.[index];
      expect(found?.addedAtMs).toBe(row.addedAtMs);
      // What was a gap at the first sight has no name yet; everything else has its own.
      if (found?.uri !== null || !world.api.missing.has(row.uri)) {
        expect(found?.uri).toBe(row.uri);
      }
    }
  }
}

/** The changes of one list, carried out on how often each item stood there, lead to the truth. */
function expectExplained(
  world: World,
  before: Lists,
  after: Lists,
  changes: readonly Change[],
): void {
  for (const [id, rows] of after) {
    const old = before.get(id);
    if (old === undefined) {
      continue;
    }
    const reached = counts(old);
    for (const change of changes) {
      const isHere = change.list.uri === (id === '' ? null : `spotify:playlist:${id}`);
      if (isHere && (change.kind === 'item-added' || change.kind === 'item-removed')) {
        const { uri } = change.item;
        reached.set(uri, (reached.get(uri) ?? 0) + (change.kind === 'item-added' ? 1 : -1));
      }
    }
    const named = (state: Map<string, number>) =>
      [...state]
        .filter(([uri, count]) => count !== 0 && uri !== '' && !world.hasBeenGap(uri))
        .sort();
    expect(named(reached)).toEqual(named(counts(rows)));
  }
}

describe('a library that lives while it is watched', () => {
  it('is stored exactly after every check, whatever goes wrong in between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 6 }), async (steps) => {
        const world = new World();
        await world.watched.watch();
        await world.checkInPeace();
        let before = truth(world.api);
        expectStored(world, before);
        expect(await world.watched.changes()).toEqual([]);
        const states: { atMs: number; lists: Lists }[] = [];
        let seen = 0;
        for (const { deeds, trouble } of steps) {
          await world.clock.advance(30 * MINUTE_MS);
          for (const deed of deeds) {
            world.do(deed);
          }
          await world.checkWith(trouble);
          await world.checkInPeace();
          const after = truth(world.api);
          expectStored(world, after);
          const changes = await world.watched.changes();
          expectExplained(world, before, after, changes.slice(seen));
          for (const change of changes.slice(seen)) {
            expect(change.observedAfterMs).toBeLessThanOrEqual(change.observedBeforeMs);
          }
          seen = changes.length;
          before = after;
          states.push({ atMs: world.clock.nowMs(), lists: after });
        }
        expectHistory(world, states);
        await world.watched.library.close();
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});

/** Every state of every list can still be read at the time at which it was looked at. */
function expectHistory(world: World, states: readonly { atMs: number; lists: Lists }[]): void {
  const { lists, entries } = world.watched.repositories;
  for (const { atMs, lists: then } of states) {
    for (const [id, rows] of then) {
      const list =
        id === ''
          ? lists.openOnly(world.watched.accountId, 'saved-tracks', '')
          : lists.findPlaylist(world.watched.accountId, id);
      const stored = list === null ? null : entries.at(list.id, atMs);
      expect(stored?.map(({ addedAtMs }) => addedAtMs)).toEqual(
        rows.map(({ addedAtMs }) => addedAtMs),
      );
    }
  }
}
