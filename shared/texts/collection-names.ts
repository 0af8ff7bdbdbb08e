import type { CollectionKind } from '../change.ts';

/** What the lists are called that every account has once. */
export const COLLECTION_NAMES: Readonly<Record<CollectionKind, string>> = {
  'saved-tracks': 'Liked Songs',
  'saved-albums': 'Saved albums',
  'saved-shows': 'Saved shows',
  'saved-episodes': 'Saved episodes',
  'saved-audiobooks': 'Saved audiobooks',
  'followed-artists': 'Followed artists',
};
