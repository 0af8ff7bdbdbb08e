/**
 * Bounds of every number that can be set about the desktop; both ends are allowed. They stand apart
 * from the schemas, which stay out of the window's bundle.
 */
export const MINUTE_OF_DAY_BOUNDS = { min: 0, max: 24 * 60 - 1 } as const;
