import { afterEach, beforeEach, expect, test } from 'vitest';
import { startAnnouncers } from '../../../electron/announcers.ts';
import { Battery } from '../../../electron/desktop/battery.ts';
import { NetworkReturn } from '../../../electron/desktop/network-return.ts';
import { NoticeBoard } from '../../../electron/notice-board.ts';
import { tellState } from '../../../electron/tell-state.ts';
import { TrayPresenter } from '../../../electron/tray-presenter.ts';
import { WatchHost } from '../../../electron/watch-host.ts';
import type { Clock } from '../../../shared/clock.ts';
import { Signal } from '../../../shared/signal.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { letPass, settled, wholeMilliseconds } from '../../harness/wound-clock.ts';
import { accountKnown, BY_BROWSER, checked, WatchBench } from './harness/watch-bench.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const SHORTEST_AT_REST_MS = 30_000;

let manual: ManualClock;
let bench: WatchBench;
/** Every timer that was set, and when. */
let timers: { readonly atMs: number; readonly delayMs: number }[];

beforeEach(async () => {
  manual = new ManualClock();
  timers = [];
  const clock = wholeMilliseconds(manual);
  const recorded: Clock = {
    ...clock,
    setTimer: (delayMs, run) => {
      timers.push({ atMs: clock.nowMs(), delayMs });
      return clock.setTimer(delayMs, run);
    },
  };
  bench = await settled(manual, WatchBench.start({ clock: recorded }));
});
afterEach(() => settled(manual, bench.close()));

test('over a day in the tray no timer is shorter than 30 s but while something happens', async () => {
  const { clock, logger, settings } = bench;
  const host = new WatchHost({
    createSpotifyWatch: () => bench.watch(),
    startSampleMode: () => Promise.reject(new Error('Not asked for')),
    logger,
  });
  const { watch } = host;
  const settingsChanged = new Signal<void>();
  const battery = new Battery({
    platform: 'linux',
    source: { isOnBatteryPower: () => false, on: () => undefined, off: () => undefined },
    readSupplies: async () => [{ type: 'Battery', scope: null, online: null, status: 'Full' }],
    clock,
  });
  /** Every notification, and when it was shown. */
  const shown: { readonly title: string; readonly atMs: number }[] = [];
  const announcers = startAnnouncers({
    host,
    settings,
    settingsChanged,
    window: { open: () => undefined, isFocused: false, focused: new Signal() },
    clock,
    format: () => ({ locale: 'en-GB', timeZone: 'UTC' }),
    notify: ({ title }) => {
      shown.push({ title, atMs: clock.nowMs() });
      return () => undefined;
    },
    logger,
  });
  tellState({
    host,
    notices: new NoticeBoard(),
    presenter: new TrayPresenter({
      clock,
      format: () => ({}),
      latestChanges: async () => [],
      show: () => undefined,
      logger,
    }),
    network: new NetworkReturn({ isOnline: () => true, clock, onReturn: () => undefined }),
    window: () => null,
    settings,
    settingsChanged,
    updatesChanged: new Signal(),
    paceChanged: battery.changed,
    logger,
  });
  await battery.start();
  /** When something happened, and the tray followed. */
  const happenings = new Set<number>();
  let isBusy = true;
  const look = (): void => {
    happenings.add(clock.nowMs());
  };
  host.sessionChanged.subscribe(() => {
    look();
  });
  host.statusChanged.subscribe(({ monitor }) => {
    look();
    isBusy = monitor.kind === 'checking';
  });
  const isUnderWay = async () => isBusy || watch.session.state.kind === 'refreshing';
  await settled(
    manual,
    (async () => {
      await watch.signIn(bench.service.clientId, BY_BROWSER);
      await accountKnown(watch);
      await checked(watch);
    })(),
  );
  await letPass(manual, isUnderWay, manual.nowMs() + HOUR_MS);

  timers = [];
  happenings.clear();
  const startMs = manual.nowMs();
  // A change waits until the quiet hours end, and a trouble for the next ones.
  settings.update({
    quietHours: true,
    quietFromMinute: minuteOfDay(startMs),
    quietToMinute: minuteOfDay(startMs + 8 * HOUR_MS),
  });
  settingsChanged.emit();
  const [playlist] = bench.service.library.snapshot().playlists;
  bench.service.library.removeItems(playlist?.id ?? '', 0);
  const requestsBefore = bench.service.requests.length;
  await letPass(manual, isUnderWay, startMs + 24 * HOUR_MS);

  const isOfHappening = (atMs: number) =>
    [...happenings].some((happenedMs) => Math.abs(happenedMs - atMs) <= 1_000);
  const short = timers.filter(({ delayMs }) => delayMs < SHORTEST_AT_REST_MS);
  expect(short.filter(({ atMs }) => !isOfHappening(atMs))).toEqual([]);
  // It did live: some twenty checks and refreshes, each of which needs short timers.
  expect(bench.service.requests.length - requestsBefore).toBeGreaterThan(24 * 4);
  expect(short.length).toBeGreaterThan(24);
  // The session is looked at every 3 minutes, the monitor and a battery every 10.
  const atRest = timers.filter(({ delayMs }) => delayMs >= SHORTEST_AT_REST_MS);
  expect(atRest.length).toBeLessThan(24 * 60);
  expect(shown).toMatchObject([{ title: expect.stringContaining(`left “${playlist?.name}”`) }]);
  expect(shown[0]?.atMs).toBeGreaterThanOrEqual(startMs + 8 * HOUR_MS - MINUTE_MS);
  expect(shown[0]?.atMs).toBeLessThanOrEqual(startMs + 8 * HOUR_MS + MINUTE_MS);

  // The sign-in ends in the quiet hours of the next day: nothing is watched, and the trouble waits.
  bench.service.revokeRefreshTokens();
  bench.service.revokeAccessTokens();
  await letPass(manual, isUnderWay, manual.nowMs() + 2 * HOUR_MS);
  expect(watch.session.state.kind).toBe('sign-in-needed');
  expect(shown).toHaveLength(1);
  timers = [];
  happenings.clear();
  await letPass(manual, isUnderWay, manual.nowMs() + 24 * HOUR_MS);
  const shortInTrouble = timers.filter(({ delayMs }) => delayMs < SHORTEST_AT_REST_MS);
  expect(shortInTrouble.filter(({ atMs }) => !isOfHappening(atMs))).toEqual([]);
  expect(shown.slice(1)).toMatchObject([{ title: 'Spotify asks you to sign in again' }]);

  announcers.close();
  battery.close();
  await settled(manual, host.close());
});

/** UTC, as the announcers here have it. */
function minuteOfDay(atMs: number): number {
  return Math.floor(atMs / MINUTE_MS) % (24 * 60);
}
