import { countOf } from './quantities.ts';
import type { TextFormat } from './text-format.ts';

const MINUTES_A_DAY = 24 * 60;

export const notificationSettingsTexts = {
  title: 'Notifications',
  changes: {
    name: 'What changed in your library',
    purpose:
      'One notification after a check: what disappeared, can no longer be played, came back or was added by others, and who may see or change a playlist. A click opens it.',
  },
  trouble: {
    name: 'When the watch needs you',
    purpose: 'For instance when Spotify asks you to sign in again. Nothing is watched until then.',
  },
  renewal: {
    name: 'Before your sign-in ends',
    purpose:
      'Spotify ends every sign-in after six months. Cratewatch says so 30 days, a week and a day before.',
  },
  quietHours: {
    name: 'Quiet hours',
    purpose: 'Nothing is shown during these hours. What happened is told when they are over.',
  },
  quietFrom: { name: 'Quiet from', purpose: 'By the clock of this computer, every day.' },
  quietTo: { name: 'Quiet until', purpose: 'Earlier than the beginning means the next day.' },
} as const;

/** "It is quiet for 10 hours." @param minutes how long it lasts, from 1 to 1,440 */
export function quietMeaning(minutes: number, format: TextFormat = {}): string {
  if (minutes === MINUTES_A_DAY) {
    return 'Both are the same: it is quiet all day, until you change it.';
  }
  const hours = Math.floor(minutes / 60);
  const parts = [
    hours === 0 ? '' : countOf(hours, 'hour', 'hours', format),
    minutes % 60 === 0 ? '' : countOf(minutes % 60, 'minute', 'minutes', format),
  ];
  return `It is quiet for ${parts.filter(Boolean).join(' and ')}.`;
}
