import type { BenchRow } from './measurement.ts';

const round = (value: number, digits: number) => Number(value.toFixed(digits));

interface Value {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  readonly budget: number | null;
}

/** A row judged by its own value. */
export function plainRow({ id, value, unit, budget }: Value): BenchRow {
  const shown = round(value, 2);
  return { id, value: shown, unit, budget, ok: budget === null || shown <= budget };
}

/** A row judged by its ratio to the bare program's value. */
export function ratioRow({
  id,
  value,
  unit,
  budget,
  baseline,
}: Value & { baseline: number }): BenchRow {
  const ratio = round(value / baseline, 2);
  return {
    id,
    value: round(value, 1),
    unit,
    baseline: round(baseline, 1),
    ratio,
    budget,
    ok: budget === null || ratio <= budget,
  };
}
