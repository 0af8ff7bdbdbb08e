import { z } from 'zod';
import { REQUEST_BOUNDS } from './request-bounds.ts';

const bounded = ({ min, max }: { readonly min: number; readonly max: number }) =>
  z.number().int().min(min).max(max);

/** What can be set about how often Spotify is asked. */
export const requestSettingsSchema = z.object({
  /** Between two light checks. */
  checkIntervalMinutes: bounded(REQUEST_BOUNDS.checkIntervalMinutes),
  /** Requests in 24 hours, in all. */
  requestBudgetPerDay: bounded(REQUEST_BOUNDS.requestBudgetPerDay),
  /** Requests in 24 hours of one family; above the budget in all, that one holds. */
  requestBudgetPerFamilyPerDay: bounded(REQUEST_BOUNDS.requestBudgetPerFamilyPerDay),
  /** One request of so many, of every limit, is kept for what the user asks by hand. */
  requestsKeptOneIn: bounded(REQUEST_BOUNDS.requestsKeptOneIn),
  /** In so many days every list is looked through once, even where nothing seems to have changed. */
  availabilityDays: bounded(REQUEST_BOUNDS.availabilityDays),
});
export type RequestSettings = z.infer<typeof requestSettingsSchema>;
