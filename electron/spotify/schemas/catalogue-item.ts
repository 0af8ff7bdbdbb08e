import { z } from 'zod';
import type { ItemKind } from '../../../shared/change.ts';
import type { Availability, CatalogueItem, CatalogueKind } from '../catalogue.ts';
import { imagesSchema, pickImage } from './image.ts';
import { flag, listOf, nonEmpty, objectOf, quantity, text } from './lenient.ts';

const rawItemSchema = z.object({
  uri: text,
  id: text,
  type: text,
  name: text,
  is_local: flag,
  is_playable: flag,
  restrictions: objectOf({ reason: text }),
  duration_ms: quantity,
  artists: listOf(objectOf({ name: text })),
  authors: listOf(objectOf({ name: text })),
  publisher: text,
  album: objectOf({ name: text, images: imagesSchema }),
  show: objectOf({ name: text, images: imagesSchema }),
  images: imagesSchema,
  external_ids: objectOf({ isrc: text }),
  linked_from: objectOf({ uri: text }),
});
type RawItem = z.infer<typeof rawItemSchema>;

const shellSchema = z.object({ uri: z.null(), id: z.null(), name: z.null() });

/** Any object of the catalogue; null for what cannot be named by a URI. */
export function parseCatalogueItem(value: unknown): CatalogueItem | null {
  const parsed = rawItemSchema.safeParse(value);
  const uri = parsed.success ? uriOf(parsed.data) : null;
  if (!parsed.success || uri === null) {
    return null;
  }
  const raw = parsed.data;
  const kind = kindOf(uri, raw);
  return {
    uri,
    kind,
    name: raw.name ?? '',
    artists: artistsOf(kind, raw),
    album: nonEmpty(raw.album?.name),
    durationMs: raw.duration_ms ?? null,
    isrc: nonEmpty(raw.external_ids?.isrc),
    imageUrl: pickImage(raw.album?.images) ?? pickImage(raw.images) ?? pickImage(raw.show?.images),
    availability: kind === 'album' ? albumAvailabilityOf(raw) : availabilityOf(raw),
  };
}

/**
 * `GET /tracks/{id}` and its like. The answer is the object that was asked for, also where Spotify
 * shows a stand-in that plays in the market and no longer says so in `linked_from` (facts §2).
 */
export function parseItemAskedFor(
  body: unknown,
  kind: CatalogueKind,
  id: string,
): CatalogueItem | null {
  const item = parseCatalogueItem(body);
  if (item === null) {
    return null;
  }
  const isAsked = item.uri.endsWith(`:${id}`);
  // An audiobook is called a show in its own URI (recorded).
  const type = kind === 'audiobook' ? 'show' : kind;
  return { ...item, kind, uri: isAsked ? item.uri : `spotify:${type}:${id}` };
}

/** Spotify's way to show something that has left the catalogue: every field of it null (recorded). */
export function isShell(value: unknown): boolean {
  return shellSchema.safeParse(value).success;
}

/** `is_playable: false` or a restriction says no; a missing field says nothing (facts §2). */
export function availabilityOf(raw: {
  readonly is_playable?: boolean | null | undefined;
  readonly restrictions?: { reason?: string | null | undefined } | null | undefined;
}): Availability {
  if (raw.is_playable === false || nonEmpty(raw.restrictions?.reason) !== null) {
    return 'unavailable';
  }
  return raw.is_playable === true ? 'available' : 'unknown';
}

/**
 * An album has no `is_playable`; its `restrictions` are there when one applies (OpenAPI,
 * `AlbumBase.restrictions`), so that a row with a name and without them says yes. Otherwise one that
 * came back would be told as unavailable for ever.
 */
function albumAvailabilityOf(raw: RawItem): Availability {
  const said = availabilityOf(raw);
  return said === 'unknown' && nonEmpty(raw.name) !== null ? 'available' : said;
}

/**
 * What the list really holds. Asked with `market`, Spotify may answer with a stand-in and name the
 * original in `linked_from`; taking the stand-in would look like a removal and an addition.
 */
function uriOf(raw: RawItem): string | null {
  const given = nonEmpty(raw.linked_from?.uri) ?? nonEmpty(raw.uri);
  if (given !== null) {
    return given;
  }
  const id = nonEmpty(raw.id);
  const type = nonEmpty(raw.type);
  return id === null || type === null ? null : `spotify:${type}:${id}`;
}

const KINDS: ReadonlySet<string> = new Set<CatalogueKind>([
  'track',
  'album',
  'artist',
  'show',
  'episode',
  'audiobook',
]);

function kindOf(uri: string, raw: RawItem): ItemKind {
  if (raw.is_local === true || uri.startsWith('spotify:local:')) {
    return 'local';
  }
  const type = uri.startsWith('spotify:') ? uri.split(':')[1] : raw.type;
  if (type === 'show' && raw.type === 'audiobook') {
    return 'audiobook';
  }
  return isCatalogueKind(type) ? type : 'unknown';
}

function isCatalogueKind(type: string | null | undefined): type is CatalogueKind {
  return typeof type === 'string' && KINDS.has(type);
}

function artistsOf(kind: ItemKind, raw: RawItem): readonly string[] {
  const makers = namesOf(kind === 'audiobook' ? raw.authors : raw.artists);
  if (makers.length > 0) {
    return makers;
  }
  const inPlace = nonEmpty(kind === 'show' ? raw.publisher : raw.show?.name);
  return inPlace === null ? [] : [inPlace];
}

function namesOf(makers: RawItem['artists']): readonly string[] {
  return (makers ?? []).flatMap((maker) => nonEmpty(maker?.name) ?? []);
}
