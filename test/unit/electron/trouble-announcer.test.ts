import { beforeEach, describe, expect, it } from 'vitest';
import type { DesktopNotice } from '../../../electron/desktop/notifier.ts';
import { TroubleAnnouncer } from '../../../electron/trouble-announcer.ts';
import { DEFAULT_DESKTOP_SETTINGS } from '../../../shared/desktop-defaults.ts';
import type { DesktopSettings } from '../../../shared/desktop-settings.ts';
import type { StatusInput } from '../../../shared/texts/status-sentence.ts';
import type { TroubleTold } from '../../../shared/trouble-repeat.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { EVERY_MONITOR, FORMAT, LIFE } from '../shared/texts/every-state.ts';
import { RecordingLogger } from './session/harness/recording-logger.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const WELL: StatusInput = {
  mode: 'spotify',
  session: { kind: 'active', life: LIFE },
  service: { kind: 'ok' },
  monitor: { kind: 'watching', nextCheckAtMs: 0 },
  unreadChanges: 0,
};
const EXPIRED: StatusInput = { ...WELL, session: { kind: 'sign-in-needed', reason: 'expired' } };
const REFUSED: StatusInput = { ...WELL, session: { kind: 'sign-in-needed', reason: 'refused' } };
const LOCKED: StatusInput = { ...WELL, session: { kind: 'keychain-locked' } };
const OFFLINE: StatusInput = {
  ...WELL,
  session: { kind: 'offline', cause: 'no-network', nextTryAtMs: 0 },
};
const SIGNING_IN: StatusInput = {
  ...WELL,
  session: { kind: 'authorizing', redirectUri: 'http://127.0.0.1:1/', endsAtMs: 0, pageUrl: null },
};
const CHECKING: StatusInput = {
  ...WELL,
  monitor: EVERY_MONITOR.find(({ kind }) => kind === 'checking') ?? WELL.monitor,
};
const DISK_FULL: StatusInput = {
  ...WELL,
  monitor: { kind: 'paused', pause: { kind: 'disk-full' }, progress: null },
};

let clock: ManualClock;
let settings: DesktopSettings;
let isFocused: boolean;
let stored: TroubleTold | null;
let canWrite: boolean;
let titles: string[];
let standing: Set<DesktopNotice>;
let opened: string[];
let announcer: TroubleAnnouncer | undefined;

beforeEach(() => {
  clock = new ManualClock(Date.UTC(2026, 10, 21, 12));
  settings = { ...DEFAULT_DESKTOP_SETTINGS };
  isFocused = false;
  stored = null;
  announcer = undefined;
  canWrite = true;
  titles = [];
  opened = [];
  start();
});

/** As at the start of the app; what stood on the desktop before is gone. */
function start(): void {
  announcer?.close();
  standing = new Set();
  announcer = new TroubleAnnouncer({
    clock,
    settings: () => settings,
    told: {
      read: () => stored,
      write: (told) => {
        if (!canWrite) throw new Error('The disk is full');
        stored = told;
      },
    },
    isWindowFocused: () => isFocused,
    notify: (notice) => {
      titles.push(notice.title);
      standing.add(notice);
      return () => standing.delete(notice);
    },
    open: (address) => opened.push(address),
    format: () => FORMAT,
    logger: new RecordingLogger(),
  });
}

const see = (...states: readonly StatusInput[]) => {
  for (const state of states) announcer?.stateChanged(state);
};

