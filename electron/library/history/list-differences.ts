import type { DifferenceKind } from '../../../shared/history.ts';
import type { DifferingRow, HistoryDifferences } from '../../storage/history-differences.ts';
import { compareKeys, type DifferingPair, pairDiffering } from './pair-differing.ts';
import { borderKeys, settlePairs } from './settle-pairs.ts';

/** Rows read, or runs counted, in one go: a few milliseconds of work. */
const PIECE = 500;

/** One row of a difference; `before` is null for what was added, `after` for what was removed. */
export interface Differing {
  readonly kind: DifferenceKind;
  readonly before: DifferingRow | null;
  readonly after: DifferingRow | null;
}

/**
 * Finds what leads from one state of a list to another, as `compareStates` does for two whole states.
 * Its work grows with what differs, not with the length of the list.
 */
export class ListDifferences {
  readonly #tables: HistoryDifferences;
  readonly #yieldToEventLoop: () => Promise<void>;

  constructor(tables: HistoryDifferences, yieldToEventLoop: () => Promise<void>) {
    this.#tables = tables;
    this.#yieldToEventLoop = yieldToEventLoop;
  }

  /**
   * Removed rows first, then added, moved and restated ones, each in the order of the list.
   *
   * @param from - a revision of the list, as is `to`; either may be the earlier one
   */
  async find(listId: number, from: number, to: number): Promise<readonly Differing[]> {
    const revisions = { earlier: Math.min(from, to), later: Math.max(from, to) };
    const { earlier, later } = revisions;
    const ended = await this.#collect(this.#tables.ended(listId, earlier, later, PIECE));
    const begun = await this.#collect(this.#tables.begun(listId, earlier, later, PIECE));
    const paired = from <= to ? pairDiffering(ended, begun) : pairDiffering(begun, ended);
    const { removed, added, pairs } = paired;
    const borders = borderKeys(pairs);
    const runLengths: number[] = [];
    for (const [index, before] of borders.slice(1).entries()) {
      const after = borders[index] ?? '';
      const most = pairs.length + 1;
      runLengths.push(this.#tables.countCommon(listId, revisions, { after, before }, most));
      if (index % PIECE === PIECE - 1) {
        await this.#yieldToEventLoop();
      }
    }
    const { moved, restated, movedRuns } = settlePairs(pairs, borders, runLengths);
    const common = movedRuns.flatMap((border): DifferingPair[] => {
      const between = { after: borders[border] ?? '', before: borders[border + 1] ?? '' };
      const rows = this.#tables.common(listId, revisions, between);
      return rows.map((row) => ({ before: row, after: row }));
    });
    const allMoved = [...moved, ...common].sort((one, other) =>
      compareKeys(one.after.orderKey, other.after.orderKey),
    );
    return [
      ...removed.map((before): Differing => ({ kind: 'removed', before, after: null })),
      ...added.map((after): Differing => ({ kind: 'added', before: null, after })),
      ...allMoved.map((pair): Differing => ({ kind: 'moved', ...pair })),
      ...restated.map((pair): Differing => ({ kind: 'restated', ...pair })),
    ];
  }

  async #collect(pieces: Iterable<readonly DifferingRow[]>): Promise<DifferingRow[]> {
    const rows: DifferingRow[] = [];
    for (const piece of pieces) {
      for (const row of piece) {
        rows.push(row);
      }
      await this.#yieldToEventLoop();
    }
    return rows;
  }
}
