import type { Change, ItemKind, ItemNaming, ItemSummary, ListRef } from '../change.ts';
import { COLLECTION_NAMES } from './collection-names.ts';
import { inSentence, isolated, onOneLine, quoted } from './foreign-text.ts';

export { isolated, onOneLine, quoted } from './foreign-text.ts';

/** Whoever is listed after somebody with a longer name should still be seen. */
const LONGEST_ARTIST = 120;

const NAMELESS: Readonly<Record<ItemKind, string>> = {
  track: 'Untitled track',
  episode: 'Untitled episode',
  local: 'Untitled local file',
  album: 'Untitled album',
  show: 'Untitled show',
  audiobook: 'Untitled audiobook',
  artist: 'An artist without a name',
  unknown: 'An item without a name',
};

/** The item's name on one line; a word for its kind where it has none. */
export function itemName(item: Pick<ItemSummary, 'name' | 'kind'>): string {
  return onOneLine(item.name) || NAMELESS[item.kind];
}

/** “Night Bus” by Mara Lind: an item inside a sentence. */
export function itemPhrase(item: Pick<ItemSummary, 'name' | 'kind' | 'artists'>): string {
  const artists = artistLine(item);
  return artists === '' ? quoted(itemName(item)) : `${quoted(itemName(item))} by ${artists}`;
}

/** "Mara Lind, Ola Brandt"; empty where nobody is named. */
export function artistLine(item: Pick<ItemSummary, 'artists'>): string {
  return item.artists
    .map((name) => inSentence(name, LONGEST_ARTIST))
    .filter(Boolean)
    .join(', ');
}

/** "Night Bus, Mara Lind, Harbour Lights": what it was called, without what is still the same. */
export function namingLine(
  before: ItemNaming,
  now: Pick<ItemSummary, 'kind' | 'artists' | 'album'>,
): string {
  const artists = artistLine(before);
  const album = onOneLine(before.album ?? '');
  return [
    isolated(itemName({ name: before.name, kind: now.kind })),
    artists === artistLine(now) ? '' : artists,
    album === onOneLine(now.album ?? '') ? '' : isolated(album),
  ]
    .filter(Boolean)
    .join(', ');
}

/** The list's name; saved tracks are called what Spotify calls them. */
export function listName(list: Pick<ListRef, 'kind' | 'name'>): string {
  if (list.kind !== 'playlist') return COLLECTION_NAMES[list.kind];
  return onOneLine(list.name) || 'Untitled playlist';
}

/** True where the change names an item or a list that Spotify may no longer show. */
export function isNamedAsLastSeen(change: Change): boolean {
  return (
    change.kind === 'item-removed' ||
    change.kind === 'item-unavailable' ||
    change.kind === 'artist-unfollowed' ||
    change.kind === 'playlist-gone'
  );
}
