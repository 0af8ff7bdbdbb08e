import type { Clock } from '../../../shared/clock.ts';
import type { ListObservation } from '../../../shared/history.ts';
import type { CratewatchApi } from '../../../shared/ipc-derived.ts';
import type { ListSizePoint } from '../../../shared/list-sizes.ts';
import { Signal, type Unsubscribe } from '../../../shared/signal.ts';
import { MOST_ROWS_ASKED as PAGE } from './rows-asked.ts';
import type { ObservedState } from './timeline/observed-state.ts';

const PAGES_AT_ONCE = 4;

export interface KnownTimeline {
  readonly kind: 'ready';
  /** Oldest first; none while the list was never read. */
  readonly states: readonly ObservedState[];
  /** False while only some of a long history are there. */
  readonly isWhole: boolean;
  /** The size of the list, thinned out where it is a long story. */
  readonly points: readonly ListSizePoint[];
  /** When it was opened: nothing here is from after that. */
  readonly openedAtMs: number;
  /** False: the list has changed since. What is shown stands still until it is opened anew. */
  readonly isCurrent: boolean;
}

export type TimelineState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly id: string }
  /** The account has no such list. */
  | { readonly kind: 'missing' }
  | KnownTimeline;

type History = Pick<CratewatchApi['history'], 'observations' | 'sizes'>;

/** All states of one list that are known. It stands still while it is looked at. */
export class ListTimeline {
  readonly #history: History;
  readonly #clock: Pick<Clock, 'nowMs'>;
  readonly #listId: number;
  readonly #changed = new Signal<void>();
  #state: TimelineState = { kind: 'loading' };
  /** Answers to an earlier opening are not for this one. */
  #opening = 0;

  constructor(history: History, clock: Pick<Clock, 'nowMs'>, listId: number) {
    this.#history = history;
    this.#clock = clock;
    this.#listId = listId;
  }

  readonly current = (): TimelineState => this.#state;

  readonly subscribe = (listener: () => void): Unsubscribe => this.#changed.subscribe(listener);

  /** Reads it anew. What is shown stays until the new one is there. */
  async open(): Promise<void> {
    this.#opening += 1;
    const opening = this.#opening;
    const openedAtMs = this.#clock.nowMs();
    const [sizes, newest] = await Promise.all([
      this.#history.sizes({ listId: this.#listId }),
      this.#page(0, 1),
    ]);
    if (opening !== this.#opening) return;
    if (!sizes.ok) return this.#publish({ kind: 'failed', id: sizes.error.id });
    if (!newest.ok) return this.#publish({ kind: 'failed', id: newest.error.id });
    if (sizes.value === null) return this.#publish({ kind: 'missing' });
    const { points } = sizes.value;
    const known: KnownTimeline = {
      kind: 'ready',
      states: points.map(stateOfPoint),
      isWhole: newest.value.total <= points.length,
      points,
      openedAtMs,
      isCurrent: true,
    };
    this.#publish(known);
    if (!known.isWhole) await this.#complete(known, newest.value.total, opening);
  }

  /** Looks whether the list has changed; a history that nobody can look at yet is opened at once. */
  async lookForNews(): Promise<void> {
    const known = this.#state;
    if (known.kind === 'loading' || (known.kind === 'ready' && !known.isCurrent)) return;
    const last = known.kind === 'ready' ? known.states.at(-1) : undefined;
    if (last === undefined) return this.open();
    const opening = this.#opening;
    const answer = await this.#page(0, 1);
    if (opening !== this.#opening || !answer.ok || this.#state.kind !== 'ready') return;
    const newest = answer.value.rows[0];
    if (newest === undefined) return this.open();
    this.#publish(
      newest.id === last.id
        ? seenUntil(this.#state, newest.unchangedUntilMs)
        : { ...this.#state, isCurrent: false },
    );
  }

  /** Reads the states that were left out of a long history. */
  async #complete(known: KnownTimeline, total: number, opening: number): Promise<void> {
    const rowsOf = new Map(known.points.map(({ observationId, rows }) => [observationId, rows]));
    const byId = new Map<number, ObservedState>();
    for (let offset = 0; offset < total; offset += PAGE * PAGES_AT_ONCE) {
      const answers = await Promise.all(
        Array.from({ length: PAGES_AT_ONCE }, (_, page) => this.#page(offset + page * PAGE, PAGE)),
      );
      if (opening !== this.#opening) return;
      for (const answer of answers) {
        if (!answer.ok) return this.#publish({ kind: 'failed', id: answer.error.id });
        for (const each of answer.value.rows) {
          byId.set(each.id, stateOf(each, rowsOf.get(each.id) ?? null));
        }
      }
    }
    // What was seen while this was read is news.
    const lastId = known.points.at(-1)?.observationId ?? 0;
    const states = [...byId.values()]
      .filter(({ id }) => id <= lastId)
      .sort((one, other) => one.id - other.id);
    if (this.#state.kind === 'ready') this.#publish({ ...this.#state, states, isWhole: true });
  }

  #page(offset: number, count: number) {
    return this.#history.observations({ listId: this.#listId, offset, count });
  }

  #publish(state: TimelineState): void {
    this.#state = state;
    this.#changed.emit();
  }
}

function stateOfPoint({ observationId, atMs, untilMs, rows }: ListSizePoint): ObservedState {
  return { id: observationId, atMs, untilMs, rows };
}

function stateOf(
  { id, observedBeforeMs, unchangedUntilMs }: ListObservation,
  rows: number | null,
): ObservedState {
  return { id, atMs: observedBeforeMs, untilMs: unchangedUntilMs, rows };
}

/** The list was looked at again, and is as it was. */
function seenUntil(known: KnownTimeline, untilMs: number): KnownTimeline {
  const [state, point] = [known.states.at(-1), known.points.at(-1)];
  if (state === undefined || point === undefined || state.untilMs === untilMs) return known;
  return {
    ...known,
    states: [...known.states.slice(0, -1), { ...state, untilMs }],
    points: [...known.points.slice(0, -1), { ...point, untilMs }],
  };
}
