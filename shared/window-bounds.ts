/**
 * Bounds of the zoom; both ends are allowed. They stand apart from the schemas, which stay out of
 * the window's bundle.
 */
export const ZOOM_BOUNDS = { min: 75, max: 300 } as const;
