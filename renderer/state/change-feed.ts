import type { Change } from '../../shared/change.ts';
import type { CratewatchApi } from '../../shared/ipc-derived.ts';
import { Signal, type Unsubscribe } from '../../shared/signal.ts';
import type { ChangeFilter } from './change-filters.ts';

const PAGE_ROWS = 50;
/** Rows far from what is on screen are let go, so that years of changes stay cheap to scroll. */
const PAGES_KEPT = 40;

export type FeedState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly id: string }
  | {
      readonly kind: 'ready';
      /** Rows of the list as it was when it was opened; later ones are only counted. */
      readonly total: number;
      readonly arrived: number;
      /** The change at this place, newest first; null while it is being loaded. */
      readonly rowAt: (index: number) => Change | null;
    };

type Changes = CratewatchApi['changes'];

/**
 * One filter's list of changes, loaded a window at a time. The list stands still while it is read:
 * what arrives meanwhile shifts every offset, is counted, and is shown only when asked for.
 */
export class ChangeFeed {
  readonly #changes: Changes;
  readonly #filter: ChangeFilter;
  readonly #changed = new Signal<void>();
  readonly #pages = new Map<number, readonly Change[]>();
  readonly #underWay = new Set<number>();
  #state: FeedState = { kind: 'loading' };
  #total = 0;
  #arrived = 0;
  /** Answers of an older generation belong to a list that is no longer shown. */
  #generation = 0;

  constructor(changes: Changes, filter: ChangeFilter) {
    this.#changes = changes;
    this.#filter = filter;
  }

  readonly current = (): FeedState => this.#state;

  readonly subscribe = (listener: () => void): Unsubscribe => this.#changed.subscribe(listener);

  /** Opens the list anew at its newest change. */
  async open(): Promise<void> {
    const generation = this.#startOver();
    const answer = await this.#query(0, PAGE_ROWS);
    if (generation !== this.#generation) return;
    if (!answer.ok) {
      this.#publish({ kind: 'failed', id: answer.error.id });
      return;
    }
    this.#total = answer.value.total;
    this.#pages.set(0, answer.value.rows);
    this.#publishRows();
  }

  /** Listens for what arrives. */
  listen(): Unsubscribe {
    return this.#changes.on.arrived(() => void this.#countArrived());
  }

  /** Loads what is missing of the rows from `first` to `last`, both included. */
  async ensure(first: number, last: number): Promise<void> {
    if (this.#state.kind !== 'ready' || this.#total === 0) return;
    const end = Math.min(last, this.#total - 1);
    const missing: number[] = [];
    for (let page = pageOf(first); page <= pageOf(end); page += 1) {
      if (!this.#pages.has(page) && !this.#underWay.has(page)) missing.push(page);
    }
    await Promise.all(missing.map((page) => this.#loadPage(page)));
  }

  /** Marks every change up to the newest one that the list could show as read. */
  async markAllRead(): Promise<void> {
    const newestId = await this.#newestId();
    if (newestId === null) return;
    const answer = await this.#changes.markRead({ throughId: newestId });
    if (!answer.ok) return;
    for (const [page, rows] of this.#pages) {
      this.#pages.set(
        page,
        rows.map((row) => (row.id <= newestId ? { ...row, unread: false } : row)),
      );
    }
    this.#publishRows();
  }

  async #newestId(): Promise<number | null> {
    if (this.#filter === 'all') return this.#pages.get(0)?.[0]?.id ?? null;
    const answer = await this.#changes.page({ filter: 'all', offset: 0, count: 1 });
    return answer.ok ? (answer.value.rows[0]?.id ?? null) : null;
  }

  async #countArrived(): Promise<void> {
    if (this.#state.kind !== 'ready' || this.#total === 0) {
      // Nothing is being read that could move.
      await this.open();
      return;
    }
    const generation = this.#generation;
    const answer = await this.#query(0, 1);
    if (generation === this.#generation && answer.ok) await this.#notice(answer.value.total);
  }

  async #loadPage(page: number): Promise<void> {
    const generation = this.#generation;
    const assumed = this.#arrived;
    this.#underWay.add(page);
    const answer = await this.#query(page * PAGE_ROWS + assumed, PAGE_ROWS);
    if (generation !== this.#generation) return;
    this.#underWay.delete(page);
    // A page that fails stays empty and is asked for again when it comes into view again.
    if (!answer.ok) return;
    const arrivedThen = await this.#notice(answer.value.total);
    if (generation !== this.#generation) return;
    if (arrivedThen !== assumed) {
      // The offset was meant for a list of another length, so these are other rows.
      await this.#loadPage(page);
      return;
    }
    this.#pages.set(page, answer.value.rows);
    this.#letGoFarFrom(page);
    this.#publishRows();
  }

  /** Compares the list's length with what is known; resolves with what had arrived by then. */
  async #notice(totalThen: number): Promise<number> {
    const arrived = totalThen - this.#total;
    if (arrived < 0) {
      // Changes are never deleted one by one, so this is another list altogether.
      await this.open();
    } else if (arrived > this.#arrived) {
      // A lower count is an answer that others have overtaken.
      this.#arrived = arrived;
      this.#publishRows();
    }
    return arrived;
  }

  #letGoFarFrom(page: number): void {
    while (this.#pages.size > PAGES_KEPT) {
      let farthest = page;
      for (const kept of this.#pages.keys()) {
        // The first page stays: "Mark all read" and the way back to the top need it.
        if (kept !== 0 && Math.abs(kept - page) > Math.abs(farthest - page)) farthest = kept;
      }
      this.#pages.delete(farthest);
    }
  }

  #startOver(): number {
    this.#pages.clear();
    this.#underWay.clear();
    this.#arrived = 0;
    this.#generation += 1;
    this.#publish({ kind: 'loading' });
    return this.#generation;
  }

  #query(offset: number, count: number): ReturnType<Changes['page']> {
    return this.#changes.page({ filter: this.#filter, offset, count });
  }

  #publishRows(): void {
    this.#publish({
      kind: 'ready',
      total: this.#total,
      arrived: this.#arrived,
      rowAt: (index) => this.#pages.get(pageOf(index))?.[index % PAGE_ROWS] ?? null,
    });
  }

  #publish(state: FeedState): void {
    this.#state = state;
    this.#changed.emit();
  }
}

function pageOf(index: number): number {
  return Math.floor(index / PAGE_ROWS);
}
