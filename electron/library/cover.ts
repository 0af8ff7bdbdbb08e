/** The picture is put together by Spotify from what is in the list: it follows the contents. */
const MADE_BY_SPOTIFY = 'made-by-spotify';

/**
 * What is known of a playlist's picture from its address. Addresses die within a day (facts §5) and
 * come from several hosts in several sizes, so they cannot be compared. But the recorded ones end in
 * 40 hexadecimal digits: 8 for the kind of picture, 8 for the size, 24 for the picture itself. `ab67706c`
 * is a picture that a user uploaded, `ab67616d` an album's; a mosaic of four of these has a host of
 * its own. Of any other address nothing can be said.
 *
 * @returns null where nothing is known; else equal for equal pictures
 */
export function coverOf(imageUrl: string | null): string | null {
  const own = /\/image\/ab67706c[0-9a-f]{8}([0-9a-f]{24})$/.exec(imageUrl ?? '')?.[1];
  if (own !== undefined) {
    return `own ${own}`;
  }
  const isMade =
    /^https:\/\/mosaic\.scdn\.co\//.test(imageUrl ?? '') ||
    /\/image\/ab67616d[0-9a-f]{32}$/.test(imageUrl ?? '');
  return isMade ? MADE_BY_SPOTIFY : null;
}

/** Longer than any address of a playlist's picture lives (facts §5). */
const PROVEN_MS = 2 * 24 * 3_600_000;

/**
 * Whether the user is to be told of another picture. That one of the user's own became a mosaic, or
 * the other way round, shows by itself. That one became another shows only by the digits, of which
 * nobody promised that they outlive the address: they count where they stood for two days. A picture
 * replaced sooner is not told of; false news would be worse.
 */
export function isAnotherCover(
  known: { readonly cover: string | null; readonly coverSinceMs: number | null },
  now: string | null,
  nowMs: number,
): boolean {
  if (known.cover === null || now === null || known.cover === now) {
    return false;
  }
  return (
    known.cover === MADE_BY_SPOTIFY ||
    now === MADE_BY_SPOTIFY ||
    (known.coverSinceMs !== null && nowMs - known.coverSinceMs >= PROVEN_MS)
  );
}
