/** Where times stand on a band of some width. */
export interface TimeScale {
  readonly xOf: (atMs: number) => number;
  /** Also beyond both ends. */
  readonly timeAt: (x: number) => number;
}

/**
 * @param insetPx - room at both ends, so that a handle there is whole
 */
export function timeScale(
  startMs: number,
  endMs: number,
  widthPx: number,
  insetPx: number,
): TimeScale {
  // A history of one moment stands at the end, where "now" is.
  const spanMs = Math.max(1, endMs - startMs);
  const roomPx = Math.max(1, widthPx - 2 * insetPx);
  const fromMs = endMs - spanMs;
  return {
    xOf: (atMs) => insetPx + (roomPx * (atMs - fromMs)) / spanMs,
    timeAt: (x) => fromMs + (spanMs * (x - insetPx)) / roomPx,
  };
}

/** Whole pixels at which at least one of the times stands, each once, from left to right. */
export function tickPositions(times: readonly number[], { xOf }: TimeScale): readonly number[] {
  return [...new Set(times.map((atMs) => Math.round(xOf(atMs))))].sort((one, other) => one - other);
}
