import { z } from 'zod';

/**
 * Families of endpoints, in the order in which they are shown. Each is taken to share one of
 * Spotify's daily buckets; how Spotify cuts them is not published (facts §3).
 */
export const requestFamilySchema = z.enum([
  'profile',
  'library',
  'playlists',
  'playlist-items',
  /** Single tracks, albums, artists, shows, episodes and audiobooks, and an artist's releases. */
  'catalogue',
]);
export type RequestFamily = z.infer<typeof requestFamilySchema>;
