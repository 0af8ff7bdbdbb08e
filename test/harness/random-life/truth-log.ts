import { Spans } from './spans.ts';
import type { ListKey, TrueItem, TrueNaming, TrueRow, Truth } from './truth.ts';

/** What the library really was at any time, for as long as it was watched. */
export class TruthLog {
  readonly #lists = new Map<ListKey, Spans<readonly TrueRow[] | null>>();
  readonly #playlists = new Map<string, Spans<TrueNaming | null>>();
  readonly #items = new Map<string, Spans<TrueItem>>();
  /** By list: what stood there as a gap at some time. */
  readonly #gaps = new Map<ListKey, Set<string>>();
  #now: Truth = { lists: new Map(), playlists: new Map(), items: new Map() };

  /** The library is this from now on. */
  note(atMs: number, now: Truth): void {
    this.#now = now;
    noteAll(atMs, now.lists, this.#lists, isSameList);
    noteAll(atMs, now.playlists, this.#playlists, isSameNaming);
    for (const [uri, item] of now.items) {
      spansOf(this.#items, uri, isSameItem).note(atMs, item);
    }
    for (const [key, rows] of now.lists) {
      for (const { uri, isGap } of rows) {
        if (isGap) {
          this.#gapsOf(key).add(uri);
        }
      }
    }
  }

  get now(): Truth {
    return this.#now;
  }

  /** Every state of a list between two moments; null while it was not there. */
  listDuring(key: ListKey, fromMs: number, untilMs: number): (readonly TrueRow[] | null)[] {
    return this.#lists.get(key)?.during(fromMs, untilMs) ?? [];
  }

  playlistDuring(uri: string, fromMs: number, untilMs: number): (TrueNaming | null)[] {
    return this.#playlists.get(uri)?.during(fromMs, untilMs) ?? [];
  }

  /** Every playlist that ever was. */
  get playlistUris(): string[] {
    return [...this.#playlists.keys()];
  }

  itemDuring(uri: string, fromMs: number, untilMs: number): TrueItem[] {
    return this.#items.get(uri)?.during(fromMs, untilMs) ?? [];
  }

  /** Once shown as a gap, it can have been seen namelessly. */
  wasGap(key: ListKey, uri: string): boolean {
    return this.#gaps.get(key)?.has(uri) ?? false;
  }

  #gapsOf(key: ListKey): Set<string> {
    const gaps = this.#gaps.get(key) ?? new Set();
    this.#gaps.set(key, gaps);
    return gaps;
  }
}

/** What is not there any more was there up to now. */
function noteAll<K, T>(
  atMs: number,
  now: ReadonlyMap<K, T>,
  log: Map<K, Spans<T | null>>,
  isSame: (one: T, other: T) => boolean,
): void {
  const isSameOrNone = (one: T | null, other: T | null) =>
    one === null || other === null ? one === other : isSame(one, other);
  for (const [key, value] of now) {
    const spans = spansOf(log, key, isSameOrNone);
    if (spans.last === null) {
      spans.note(Number.NEGATIVE_INFINITY, null);
    }
    spans.note(atMs, value);
  }
  for (const [key, spans] of log) {
    if (!now.has(key)) {
      spans.note(atMs, null);
    }
  }
}

function spansOf<K, T>(
  log: Map<K, Spans<T>>,
  key: K,
  isSame: (one: T, other: T) => boolean,
): Spans<T> {
  const spans = log.get(key) ?? new Spans(isSame);
  log.set(key, spans);
  return spans;
}

function isSameList(one: readonly TrueRow[], other: readonly TrueRow[]): boolean {
  return (
    one.length === other.length &&
    one.every((row, index) => {
      const { uri, addedAtMs, addedBy, isGap } = other[index] ?? {};
      return (
        row.uri === uri &&
        row.addedAtMs === addedAtMs &&
        row.addedBy === addedBy &&
        row.isGap === isGap
      );
    })
  );
}

function isSameNaming(one: TrueNaming, other: TrueNaming): boolean {
  return (
    one.name === other.name &&
    one.description === other.description &&
    one.isPublic === other.isPublic &&
    one.isCollaborative === other.isCollaborative
  );
}

function isSameItem(one: TrueItem, other: TrueItem): boolean {
  return one.name === other.name && one.isAvailable === other.isAvailable;
}
