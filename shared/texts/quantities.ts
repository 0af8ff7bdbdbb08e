import { resolveFormat, type TextFormat } from './text-format.ts';

/** "12,000": a whole number with its digits grouped. */
export function groupedNumber(value: number, format: TextFormat = {}): string {
  return new Intl.NumberFormat(resolveFormat(format).locale, { maximumFractionDigits: 0 }).format(
    value,
  );
}

/** "1 change", "3 changes", "12,000 tracks". */
export function countOf(count: number, one: string, many: string, format: TextFormat = {}): string {
  return `${groupedNumber(count, format)} ${count === 1 ? one : many}`;
}
