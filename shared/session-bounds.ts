/**
 * Bounds of every number that can be set; both ends are allowed. They stand apart from the schemas,
 * which stay out of the window's bundle.
 */
export const SESSION_BOUNDS = {
  skewSeconds: { min: 10, max: 300 },
  timeoutSeconds: { min: 5, max: 120 },
  maxRetries: { min: 0, max: 10 },
  signInLimitSeconds: { min: 60, max: 900 },
} as const;
export type BoundedSessionSetting = keyof typeof SESSION_BOUNDS;