describe('trouble that needs the user', () => {
  it('is told once for its cause, however often the state is told', () => {
    see(WELL, EXPIRED, EXPIRED, OFFLINE, SIGNING_IN, EXPIRED);
    expect(titles).toEqual(['Time to sign in again']);
    expect(standing.size).toBe(1);
  });

  it('is taken back as soon as it is over, and told anew when it comes again', () => {
    see(EXPIRED, SIGNING_IN);
    expect(standing.size).toBe(1);
    see(CHECKING);
    expect(standing.size).toBe(0);
    see(WELL, EXPIRED);
    expect(titles).toHaveLength(2);
  });

  it('of another cause takes its place', () => {
    see(EXPIRED, REFUSED);
    expect(titles).toEqual(['Time to sign in again', 'Spotify asks you to sign in again']);
    expect(standing.size).toBe(1);
  });

  it('that the user left by disconnecting is over', () => {
    see(EXPIRED, { ...WELL, session: { kind: 'signed-out', lastFailure: null } });
    expect(standing.size).toBe(0);
    expect(stored).toBeNull();
  });

  it('is not told again right after a restart, but once it has been well in between', () => {
    see(EXPIRED);
    start();
    see({ ...WELL, session: { kind: 'refreshing', life: null } }, EXPIRED);
    expect(titles).toHaveLength(1);
    start();
    see(WELL, EXPIRED);
    expect(titles).toHaveLength(2);
  });

  it('is told again every three days while it lasts, in the place of the one that stands', async () => {
    see(EXPIRED);
    for (let hour = 1; hour < 72; hour += 1) {
      await clock.advance(HOUR);
      see(OFFLINE, EXPIRED);
    }
    expect(titles).toHaveLength(1);
    await clock.advance(HOUR);
    expect(titles).toEqual(['Time to sign in again', 'Time to sign in again']);
    expect(standing.size).toBe(1);
    await clock.advance(3 * DAY);
    expect(titles).toHaveLength(3);
    expect(clock.pendingCount).toBe(1);
    see(WELL);
    expect(standing.size).toBe(0);
    expect(clock.pendingCount).toBe(0);
  });

  it('is told again by a start a day later, and by none before', async () => {
    see(EXPIRED);
    await clock.advance(DAY - 1);
    start();
    see(EXPIRED);
    // That start is over; the third day is not.
    await clock.advance(DAY);
    see(EXPIRED);
    expect(titles).toHaveLength(1);
    start();
    see(OFFLINE, EXPIRED, EXPIRED);
    expect(titles).toHaveLength(2);
    start();
    see(EXPIRED);
    await clock.advance(3 * DAY - 1);
    expect(titles).toHaveLength(2);
    await clock.advance(1);
    expect(titles).toHaveLength(3);
  });

  it('is told again after quiet hours where they hold it back, and after its time to heal', async () => {
    see(LOCKED);
    await clock.advance(5 * MINUTE);
    expect(titles).toHaveLength(1);
    await clock.advance(DAY);
    settings = { ...settings, quietHours: true, quietFromMinute: 11 * 60, quietToMinute: 14 * 60 };
    start();
    see(LOCKED);
    await clock.advance(115 * MINUTE - 1);
    expect(titles).toHaveLength(1);
    await clock.advance(1);
    expect(titles).toHaveLength(2);
    settings = { ...settings, quietHours: false };
    await clock.advance(DAY);
    start();
    see(LOCKED);
    expect(titles).toHaveLength(2);
    await clock.advance(5 * MINUTE);
    expect(titles).toHaveLength(3);
  });

  it('counts as told anew where the window showed it when it was due', async () => {
    see(EXPIRED);
    isFocused = true;
    await clock.advance(3 * DAY);
    isFocused = false;
    await clock.advance(3 * DAY - 1);
    expect(titles).toHaveLength(1);
    await clock.advance(1);
    expect(titles).toHaveLength(2);
  });

  it('is told again after a machine has slept for days', () => {
    see(EXPIRED);
    clock.jump(3 * DAY);
    announcer?.look();
    expect(titles).toHaveLength(2);
  });

  it('is told once a run where that cannot be written down', () => {
    canWrite = false;
    see(EXPIRED, OFFLINE, EXPIRED);
    expect(titles).toHaveLength(1);
  });

  it('that may heal by itself has its time, with one timer no faster than 30 s', async () => {
    see(LOCKED);
    await clock.advance(4 * MINUTE);
    see(LOCKED);
    expect(clock.pendingCount).toBe(1);
    expect(clock.nextDueInMs).toBeGreaterThanOrEqual(30_000);
    expect(titles).toEqual([]);
    see(WELL, LOCKED);
    await clock.advance(4 * MINUTE);
    expect(titles).toEqual([]);
    await clock.advance(MINUTE);
    expect(titles).toEqual(['Your keychain is locked']);
    expect(clock.nextDueInMs).toBe(3 * DAY);
  });

  it('of the disk stays told while a check tries again, until one went well', async () => {
    see(DISK_FULL);
    await clock.advance(8 * MINUTE);
    expect(titles).toEqual(['The disk is full']);
    see(CHECKING, DISK_FULL);
    expect(standing.size).toBe(1);
    see(CHECKING, WELL);
    expect(standing.size).toBe(0);
  });

  it('is not told while the window shows it, nor when the user turns away from that', () => {
    isFocused = true;
    see(EXPIRED);
    isFocused = false;
    see(EXPIRED);
    expect(titles).toEqual([]);
  });

  it('waits in quiet hours, and is forgotten where it is over before they are', async () => {
    settings = { ...settings, quietHours: true, quietFromMinute: 11 * 60, quietToMinute: 14 * 60 };
    see(EXPIRED);
    await clock.advance(2 * HOUR - 1);
    expect(titles).toEqual([]);
    await clock.advance(1);
    expect(titles).toEqual(['Time to sign in again']);

    see(WELL);
    clock.jump(22 * HOUR);
    see(REFUSED, WELL);
    await clock.advance(3 * HOUR);
    expect(titles).toHaveLength(1);
    expect(clock.pendingCount).toBe(0);
  });

  it('switched off is taken back, and told when switched on again while it is there', () => {
    settings = { ...settings, notifyOfTrouble: false };
    see(EXPIRED);
    expect(titles).toEqual([]);
    settings = { ...settings, notifyOfTrouble: true };
    announcer?.look();
    expect(standing.size).toBe(1);
    settings = { ...settings, notifyOfTrouble: false };
    announcer?.look();
    expect(standing.size).toBe(0);
  });

  it('is left where the way out is: the sign-in, or else the overview', () => {
    see(EXPIRED);
    for (const { onClick } of standing) onClick();
    see(WELL, {
      ...WELL,
      monitor: { kind: 'paused', pause: { kind: 'not-allow-listed' }, progress: null },
    });
    for (const { onClick } of standing) onClick();
    expect(opened).toEqual(['#/sign-in', '#/overview']);
  });

  it('leaves no timer and says nothing once it is closed', () => {
    see(LOCKED);
    announcer?.close();
    see(EXPIRED);
    expect(clock.pendingCount).toBe(0);
    expect(titles).toEqual([]);
  });
});
