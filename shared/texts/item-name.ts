import type { Change, ItemKind, ItemNaming, ItemSummary, ListRef } from '../change.ts';
import { COLLECTION_NAMES } from './collection-names.ts';

// Letters that are written from right to left, and the controls that turn a text around.
const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

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

/** "Mara Lind, Ola Brandt"; empty where nobody is named. */
export function artistLine(item: Pick<ItemSummary, 'artists'>): string {
  return item.artists.map(onOneLine).filter(Boolean).map(isolated).join(', ');
}

/** "Night Bus, Mara Lind, Harbour Lights": what it was called, without what is still the same. */
export function namingLine(
  before: ItemNaming,
  now: Pick<ItemSummary, 'kind' | 'artists' | 'album'>,
): string {
  const artists = artistLine(before);
  const album = onOneLine(before.album ?? '');
  return [
    itemName({ name: before.name, kind: now.kind }),
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

/** “Name” for use inside a sentence. */
export function quoted(name: string): string {
  return `“${isolated(name)}”`;
}

/** A right-to-left name between isolates, so that it cannot reorder the words around it. */
export function isolated(name: string): string {
  return RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name;
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

/** Line breaks and runs of spaces as one space; nothing around it. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
