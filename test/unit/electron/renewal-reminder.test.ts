import { beforeEach, describe, expect, it } from 'vitest';
import type { DesktopNotice } from '../../../electron/desktop/notifier.ts';
import { RenewalReminder } from '../../../electron/renewal-reminder.ts';
import { MemorySettingsStore } from '../../../electron/storage/memory-settings-store.ts';
import { DEFAULT_SETTINGS, type SettingsStore } from '../../../electron/storage/settings.ts';
import type { SessionState } from '../../../shared/session-state.ts';
import { renewalNoticeTexts } from '../../../shared/texts/renewal-notice-texts.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { LIFE } from '../shared/texts/every-state.ts';
import { RecordingLogger } from './session/harness/recording-logger.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Another one than the machine's that runs this. */
const FORMAT = { locale: 'en-IE', timeZone: 'Asia/Kathmandu' };

let clock: ManualClock;
let settings: SettingsStore;
let standing: Set<DesktopNotice>;
/** How many days, begun ones included, were left at each notice. */
let daysLeft: number[];
let opened: number;
let reminder: RenewalReminder;
/** The end of the six months. */
let endMs: number;

beforeEach(() => {
  clock = new ManualClock();
  settings = new MemorySettingsStore(DEFAULT_SETTINGS);
  endMs = clock.nowMs() + 182 * DAY;
  start();
});

/** As at the start of the app; what stood on the desktop before is gone. */
function start(notify?: () => () => void): void {
  standing = new Set();
  daysLeft = [];
  opened = 0;
  reminder = new RenewalReminder({
    clock,
    settings,
    notify:
      notify ??
      ((notice) => {
        daysLeft.push(Math.ceil((endMs - clock.nowMs()) / DAY));
        standing.add(notice);
        return () => standing.delete(notice);
      }),
    format: () => FORMAT,
    openConnection: () => {
      opened += 1;
    },
    logger: new RecordingLogger(),
  });
}

function active(renewBeforeMs: number | null = endMs): SessionState {
  return { kind: 'active', life: { ...LIFE, renewBeforeMs } };
}

const look = (state: SessionState = active(), mode: 'spotify' | 'sample' = 'spotify') =>
  reminder.look({ mode, state });

