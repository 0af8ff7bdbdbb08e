import type { RequestSettings } from './request-settings.ts';

/**
 * What holds until the user sets something else. 800 and 500 stay clear of the 1,100 in all and the
 * 600 in one bucket at which users were locked out (facts §3).
 */
export const DEFAULT_REQUEST_SETTINGS: RequestSettings = {
  checkIntervalMinutes: 60,
  requestBudgetPerDay: 800,
  requestBudgetPerFamilyPerDay: 500,
  requestsKeptOneIn: 8,
  availabilityDays: 14,
};
