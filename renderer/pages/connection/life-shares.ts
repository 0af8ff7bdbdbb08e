/** How much of a span is over, from 0 to 1. A span without length is over. */
export function shareOver(fromMs: number, toMs: number, nowMs: number): number {
  if (toMs <= fromMs) return 1;
  return Math.min(1, Math.max(0, (nowMs - fromMs) / (toMs - fromMs)));
}

const SLOWEST_TICK_MS = 30_000;
const FASTEST_TICK_MS = 1_000;
/** About the pixels of a picture: a step that cannot be seen needs no drawing. */
const STEPS = 240;

/** How often a picture of this span is worth drawing again. */
export function tickOf(fromMs: number, toMs: number): number {
  return Math.min(SLOWEST_TICK_MS, Math.max(FASTEST_TICK_MS, (toMs - fromMs) / STEPS));
}
