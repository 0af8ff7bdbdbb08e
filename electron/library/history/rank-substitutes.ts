import type { ItemSummary } from '../../../shared/change.ts';
import type { Substitute } from '../../../shared/history.ts';
import type { SubstituteCandidate } from '../../storage/history-items.ts';

/**
 * Orders what could stand in for an item that Spotify does not play: the same album first, then what
 * the user has saved, then what stands in more lists; names and URIs keep the order steady.
 *
 * @param candidates - available items of the same recording (ISRC)
 */
export function rankSubstitutes(
  album: string | null,
  candidates: readonly SubstituteCandidate[],
): Substitute[] {
  return candidates
    .map((candidate) => ({ ...candidate, isSameAlbum: isSameName(candidate.item.album, album) }))
    .sort(
      (one, other) =>
        Number(other.isSameAlbum) - Number(one.isSameAlbum) ||
        Number(other.isSaved) - Number(one.isSaved) ||
        other.lists - one.lists ||
        compareTexts(title(one.item), title(other.item)) ||
        compareTexts(one.item.uri, other.item.uri),
    );
}

function isSameName(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && fold(one) === fold(other);
}

function fold(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

function title({ name, album }: ItemSummary): string {
  return `${name}\n${album ?? ''}`;
}

/** By code units, so that the order is the same everywhere. */
function compareTexts(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
