import type { UpdateLook, UpdatePhase } from '../../../shared/update-state.ts';
import { isNewerVersion } from './compare-versions.ts';

/** What a look that was written down says to the version that runs now. */
export function phaseOfLook(look: UpdateLook | null, version: string): UpdatePhase {
  if (look === null) {
    return { kind: 'resting', lookedAtMs: null };
  }
  const { atMs, offer, fault } = look;
  const trouble = fault === null ? null : ({ step: 'look', fault } as const);
  if (offer !== null && isNewerVersion(offer.version, version)) {
    return { kind: 'offered', offer, lookedAtMs: atMs, trouble };
  }
  if (trouble !== null) {
    return { kind: 'not-looked', atMs, trouble };
  }
  // A version that is newer than all that was seen was never compared with any.
  const isOlderLook = offer !== null && isNewerVersion(version, offer.version);
  return { kind: 'resting', lookedAtMs: isOlderLook ? null : atMs };
}
