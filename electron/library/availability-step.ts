import type { StoredAvailability } from '../storage/items.ts';

export interface AvailabilityStep {
  readonly next: StoredAvailability;
  /** What the user is told; null when nothing is known to have changed. */
  readonly change: 'item-unavailable' | 'item-available' | null;
}

/**
 * What a new sight of an item means. A missing field says nothing (facts §2), so `unknown` never
 * ends `unavailable`; but an item that is shown again is no longer `missing`.
 */
export function availabilityStep(
  known: StoredAvailability,
  seen: StoredAvailability,
): AvailabilityStep {
  switch (seen) {
    case 'unknown':
      return known === 'missing'
        ? { next: 'unknown', change: 'item-available' }
        : { next: known, change: null };
    case 'available':
      return {
        next: 'available',
        change: known === 'unavailable' || known === 'missing' ? 'item-available' : null,
      };
    case 'unavailable':
      return { next: 'unavailable', change: known === 'available' ? 'item-unavailable' : null };
    case 'missing':
      return {
        next: 'missing',
        change: known === 'available' || known === 'unknown' ? 'item-unavailable' : null,
      };
  }
}
