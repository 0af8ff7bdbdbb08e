/** A list may lose as many at once without anybody being asked again. */
const ORDINARY_LOSS = 20;

/**
 * Whether a list lost so much between two looks that an answer which leaves things out is likelier
 * than a user who removed them: all of it, or more than half of a longer one.
 */
export function isLargeLoss(rows: { readonly before: number; readonly now: number }): boolean {
  const { before, now } = rows;
  return before > now && (now === 0 || (before - now > ORDINARY_LOSS && now * 2 < before));
}
