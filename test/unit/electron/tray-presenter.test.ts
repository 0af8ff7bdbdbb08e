import { beforeEach, expect, test } from 'vitest';
import type { TrayView } from '../../../electron/desktop/tray-menu.ts';
import { TrayPresenter } from '../../../electron/tray-presenter.ts';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import type { LibraryStatus, MonitorState } from '../../../shared/library-status.ts';
import type { SessionState } from '../../../shared/session-state.ts';
import type { TextFormat } from '../../../shared/texts/text-format.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { requestBudget } from '../../doubles/request-budget.ts';
import { LIFE } from '../shared/texts/every-state.ts';

let clock: ManualClock;
let shown: TrayView[];
let presenter: TrayPresenter;
let format: TextFormat;

beforeEach(() => {
  clock = new ManualClock();
  shown = [];
  format = { locale: 'en-GB', timeZone: 'UTC' };
  presenter = new TrayPresenter({
    clock,
    format: () => format,
    show: (view) => shown.push(view),
  });
});

function snapshot(state: SessionState, mode: SessionSnapshot['mode'] = 'spotify'): SessionSnapshot {
  return {
    mode,
    state,
    service: { kind: 'ok' },
    account: null,
    connection: {
      cache: { kind: 'keychain', path: null, test: { kind: 'not-yet' } },
      refreshes: [],
      clockSkewMs: null,
      life: null,
      lastSignInFailure: null,
    },
    setup: { clientId: null, hasSecret: false, redirectUris: [] },
  };
}

function status(monitor: MonitorState): LibraryStatus {
  return {
    monitor,
    totals: {
      savedTracks: 0,
      playlists: 0,
      watchedPlaylists: 0,
      playlistItems: 0,
      unavailableItems: 0,
    },
    collections: [],
    lastCheckAtMs: null,
    baselineAtMs: null,
    unreadChanges: 0,
    changesPerDay: [],
    requests: requestBudget(),
  };
}

const watching = (nextCheckAtMs: number): MonitorState => ({ kind: 'watching', nextCheckAtMs });

test('shows nothing before session and library are both known', async () => {
  presenter.sessionChanged(snapshot({ kind: 'active', life: LIFE }));
  await clock.advance(10_000);
  expect(shown).toEqual([]);
  presenter.statusChanged(status(watching(clock.nowMs() + 3_600_000)));
  await clock.advance(250);
  expect(shown.map(({ tooltip }) => tooltip)).toEqual(['Cratewatch – Watching your library']);
});

test('shows only the last of many states, a quarter of a second later', async () => {
  presenter.sessionChanged(snapshot({ kind: 'active', life: LIFE }));
  for (let step = 1; step <= 50; step += 1) {
    presenter.statusChanged(status(watching(clock.nowMs() + step * 3_600_000)));
  }
  await clock.advance(249);
  expect(shown).toHaveLength(0);
  await clock.advance(1);
  expect(shown).toHaveLength(1);
  expect(clock.pendingCount).toBe(0);
});

test.each<[SessionState, MonitorState, SessionSnapshot['mode'], string]>([
  [{ kind: 'signed-out', lastFailure: null }, { kind: 'idle' }, 'spotify', 'Not signed in'],
  [{ kind: 'active', life: LIFE }, watching(9e12), 'sample', 'Watching the sample library'],
  [
    { kind: 'active', life: LIFE },
    { kind: 'paused', pause: { kind: 'storage-failed' }, progress: null },
    'spotify',
    'The library file cannot be used right now',
  ],
])('says how it stands: %j with %j in mode %s', async (session, monitor, mode, headline) => {
  presenter.sessionChanged(snapshot(session, mode));
  presenter.statusChanged(status(monitor));
  await clock.advance(250);
  expect(shown.at(-1)?.tooltip).toBe(`Cratewatch – ${headline}`);
  expect(shown.at(-1)?.menu[0]).toEqual({ kind: 'text', label: headline });
});

test('shows nothing any more once it is closed, so that no icon comes back', async () => {
  presenter.sessionChanged(snapshot({ kind: 'active', life: LIFE }));
  presenter.statusChanged(status({ kind: 'idle' }));
  presenter.close();
  presenter.sessionChanged(snapshot({ kind: 'signed-out', lastFailure: null }));
  await clock.advance(1_000);
  expect(shown).toEqual([]);
  expect(clock.pendingCount).toBe(0);
});

test('writes times as the system does at that moment, wherever it has travelled to', async () => {
  const nextCheckAtMs = clock.nowMs() + 60_000;
  const toldNext = async (): Promise<string | undefined> => {
    presenter.statusChanged(status(watching(nextCheckAtMs)));
    await clock.advance(250);
    return shown
      .at(-1)
      ?.menu.map((item) => (item.kind === 'separator' ? '' : item.label))
      .find((label) => label.startsWith('Next check'));
  };
  presenter.sessionChanged(snapshot({ kind: 'active', life: LIFE }));
  const atHome = await toldNext();
  format = { locale: 'en-US', timeZone: 'Asia/Kathmandu' };
  const abroad = await toldNext();
  expect(atHome).toMatch(/at \d\d:\d\d$/);
  expect(abroad).toMatch(/at \d{1,2}:\d\d\s[AP]M$/u);
});
