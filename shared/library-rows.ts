import { z } from 'zod';
import { collectionKindSchema, itemKindSchema, itemSummarySchema } from './change.ts';
import { historicAvailabilitySchema, historicListKindSchema } from './history.ts';
import { MOST_ROWS, rowWindow } from './row-window.ts';

const direction = z.enum(['ascending', 'descending']);

/** What somebody typed. Whatever it is, it is no error; so long a text says nothing more in the end. */
const typedText = z.string().transform((text) => text.slice(0, 1_000));

/**
 * Whose rows: every item that stands in some list, once each; every one that stood in some and
 * stands in none any more; or the rows of one list.
 */
export const rowsScopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('everything') }),
  z.object({ kind: z.literal('gone') }),
  z.object({ kind: z.literal('collection'), collection: collectionKindSchema }),
  z.object({ kind: z.literal('list'), listId: z.number().int() }),
]);
export type RowsScope = z.infer<typeof rowsScopeSchema>;

/**
 * `position`: as the list stands; of everything, in the order in which items were first seen; of what
 * is gone, the latest loss first.
 */
export const rowsSortSchema = z.object({
  by: z.enum(['position', 'added', 'name', 'artist', 'album', 'duration', 'availability']),
  direction,
});
export type RowsSort = z.infer<typeof rowsSortSchema>;

export const rowsFilterSchema = z.object({
  /** Beginnings of words of the name, the artists and the album; '' lets everything through. */
  text: typedText,
  /** Null lets every kind through. */
  kinds: z.array(itemKindSchema).nullable(),
  /** Greyed out, or a gap. */
  onlyUnavailable: z.boolean(),
  /** Items that stand more than once in the same list. */
  onlyDuplicates: z.boolean(),
});
export type RowsFilter = z.infer<typeof rowsFilterSchema>;

export const rowsQuerySchema = z.object({
  scope: rowsScopeSchema,
  sort: rowsSortSchema,
  filter: rowsFilterSchema,
  ...rowWindow,
  /**
   * The revision of the windows that are held already. As long as it is kept, the answer fits to
   * them, and `isCurrent` says whether there is a newer one. Null asks for the newest.
   */
  revision: z.string().nullable(),
});
export type RowsQuery = z.infer<typeof rowsQuerySchema>;

const placed = {
  /** Names the row as long as the revision is the same. */
  key: z.number().int(),
  /** In the list, from 0 on. */
  position: z.number().int(),
  /** Of everything: when it was first added to any of the lists. */
  addedAtMs: z.number().nullable(),
  addedBy: z.string().nullable(),
};

export const libraryRowSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('item'),
    ...placed,
    item: itemSummarySchema,
    durationMs: z.number().nullable(),
    availability: historicAvailabilitySchema,
    availabilitySinceMs: z.number().nullable(),
    /** In how many lists it stands now. */
    lists: z.number().int(),
  }),
  z.object({ kind: z.literal('gap'), ...placed }),
  /** An item that stands in no list any more. */
  z.object({
    kind: z.literal('gone'),
    ...placed,
    item: itemSummarySchema,
    durationMs: z.number().nullable(),
    /** As it was last seen. */
    availability: historicAvailabilitySchema,
    /** When it was last seen to be gone from a list, or that list from the library. */
    goneSinceMs: z.number(),
    /** Lists in which it stood, the last one that it left first; `MOST_LISTS_NAMED` at most. */
    from: z.array(
      z.object({ id: z.number().int(), kind: historicListKindSchema, name: z.string() }),
    ),
    /** In how many lists it stood, as far back as the history goes. */
    fromCount: z.number().int(),
  }),
]);
export type LibraryRow = z.infer<typeof libraryRowSchema>;

/** More lists that an item stood in are only counted; its story names them all. */
export const MOST_LISTS_NAMED = 3;

/** Windows of the same revision fit together. */
const windowed = {
  revision: z.string(),
  /** False: the library is another by now. */
  isCurrent: z.boolean(),
  total: z.number().int(),
  offset: z.number().int(),
};

/** Null where there is no such list, or it was never read whole. */
export const rowsWindowSchema = z
  .object({ ...windowed, rows: z.array(libraryRowSchema) })
  .nullable();
export type RowsWindow = z.infer<typeof rowsWindowSchema>;

export const playlistsQuerySchema = z.object({
  /** `position`: as Spotify lists them; playlists that are gone come after the others. */
  sort: z.object({
    by: z.enum(['position', 'name', 'owner', 'items', 'changed']),
    direction,
  }),
  filter: z.object({
    /** Beginnings of words of the name and the owner. */
    text: typedText,
    state: z.enum(['any', 'listed', 'gone']),
    /** Of one playlist alone. */
    listId: z.number().int().optional(),
  }),
  ...rowWindow,
});
export type PlaylistsQuery = z.infer<typeof playlistsQuerySchema>;

export const playlistRowSchema = z.object({
  listId: z.number().int(),
  uri: z.string().nullable(),
  name: z.string(),
  description: z.string(),
  ownerName: z.string().nullable(),
  isOwn: z.boolean(),
  isPublic: z.boolean().nullable(),
  isCollaborative: z.boolean(),
  imageUrl: z.string().nullable(),
  /** Whether its contents are watched: not those of other people's playlists (facts §2). */
  contents: z.enum(['watched', 'not-read-yet', 'not-watched']),
  /** Rows when it was last read whole; null where it never was. */
  items: z.number().int().nullable(),
  /** When its contents or its description were last seen to be others; null: never. */
  changedAtMs: z.number().nullable(),
  /** Since when it is not in the library any more; null while it is. */
  goneSinceMs: z.number().nullable(),
});
export type PlaylistRow = z.infer<typeof playlistRowSchema>;

export const playlistsWindowSchema = z.object({
  revision: z.string(),
  total: z.number().int(),
  offset: z.number().int(),
  rows: z.array(playlistRowSchema),
});
export type PlaylistsWindow = z.infer<typeof playlistsWindowSchema>;

export const searchQuerySchema = z.object({
  text: typedText,
  count: z.number().int().min(1).max(MOST_ROWS),
});
export type SearchQuery = z.infer<typeof searchQuerySchema>;

/** An item of the library, or of its history. */
export const foundItemSchema = z.object({
  item: itemSummarySchema,
  availability: historicAvailabilitySchema,
  /** In how many lists it stands now; 0: it is gone from all of them. */
  lists: z.number().int(),
  /** When it was last seen to be gone from a list; null while it stands in one. */
  goneSinceMs: z.number().nullable(),
});
export type FoundItem = z.infer<typeof foundItemSchema>;

/** What is found, the best first. Totals count everything that is found. */
export const searchResultSchema = z.object({
  items: z.object({ total: z.number().int(), rows: z.array(foundItemSchema) }),
  playlists: z.object({ total: z.number().int(), rows: z.array(playlistRowSchema) }),
});
export type SearchResult = z.infer<typeof searchResultSchema>;
