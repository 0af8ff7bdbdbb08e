import { describe, expect, it } from 'vitest';
import { shareOver, tickOf } from '../../../../../renderer/pages/connection/life-shares.ts';

const HOUR_MS = 3_600_000;

describe('how much of a span is over', () => {
  it.each([
    [0, 100, 25, 0.25],
    [0, 100, 0, 0],
    [0, 100, 100, 1],
    // The clock went back, or the token outlived its end.
    [0, 100, -50, 0],
    [0, 100, 150, 1],
    [100, 100, 50, 1],
    [100, 50, 70, 1],
  ])('from %i to %i at %i: %d', (fromMs, toMs, nowMs, share) => {
    expect(shareOver(fromMs, toMs, nowMs)).toBe(share);
  });
});

describe('drawing a bar again', () => {
  it.each([
    [10_000, 1_000],
    [HOUR_MS, 15_000],
    [180 * 24 * HOUR_MS, 30_000],
    [-5, 1_000],
  ])('a span of %i ms: every %i ms', (spanMs, tickMs) => {
    expect(tickOf(0, spanMs)).toBe(tickMs);
  });
});
