import type { Clock } from '../shared/clock.ts';
import type { DesktopSettings } from '../shared/desktop-settings.ts';
import { noticeGate } from '../shared/notice-gate.ts';
import type { TextFormat } from '../shared/texts/text-format.ts';
import type { DesktopNotice } from './desktop/notifier.ts';

export interface TellAtOnceParts {
  readonly clock: Clock;
  readonly settings: () => DesktopSettings;
  readonly format: () => TextFormat;
  readonly notify: (notice: DesktopNotice) => unknown;
}

/**
 * Tells of something that just went wrong, or never: an hour later it is news no more. Where the
 * user wants none of it or has quiet hours, it stands in the window only.
 */
export function tellAtOnce(
  notice: DesktopNotice,
  { clock, settings, format, notify }: TellAtOnceParts,
): void {
  if (noticeGate('trouble', settings(), clock.nowMs(), format()).kind === 'open') {
    notify(notice);
  }
}
