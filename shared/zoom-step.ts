import { ZOOM_BOUNDS } from './window-bounds.ts';
import { DEFAULT_WINDOW_SETTINGS } from './window-defaults.ts';

/** The sizes that "zoom in" and "zoom out" walk through, in percent. */
const STEPS: readonly number[] = [75, 90, 100, 110, 125, 150, 175, 200, 250, 300];

export type ZoomMove = 'in' | 'out' | 'reset';

/** The zoom after one more step, in percent; at either end it stays. */
export function zoomAfter(zoomPercent: number, move: ZoomMove): number {
  switch (move) {
    case 'reset':
      return DEFAULT_WINDOW_SETTINGS.zoomPercent;
    case 'in':
      return STEPS.find((step) => step > zoomPercent) ?? ZOOM_BOUNDS.max;
    case 'out':
      return STEPS.findLast((step) => step < zoomPercent) ?? ZOOM_BOUNDS.min;
  }
}
