import { z } from 'zod';
import type { ListEntry } from '../catalogue.ts';
import { parseCatalogueItem } from './catalogue-item.ts';
import { nonEmpty, objectOf, text } from './lenient.ts';
import { parseTimestamp } from './timestamp.ts';

const rawEntrySchema = z.object({
  added_at: text,
  added_by: objectOf({ id: text }),
  /** `item` since 2026, `track` before; older clients get both. */
  item: z.unknown().optional(),
  track: z.unknown().optional(),
});

const GONE: ListEntry = { addedAtMs: null, addedBy: null, item: null };

/**
 * One row of saved tracks or of a playlist. A row that is null, or whose item is null, keeps its
 * place: the catalogue no longer has it (facts §2). Null for a row that cannot be understood; a row
 * without any item field is one, since a missing field is not an answer.
 */
export function parseListEntry(value: unknown): ListEntry | null {
  if (value === null) {
    return GONE;
  }
  const parsed = rawEntrySchema.safeParse(value);
  if (!parsed.success) {
    return null;
  }
  const raw = parsed.data;
  const rawItem = raw.item ?? raw.track;
  const isGone = rawItem === undefined ? raw.item === null : rawItem === null;
  const item = isGone ? null : parseCatalogueItem(rawItem);
  if (item === null && !isGone) {
    return null;
  }
  return {
    addedAtMs: parseTimestamp(raw.added_at),
    addedBy: nonEmpty(raw.added_by?.id),
    item,
  };
}
