/**
 * Bounds of every number that can be set about what is kept; both ends are allowed. They stand apart
 * from the schemas, which stay out of the window's bundle.
 */
export const HISTORY_BOUNDS = {
  retentionMonths: { min: 1, max: 120 },
} as const;
