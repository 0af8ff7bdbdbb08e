import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApiFailure } from '../../../../electron/spotify/api-failure.ts';
import type { Change, CollectionKind } from '../../../../shared/change.ts';
import { type FakeRow, FakeSpotifyApi } from '../../../doubles/fake-spotify-api.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';
import { memoryDatabase, WatchedLibrary } from '../../../doubles/watched-library.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const KINDS = [
  'saved-albums',
  'saved-shows',
  'saved-episodes',
  'saved-audiobooks',
  'followed-artists',
] as const satisfies readonly CollectionKind[];
type Kind = (typeof KINDS)[number];

/** Saved or followed at the head; removed from anywhere, also to be saved again; in another order. */
interface Deed {
  readonly kind: Kind;
  readonly what: 'save' | 'remove' | 'save-again' | 'reorder';
  readonly at: number;
}

type Trouble =
  | { readonly kind: 'none' }
  | { readonly kind: 'failure'; readonly at: number; readonly failure: ApiFailure }
  | { readonly kind: 'deeds'; readonly at: number; readonly deeds: readonly Deed[] }
  /** The process ends at this request, or at this pause between two pieces of writing. */
  | { readonly kind: 'crash'; readonly at: number; readonly where: 'request' | 'writing' };

const anyDeed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constantFrom(...KINDS),
  what: fc.constantFrom('save', 'save', 'remove', 'remove', 'save-again', 'reorder'),
  at: fc.nat({ max: 200 }),
});
const at = fc.integer({ min: 1, max: 18 });
const anyTrouble: fc.Arbitrary<Trouble> = fc.oneof(
  fc.constant<Trouble>({ kind: 'none' }),
  fc.record({
    kind: fc.constant('failure' as const),
    at,
    failure: fc.constantFrom<ApiFailure>(
      { kind: 'network', code: 'ECONNRESET' },
      { kind: 'server', status: 502 },
      { kind: 'unreadable', status: 200, isJson: true },
      { kind: 'not-found' },
      { kind: 'scope-missing' },
    ),
  }),
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
const anyStep = fc.record({ deeds: fc.array(anyDeed, { maxLength: 8 }), trouble: anyTrouble });

class World {
  readonly clock = new ManualClock();
  readonly api = new FakeSpotifyApi();
  readonly database = memoryDatabase();
  watched: WatchedLibrary;
  #made = 0;
  #crashInWriting = Number.POSITIVE_INFINITY;

  constructor() {
    for (const [index, kind] of KINDS.entries()) {
      this.#write(
        kind,
        Array.from({ length: [120, 3, 60, 0, 110][index] ?? 0 }, () => this.#newRow()),
      );
    }
    this.watched = this.#start();
  }

  rows(kind: Kind): readonly FakeRow[] {
    switch (kind) {
      case 'saved-albums':
        return this.api.savedAlbumRows;
      case 'saved-shows':
        return this.api.savedShowRows;
      case 'saved-episodes':
        return this.api.savedEpisodeRows;
      case 'saved-audiobooks':
        return this.api.savedAudiobookRows;
      case 'followed-artists':
        return this.api.followedArtistUris.map((uri) => ({ uri, addedAtMs: null, addedBy: null }));
    }
  }

  do({ kind, what, at: position }: Deed): void {
    const now = [...this.rows(kind)];
    const index = position % Math.max(1, now.length);
    const [taken] = what === 'save' ? [] : now.splice(index, 1);
    if (what === 'save') {
      now.unshift(this.#newRow());
    } else if (what === 'save-again' && taken !== undefined) {
      now.unshift({ ...this.#newRow(), uri: taken.uri });
    } else if (what === 'reorder' && taken !== undefined) {
      now.push(taken);
    }
    this.#write(kind, now);
  }

  /** A check a day later, in which something goes wrong; the process may end in it. */
  async checkWith(trouble: Trouble): Promise<void> {
    this.clock.jump(DAY_MS);
    const from = this.api.requests;
    let crashed = false;
    this.api.interfere = ({ number }) => {
      if (trouble.kind === 'none' || number !== from + trouble.at) {
        return null;
      }
      if (trouble.kind === 'deeds') {
        for (const deed of trouble.deeds) {
          this.do(deed);
        }
      } else if (trouble.kind === 'crash' && trouble.where === 'request') {
        crashed = true;
        throw new Error('The process ends here.');
      }
      return trouble.kind === 'failure' ? trouble.failure : null;
    };
    this.#crashInWriting =
      trouble.kind === 'crash' && trouble.where === 'writing'
        ? trouble.at
        : Number.POSITIVE_INFINITY;
    await this.watched.check();
    this.api.interfere = () => null;
    if (crashed || this.#crashInWriting <= 0) {
      this.watched = this.#start();
      await this.watched.library.watch({ key: this.api.accountKey, displayName: 'Me' });
    }
    this.#crashInWriting = Number.POSITIVE_INFINITY;
  }

  /** Checks until two are done from their beginning to their end without trouble. */
  async checkInPeace(): Promise<void> {
    for (let done = 0; done < 2; ) {
      await this.clock.advance(16 * 60_000);
      this.clock.jump(8 * DAY_MS);
      const outcome = await this.watched.check();
      done += outcome.kind === 'done' ? 1 : 0;
    }
  }

  #write(kind: Kind, rows: readonly FakeRow[]): void {
    switch (kind) {
      case 'saved-albums':
        this.api.savedAlbumRows = [...rows];
        return;
      case 'saved-shows':
        this.api.savedShowRows = [...rows];
        return;
      case 'saved-episodes':
        this.api.savedEpisodeRows = [...rows];
        return;
      case 'saved-audiobooks':
        this.api.savedAudiobookRows = [...rows];
        return;
      case 'followed-artists':
        this.api.followedArtistUris = rows.map(({ uri }) => uri);
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
    return { uri: `spotify:thing:${this.#made}`, addedAtMs: 1_000 + this.#made, addedBy: null };
  }
}

type Truth = ReadonlyMap<Kind, readonly string[]>;

function truthOf(world: World): Truth {
  return new Map(KINDS.map((kind) => [kind, world.rows(kind).map(({ uri }) => uri)]));
}

const GAIN = new Set<Change['kind']>(['item-added', 'artist-followed']);
const LOSS = new Set<Change['kind']>(['item-removed', 'artist-unfollowed']);

/** What the changes make of one collection. */
function carriedOut(before: readonly string[], kind: Kind, changes: readonly Change[]): string[] {
  const now = new Set(before);
  for (const change of changes) {
    if (change.list.kind === kind && 'item' in change) {
      const { uri } = change.item;
      expect(now.has(uri)).toBe(LOSS.has(change.kind));
      if (GAIN.has(change.kind)) {
        now.add(uri);
      } else {
        now.delete(uri);
      }
    }
  }
  return [...now].sort();
}

describe('collections that live while they are watched', () => {
  it('are stored as they are after every check, and the changes explain it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 5 }), async (steps) => {
        const world = new World();
        await world.watched.watch();
        let before = truthOf(world);
        let seen = 0;
        const states: { readonly atMs: number; readonly truth: Truth }[] = [];
        for (const { deeds, trouble } of steps) {
          for (const deed of deeds) {
            world.do(deed);
          }
          await world.checkWith(trouble);
          await world.checkInPeace();
          const truth = truthOf(world);
          const changes = await world.watched.changes();
          for (const [kind, uris] of truth) {
            expect(world.watched.storedUris(kind)?.toSorted()).toEqual([...uris].sort());
            const reached = carriedOut(before.get(kind) ?? [], kind, changes.slice(seen));
            expect(reached).toEqual([...uris].sort());
          }
          // Nothing of these moves, and no order is a change.
          expect(changes.some((change) => change.kind === 'items-moved')).toBe(false);
          for (const { observedAfterMs, observedBeforeMs } of changes.slice(seen)) {
            expect(observedAfterMs).toBeLessThanOrEqual(observedBeforeMs);
          }
          seen = changes.length;
          before = truth;
          states.push({ atMs: world.clock.nowMs(), truth });
        }
        expectHistory(world, states);
        await world.watched.library.close();
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});

/** Every state of every collection can still be read at the time at which it was looked at. */
function expectHistory(
  world: World,
  states: readonly { readonly atMs: number; readonly truth: Truth }[],
): void {
  const { lists, entries } = world.watched.repositories;
  for (const { atMs, truth } of states) {
    for (const [kind, uris] of truth) {
      const list = lists.findOnly(world.watched.accountId, kind);
      const stored = list === null ? null : entries.at(list.id, atMs);
      expect(stored?.map(({ uri }) => uri).sort()).toEqual([...uris].sort());
    }
  }
}
