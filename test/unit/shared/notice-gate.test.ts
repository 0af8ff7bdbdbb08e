import { describe, expect, it } from 'vitest';
import { DEFAULT_DESKTOP_SETTINGS } from '../../../shared/desktop-defaults.ts';
import { type NoticeKind, noticeGate } from '../../../shared/notice-gate.ts';

const KATHMANDU = { locale: 'en-GB', timeZone: 'Asia/Kathmandu' };
const BERLIN = { locale: 'en-GB', timeZone: 'Europe/Berlin' };
const NIGHT = { ...DEFAULT_DESKTOP_SETTINGS, quietHours: true };
const MINUTE = 60_000;

const gate = (settings: typeof NIGHT, iso: string, format = BERLIN, kind: NoticeKind = 'changes') =>
  noticeGate(kind, settings, Date.parse(iso), format);

describe('the gate of the notifications', () => {
  it('is open by default at any hour', () => {
    expect(gate(DEFAULT_DESKTOP_SETTINGS, '2026-11-21T02:00Z')).toEqual({ kind: 'open' });
  });

  it.each([
    ['changes', 'notifyOfChanges'],
    ['trouble', 'notifyOfTrouble'],
    ['renewal', 'notifyOfRenewal'],
  ] as const)('is shut for %s alone where %s is off, in quiet hours too', (kind, name) => {
    for (const each of ['changes', 'trouble', 'renewal'] as const) {
      const settings = { ...NIGHT, [name]: false };
      const noon = '2026-11-21T12:00Z';
      expect(gate(settings, noon, BERLIN, each).kind).toBe(each === kind ? 'off' : 'open');
      expect(gate(settings, '2026-11-21T02:00Z', BERLIN, each).kind).toBe(
        each === kind ? 'off' : 'quiet',
      );
    }
  });

  it('goes by the clock on the wall where the user is', () => {
    // 16:14 and 16:15 in UTC are 21:59 and 22:00 in Kathmandu.
    expect(gate(NIGHT, '2026-11-21T16:14Z', KATHMANDU).kind).toBe('open');
    expect(gate(NIGHT, '2026-11-21T16:15Z', KATHMANDU).kind).toBe('quiet');
    expect(gate(NIGHT, '2026-11-21T16:15Z', BERLIN).kind).toBe('open');
  });

  it.each([
    ['2026-11-21T21:00Z', 15 * MINUTE],
    ['2026-11-22T06:50Z', 10 * MINUTE],
    ['2026-11-22T06:59:59Z', MINUTE],
  ])('at %s is to be asked again in %i ms: soon, but no sooner than in 30 s', (iso, lookInMs) => {
    expect(gate(NIGHT, iso)).toEqual({ kind: 'quiet', lookInMs });
  });

  it('is never to be asked again where the whole day is quiet: only a setting ends that', () => {
    const settings = { ...NIGHT, quietToMinute: NIGHT.quietFromMinute };
    expect(gate(settings, '2026-11-21T12:00Z')).toEqual({ kind: 'quiet', lookInMs: null });
  });

  it('opens where the clock is set forward over the end of the quiet hours', () => {
    const settings = { ...NIGHT, quietToMinute: 2 * 60 + 30 };
    // At 02:00 in Berlin it is 03:00: there is no 02:30 on that night.
    expect(gate(settings, '2026-03-29T00:59Z').kind).toBe('quiet');
    expect(gate(settings, '2026-03-29T01:00Z').kind).toBe('open');
  });

  it('shuts once more where the clock is set back behind the end', () => {
    const settings = { ...NIGHT, quietToMinute: 2 * 60 + 30 };
    // At 03:00 in Berlin it is 02:00 again.
    expect(gate(settings, '2026-10-25T00:30Z').kind).toBe('open');
    expect(gate(settings, '2026-10-25T01:00Z').kind).toBe('quiet');
    expect(gate(settings, '2026-10-25T01:30Z').kind).toBe('open');
  });
});
