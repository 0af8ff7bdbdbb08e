import { z } from 'zod';
import type { Page } from '../catalogue.ts';
import { nonEmpty, quantity, text } from './lenient.ts';

const rawPageSchema = z.object({
  items: z.array(z.unknown()),
  total: z.number().int().nonnegative(),
  offset: quantity,
  next: text,
});

/**
 * Reads one offset page. `items` and `total` are essential: without them nobody could tell whether
 * a list is whole. Null when they are missing, or when the page says that it starts elsewhere than
 * asked: rows filed under the wrong place would be worse than none.
 *
 * @param offset where the page was asked to start
 * @param parseEntry gives null for an entry that cannot be understood; it is counted as dropped
 */
export function parsePage<T>(
  body: unknown,
  offset: number,
  parseEntry: (value: unknown) => T | null,
): Page<T> | null {
  const parsed = rawPageSchema.safeParse(body);
  if (!parsed.success || (parsed.data.offset ?? offset) !== offset) {
    return null;
  }
  const { items, next } = parsed.data;
  const end = offset + items.length;
  // A page that names another one behind it is not the last, whatever its total says.
  const isCutShort = items.length > 0 && nonEmpty(next) !== null && parsed.data.total <= end;
  const total = isCutShort ? end + 1 : parsed.data.total;
  const entries: T[] = [];
  for (const item of items) {
    const entry = parseEntry(item);
    if (entry !== null) {
      entries.push(entry);
    }
  }
  return {
    entries,
    offset,
    total,
    nextOffset: nextOffset({ offset, rows: items.length, total, next: next ?? null }),
    dropped: items.length - entries.length,
  };
}

/**
 * Where the next page starts. Counted from the rows that came, because a page can be shorter than
 * asked while `next` skips ahead (recorded: 47 rows of 48); a row may then be met twice, but none
 * is missed. Only past an empty page is `next` believed, and only forwards: so reading always ends.
 */
export function nextOffset(page: {
  readonly offset: number;
  readonly rows: number;
  readonly total: number;
  readonly next: string | null;
}): number | null {
  const candidate = page.rows > 0 ? page.offset + page.rows : offsetIn(page.next);
  return candidate !== null && candidate > page.offset && candidate < page.total ? candidate : null;
}

function offsetIn(address: string | null): number | null {
  const match = /[?&]offset=(\d{1,9})(&|$)/.exec(address ?? '');
  return match?.[1] === undefined ? null : Number(match[1]);
}
