export interface BuildTimes {
  /** Last change of each file the build must leave; null for one that is not there. */
  readonly outputsMs: readonly (number | null)[];
  /** Last change of the newest file that goes into the build. */
  readonly newestSourceMs: number;
}

/** A build is fresh when each of its outputs is there and newer than every source. */
export function isBuildFresh({ outputsMs, newestSourceMs }: BuildTimes): boolean {
  return outputsMs.every((outputMs) => outputMs !== null && outputMs > newestSourceMs);
}
