import type { Change } from '../../../../../shared/change.ts';
import type { RecordedEvent } from './recorded-life.ts';

/** Stands for the list of saved tracks where others have their URI. */
export const SAVED_TRACKS = 'saved tracks';

export function listOf(change: Change): string {
  return change.list.uri ?? SAVED_TRACKS;
}

/** Says what is told; an event that can stand behind it has the same among its keys. */
export function keyOfChange(change: Change): string {
  const list = listOf(change);
  switch (change.kind) {
    case 'item-added':
    case 'item-removed':
    case 'artist-followed':
    case 'artist-unfollowed':
      return `${change.kind} ${list} ${change.item.uri}`;
    case 'item-unavailable':
    case 'item-available':
    case 'item-renamed':
      return `${change.kind} ${change.item.uri}`;
    case 'playlist-renamed':
    case 'playlist-described':
      return `${change.kind} ${list} ${change.after}`;
    case 'items-moved':
    case 'playlist-created':
    case 'playlist-gone':
    case 'playlist-returned':
    case 'playlist-cover':
    case 'playlist-visibility':
    case 'playlist-collaborative':
      return `${change.kind} ${list}`;
  }
}

/** True where what is told of can stand behind the change. A gap is told of without its URI. */
export function isBehind(key: string, change: Change): boolean {
  const told = keyOfChange(change);
  const isGap = change.kind === 'item-removed' && change.item.uri === '';
  return isGap ? key.startsWith(told) : key === told;
}

/** What may be told of an event, each once. */
export function keysOfEvent(event: RecordedEvent): string[] {
  const list = 'playlistId' in event ? `spotify:playlist:${event.playlistId}` : SAVED_TRACKS;
  switch (event.kind) {
    case 'track-saved':
      return [`item-added ${list} ${event.uri}`];
    case 'track-unsaved':
    case 'item-removed':
      return [`item-removed ${list} ${event.uri}`];
    case 'items-added':
      return event.uris.map((uri) => `item-added ${list} ${uri}`);
    case 'item-moved':
      return [`items-moved ${list}`];
    case 'saved':
    case 'unsaved':
      // In a collection of which nobody is told.
      return [];
    case 'greyed-out':
      return [`item-unavailable ${event.uri}`];
    case 'brought-back':
      return [`item-available ${event.uri}`];
    case 'renamed':
      return [`playlist-renamed ${list} ${event.after}`];
    case 'described':
      return [`playlist-described ${list} ${event.after}`];
    case 'playlist-created':
      return [`playlist-created ${list}`];
    case 'playlist-deleted':
      return [`playlist-gone ${list}`];
  }
}
