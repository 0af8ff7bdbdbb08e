import { describe, expect, it } from 'vitest';
import { isBuildFresh } from '../../../../scripts/build/build-freshness.ts';

describe('a build', () => {
  it('is fresh when every output is newer than every source', () => {
    expect(isBuildFresh({ outputsMs: [11, 12], newestSourceMs: 10 })).toBe(true);
  });

  it('is stale when one output is missing, as after a build that failed half-way', () => {
    expect(isBuildFresh({ outputsMs: [11, null], newestSourceMs: 10 })).toBe(false);
  });

  it('is stale when a source is newer than one output', () => {
    expect(isBuildFresh({ outputsMs: [20, 11], newestSourceMs: 12 })).toBe(false);
  });

  it('is stale when source and output are of the same moment', () => {
    expect(isBuildFresh({ outputsMs: [10], newestSourceMs: 10 })).toBe(false);
  });
});
