import { z } from 'zod';
import type { ItemKind } from '../../../shared/change.ts';
import type { Availability, CatalogueItem } from '../catalogue.ts';
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
  album: objectOf({ name: text, images: imagesSchema }),
  show: objectOf({ name: text, images: imagesSchema }),
  images: imagesSchema,
  external_ids: objectOf({ isrc: text }),
  linked_from: objectOf({ uri: text }),
});
type RawItem = z.infer<typeof rawItemSchema>;

/** A track, episode or local file; null for anything that cannot be named by a URI. */
export function parseCatalogueItem(value: unknown): CatalogueItem | null {
  const parsed = rawItemSchema.safeParse(value);
  const uri = parsed.success ? uriOf(parsed.data) : null;
  if (!parsed.success || uri === null) {
    return null;
  }
  const raw = parsed.data;
  return {
    uri,
    kind: kindOf(uri, raw),
    name: raw.name ?? '',
    artists: artistsOf(raw),
    album: nonEmpty(raw.album?.name),
    durationMs: raw.duration_ms ?? null,
    isrc: nonEmpty(raw.external_ids?.isrc),
    imageUrl: pickImage(raw.album?.images) ?? pickImage(raw.images) ?? pickImage(raw.show?.images),
    availability: availabilityOf(raw),
  };
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

function kindOf(uri: string, raw: RawItem): ItemKind {
  if (raw.is_local === true || uri.startsWith('spotify:local:')) {
    return 'local';
  }
  const type = uri.startsWith('spotify:') ? uri.split(':')[1] : raw.type;
  return type === 'track' || type === 'episode' ? type : 'unknown';
}

function artistsOf(raw: RawItem): readonly string[] {
  const names = (raw.artists ?? []).flatMap((artist) => nonEmpty(artist?.name) ?? []);
  const show = nonEmpty(raw.show?.name);
  return names.length === 0 && show !== null ? [show] : names;
}
