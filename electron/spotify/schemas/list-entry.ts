import { z } from 'zod';
import type { ListEntry } from '../catalogue.ts';
import { isShell, parseCatalogueItem } from './catalogue-item.ts';
import { nonEmpty, objectOf, text } from './lenient.ts';
import { parseTimestamp } from './timestamp.ts';

const rawEntrySchema = z.object({
  added_at: text,
  added_by: objectOf({ id: text }),
  item: z.unknown().optional(),
  track: z.unknown().optional(),
  album: z.unknown().optional(),
  show: z.unknown().optional(),
  episode: z.unknown().optional(),
  audiobook: z.unknown().optional(),
});

const GONE: ListEntry = { addedAtMs: null, addedBy: null, item: null };

/**
 * Reads the rows of a list. A row that is null, or whose item is null or a shell of nulls, keeps its
 * place: the catalogue no longer has it (facts §2). Null for a row that cannot be understood; a row
 * without any item field is one, since a missing field is not an answer.
 *
 * @param field where the item stands if not under `item`, the name since 2026; older clients get both
 */
export function parseEntryOf(
  field: 'track' | 'album' | 'show' | 'episode' | 'audiobook',
): (value: unknown) => ListEntry | null {
  return (value) => {
    if (value === null) {
      return GONE;
    }
    const parsed = rawEntrySchema.safeParse(value);
    if (!parsed.success) {
      return null;
    }
    const raw = parsed.data;
    const rawItem = raw.item ?? raw[field];
    const isGone = rawItem === undefined ? raw.item === null : rawItem === null || isShell(rawItem);
    const item = isGone ? null : parseCatalogueItem(rawItem);
    if (item === null && !isGone) {
      return null;
    }
    return {
      addedAtMs: parseTimestamp(raw.added_at),
      addedBy: nonEmpty(raw.added_by?.id),
      item,
    };
  };
}

/** One row of saved tracks or of a playlist. */
export const parseListEntry = parseEntryOf('track');

const parseWrappedAudiobook = parseEntryOf('audiobook');

/**
 * One row of the saved audiobooks: the bare audiobook, without a date (recorded). A row that wraps it
 * as the other lists do is taken too.
 */
export function parseAudiobookEntry(value: unknown): ListEntry | null {
  if (isShell(value)) {
    return GONE;
  }
  const item = parseCatalogueItem(value);
  return item === null ? parseWrappedAudiobook(value) : { ...GONE, item };
}
