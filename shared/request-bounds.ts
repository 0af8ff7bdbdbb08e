/**
 * Bounds of every number that can be set about requests; both ends are allowed. They stand apart
 * from the schemas, which stay out of the window's bundle.
 */
export const REQUEST_BOUNDS = {
  checkIntervalMinutes: { min: 15, max: 1_440 },
  requestBudgetPerDay: { min: 50, max: 5_000 },
  requestBudgetPerFamilyPerDay: { min: 50, max: 5_000 },
  requestsKeptOneIn: { min: 2, max: 50 },
  availabilityDays: { min: 7, max: 90 },
} as const;
export type BoundedRequestSetting = keyof typeof REQUEST_BOUNDS;
