import type { Change, ChangeKind } from '../change.ts';
import type { FeedRow } from '../change-feed.ts';
import { changeName } from './change-line-texts.ts';
import { isolated, listName, quoted } from './item-name.ts';
import { countOf, groupedNumber } from './quantities.ts';
import type { TextFormat } from './text-format.ts';
import { windowPhrase } from './time-phrases.ts';

type Group = Extract<FeedRow, { kind: 'group' }>;

/** "37 added to “Road trip”": many changes of one kind in one list. */
export function groupTitle(
  { change, count, list }: Pick<Group, 'change' | 'count' | 'list'>,
  format: TextFormat = {},
): string {
  const name = quoted(listName(list));
  const number = groupedNumber(count, format);
  const playlists = countOf(count, 'playlist', 'playlists', format);
  const titles: Readonly<Record<ChangeKind, string>> = {
    'item-added': `${number} added to ${name}`,
    'item-removed': `${number} removed from ${name}`,
    'item-unavailable': `${number} no longer available in ${name}`,
    'item-available': `${number} available again in ${name}`,
    'item-renamed': `${number} renamed in ${name}`,
    'artist-followed': `${countOf(count, 'artist', 'artists', format)} followed`,
    'artist-unfollowed': `${countOf(count, 'artist', 'artists', format)} no longer followed`,
    'items-moved': `${name} was put in a new order ${countOf(count, 'time', 'times', format)}`,
    'playlist-created': `${countOf(count, 'new playlist', 'new playlists', format)}`,
    'playlist-gone': `${playlists} gone`,
    'playlist-returned': `${playlists} back`,
    'playlist-renamed': `${playlists} renamed`,
    'playlist-described': `${playlists} with a new description`,
    'playlist-cover': `${playlists} with a new cover`,
    'playlist-visibility': `${playlists} made public or private`,
    'playlist-collaborative': `${playlists} shared or no longer shared`,
  };
  return titles[change];
}

/** "Night Bus, Paper Lanterns, Saltwater Radio and 34 more". */
export function groupNames(
  { newest, count }: { readonly newest: readonly Change[]; readonly count: number },
  format: TextFormat = {},
): string {
  const names = newest.map((change) => isolated(changeName(change, format))).join(', ');
  const more = count - newest.length;
  return more > 0 ? `${names} and ${groupedNumber(more, format)} more` : names;
}

/** "37 added to “Road trip”, 12 new, between 14:02 and 15:02", for screen readers. */
export function spokenGroup(group: Group, nowMs: number, format: TextFormat = {}): string {
  const { unread, observedAfterMs, observedBeforeMs } = group;
  return [
    groupTitle(group, format),
    ...(unread > 0 ? [`${groupedNumber(unread, format)} new`] : []),
    windowPhrase(observedAfterMs, observedBeforeMs, nowMs, format),
  ].join(', ');
}
