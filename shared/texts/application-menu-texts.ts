import type { ZoomMove } from '../zoom-step.ts';

/** The menu of the program, as far as the system does not name it by itself. */
export const applicationMenuTexts = {
  file: 'File',
  quit: 'Quit Cratewatch',
  view: 'View',
  window: 'Window',
  zoom: {
    reset: 'Actual Size',
    in: 'Zoom In',
    out: 'Zoom Out',
  } satisfies Readonly<Record<ZoomMove, string>>,
} as const;
