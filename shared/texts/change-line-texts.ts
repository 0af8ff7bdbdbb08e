import { assertNever } from '../assert-never.ts';
import type { Change } from '../change.ts';
import { changesTexts } from './changes-texts.ts';
import { artistLine, itemName, listName, namingLine, onOneLine } from './item-name.ts';
import { countOf } from './quantities.ts';
import type { TextFormat } from './text-format.ts';

/** The name that a row of the feed carries. */
export function changeName(change: Change, format: TextFormat = {}): string {
  switch (change.kind) {
    case 'item-added':
    case 'item-removed':
    case 'item-unavailable':
    case 'item-available':
    case 'item-renamed':
    case 'artist-followed':
    case 'artist-unfollowed':
      return itemName(change.item);
    case 'items-moved':
      return countOf(change.count, 'item', 'items', format);
    case 'playlist-renamed':
      return listName({ kind: 'playlist', name: change.after });
    case 'playlist-created':
    case 'playlist-gone':
    case 'playlist-returned':
    case 'playlist-described':
    case 'playlist-cover':
    case 'playlist-visibility':
    case 'playlist-collaborative':
      return listName(change.list);
    default:
      return assertNever(change);
  }
}

/** What stands below the name, in parts: artists and album, the earlier name, the description. */
export function changeByline(change: Change): readonly string[] {
  const parts: string[] = [];
  switch (change.kind) {
    case 'item-added':
    case 'item-removed':
    case 'item-unavailable':
    case 'item-available':
      parts.push(artistLine(change.item), onOneLine(change.item.album ?? ''));
      if (change.kind === 'item-added' && change.addedBy !== null && !change.addedByUser) {
        parts.push(changesTexts.addedBy(onOneLine(change.addedBy)));
      }
      break;
    case 'item-renamed':
      parts.push(changesTexts.before(namingLine(change.before, change.item)));
      break;
    case 'items-moved':
      parts.push(changesTexts.newOrder);
      break;
    case 'playlist-renamed':
      parts.push(changesTexts.before(listName({ kind: 'playlist', name: change.before })));
      break;
    case 'playlist-described':
      parts.push(onOneLine(change.after) || changesTexts.descriptionRemoved);
      break;
    case 'playlist-visibility':
      parts.push(change.isPublic ? changesTexts.nowPublic : changesTexts.nowPrivate);
      break;
    case 'playlist-collaborative':
      parts.push(change.isCollaborative ? changesTexts.nowShared : changesTexts.nowUnshared);
      break;
    case 'artist-followed':
    case 'artist-unfollowed':
    case 'playlist-created':
    case 'playlist-gone':
    case 'playlist-returned':
    case 'playlist-cover':
      break;
    default:
      return assertNever(change);
  }
  return parts.filter(Boolean);
}
