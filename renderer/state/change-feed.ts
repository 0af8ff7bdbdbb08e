import type { FeedPage, FeedQuery, FeedRow } from '../../shared/change-feed.ts';
import type { CratewatchApi } from '../../shared/ipc-derived.ts';
import { KEPT_OPEN_GROUPS } from '../../shared/kept-places.ts';
import { Signal, type Unsubscribe } from '../../shared/signal.ts';
import type { Place } from '../../shared/window-view.ts';
import { letGoFarFrom } from './let-go-far.ts';

const PAGE_ROWS = 50;
/** Rows far from what is on screen are let go, so that years of changes stay cheap to scroll. */
const PAGES_KEPT = 40;
/** Rows on either side of the first one in sight that are there when a feed is opened again. */
const ROWS_BESIDE = 30;

export type FeedState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly id: string }
  | {
      readonly kind: 'ready';
      /** Rows of the feed as it was when it was opened; what came later is only counted. */
      readonly total: number;
      readonly arrived: number;
      /** What stands in this row; null while it is being loaded. */
      readonly rowAt: (index: number) => FeedRow | null;
    };

export type FeedPlace = Extract<Place, { kind: 'feed' }>;

type Changes = Pick<CratewatchApi['changes'], 'feed' | 'markRead' | 'on'>;

/**
 * The feed that one query lets through, loaded a window at a time. It stands still while it is read:
 * every window is of the changes up to the newest one that there was at first.
 */
export class ChangeFeed {
  readonly #changes: Changes;
  readonly #query: FeedQuery;
  readonly #changed = new Signal<void>();
  #pages = new Map<number, readonly FeedRow[]>();
  readonly #underWay = new Set<number>();
  #state: FeedState = { kind: 'loading' };
  #throughId: number | null = null;
  #open: ReadonlySet<string> = new Set();
  #total = 0;
  #arrived = 0;
  /** Answers of an older generation belong to a feed that is no longer shown. */
  #generation = 0;

  constructor(changes: Changes, query: FeedQuery) {
    this.#changes = changes;
    this.#query = query;
  }

  readonly current = (): FeedState => this.#state;

  readonly subscribe = (listener: () => void): Unsubscribe => this.#changed.subscribe(listener);

  /** Opens the feed anew at its newest change. */
  async open(): Promise<void> {
    await this.#begin(null);
  }

  /** Opens the feed as it was when it was left: the same changes, and what came since is counted. */
  async openAt(place: FeedPlace): Promise<void> {
    this.#open = new Set(place.open);
    await this.#begin(place);
  }

