import type { ItemSummary } from '../../shared/change.ts';
import type {
  HistoricAvailability,
  ItemEvent,
  ItemTimeline,
  Substitute,
} from '../../shared/history.ts';
import {
  type LibraryRow,
  MOST_LISTS_NAMED,
  type RowsFilter,
  type RowsQuery,
  type RowsScope,
  type RowsWindow,
  type SearchQuery,
  type SearchResult,
} from '../../shared/library-rows.ts';

type List = ItemEvent extends infer E ? (E extends { list: infer L } ? L : never) : never;

/** An item where it stands and stood. Two stays in one list at a time are the same song twice. */
export interface ShelvedItem {
  readonly item: ItemSummary;
  readonly durationMs: number | null;
  readonly availability: HistoricAvailability;
  readonly availabilitySinceMs: number | null;
  readonly stays: readonly {
    readonly list: List;
    readonly addedAtMs: number | null;
    readonly addedBy: string | null;
    /** When it was seen to be gone; null while it stands there. */
    readonly goneMs: number | null;
  }[];
  /** More that happened to it. */
  readonly events?: readonly ItemEvent[];
}

const HOUR_MS = 3_600_000;

/** The library's rows over items that are held in memory, in the order of every list. */
export class RowsInMemory {
  readonly #items: readonly ShelvedItem[];
  readonly #answers = new Map<string, readonly LibraryRow[]>();

  constructor(items: readonly ShelvedItem[]) {
    this.#items = items;
  }

  rows({ scope, sort, filter, offset, count }: RowsQuery): NonNullable<RowsWindow> {
    const key = JSON.stringify([scope, sort, filter]);
    const rows = this.#answers.get(key) ?? this.#arranged(scope, sort, filter);
    this.#answers.set(key, rows);
    return {
      revision: '1',
      isCurrent: true,
      total: rows.length,
      offset,
      rows: rows.slice(offset, offset + count),
    };
  }

  search({ text, count }: SearchQuery): SearchResult {
    const found = this.#items.filter(({ item }) => isFound(item, text));
    return {
      items: {
        total: found.length,
        rows: found.slice(0, count).map((shelved) => ({
          item: shelved.item,
          availability: shelved.availability,
          lists: listsOf(shelved),
          goneSinceMs: listsOf(shelved) > 0 ? null : goneSince(shelved),
        })),
      },
      playlists: { total: 0, rows: [] },
    };
  }

  timeline(uri: string, offset: number, count: number): ItemTimeline | null {
    const shelved = this.#items.find(({ item }) => item.uri === uri);
    if (shelved === undefined) return null;
    const events = [...(shelved.events ?? []), ...shelved.stays.flatMap(eventsOfStay)].sort(
      (one, other) => one.observedBeforeMs - other.observedBeforeMs,
    );
    return {
      item: shelved.item,
      availability: shelved.availability,
      total: events.length,
      events: events.slice(offset, offset + count),
    };
  }

  /** Whatever stands somewhere under the same name. */
  substitutes(uri: string): Substitute[] {
    const shelved = this.#items.find(({ item }) => item.uri === uri);
    return this.#items
      .filter(
        (other) =>
          other !== shelved && other.item.name === shelved?.item.name && listsOf(other) > 0,
      )
      .slice(0, 4)
      .map((other) => ({
        item: other.item,
        isSameAlbum: other.item.album === shelved?.item.album,
        isSaved: other.stays.some(({ list }) => list.kind === 'saved-tracks'),
        lists: listsOf(other),
      }));
  }

  #arranged(scope: RowsScope, sort: RowsQuery['sort'], filter: RowsFilter): LibraryRow[] {
    const rows = this.#scoped(scope);
    const times = new Map<string, number>();
    for (const row of rows) {
      if (row.kind !== 'gap') times.set(row.item.uri, (times.get(row.item.uri) ?? 0) + 1);
    }
    const repeated = new Set(this.#items.filter(isRepeated).map(({ item }) => item.uri));
    const passing = rows.filter(
      (row) =>
        row.kind !== 'gap' &&
        isFound(row.item, filter.text) &&
        (!filter.onlyUnavailable || isGrey(row.availability)) &&
        (!filter.onlyDuplicates || repeated.has(row.item.uri)),
    );
    if (sort.by === 'position') {
      return sort.direction === 'ascending' ? passing : passing.reverse();
    }
    const sign = sort.direction === 'ascending' ? 1 : -1;
    const keyed = passing.map((row) => ({ row, key: sortKey(row, sort.by) }));
    keyed.sort(({ key: one }, { key: other }) => {
      if (one === null || other === null) return Number(one === null) - Number(other === null);
      return one < other ? -sign : one > other ? sign : 0;
    });
    return keyed.map(({ row }) => row);
  }

