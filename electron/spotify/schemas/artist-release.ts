import { z } from 'zod';
import type { ArtistRelease } from '../catalogue.ts';
import { parseCatalogueItem } from './catalogue-item.ts';
import { quantity, text } from './lenient.ts';

const rawReleaseSchema = z.object({
  /** What it is to this artist; older clients only. */
  album_group: text,
  album_type: text,
  release_date: text,
  total_tracks: quantity,
});

const KINDS: Readonly<Record<string, ArtistRelease['kind']>> = {
  album: 'album',
  single: 'single',
  compilation: 'compilation',
  appears_on: 'appears-on',
};

/** One row of `GET /artists/{id}/albums`; null for what cannot be named by a URI. */
export function parseArtistRelease(value: unknown): ArtistRelease | null {
  const album = parseCatalogueItem(value);
  const parsed = rawReleaseSchema.safeParse(value);
  if (album === null || !parsed.success) {
    return null;
  }
  const raw = parsed.data;
  return {
    uri: album.uri,
    name: album.name,
    kind: kindOf(raw.album_group) ?? kindOf(raw.album_type) ?? 'unknown',
    artists: album.artists,
    releaseDate: dateOf(raw.release_date),
    itemsTotal: raw.total_tracks ?? null,
    imageUrl: album.imageUrl,
  };
}

function kindOf(word: string | null | undefined): ArtistRelease['kind'] | null {
  const known = word?.toLowerCase() ?? '';
  return Object.hasOwn(KINDS, known) ? (KINDS[known] ?? null) : null;
}

/** Null for the year 0, which Spotify writes where it knows none (recorded). */
function dateOf(given: string | null | undefined): string | null {
  const isDate = /^(?!0000)\d{4}(-\d{2}){0,2}$/.test(given ?? '');
  return isDate ? (given ?? null) : null;
}
