import { describe, expect, it } from 'vitest';
import { ZOOM_BOUNDS } from '../../../shared/window-bounds.ts';
import { type ZoomMove, zoomAfter } from '../../../shared/zoom-step.ts';

describe('zoomAfter', () => {
  it.each<[number, ZoomMove, number]>([
    [100, 'in', 110],
    [110, 'in', 125],
    [100, 'out', 90],
    [137, 'in', 150],
    [137, 'out', 125],
    [300, 'in', 300],
    [75, 'out', 75],
    [220, 'reset', 100],
  ])('from %i %% %s: %i %%', (from, move, expected) => {
    expect(zoomAfter(from, move)).toBe(expected);
  });

  it('comes to both ends and back, and never beyond', () => {
    const walk = (from: number, move: ZoomMove): number[] => {
      const next = zoomAfter(from, move);
      return next === from ? [from] : [from, ...walk(next, move)];
    };
    const up = walk(ZOOM_BOUNDS.min, 'in');
    expect(up.at(-1)).toBe(ZOOM_BOUNDS.max);
    expect(walk(ZOOM_BOUNDS.max, 'out')).toEqual(up.toReversed());
    expect(up).toEqual(expect.arrayContaining([100, 125, 150, 175, 200]));
  });
});
