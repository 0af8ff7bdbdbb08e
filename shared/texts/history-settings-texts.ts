import { HISTORY_BOUNDS } from '../history-bounds.ts';
import type { Advice } from './advice.ts';
import { adviseWithin } from './number-advice.ts';
import { countOf } from './quantities.ts';

export const historySettingsTexts = {
  title: 'History',
  retention: {
    name: 'How long history is kept',
    purpose:
      'Changes and earlier states of your lists. What is older is deleted for good, once a day; your library as it is now is never touched.',
    unit: 'months',
  },
  shorten: {
    title: 'Delete older history?',
    confirm: 'Delete it',
    cancel: 'Keep it',
    left: 'Nothing was changed.',
  },
} as const;

/** Checks the months that history is kept. */
export function adviseOnRetention(input: string): Advice<number> {
  return adviseWithin(HISTORY_BOUNDS.retentionMonths, input);
}

/** "2 years", "18 months", "1 month". */
export function monthsPhrase(months: number): string {
  return months % 12 === 0
    ? countOf(months / 12, 'year', 'years')
    : countOf(months, 'month', 'months');
}

/** What such a number comes to. */
export function retentionMeaning(months: number): string {
  return `You can look back ${monthsPhrase(months)}.`;
}

/** What it means to keep less than before. */
export function shortenWarning(months: number): string {
  return `Everything in the history that is older than ${monthsPhrase(months)} is deleted from this computer within the hour while Cratewatch runs. It cannot be brought back.`;
}