  #scoped(scope: RowsScope): LibraryRow[] {
    if (scope.kind === 'gone') {
      return this.#items
        .filter((shelved) => listsOf(shelved) === 0)
        .sort((one, other) => goneSince(other) - goneSince(one))
        .map((shelved, position) => goneRow(shelved, position));
    }
    if (scope.kind === 'everything') {
      return this.#items
        .filter((shelved) => listsOf(shelved) > 0)
        .map((shelved, position) => standingRow(shelved, position, null));
    }
    const stands = ({ list, goneMs }: ShelvedItem['stays'][number]) =>
      goneMs === null &&
      (scope.kind === 'list' ? list.id === scope.listId : list.kind === scope.collection);
    return this.#items
      .flatMap((shelved) => shelved.stays.filter(stands).map((stay) => ({ shelved, stay })))
      .map(({ shelved, stay }, position) => standingRow(shelved, position, stay));
  }
}

function standingRow(
  shelved: ShelvedItem,
  position: number,
  stay: ShelvedItem['stays'][number] | null,
): LibraryRow {
  const dates = shelved.stays.flatMap(({ goneMs, addedAtMs }) =>
    goneMs === null && addedAtMs !== null ? [addedAtMs] : [],
  );
  const first = dates.length === 0 ? null : Math.min(...dates);
  return {
    kind: 'item',
    key: position,
    position,
    addedAtMs: stay === null ? first : stay.addedAtMs,
    addedBy: stay?.addedBy ?? null,
    item: shelved.item,
    durationMs: shelved.durationMs,
    availability: shelved.availability,
    availabilitySinceMs: shelved.availabilitySinceMs,
    lists: listsOf(shelved),
  };
}

function goneRow(shelved: ShelvedItem, position: number): LibraryRow {
  const stays = [...shelved.stays].sort((one, other) => (other.goneMs ?? 0) - (one.goneMs ?? 0));
  const lists = [...new Map(stays.map(({ list }) => [list.id, list])).values()];
  return {
    kind: 'gone',
    key: position,
    position,
    addedAtMs: null,
    addedBy: null,
    item: shelved.item,
    durationMs: shelved.durationMs,
    availability: shelved.availability,
    goneSinceMs: goneSince(shelved),
    from: lists.slice(0, MOST_LISTS_NAMED).map(({ id, kind, name }) => ({ id, kind, name })),
    fromCount: lists.length,
  };
}

function eventsOfStay(stay: ShelvedItem['stays'][number]): ItemEvent[] {
  const { list, addedAtMs, addedBy, goneMs } = stay;
  const cameMs = addedAtMs ?? 1_700_000_000_000;
  const came: ItemEvent = {
    kind: 'came',
    list,
    observedAfterMs: addedAtMs === null ? null : cameMs - HOUR_MS,
    observedBeforeMs: cameMs,
    addedAtMs,
    addedBy,
  };
  return goneMs === null
    ? [came]
    : [came, { kind: 'went', list, observedAfterMs: goneMs - HOUR_MS, observedBeforeMs: goneMs }];
}

function listsOf({ stays }: ShelvedItem): number {
  return new Set(stays.filter(({ goneMs }) => goneMs === null).map(({ list }) => list.id)).size;
}

function goneSince({ stays }: ShelvedItem): number {
  return Math.max(...stays.map(({ goneMs }) => goneMs ?? 0));
}

function isRepeated({ stays }: ShelvedItem): boolean {
  const standing = stays.filter(({ goneMs }) => goneMs === null);
  return new Set(standing.map(({ list }) => list.id)).size < standing.length;
}

function isGrey(availability: HistoricAvailability): boolean {
  return availability === 'unavailable' || availability === 'missing';
}

/** Beginnings of words, as the real search finds them. */
function isFound({ name, artists, album }: ItemSummary, typed: string): boolean {
  const words = [name, ...artists, album ?? '']
    .join(' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return typed
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((beginning) => words.some((word) => word.startsWith(beginning)));
}

function sortKey(row: LibraryRow, by: RowsQuery['sort']['by']): string | number | null {
  if (row.kind === 'gap') return null;
  switch (by) {
    case 'added':
      return row.addedAtMs;
    case 'duration':
      return row.durationMs;
    case 'availability':
      return ['available', 'unknown', 'unavailable', 'missing'].indexOf(row.availability);
    case 'artist':
      return row.item.artists.join(', ').toLowerCase() || null;
    case 'album':
      return row.item.album?.toLowerCase() ?? null;
    case 'name':
      return row.item.name.toLowerCase() || null;
    case 'position':
      return row.position;
  }
}
