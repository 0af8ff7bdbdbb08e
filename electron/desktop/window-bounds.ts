/** A rectangle in Electron's device-independent pixels. */
export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const MIN_WINDOW_SIZE = { width: 720, height: 480 } as const;
const DEFAULT_WINDOW_SIZE = { width: 1120, height: 760 } as const;

/**
 * Where to put the window: where it was, if enough of it would still be seen there, else centred on
 * the first display. Never larger than the display, never smaller than the minimum.
 *
 * @param workAreas the displays without their panels, the primary one first
 */
export function fitToDisplays(remembered: Bounds | null, workAreas: readonly Bounds[]): Bounds {
  const primary = workAreas[0] ?? { x: 0, y: 0, ...DEFAULT_WINDOW_SIZE };
  if (remembered === null) {
    return centred(DEFAULT_WINDOW_SIZE, primary);
  }
  const home = workAreas.find((area) => isReachable(remembered, area));
  return home === undefined ? centred(remembered, primary) : inside(remembered, home);
}

/** A strip of the title bar wide enough to be grabbed must lie on the display. */
function isReachable(bounds: Bounds, area: Bounds): boolean {
  const left = Math.max(bounds.x, area.x);
  const right = Math.min(bounds.x + bounds.width, area.x + area.width);
  const topIsVisible = bounds.y >= area.y - 8 && bounds.y <= area.y + area.height - 48;
  return right - left >= 120 && topIsVisible;
}

function inside(bounds: Bounds, area: Bounds): Bounds {
  const { width, height } = sized(bounds, area);
  return {
    x: clamp(bounds.x, area.x, area.x + area.width - width),
    y: clamp(bounds.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

function centred(size: { width: number; height: number }, area: Bounds): Bounds {
  const { width, height } = sized(size, area);
  return {
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + (area.height - height) / 2),
    width,
    height,
  };
}

function sized(size: { width: number; height: number }, area: Bounds) {
  return {
    width: Math.round(Math.max(MIN_WINDOW_SIZE.width, Math.min(size.width, area.width))),
    height: Math.round(Math.max(MIN_WINDOW_SIZE.height, Math.min(size.height, area.height))),
  };
}

/** The lower limit wins: a display smaller than the window shows its top left corner. */
function clamp(value: number, low: number, high: number): number {
  return Math.round(Math.max(low, Math.min(value, high)));
}
