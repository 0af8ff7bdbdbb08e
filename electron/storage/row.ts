import type { SqlRow } from './sqlite.ts';

// Small readers that narrow a column. A column of another type is a fault in our own SQL or a
// damaged file, so they throw instead of guessing.

export function integer(row: SqlRow, column: string): number {
  const value = row[column];
  return typeof value === 'number' ? value : wrong(column, value);
}

export function integerOrNull(row: SqlRow, column: string): number | null {
  const value = row[column];
  return value === null || typeof value === 'number' ? value : wrong(column, value);
}

export function text(row: SqlRow, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : wrong(column, value);
}

export function textOrNull(row: SqlRow, column: string): string | null {
  const value = row[column];
  return value === null || typeof value === 'string' ? value : wrong(column, value);
}

/** A column that holds one of a few words. */
export function oneOf<const W extends string>(row: SqlRow, column: string, words: readonly W[]): W {
  const value = row[column];
  return words.find((word) => word === value) ?? wrong(column, value);
}

export function flag(row: SqlRow, column: string): boolean {
  return integer(row, column) !== 0;
}

/** A JSON array of strings. */
export function textList(row: SqlRow, column: string): readonly string[] {
  const value: unknown = JSON.parse(text(row, column));
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string')
    ? value
    : wrong(column, value);
}

/** A JSON array of numbers, as `json_group_array` makes it: rows in one value cost a fifth. */
export function numberList(row: SqlRow, column: string): number[] {
  const value: unknown = JSON.parse(text(row, column));
  return Array.isArray(value) && value.every((entry) => typeof entry === 'number')
    ? value
    : wrong(column, value);
}

/** The same where some of them may be null; those become NaN. */
export function sparseNumberList(row: SqlRow, column: string): number[] {
  const value: unknown = JSON.parse(text(row, column));
  return Array.isArray(value)
    ? value.map((entry) => (typeof entry === 'number' ? entry : Number.NaN))
    : wrong(column, value);
}

function wrong(column: string, value: unknown): never {
  throw new TypeError(`Column ${column} holds ${value === null ? 'null' : typeof value}.`);
}
