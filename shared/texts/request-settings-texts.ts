import { requestsADay } from '../request-estimate.ts';
import { reserveOf } from '../request-reserve.ts';
import { groupedNumber } from './quantities.ts';
import type { TextFormat } from './text-format.ts';

export const requestSettingsTexts = {
  title: 'Checking and requests',
  used: 'See what was used',
  fields: {
    checkIntervalMinutes: {
      name: 'Time between two checks',
      purpose: 'How often Cratewatch looks at your library by itself.',
      unit: 'minutes',
    },
    requestBudgetPerDay: {
      name: 'Requests in 24 hours',
      purpose: 'Cratewatch never asks Spotify more often, whatever happens.',
      unit: 'requests',
    },
    requestBudgetPerFamilyPerDay: {
      name: 'Requests of one kind in 24 hours',
      purpose:
        'The same for each kind alone, such as playlists or their contents. Spotify counts them apart as well.',
      unit: 'requests',
    },
    requestsKeptOneIn: {
      name: 'One request kept for you in every',
      purpose:
        'Cratewatch’s own checks leave so much of each limit alone, so that “Check now” still works when they have used up their share.',
      unit: 'requests',
    },
    availabilityDays: {
      name: 'Time to look through everything',
      purpose:
        'Spotify does not tell when a track stops playing. Lists that seem unchanged are looked through bit by bit, each once in this time.',
      unit: 'days',
    },
  },
} as const;

/** "Every 2 hours: about 96 requests a day of your 800." `playlists` is null where unknown. */
export function intervalMeaning(
  minutes: number,
  of: { readonly budgetPerDay: number; readonly playlists: number | null },
  format: TextFormat = {},
): string {
  const cost = groupedNumber(rounded(requestsADay(minutes, of.playlists)), format);
  return `${everyPhrase(minutes)}: about ${cost} requests a day of your ${groupedNumber(of.budgetPerDay, format)}.`;
}

/** "700 for Cratewatch’s own checks, and 100 kept for what you ask by hand." */
export function budgetMeaning(
  of: { readonly budgetPerDay: number; readonly keptOneIn?: number },
  format: TextFormat = {},
): string {
  const { budgetPerDay } = of;
  const kept = reserveOf(budgetPerDay, of.keptOneIn);
  return `${groupedNumber(budgetPerDay - kept, format)} for Cratewatch’s own checks, and ${groupedNumber(kept, format)} kept for what you ask by hand.`;
}

/** What one request of so many comes to. */
export function keptMeaning(budgetPerDay: number, keptOneIn: number, format: TextFormat = {}) {
  return `That keeps ${groupedNumber(reserveOf(budgetPerDay, keptOneIn), format)} of ${groupedNumber(budgetPerDay, format)} in 24 hours.`;
}

/** "Every 15 minutes", "Every hour", "Every 2 hours", "Once a day". */
export function everyPhrase(minutes: number): string {
  if (minutes === 1_440) return 'Once a day';
  if (minutes === 60) return 'Every hour';
  return minutes % 60 === 0
    ? `Every ${groupedNumber(minutes / 60)} hours`
    : `Every ${groupedNumber(minutes)} minutes`;
}

/** An estimate: its last digit would say more than is known. */
function rounded(count: number): number {
  return count < 20 ? Math.ceil(count) : Math.round(count / 10) * 10;
}
