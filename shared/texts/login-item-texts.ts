import { assertNever } from '../assert-never.ts';
import type { LoginItem } from '../login-item.ts';

export const loginItemTexts = {
  name: 'Start when I log in',
  purpose: 'Cratewatch starts in the tray, without a window, and goes on watching.',
  /** In the system's own list of what starts at login. */
  entryComment: 'An always-on watch over your Spotify library',
  toBeAllowed:
    'Not allowed yet: open System Settings → General → Login Items and switch Cratewatch on there.',
  notPossible: {
    development:
      'Not possible here: Cratewatch was started from its source. Once installed, it can start when you log in.',
    sandboxed:
      'Not possible here: this package keeps Cratewatch from setting it. Your system’s own settings can start programs when you log in.',
    'unknown-system':
      'Not possible here: Cratewatch does not know how programs start on this system.',
  },
  failed:
    'This could not be changed. Your system’s own settings can start programs when you log in.',
} as const;

/** What keeps Cratewatch from starting at login; null where nothing does. */
export function loginItemHindrance(item: LoginItem): string | null {
  switch (item.kind) {
    case 'on':
    case 'off':
      return null;
    case 'to-be-allowed':
      return loginItemTexts.toBeAllowed;
    case 'not-possible':
      return loginItemTexts.notPossible[item.reason];
    default:
      return assertNever(item);
  }
}
