import { describe, expect, it } from 'vitest';
import { availabilityStep } from '../../../../electron/library/availability-step.ts';
import type { StoredAvailability } from '../../../../electron/storage/items.ts';

type Row = [StoredAvailability, StoredAvailability, StoredAvailability, string | null];

describe('availabilityStep', () => {
  it.each<Row>([
    ['unknown', 'unknown', 'unknown', null],
    ['unknown', 'available', 'available', null],
    // Nothing was known before, so nothing is known to have changed.
    ['unknown', 'unavailable', 'unavailable', null],
    ['unknown', 'missing', 'missing', 'item-unavailable'],
    ['available', 'unknown', 'available', null],
    ['available', 'available', 'available', null],
    ['available', 'unavailable', 'unavailable', 'item-unavailable'],
    ['available', 'missing', 'missing', 'item-unavailable'],
    ['unavailable', 'unknown', 'unavailable', null],
    ['unavailable', 'available', 'available', 'item-available'],
    ['unavailable', 'unavailable', 'unavailable', null],
    ['unavailable', 'missing', 'missing', null],
    ['missing', 'unknown', 'unknown', 'item-available'],
    ['missing', 'available', 'available', 'item-available'],
    ['missing', 'unavailable', 'unavailable', null],
    ['missing', 'missing', 'missing', null],
  ])('%s, then seen %s: now %s, told as %s', (known, seen, next, change) => {
    expect(availabilityStep(known, seen)).toEqual({ next, change });
  });
});
