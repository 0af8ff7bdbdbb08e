import type { ProgramStarter } from './program.ts';
import type { Outcome } from './side-by-side/outcome.ts';

/** One row of the table, as `--json` writes it. */
export interface BenchRow {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  /** The same of what it is compared with, measured in the same run. */
  readonly baseline?: number;
  /** `value` against `baseline`. */
  readonly ratio?: number;
  /** The most that is allowed: of the ratio where there is one, else of the value. */
  readonly budget: number | null;
  /** The budget is the least that is wanted. */
  readonly atLeast?: true;
  readonly ok: boolean;
  /** Without this the numbers would mislead; printed below the table. */
  readonly note?: string;
  /** What became of each of several downloads, where the numbers alone do not tell. */
  readonly outcomes?: readonly Outcome[];
}

export interface BenchSurroundings {
  readonly cratewatch: ProgramStarter;
  readonly bare: ProgramStarter;
  /** A folder of this run's own; deleted afterwards. */
  readonly workFolder: string;
  readonly say: (line: string) => void;
}

/** A measurement yields one row for each of its ids, in their order. */
export interface Measurement {
  readonly ids: readonly string[];
  /** Takes so long that it is left out unless it is asked for with `--only`. */
  readonly onlyWhenAsked?: true;
  measure(surroundings: BenchSurroundings): Promise<readonly BenchRow[]>;
}
