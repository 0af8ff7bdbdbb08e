import { z } from 'zod';
import type { ListEntry, Page, PlaylistSummary, PlaylistWithItems } from '../catalogue.ts';
import { imagesSchema, pickImage } from './image.ts';
import { flag, nonEmpty, objectOf, quantity, text } from './lenient.ts';
import { parseListEntry } from './list-entry.ts';
import { parsePage } from './page.ts';
import { plainText } from './plain-text.ts';

const rawPlaylistSchema = z.object({
  id: text,
  uri: text,
  name: text,
  description: text,
  owner: objectOf({ id: text, display_name: text }),
  public: flag,
  collaborative: flag,
  snapshot_id: text,
  images: imagesSchema,
  /** `items` since 2026, `tracks` before; older clients get both. */
  items: objectOf({ total: quantity }),
  tracks: objectOf({ total: quantity }),
});

const embeddedSchema = z.object({ items: z.unknown().optional(), tracks: z.unknown().optional() });

/** A playlist without its items; null where not even an id can be found. */
export function parsePlaylistSummary(value: unknown): PlaylistSummary | null {
  const parsed = rawPlaylistSchema.safeParse(value);
  if (!parsed.success) {
    return null;
  }
  const raw = parsed.data;
  const id = nonEmpty(raw.id) ?? /^spotify:playlist:([^:]+)$/.exec(raw.uri ?? '')?.[1] ?? null;
  if (id === null) {
    return null;
  }
  return {
    id,
    uri: nonEmpty(raw.uri) ?? `spotify:playlist:${id}`,
    name: raw.name ?? '',
    // A missing field is no answer; null says that there is none.
    description: raw.description === undefined ? null : plainText(raw.description ?? ''),
    ownerId: nonEmpty(raw.owner?.id),
    ownerName: nonEmpty(raw.owner?.display_name),
    isPublic: raw.public ?? null,
    isCollaborative: raw.collaborative ?? null,
    snapshotId: nonEmpty(raw.snapshot_id),
    itemsTotal: raw.items?.total ?? raw.tracks?.total ?? null,
    imageUrl: pickImage(raw.images),
  };
}

/** `GET /playlists/{id}` with the first items embedded. */
export function parsePlaylistWithItems(body: unknown): PlaylistWithItems | null {
  const playlist = parsePlaylistSummary(body);
  const embedded = embeddedSchema.safeParse(body);
  if (playlist === null || !embedded.success) {
    return null;
  }
  const firstPage =
    parsePage(embedded.data.items, 0, parseListEntry) ??
    parsePage(embedded.data.tracks, 0, parseListEntry) ??
    notEmbedded(playlist.itemsTotal);
  return { playlist, firstPage };
}

/**
 * Contents are embedded only for owned and collaborative playlists (facts §2). Where they are not,
 * nothing has been read yet: the next page is the first, so nobody takes the list for empty.
 */
function notEmbedded(total: number | null): Page<ListEntry> {
  return { entries: [], offset: 0, total: total ?? 0, nextOffset: 0, dropped: 0 };
}