  /** Which state of the feed is read, and what is open in it, to be opened there again. */
  standing(): Pick<FeedPlace, 'throughId' | 'open'> {
    return { throughId: this.#throughId, open: [...this.#open].slice(-KEPT_OPEN_GROUPS) };
  }

  /** Listens for what arrives. */
  listen(): Unsubscribe {
    return this.#changes.on.arrived(() => void this.#countArrived());
  }

  /** Loads what is missing of the rows from `first` to `last`, both included. */
  async ensure(first: number, last: number): Promise<void> {
    if (this.#state.kind !== 'ready' || this.#total === 0) return;
    const end = Math.min(last, this.#total - 1);
    const missing = pagesOf(first, end).filter(
      (page) => !this.#pages.has(page) && !this.#underWay.has(page),
    );
    await Promise.all(missing.map((page) => this.#loadPage(page)));
  }

  /**
   * Opens or closes a group. The rows on screen stay until the new ones are there.
   *
   * @param index where the head of the group stands
   */
  async toggle(key: string, index: number): Promise<void> {
    if (this.#state.kind !== 'ready') return;
    const open = new Set(this.#open);
    if (!open.delete(key)) open.add(key);
    this.#open = open;
    this.#generation += 1;
    this.#underWay.clear();
    const generation = this.#generation;
    const page = pageOf(index);
    const answer = await this.#ask(page * PAGE_ROWS, PAGE_ROWS);
    if (generation !== this.#generation) return;
    // Where that fails the feed stays as it was, and the next look asks again.
    if (!answer.ok) return;
    const above = [...this.#pages].filter(([known]) => known < page);
    this.#pages = new Map(above);
    this.#notice(answer.value.arrived);
    this.#take(page, answer.value);
  }

  /** Marks every change up to the newest one that the feed could show as read. */
  async markAllRead(): Promise<void> {
    if (this.#throughId === null) return;
    const answer = await this.#changes.markRead({ throughId: this.#throughId });
    if (!answer.ok) return;
    if (this.#query.unreadOnly) {
      await this.open();
      return;
    }
    for (const [page, rows] of this.#pages) this.#pages.set(page, rows.map(asRead));
    this.#publishRows();
  }

  async #begin(place: FeedPlace | null): Promise<void> {
    const generation = this.#startOver();
    this.#throughId = place?.throughId ?? null;
    this.#publish({ kind: 'loading' });
    // The row above the first one says whether that one carries a heading.
    const pages =
      place === null
        ? [0]
        : pagesOf(Math.max(0, place.index - ROWS_BESIDE), place.index + ROWS_BESIDE);
    const answers = await Promise.all(pages.map((page) => this.#ask(page * PAGE_ROWS, PAGE_ROWS)));
    if (generation !== this.#generation) return;
    for (const [index, answer] of answers.entries()) {
      if (!answer.ok) {
        this.#publish({ kind: 'failed', id: answer.error.id });
        return;
      }
      this.#throughId = answer.value.throughId;
      this.#arrived = answer.value.arrived;
      this.#total = answer.value.total;
      this.#pages.set(pages[index] ?? 0, answer.value.rows);
    }
    // What stood there was deleted meanwhile.
    if (place !== null && place.throughId !== null && this.#total === 0) await this.open();
    else this.#publishRows();
  }

  async #countArrived(): Promise<void> {
    if (this.#state.kind !== 'ready' || this.#total === 0) {
      // Nothing is being read that could move.
      await this.open();
      return;
    }
    const generation = this.#generation;
    const answer = await this.#ask(0, 1);
    if (generation !== this.#generation || !answer.ok) return;
    if (answer.value.total !== this.#total) await this.open();
    else if (this.#notice(answer.value.arrived)) this.#publishRows();
  }

  async #loadPage(page: number): Promise<void> {
    const generation = this.#generation;
    this.#underWay.add(page);
    const answer = await this.#ask(page * PAGE_ROWS, PAGE_ROWS);
    if (generation !== this.#generation) return;
    this.#underWay.delete(page);
    // A page that fails stays empty and is asked for again when it comes into view again.
    if (!answer.ok) return;
    if (answer.value.total !== this.#total) {
      // Old changes were deleted, or it is another library altogether.
      await this.open();
      return;
    }
    this.#notice(answer.value.arrived);
    this.#take(page, answer.value);
    letGoFarFrom(page, this.#pages, PAGES_KEPT);
  }

  /** A lower count is an answer that others have overtaken. */
  #notice(arrived: number): boolean {
    const isNews = arrived > this.#arrived;
    if (isNews) this.#arrived = arrived;
    return isNews;
  }

  #startOver(): number {
    this.#pages.clear();
    this.#underWay.clear();
    this.#arrived = 0;
    this.#generation += 1;
    return this.#generation;
  }

  #ask(offset: number, count: number): ReturnType<Changes['feed']> {
    const open = [...this.#open];
    return this.#changes.feed({
      ...this.#query,
      throughId: this.#throughId,
      open,
      offset,
      count,
    });
  }

  #take(page: number, { total, rows }: FeedPage): void {
    this.#total = total;
    this.#pages.set(page, rows);
    this.#publishRows();
  }

  #publishRows(): void {
    const pages = this.#pages;
    this.#publish({
      kind: 'ready',
      total: this.#total,
      arrived: this.#arrived,
      rowAt: (index) => pages.get(pageOf(index))?.[index % PAGE_ROWS] ?? null,
    });
  }

  #publish(state: FeedState): void {
    this.#state = state;
    this.#changed.emit();
  }
}

function asRead(row: FeedRow): FeedRow {
  return row.kind === 'change'
    ? { ...row, change: { ...row.change, unread: false } }
    : { ...row, unread: 0, newest: row.newest.map((change) => ({ ...change, unread: false })) };
}

/** The pages on which the rows from `first` to `last` stand, both included. */
function pagesOf(first: number, last: number): number[] {
  const from = pageOf(first);
  return Array.from({ length: Math.max(0, pageOf(last) - from + 1) }, (_, index) => from + index);
}

function pageOf(index: number): number {
  return Math.floor(index / PAGE_ROWS);
}
