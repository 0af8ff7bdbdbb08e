import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Bounds,
  fitToDisplays,
  MIN_WINDOW_SIZE,
} from '../../../../electron/desktop/window-bounds.ts';

const PRIMARY: Bounds = { x: 0, y: 30, width: 1920, height: 1050 };
const LEFT: Bounds = { x: -1280, y: 0, width: 1280, height: 1024 };

describe('the window’s place', () => {
  it.each<[string, Bounds | null, readonly Bounds[], Bounds]>([
    ['is the middle at first', null, [PRIMARY], { x: 400, y: 175, width: 1120, height: 760 }],
    [
      'is where it was',
      { x: 100, y: 100, width: 900, height: 600 },
      [PRIMARY],
      { x: 100, y: 100, width: 900, height: 600 },
    ],
    [
      'is on the second display where it was',
      { x: -1200, y: 50, width: 900, height: 600 },
      [PRIMARY, LEFT],
      { x: -1200, y: 50, width: 900, height: 600 },
    ],
    [
      'is the middle of the first when its display is gone',
      { x: -1200, y: 50, width: 900, height: 600 },
      [PRIMARY],
      { x: 510, y: 255, width: 900, height: 600 },
    ],
    [
      'is pulled in where it hung over the edge',
      { x: 1500, y: 800, width: 900, height: 600 },
      [PRIMARY],
      { x: 1020, y: 480, width: 900, height: 600 },
    ],
    [
      'is no larger than the display',
      { x: 0, y: 30, width: 4000, height: 3000 },
      [PRIMARY],
      { x: 0, y: 30, width: 1920, height: 1050 },
    ],
    [
      'is no smaller than the minimum',
      { x: 50, y: 50, width: 10, height: 10 },
      [PRIMARY],
      { x: 510 + 90, y: 315, ...MIN_WINDOW_SIZE },
    ],
  ])('%s', (_name, remembered, areas, expected) => {
    expect(fitToDisplays(remembered, areas)).toEqual(expected);
  });

  it('always lies inside a display that is large enough', () => {
    const anyBounds = fc.record({
      x: fc.integer({ min: -5000, max: 5000 }),
      y: fc.integer({ min: -5000, max: 5000 }),
      width: fc.integer({ min: 0, max: 9000 }),
      height: fc.integer({ min: 0, max: 9000 }),
    });
    fc.assert(
      fc.property(anyBounds, (remembered) => {
        const fitted = fitToDisplays(remembered, [PRIMARY, LEFT]);
        const isInside = [PRIMARY, LEFT].some(
          (area) =>
            fitted.x >= area.x &&
            fitted.y >= area.y &&
            fitted.x + fitted.width <= area.x + area.width &&
            fitted.y + fitted.height <= area.y + area.height,
        );
        expect(isInside).toBe(true);
        expect(fitted.width).toBeGreaterThanOrEqual(MIN_WINDOW_SIZE.width);
        expect(fitted.height).toBeGreaterThanOrEqual(MIN_WINDOW_SIZE.height);
      }),
    );
  });
});
