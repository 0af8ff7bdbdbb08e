import { afterEach, beforeEach, expect, test } from 'vitest';
import { NetworkReturn } from '../../../electron/desktop/network-return.ts';
import type { TrayView } from '../../../electron/desktop/tray-menu.ts';
import { NoticeBoard } from '../../../electron/notice-board.ts';
import { startSampleMode } from '../../../electron/sample-mode.ts';
import { openStorage } from '../../../electron/storage-opening.ts';
import { tellState } from '../../../electron/tell-state.ts';
import { TrayPresenter } from '../../../electron/tray-presenter.ts';
import { WatchHost } from '../../../electron/watch-host.ts';
import { sessionSnapshotSchema } from '../../../shared/ipc-contract.ts';
import { libraryStatusSchema } from '../../../shared/library-status.ts';
import { Signal } from '../../../shared/signal.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { accountKnown, BY_BROWSER, checked, until, WatchBench } from './harness/watch-bench.ts';

let bench: WatchBench;
let host: WatchHost;
let tray: ManualClock;
let network: ManualClock;
let shown: TrayView[];
let sent: { readonly channel: string; readonly payload: unknown }[];
let send: (channel: string, payload: unknown) => void;
let tellNow: () => Promise<void>;
let notices: NoticeBoard;
let settingsChanged: Signal<void>;
let paceChanged: Signal<void>;

beforeEach(async () => {
  bench = await WatchBench.start();
  const { clock, logger, settings } = bench;
  host = new WatchHost({
    createSpotifyWatch: () => bench.watch(),
    startSampleMode: () =>
      startSampleMode({
        clock,
        random: () => 0.5,
        logger,
        settings,
        openStorage: (path) => openStorage(path, clock, logger),
        createLibrary: (api, storage, own) => bench.library(api, storage, own),
        lives: false,
      }),
    logger,
  });
  tray = new ManualClock();
  network = new ManualClock();
  settingsChanged = new Signal();
  paceChanged = new Signal();
  shown = [];
  sent = [];
  send = (channel, payload) => sent.push({ channel, payload });
  notices = new NoticeBoard();
  tellNow = tellState({
    host,
    notices,
    presenter: new TrayPresenter({
      clock: tray,
      format: () => ({}),
      latestChanges: (count) => host.watch.library.latestChanges(count),
      logger,
      show: (view) => shown.push(view),
    }),
    network: new NetworkReturn({
      isOnline: () => true,
      clock: network,
      onReturn: () => host.watch.retry('system'),
    }),
    window: () => ({ isDestroyed: () => false, send: (...news) => send(...news) }),
    settings,
    settingsChanged,
    paceChanged,
    updatesChanged: new Signal(),
    logger,
  });
});
afterEach(async () => {
  await host.close();
  await bench.close();
});

/** What the tray says once it has settled, and the last session that the window was told. */
async function told(): Promise<string> {
  await tray.advance(250);
  const last = sent.findLast(({ channel }) => channel === 'cratewatch:session:changed');
  const { mode, state, account } = sessionSnapshotSchema.parse(last?.payload);
  const menu = shown.at(-1)?.menu[0];
  const text = menu?.kind === 'text' ? menu.label : '';
  return `${text} | ${mode} ${state.kind} ${account?.displayName ?? 'nobody'}`;
}

async function signIn(): Promise<void> {
  await host.watch.signIn(bench.service.clientId, BY_BROWSER);
  await accountKnown(host.watch);
  await checked(host.watch);
}

test('tray and window follow a user through everything that can be done', async () => {
  await host.watch.start();
  await tellNow();
  expect(await told()).toBe('Not signed in | spotify signed-out nobody');

  await signIn();
  expect(await told()).toBe('Watching your library | spotify active Juniper Vale');

  await host.exploreSample();
  await accountKnown(host.watch);
  await checked(host.watch);
  expect(await told()).toBe('Watching the sample library | sample active Juniper Vale');

  await host.disconnect();
  await until(host.watch, () => host.watch.session.state.kind === 'active');
  await checked(host.watch);
  expect(await told()).toBe('Watching your library | spotify active Juniper Vale');

  await host.disconnect();
  expect(await told()).toBe('Not signed in | spotify signed-out nobody');
});

test('the window hears of the library, of changes and of notices', async () => {
  await signIn();
  bench.service.library.saveTrack();
  await checked(host.watch);
  notices.add({ kind: 'database-unusable', id: 'x', reason: 'disk-full' });
  const channels = new Set(sent.map(({ channel }) => channel));
  expect(channels).toContain('cratewatch:library:changed');
  expect(channels).toContain('cratewatch:app:notices');
  expect(sent.find(({ channel }) => channel === 'cratewatch:changes:arrived')?.payload).toEqual({
    count: 1,
  });
});

test('a changed budget is shown and holds at once', async () => {
  await signIn();
  const budgetShown = () =>
    libraryStatusSchema.parse(
      sent.findLast(({ channel }) => channel === 'cratewatch:library:changed')?.payload,
    ).requests.budgetPerDay;
  expect(budgetShown()).toBe(800);
  bench.settings.update({ requestBudgetPerDay: 1_000 });
  settingsChanged.emit();
  await tray.advance(0);
  expect(budgetShown()).toBe(1_000);
});

test('a changed pace is told, and what is overdue by it is done at once', async () => {
  await signIn();
  const last = () =>
    libraryStatusSchema.parse(
      sent.findLast(({ channel }) => channel === 'cratewatch:library:changed')?.payload,
    );
  const { lastCheckAtMs } = last();
  // As the battery does: what the settings say is another thing from one moment to the next.
  bench.settings.update({ checkIntervalMinutes: 180 });
  paceChanged.emit();
  await tray.advance(0);
  expect(last().monitor).toEqual({
    kind: 'watching',
    nextCheckAtMs: (lastCheckAtMs ?? 0) + 180 * 60_000,
  });
  bench.sleptMs = 2 * 3_600_000;
  paceChanged.emit();
  expect(last().lastCheckAtMs).toBe(lastCheckAtMs);
  bench.settings.update({ checkIntervalMinutes: 60 });
  paceChanged.emit();
  await until(host.watch, () => last().lastCheckAtMs !== lastCheckAtMs);
});

test('a window that cannot be told stops no check', async () => {
  send = () => {
    throw new Error('The frame was disposed');
  };
  await signIn();
  await checked(host.watch);
  expect((await host.watch.library.status()).totals.savedTracks).toBe(130);
  expect(bench.logger.text).toContain('The frame was disposed');
});

test('looks for the network only while somebody waits for it', async () => {
  await signIn();
  await tray.advance(250);
  expect(network.pendingCount).toBe(0);
  const fault = bench.service.faults.add({
    match: { path: /^\/v1\//, times: Number.POSITIVE_INFINITY },
    action: { kind: 'reset' },
  });
  const start = await host.watch.library.checkNow();
  await (start.kind === 'not-now' ? null : start.outcome);
  await tray.advance(250);
  expect(host.watch.snapshot().service.kind).toBe('offline');
  expect(network.pendingCount).toBe(1);
  fault.remove();
  await checked(host.watch);
  await tray.advance(250);
  expect(network.pendingCount).toBe(0);
});
