import type { PlaylistSummary } from '../spotify/catalogue.ts';
import type { ContentsAccess, ListDescription, StoredList } from '../storage/lists.ts';

/** Whether the contents of a playlist may be read: only own and collaborative ones (facts §2). */
export function contentsAccess(
  summary: Pick<PlaylistSummary, 'ownerId' | 'isCollaborative'>,
  userId: string | null,
): 'readable' | 'not-ours' {
  return summary.isCollaborative || (summary.ownerId !== null && summary.ownerId === userId)
    ? 'readable'
    : 'not-ours';
}

/**
 * Whether the contents have to be read, and what is known of the access to them.
 * A snapshot that was seen before means that nothing moved; a playlist without one has to be read.
 * One whose contents were refused is asked again when it moves or in a full pass.
 */
export function decideContents(
  known: Pick<
    StoredList,
    'contents' | 'revisionId' | 'contentsSnapshotId' | 'listedSnapshotId'
  > | null,
  summary: Pick<PlaylistSummary, 'snapshotId' | 'ownerId' | 'isCollaborative'>,
  context: { readonly userId: string | null; readonly isFullPass: boolean },
): { readonly access: ContentsAccess; readonly read: boolean } {
  const access = contentsAccess(summary, context.userId);
  if (access === 'not-ours') {
    return { access, read: false };
  }
  if (known === null) {
    return { access, read: true };
  }
  const { snapshotId } = summary;
  const isKnownSnapshot =
    snapshotId !== null &&
    (snapshotId === known.contentsSnapshotId || snapshotId === known.listedSnapshotId);
  if (known.contents === 'refused') {
    const ask = context.isFullPass || (snapshotId !== null && !isKnownSnapshot);
    return { access: 'refused', read: ask };
  }
  return { access, read: known.revisionId === null || !isKnownSnapshot };
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
