import { describe, expect, it } from 'vitest';
import { needsQuickCheck } from '../../../../electron/storage/file-health.ts';

const DAY = 86_400_000;
const calm = { closedCleanly: true, checkedAtMs: 10 * DAY, nowMs: 11 * DAY, bytes: 100_000_000 };

describe('needsQuickCheck', () => {
  it.each([
    ['leaves a large file alone that was closed in good order', {}, false],
    ['walks a file that was not', { closedCleanly: false }, true],
    ['walks a small file at every start', { bytes: 1_000_000 }, true],
    ['walks every file once a week', { nowMs: 17 * DAY }, true],
    ['walks a file that was checked in the future', { nowMs: 9 * DAY }, true],
  ])('%s', (_, given, expected) => {
    expect(needsQuickCheck({ ...calm, ...given })).toBe(expected);
  });
});
