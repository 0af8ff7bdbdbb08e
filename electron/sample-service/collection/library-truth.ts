import type { ListedObject } from '../catalogue/catalogue-object.ts';
import type { ItemRef } from '../catalogue/item-ref.ts';
import type { SampleCatalogue } from '../catalogue/sample-catalogue.ts';
import type { Entry, PlaylistState } from './playlist-state.ts';
import type { EntryTruth, PlaylistTruth, SavedKind, SavedTruth } from './sample-library.ts';
import { SAMPLE_USER } from './sample-user.ts';
import type { SavedEntry } from './saved-list.ts';

/** How an item stands with the catalogue right now. */
export interface CatalogueStanding {
  readonly catalogue: SampleCatalogue;
  isPlayable(ref: ItemRef): boolean;
  isInCatalogue(ref: ItemRef): boolean;
}

/** Contents are for the owner and for collaborators only (facts §2). */
export function mayReadItems(playlist: PlaylistState): boolean {
  return playlist.ownerId === SAMPLE_USER.id || playlist.collaborative;
}

export function playlistTruth(playlist: PlaylistState, standing: CatalogueStanding): PlaylistTruth {
  return {
    id: playlist.id,
    uri: `spotify:playlist:${playlist.id}`,
    name: playlist.name,
    description: playlist.description,
    ownerId: playlist.ownerId,
    ownerName: playlist.ownerName,
    isPublic: playlist.isPublic,
    collaborative: playlist.collaborative,
    snapshotId: playlist.snapshotId,
    readable: mayReadItems(playlist),
    items: playlist.entries.map((entry) => entryTruth(entry, standing)),
  };
}

export function entryTruth(entry: Entry, standing: CatalogueStanding): EntryTruth {
  const object = standing.catalogue.listed(entry.ref);
  return {
    uri: object.uri,
    kind: object.kind,
    name: object.name,
    ...artistsAndAlbum(object),
    addedAtMs: entry.addedAtMs,
    addedBy: entry.addedBy,
    playable: standing.isPlayable(entry.ref),
    gone: !standing.isInCatalogue(entry.ref),
  };
}

function artistsAndAlbum(object: ListedObject): Pick<EntryTruth, 'artists' | 'album'> {
  switch (object.kind) {
    case 'track':
      return { artists: object.artists.map((artist) => artist.name), album: object.album.name };
    case 'local':
      return { artists: [object.artist], album: object.album };
    case 'episode':
      return { artists: [], album: null };
  }
}

export function savedTruth(
  kind: SavedKind,
  entry: SavedEntry,
  standing: CatalogueStanding,
): SavedTruth {
  const object = standing.catalogue.object(entry.ref);
  return {
    uri: object.uri,
    kind,
    name: object.name,
    artists:
      object.kind === 'album'
        ? object.artists.map((artist) => artist.name)
        : object.kind === 'audiobook'
          ? object.authors
          : [],
    addedAtMs: entry.addedAtMs,
    playable: standing.isPlayable(entry.ref),
    gone: !standing.isInCatalogue(entry.ref),
  };
}