describe('the reminder of the end of a sign-in', () => {
  it('tells 30, 7 and 1 days before, by itself, and then rests', async () => {
    look();
    await clock.advance(182 * DAY - 1);
    expect(daysLeft).toEqual([30, 7, 1]);
    expect(clock.pendingCount).toBe(0);
  });

  it('never rests longer than an hour nor shorter than 30 seconds while it has something to tell', async () => {
    look();
    while (clock.pendingCount > 0) {
      const inMs = clock.nextDueInMs ?? 0;
      expect(inMs).toBeGreaterThanOrEqual(30_000);
      expect(inMs).toBeLessThanOrEqual(HOUR);
      await clock.advance(inMs);
    }
    expect(daysLeft).toHaveLength(3);
  });

  it('has one timer, however often the session changes', () => {
    for (let change = 0; change < 50; change += 1) look();
    expect(clock.pendingCount).toBe(1);
  });

  it('tells again after neither a change nor a restart', async () => {
    clock.jump(176 * DAY);
    look();
    look();
    await clock.advance(HOUR);
    expect(daysLeft).toEqual([6]);
    start();
    look();
    await clock.advance(HOUR);
    expect(daysLeft).toEqual([]);
  });

  it('tells only the most urgent after weeks of sleep, and takes the former back', async () => {
    clock.jump(153 * DAY);
    look();
    expect(daysLeft).toEqual([29]);
    clock.jump(27 * DAY);
    await clock.advance(HOUR);
    expect(daysLeft).toEqual([29, 2]);
    expect(standing.size).toBe(1);
  });

  it('repeats nothing when the clock is set back, and tells the rest in time', async () => {
    clock.jump(176 * DAY);
    look();
    clock.jump(-30 * DAY);
    look();
    await clock.advance(36 * DAY - 1);
    expect(daysLeft).toEqual([6, 1]);
  });

  it('takes its notice back once the sign-in is renewed, and starts anew', async () => {
    clock.jump(176 * DAY);
    look();
    expect(standing.size).toBe(1);
    endMs = clock.nowMs() + 182 * DAY;
    look();
    expect(standing.size).toBe(0);
    await clock.advance(182 * DAY - 1);
    expect(daysLeft).toEqual([6, 30, 7, 1]);
  });

  it('says it in the words for that', () => {
    clock.jump(175 * DAY);
    look();
    expect([...standing]).toEqual([
      { ...renewalNoticeTexts(endMs, clock.nowMs(), FORMAT), onClick: expect.any(Function) },
    ]);
  });

  it('opens the Connection page at a click', () => {
    clock.jump(181 * DAY);
    look();
    for (const notice of standing) notice.onClick();
    expect(opened).toBe(1);
  });

  it.each<[string, () => void]>([
    ['the sample', () => look(active(), 'sample')],
    ['an end that nobody knows', () => look(active(null))],
    [
      'a session that is offline',
      () => look({ kind: 'offline', cause: 'no-network', nextTryAtMs: 0 }),
    ],
    ['nobody signed in', () => look({ kind: 'signed-out', lastFailure: null })],
    ['a refresh of which nothing is known', () => look({ kind: 'refreshing', life: null })],
    ['an end that is over', () => look(active(clock.nowMs() - 1))],
  ])('says nothing of %s', async (_what, lookAt) => {
    look();
    clock.jump(176 * DAY);
    lookAt();
    await clock.advance(2 * HOUR);
    expect(daysLeft).toEqual([]);
  });

  it('tells what came due meanwhile as soon as the session works again', () => {
    look({ kind: 'offline', cause: 'no-network', nextTryAtMs: 0 });
    clock.jump(181 * DAY + HOUR);
    look();
    expect(daysLeft).toEqual([1]);
  });

  it('writes down what it tells before it is shown, so that a crash in showing it is not repeated', () => {
    start(() => {
      throw new Error('The process ends here');
    });
    clock.jump(176 * DAY);
    expect(() => look()).toThrow();
    expect(settings.read().renewalTold).toEqual({ renewBeforeMs: endMs, daysBefore: 7 });
    start();
    look();
    expect(daysLeft).toEqual([]);
  });

  it('tells each once a run where the settings cannot be written', async () => {
    settings = {
      read: () => DEFAULT_SETTINGS,
      update: () => {
        throw new Error('The disk is full');
      },
    };
    start();
    clock.jump(176 * DAY);
    look();
    look();
    await clock.advance(5 * DAY + HOUR);
    expect(daysLeft).toEqual([6, 1]);
  });

  it('waits in quiet hours and tells when they end', async () => {
    // At noon in UTC it is 17:45 in Kathmandu.
    settings.update({ quietHours: true, quietFromMinute: 17 * 60, quietToMinute: 19 * 60 });
    clock.jump(176 * DAY);
    look();
    await clock.advance(75 * 60_000 - 1);
    expect(daysLeft).toEqual([]);
    expect(clock.nextDueInMs).toBeLessThanOrEqual(15 * 60_000);
    await clock.advance(1);
    expect(daysLeft).toEqual([6]);
  });

  it('says nothing where the user does not want to know, and the nearest when they do', async () => {
    clock.jump(153 * DAY);
    look();
    settings.update({ notifyOfRenewal: false });
    reminder.lookAgain();
    expect(standing.size).toBe(0);
    expect(clock.pendingCount).toBe(0);
    await clock.advance(23 * DAY);
    expect(daysLeft).toEqual([29]);
    settings.update({ notifyOfRenewal: true });
    reminder.lookAgain();
    expect(daysLeft).toEqual([29, 6]);
  });

  it('leaves no timer and says nothing once it is closed', async () => {
    look();
    reminder.close();
    expect(clock.pendingCount).toBe(0);
    clock.jump(176 * DAY);
    look();
    await clock.advance(HOUR);
    expect(daysLeft).toEqual([]);
  });
});
