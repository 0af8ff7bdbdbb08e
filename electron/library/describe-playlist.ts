import type { PlaylistSummary } from '../spotify/catalogue.ts';
import { serializeYesNo } from '../storage/change-texts.ts';
import type { NewChange } from '../storage/changes.ts';
import type { ListDescription, StoredList } from '../storage/lists.ts';
import { coverOf, isAnotherCover } from './cover.ts';

/** The part of a change that says what it was. */
export type PlaylistNews = Pick<NewChange, 'kind' | 'texts'>;

/** A playlist as it is listed now; what Spotify leaves out this time stays as it was. */
export function describedNow(
  known: StoredList | null,
  summary: PlaylistSummary,
): ListDescription & { readonly cover: string | null } {
  return {
    name: summary.name,
    description: summary.description ?? known?.description ?? '',
    ownerId: summary.ownerId ?? known?.ownerId ?? null,
    ownerName: summary.ownerName ?? known?.ownerName ?? null,
    isPublic: summary.isPublic ?? known?.isPublic ?? null,
    isCollaborative: summary.isCollaborative ?? known?.isCollaborative ?? false,
    cover: coverOf(summary.imageUrl) ?? known?.cover ?? null,
  };
}

/** What is told of a playlist that stands there as before, apart from its contents. */
export function playlistNews(
  known: StoredList,
  now: ReturnType<typeof describedNow>,
  nowMs: number,
): readonly PlaylistNews[] {
  const news: PlaylistNews[] = [];
  if (known.name !== now.name) {
    news.push({ kind: 'playlist-renamed', texts: { before: known.name, after: now.name } });
  }
  if (known.description !== now.description) {
    const texts = { before: known.description, after: now.description };
    news.push({ kind: 'playlist-described', texts });
  }
  if (isAnotherCover(known, now.cover, nowMs)) {
    news.push({ kind: 'playlist-cover' });
  }
  if (known.isPublic !== null && now.isPublic !== null && known.isPublic !== now.isPublic) {
    const texts = serializeYesNo(known.isPublic, now.isPublic);
    news.push({ kind: 'playlist-visibility', texts });
  }
  if (known.isCollaborative !== now.isCollaborative) {
    const texts = serializeYesNo(known.isCollaborative, now.isCollaborative);
    news.push({ kind: 'playlist-collaborative', texts });
  }
  return news;
}
