import { resolveFormat, type TextFormat } from './text-format.ts';

// Making a formatter takes far longer than using it, and a table uses hundreds.
const formatters = new Map<string, Intl.NumberFormat>();

/** "12,000": a whole number with its digits grouped; "–" for what is no number. */
export function groupedNumber(value: number, format: TextFormat = {}): string {
  if (!Number.isFinite(value)) return '–';
  const { locale } = resolveFormat(format);
  let formatter = formatters.get(locale);
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    formatters.set(locale, formatter);
  }
  return formatter.format(value);
}

/** "1 change", "3 changes", "12,000 tracks". */
export function countOf(count: number, one: string, many: string, format: TextFormat = {}): string {
  return `${groupedNumber(count, format)} ${count === 1 ? one : many}`;
}
