import { assertNever } from '../assert-never.ts';
import type { Change, ChangeKind } from '../change.ts';
import { inSentence } from './foreign-text.ts';
import { itemName, itemPhrase, listName, namingLine, quoted } from './item-name.ts';
import { countOf } from './quantities.ts';
import type { TextFormat } from './text-format.ts';
import { windowPhrase } from './time-phrases.ts';

const LONGEST_NAME = 80;
const LONGEST_DESCRIPTION = 160;

export interface ChangeSentence {
  /** What happened, in one line: "Removed “Night Bus” by Mara Lind". */
  readonly title: string;
  /** Where it happened, or what it is now. */
  readonly detail: string;
}

/** One change as a sentence, for the tray, notifications and screen readers. */
export function describeChange(change: Change, format: TextFormat = {}): ChangeSentence {
  const listInSentence = inSentence(listName(change.list), LONGEST_NAME);
  const inList = `in ${listInSentence}`;
  const list = quoted(listName(change.list));
  switch (change.kind) {
    case 'item-added':
      return { title: `Added ${itemPhrase(change.item)}`, detail: inList };
    case 'item-removed':
      return { title: `Removed ${itemPhrase(change.item)}`, detail: `from ${listInSentence}` };
    case 'item-unavailable':
      return { title: `No longer available: ${itemPhrase(change.item)}`, detail: inList };
    case 'item-available':
      return { title: `Available again: ${itemPhrase(change.item)}`, detail: inList };
    case 'item-renamed':
      return {
        title: `Renamed ${itemPhrase(change.item)}`,
        detail: `before: ${namingLine(change.before, change.item)}`,
      };
    case 'artist-followed':
      return { title: `Followed ${quoted(itemName(change.item))}`, detail: inList };
    case 'artist-unfollowed':
      return { title: `No longer followed: ${quoted(itemName(change.item))}`, detail: inList };
    case 'items-moved':
      return {
        title: `${countOf(change.count, 'item', 'items', format)} moved`,
        detail: inList,
      };
    case 'playlist-created':
      return { title: `New playlist ${list}`, detail: 'in your playlists' };
    case 'playlist-gone':
      return { title: `Playlist ${list} is gone`, detail: 'from your playlists' };
    case 'playlist-returned':
      return { title: `Playlist ${list} is back`, detail: 'in your playlists' };
    case 'playlist-renamed':
      return {
        title: `Playlist ${list} has a new name`,
        detail: `${quoted(namedText(change.before))} is now ${quoted(namedText(change.after))}`,
      };
    case 'playlist-described':
      return {
        title: `Playlist ${list} has a new description`,
        detail: inSentence(change.after, LONGEST_DESCRIPTION) || 'The description was removed',
      };
    case 'playlist-cover':
      return { title: `Playlist ${list} has a new cover`, detail: 'in your playlists' };
    case 'playlist-visibility':
      return {
        title: `Playlist ${list} is ${change.isPublic ? 'public' : 'private'} now`,
        detail: 'in your playlists',
      };
    case 'playlist-collaborative':
      return {
        title: change.isCollaborative
          ? `Others can change playlist ${list} now`
          : `Others can no longer change playlist ${list}`,
        detail: 'in your playlists',
      };
    default:
      return assertNever(change);
  }
}

/** When it was observed: "between 14:02 and 15:02". Nothing narrower is known. */
export function observedPhrase(change: Change, nowMs: number, format: TextFormat = {}): string {
  return windowPhrase(change.observedAfterMs, change.observedBeforeMs, nowMs, format);
}

/** What happened, in a word or two, for a list where the name stands beside it. */
export const CHANGE_LABELS: Readonly<Record<ChangeKind, string>> = {
  'item-added': 'Added',
  'item-removed': 'Removed',
  'item-unavailable': 'Unavailable',
  'item-available': 'Available again',
  'item-renamed': 'Renamed',
  'artist-followed': 'Followed',
  'artist-unfollowed': 'Unfollowed',
  'items-moved': 'Moved',
  'playlist-created': 'New playlist',
  'playlist-gone': 'Playlist gone',
  'playlist-returned': 'Playlist back',
  'playlist-renamed': 'Renamed',
  'playlist-described': 'New description',
  'playlist-cover': 'New cover',
  'playlist-visibility': 'Visibility',
  'playlist-collaborative': 'Sharing',
};

function namedText(name: string): string {
  return listName({ kind: 'playlist', name });
}
