import { countOf } from './quantities.ts';
import type { StatusAction } from './status-sentence.ts';
import type { TextFormat } from './text-format.ts';

/** What stands in the tray's menu beside the sentence on the state. */
export const trayTexts = {
  tooltip: (headline: string, news: string | null = null) =>
    news === null ? `Cratewatch – ${headline}` : `Cratewatch – ${headline}, ${news}`,
  newChanges: (count: number, format: TextFormat) =>
    countOf(count, 'new change', 'new changes', format),
  starting: 'Starting',
  nextCheck: (when: string) => `Next check ${when}`,
  checkNow: 'Check now',
  pauseForAnHour: 'Pause for 1 hour',
  /** "Pause until tomorrow at 08:00". */
  pause: (until: string) => `Pause ${until}`,
  /** "Resume (paused until 19:53)". */
  resume: (until: string) => `Resume (paused ${until})`,
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
