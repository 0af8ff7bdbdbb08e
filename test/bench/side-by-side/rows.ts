import type { BenchRow } from '../measurement.ts';
import { ratioRow } from '../row.ts';
import type { Outcome } from './outcome.ts';

export interface Comparison {
  readonly id: string;
  readonly unit: string;
  readonly ours: number;
  readonly theirs: number;
  /** The most that the ratio may be; null where the other side may be ahead, for the reason. */
  readonly budget: number | null;
  /** Why the other side is ahead, if it is. */
  readonly reason?: string;
  /** What is to be known of the comparison whoever is ahead. */
  readonly note?: string;
}

/** Less is better. Where the other side is ahead, the row says why, or is not ok. */
export function comparedRow(comparison: Comparison): BenchRow {
  const { id, unit, ours, theirs, budget, reason, note } = comparison;
  const row = ratioRow({ id, unit, value: ours, baseline: theirs, budget });
  const isBehind = ours > theirs;
  const texts = isBehind ? [`The SDK is ahead. ${reason ?? 'No reason is known.'}`, note] : [note];
  const said = texts.filter((text) => text !== undefined).join(' ');
  return {
    ...row,
    ok: row.ok && !(isBehind && reason === undefined),
    ...(said === '' ? {} : { note: said }),
  };
}

/** What our download missed, beside what the SDK's did. Ok where ours is whole and kept away. */
export function outcomeRow(id: string, ours: Outcome, theirs: Outcome, note?: string): BenchRow {
  return {
    id,
    value: ours.missing,
    unit: 'missing',
    baseline: theirs.missing,
    budget: 0,
    ok: ours.finished && ours.missing === 0 && ours.duringBlock === 0,
    ...(note === undefined ? {} : { note }),
    outcomes: [ours, theirs],
  };
}
