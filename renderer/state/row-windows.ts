import type { IpcAnswer } from '../../shared/ipc-derived.ts';
import { Signal, type Unsubscribe } from '../../shared/signal.ts';
import { letGoFarFrom } from './let-go-far.ts';

const PAGE_ROWS = 100;
/** Rows far from what is on screen are let go, so that a long list stays cheap to hold. */
const PAGES_KEPT = 30;

/** A window of a long list as the main process answers it. */
export interface RowsAnswer<Row> {
  /** Windows of the same revision fit together. */
  readonly revision: string;
  /** False where there is a newer revision; left out by those who only answer the newest. */
  readonly isCurrent?: boolean;
  readonly total: number;
  readonly rows: readonly Row[];
}

export interface AskedRows {
  readonly offset: number;
  readonly count: number;
  /** The revision of the rows that are held already; null asks for the newest. */
  readonly revision: string | null;
}

/** Asks for a window; null where there is no such list. */
export type AskRows<Row> = (asked: AskedRows) => Promise<IpcAnswer<RowsAnswer<Row> | null>>;

export type RowsState<Row> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly id: string }
  /** There is no such list, or it was never read whole. */
  | { readonly kind: 'missing' }
  | {
      readonly kind: 'ready';
      readonly total: number;
      /** False: the list is another by now; what is shown stands still until it is opened anew. */
      readonly isCurrent: boolean;
      /** What stands in this row; null while it is being loaded. */
      readonly rowAt: (index: number) => Row | null;
    };

/** A long list, loaded a window at a time. It stands still while it is read. */
export class RowWindows<Row> {
  readonly #ask: AskRows<Row>;
  readonly #changed = new Signal<void>();
  readonly #pages = new Map<number, readonly Row[]>();
  readonly #underWay = new Set<number>();
  #state: RowsState<Row> = { kind: 'loading' };
  #revision: string | null = null;
  #total = 0;
  #isCurrent = true;
  #isLookedAt = false;
  #isToBeLookedAtAgain = false;
  /** Answers of an older generation belong to rows that are no longer shown. */
  #generation = 0;

  constructor(ask: AskRows<Row>) {
    this.#ask = ask;
  }

  readonly current = (): RowsState<Row> => this.#state;

  readonly subscribe = (listener: () => void): Unsubscribe => this.#changed.subscribe(listener);

  /** Opens the newest revision. What is shown stays until that is there. */
  async open(): Promise<void> {
    this.#generation += 1;
    const generation = this.#generation;
    if (this.#state.kind !== 'ready') this.#publish({ kind: 'loading' });
    const answer = await this.#ask({ offset: 0, count: PAGE_ROWS, revision: null });
    if (generation !== this.#generation) return;
    if (!answer.ok) this.#publish({ kind: 'failed', id: answer.error.id });
    else if (answer.value === null) this.#publish({ kind: 'missing' });
    else this.#startWith(0, answer.value);
  }

  /** Loads what is missing of the rows from `first` to `last`, both included. */
  async ensure(first: number, last: number): Promise<void> {
    if (this.#state.kind !== 'ready' || this.#total === 0) return;
    const end = Math.min(last, this.#total - 1);
    const missing: number[] = [];
    for (let page = pageOf(Math.max(0, first)); page <= pageOf(end); page += 1) {
      if (!this.#pages.has(page) && !this.#underWay.has(page)) missing.push(page);
    }
    await Promise.all(missing.map((page) => this.#loadPage(page)));
  }

  /** Looks whether there is a newer revision; one that nobody reads yet is opened at once. */
  async lookForNews(): Promise<void> {
    if (this.#isLookedAt) {
      this.#isToBeLookedAtAgain = true;
      return;
    }
    if (this.#state.kind === 'loading' || !this.#isCurrent) return;
    this.#isLookedAt = true;
    try {
      await this.#look();
    } finally {
      this.#isLookedAt = false;
    }
    if (!this.#isToBeLookedAtAgain) return;
    this.#isToBeLookedAtAgain = false;
    await this.lookForNews();
  }

  async #look(): Promise<void> {
    if (this.#state.kind !== 'ready' || this.#total === 0) {
      // Nothing is being read that could move.
      await this.open();
      return;
    }
    const generation = this.#generation;
    const answer = await this.#ask({ offset: 0, count: 1, revision: this.#revision });
    if (generation !== this.#generation || !answer.ok) return;
    const { value } = answer;
    if (value?.revision === this.#revision && value.isCurrent !== false) return;
    this.#isCurrent = false;
    this.#publishRows();
  }

  async #loadPage(page: number): Promise<void> {
    const generation = this.#generation;
    this.#underWay.add(page);
    const offset = page * PAGE_ROWS;
    const answer = await this.#ask({ offset, count: PAGE_ROWS, revision: this.#revision });
    if (generation !== this.#generation) return;
    this.#underWay.delete(page);
    // A page that fails stays empty and is asked for again when it comes into view again.
    if (!answer.ok) return;
    if (answer.value === null) {
      this.#publish({ kind: 'missing' });
      return;
    }
    if (answer.value.revision !== this.#revision) {
      // The held revision is not kept any more: the list goes on where the reader is.
      this.#generation += 1;
      this.#startWith(page, answer.value);
      return;
    }
    if (answer.value.isCurrent === false) this.#isCurrent = false;
    this.#pages.set(page, answer.value.rows);
    letGoFarFrom(page, this.#pages, PAGES_KEPT);
    this.#publishRows();
  }

  #startWith(page: number, { revision, total, rows, isCurrent }: RowsAnswer<Row>): void {
    this.#pages.clear();
    this.#underWay.clear();
    this.#pages.set(page, rows);
    this.#revision = revision;
    this.#total = total;
    this.#isCurrent = isCurrent ?? true;
    this.#publishRows();
  }

  #publishRows(): void {
    const pages = this.#pages;
    this.#publish({
      kind: 'ready',
      total: this.#total,
      isCurrent: this.#isCurrent,
      rowAt: (index) => pages.get(pageOf(index))?.[index % PAGE_ROWS] ?? null,
    });
  }

  #publish(state: RowsState<Row>): void {
    this.#state = state;
    this.#changed.emit();
  }
}

function pageOf(index: number): number {
  return Math.floor(index / PAGE_ROWS);
}
