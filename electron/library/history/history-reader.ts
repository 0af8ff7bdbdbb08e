import type {
  DifferenceRow,
  HistoricRow,
  ItemTimeline,
  ListDifference,
  ListObservation,
  ListState,
  Substitute,
} from '../../../shared/history.ts';
import { type ListSizePoint, MOST_SIZE_POINTS } from '../../../shared/list-sizes.ts';
import { HistoryDifferences } from '../../storage/history-differences.ts';
import { HistoryItems } from '../../storage/history-items.ts';
import { HistoryRevisions } from '../../storage/history-revisions.ts';
import { HistoryStates } from '../../storage/history-states.ts';
import type { Database } from '../../storage/sqlite.ts';
import { ROWS_A_PIECE } from '../in-pieces.ts';
import { ItemTimelines } from './item-timelines.ts';
import { LandmarkKeeper } from './landmark-keeper.ts';
import type { LibraryHistory } from './library-history.ts';
import { type Differing, ListDifferences } from './list-differences.ts';
import { ListedPlaylists } from './listed-playlists.ts';
import { rankSubstitutes } from './rank-substitutes.ts';
import { thinSizes } from './thin-sizes.ts';

type Query<K extends keyof LibraryHistory> = Parameters<LibraryHistory[K]>[0];

export interface HistoryReaderOptions {
  readonly database: Database;
  /** The account that is watched; null while none is. */
  readonly accountId: () => number | null;
  readonly yieldToEventLoop: () => Promise<void>;
}

/** Reads the history of the watched account. Long answers are read window by window. */
export class HistoryReader implements LibraryHistory {
  readonly #accountId: () => number | null;
  readonly #yieldToEventLoop: () => Promise<void>;
  readonly #revisions: HistoryRevisions;
  readonly #states: HistoryStates;
  readonly #items: HistoryItems;
  readonly #listed: ListedPlaylists;
  readonly #timelines: ItemTimelines;
  readonly #differences: ListDifferences;
  readonly #landmarks: LandmarkKeeper;
  /** The last one that was asked for. */
  #difference: { readonly key: string; readonly rows: Promise<readonly Differing[]> } | null = null;

  constructor({ database, accountId, yieldToEventLoop }: HistoryReaderOptions) {
    this.#accountId = accountId;
    this.#yieldToEventLoop = yieldToEventLoop;
    this.#revisions = new HistoryRevisions(database);
    this.#states = new HistoryStates(database);
    this.#landmarks = new LandmarkKeeper(this.#states, yieldToEventLoop);
    this.#items = new HistoryItems(database);
    this.#listed = new ListedPlaylists(this.#items);
    this.#timelines = new ItemTimelines(this.#items, this.#listed);
    this.#differences = new ListDifferences(new HistoryDifferences(database), yieldToEventLoop);
  }

  async observations({ listId, offset, count }: Query<'observations'>) {
    return this.#isOurs(listId)
      ? this.#revisions.page(listId, offset, count)
      : { total: 0, rows: [] };
  }

