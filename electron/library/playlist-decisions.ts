import type { PlaylistSummary } from '../spotify/catalogue.ts';
import type { ContentsAccess, ListDescription, StoredList } from '../storage/lists.ts';
import { isWaiting } from './collection-due.ts';

/** Whether the contents of a playlist may be read: only own and collaborative ones (facts §2). */
export function contentsAccess(
  summary: { readonly ownerId: string | null; readonly isCollaborative: boolean },
  userId: string | null,
): 'readable' | 'not-ours' {
  return summary.isCollaborative || (summary.ownerId !== null && summary.ownerId === userId)
    ? 'readable'
    : 'not-ours';
}

/**
 * Whether the contents have to be read, and what is known of the access to them.
 * A snapshot that was seen before means that nothing moved; a playlist without one has to be read.
 * One whose contents were refused, or never were whole, is left alone for a while: see
 * `waitAfterTrouble`. A refused one is asked again as soon as it moves.
 */
export function decideContents(
  known: Pick<
    StoredList,
    'contents' | 'revisionId' | 'contentsSnapshotId' | 'listedSnapshotId' | 'retryAtMs'
  > | null,
  summary: Pick<PlaylistSummary, 'snapshotId' | 'ownerId'> & { readonly isCollaborative: boolean },
  context: {
    readonly userId: string | null;
    readonly nowMs: number;
    readonly isByHand: boolean;
  },
): { readonly access: ContentsAccess; readonly read: boolean } {
  const access = contentsAccess(summary, context.userId);
  if (access === 'not-ours') {
    return { access, read: false };
  }
  if (known === null) {
    return { access, read: true };
  }
  const { snapshotId } = summary;
  const isKnown = isKnownSnapshot(known, snapshotId);
  const waits = !context.isByHand && isWaiting(known.retryAtMs, context.nowMs);
  if (known.contents === 'refused') {
    const ask = !waits || (snapshotId !== null && !isKnown);
    return { access: 'refused', read: ask };
  }
  return { access, read: !waits && (known.revisionId === null || !isKnown) };
}

/** Whether the playlists list shows the contents as they were read. */
export function isKnownSnapshot(
  known: Pick<StoredList, 'contentsSnapshotId' | 'listedSnapshotId'>,
  snapshotId: string | null,
): boolean {
  return (
    snapshotId !== null &&
    (snapshotId === known.contentsSnapshotId || snapshotId === known.listedSnapshotId)
  );
}

/** True when anything that the history keeps of a playlist differs. */
export function isDescribedOtherwise(known: ListDescription, seen: ListDescription): boolean {
  return (
    known.name !== seen.name ||
    known.description !== seen.description ||
    known.ownerId !== seen.ownerId ||
    known.ownerName !== seen.ownerName ||
    known.isPublic !== seen.isPublic ||
    known.isCollaborative !== seen.isCollaborative
  );
}
