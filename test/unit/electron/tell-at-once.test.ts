import { expect, it } from 'vitest';
import { tellAtOnce } from '../../../electron/tell-at-once.ts';
import { DEFAULT_DESKTOP_SETTINGS } from '../../../shared/desktop-defaults.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';

const QUIET = { quietHours: true, quietFromMinute: 13 * 60, quietToMinute: 20 * 60 };

it.each([
  ['at any time', {}, 15, 1],
  ['before quiet hours', QUIET, 12, 1],
  ['not in quiet hours', QUIET, 15, 0],
  ['after quiet hours', QUIET, 20, 1],
  ['not where nobody wants to know', { notifyOfTrouble: false }, 15, 0],
  ['also where only changes are not wanted', { notifyOfChanges: false }, 15, 1],
] as const)('tells of a crash %s', async (_, settings, hour, times) => {
  const clock = new ManualClock(Date.UTC(2026, 10, 21, hour));
  const shown: string[] = [];
  tellAtOnce(
    { title: 'The window closed', body: '', onClick: () => undefined },
    {
      clock,
      settings: () => ({ ...DEFAULT_DESKTOP_SETTINGS, ...settings }),
      format: () => ({ timeZone: 'UTC' }),
      notify: ({ title }) => shown.push(title),
    },
  );
  await clock.advance(24 * 3_600_000);
  expect(shown).toHaveLength(times);
});