  async state(query: Query<'state'>): Promise<ListState | null> {
    const accountId = this.#accountId();
    const { listId, moment } = query;
    if (accountId === null) {
      return null;
    }
    const observation = this.#revisions.at(listId, moment);
    const atMs = moment.kind === 'time' ? moment.atMs : (observation?.observedBeforeMs ?? 0);
    const found = this.#states.list(accountId, listId, atMs);
    if (found === null) {
      return null;
    }
    const list = { ...found, isListed: this.#listed.isListed(accountId, found, atMs) };
    if (observation === null) {
      return { list, contents: null };
    }
    const { offset, count } = query;
    const ids = await this.#landmarks.of(listId, observation.id).ids(offset, count);
    const positions = new Map(ids.map((id, index) => [id, offset + index]));
    const rowOf = this.#states.rows(positions, atMs);
    const rows = ids.flatMap((id) => rowOf.get(id) ?? []);
    const total = this.#states.rowCount(observation.id);
    return { list, contents: { observation, total, rows } };
  }

  async difference(query: Query<'difference'>): Promise<ListDifference | null> {
    const { listId, kinds, offset, count } = query;
    const from = this.#revisions.at(listId, query.from);
    const to = this.#revisions.at(listId, query.to);
    if (from === null || to === null || !this.#isOurs(listId)) {
      return null;
    }
    const all = await this.#differing(listId, from.id, to.id);
    const counts = { removed: 0, added: 0, moved: 0, restated: 0 };
    for (const { kind } of all) {
      counts[kind] += 1;
    }
    const asked = kinds === null ? all : all.filter(({ kind }) => kinds.includes(kind));
    const window = asked.slice(offset, offset + count);
    const before = await this.#placed(listId, from, window, 'before');
    const after = await this.#placed(listId, to, window, 'after');
    const rows = window.flatMap((row) => differenceRow(row, before, after) ?? []);
    return { from, to, counts, total: asked.length, rows };
  }

  async timeline({ uri, offset, count }: Query<'timeline'>): Promise<ItemTimeline | null> {
    const accountId = this.#accountId();
    const item = accountId === null ? null : this.#items.find(accountId, uri);
    if (accountId === null || item === null) {
      return null;
    }
    const events = this.#timelines.events(accountId, item);
    return {
      item: item.summary,
      availability: item.availability,
      total: events.length,
      events: events.slice(offset, offset + count),
    };
  }

  async substitutes(uri: string): Promise<readonly Substitute[]> {
    const accountId = this.#accountId();
    const item = accountId === null ? null : this.#items.find(accountId, uri);
    if (accountId === null || item === null || item.isrc === null) {
      return [];
    }
    const candidates = this.#items.sameRecording(accountId, item.id, item.isrc);
    return rankSubstitutes(item.summary.album, candidates);
  }

  async sizes(listId: number): Promise<readonly ListSizePoint[] | null> {
    if (!this.#isOurs(listId)) {
      return null;
    }
    const points: ListSizePoint[] = [];
    for (;;) {
      const piece = this.#revisions.sizes(listId, points.at(-1)?.observationId ?? 0, ROWS_A_PIECE);
      points.push(...piece);
      if (piece.length < ROWS_A_PIECE) {
        return thinSizes(points, MOST_SIZE_POINTS);
      }
      await this.#yieldToEventLoop();
    }
  }

  #isOurs(listId: number): boolean {
    const accountId = this.#accountId();
    return accountId !== null && this.#states.list(accountId, listId, 0) !== null;
  }

  #differing(listId: number, from: number, to: number): Promise<readonly Differing[]> {
    const key = `${listId} ${from} ${to}`;
    if (this.#difference?.key !== key) {
      const rows = this.#differences.find(listId, from, to);
      const kept = { key, rows };
      this.#difference = kept;
      rows.catch(() => {
        // What failed once is looked for anew when it is asked for again.
        if (this.#difference === kept) {
          this.#difference = null;
        }
      });
      return rows;
    }
    return this.#difference.rows;
  }

  /** One side of the rows of a window, with their positions, by the ids of their rows. */
  async #placed(
    listId: number,
    { id: revision, observedBeforeMs }: ListObservation,
    window: readonly Differing[],
    side: 'before' | 'after',
  ): Promise<ReadonlyMap<number, HistoricRow>> {
    const landmarks = this.#landmarks.of(listId, revision);
    const positions = new Map<number, number>();
    for (const { id, orderKey } of window.flatMap((row) => row[side] ?? [])) {
      positions.set(id, await landmarks.positionOf(orderKey));
    }
    return this.#states.rows(positions, observedBeforeMs);
  }
}

function differenceRow(
  row: Differing,
  befores: ReadonlyMap<number, HistoricRow>,
  afters: ReadonlyMap<number, HistoricRow>,
): DifferenceRow | null {
  const before = row.before === null ? undefined : befores.get(row.before.id);
  const after = row.after === null ? undefined : afters.get(row.after.id);
  switch (row.kind) {
    case 'removed':
      return before === undefined ? null : { kind: 'removed', before };
    case 'added':
      return after === undefined ? null : { kind: 'added', after };
    default:
      return before === undefined || after === undefined ? null : { kind: row.kind, before, after };
  }
}
