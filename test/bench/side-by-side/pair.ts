import type { BenchRow } from '../measurement.ts';
import { median } from '../median.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { type Comparison, comparedRow, outcomeRow } from './rows.ts';
import type { Run, Runner, RunOrder } from './run.ts';
import { BLOCK_SECONDS } from './trouble.ts';

/** The same library, downloaded by both. */
export interface Pair {
  readonly ours: Run;
  readonly theirs: Run;
}

type PairOrder = Omit<RunOrder, 'client'> & {
  readonly ours?: 'cratewatch' | 'cratewatch-unspaced';
};

export async function runPair(runner: Runner, { ours, ...order }: PairOrder): Promise<Pair> {
  return {
    theirs: await runner.run({ ...order, client: 'sdk' }),
    ours: await runner.run({ ...order, client: ours ?? 'cratewatch' }),
  };
}

export function ourOutcome({ ours }: Pair): Outcome {
  return outcomeOf('Cratewatch', ours, BLOCK_SECONDS * 1_000);
}

export function theirOutcome(theirs: Run): Outcome {
  return outcomeOf('SDK', theirs, BLOCK_SECONDS * 1_000);
}

/** What became of both, as a row. */
export function pairRow(id: string, pair: Pair, note?: string): BenchRow {
  return outcomeRow(id, ourOutcome(pair), theirOutcome(pair.theirs), note);
}

/** The request in the middle of both downloads, counted from 1. */
export function middleRequest(pair: Pair): number {
  const fewest = Math.min(ourOutcome(pair).requests, theirOutcome(pair.theirs).requests);
  return Math.max(1, Math.floor(fewest / 2));
}

interface Figure extends Omit<Comparison, 'ours' | 'theirs'> {
  readonly of: (run: Run) => number;
}

/** The median of a figure of each side. */
export function figureRow(pairs: readonly Pair[], { of, ...figure }: Figure): BenchRow {
  return comparedRow({
    ...figure,
    ours: median(pairs.map(({ ours }) => of(ours))),
    theirs: median(pairs.map(({ theirs }) => of(theirs))),
  });
}
