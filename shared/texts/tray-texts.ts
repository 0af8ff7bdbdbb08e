import type { StatusAction } from './status-sentence.ts';

/** What stands in the tray's menu beside the sentence on the state. */
export const trayTexts = {
  tooltip: (headline: string) => `Cratewatch – ${headline}`,
  starting: 'Starting',
  nextCheck: (when: string) => `Next check ${when}`,
  checkNow: 'Check now',
  pauseForAnHour: 'Pause for 1 hour',
  pauseUntilTomorrow: 'Pause until tomorrow',
  renewEnds: (day: string) => `Renew sign-in (ends ${day})…`,
  renewEnded: (day: string) => `Renew sign-in (ended ${day})…`,
  open: 'Open Cratewatch',
  connection: 'Connection…',
  quit: 'Quit',
  actions: {
    'check-now': 'Check now',
    'sign-in': 'Sign in…',
    'go-on-signing-in': 'Go on signing in…',
    resume: 'Resume',
    restart: 'Restart Cratewatch',
    retry: 'Try again now',
  } satisfies Readonly<Record<Exclude<StatusAction, null>, string>>,
} as const;
