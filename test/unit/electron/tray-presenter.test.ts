import { beforeEach, expect, test } from 'vitest';
import type { TrayView } from '../../../electron/desktop/tray-menu.ts';
import { TrayPresenter } from '../../../electron/tray-presenter.ts';
import type { Change } from '../../../shared/change.ts';
import type { SessionSnapshot } from '../../../shared/ipc-contract.ts';
import type { LibraryStatus, MonitorState } from '../../../shared/library-status.ts';
import { silentLogger } from '../../../shared/logger.ts';
import type { SessionState } from '../../../shared/session-state.ts';
import type { TextFormat } from '../../../shared/texts/text-format.ts';
import { ManualClock } from '../../doubles/manual-clock.ts';
import { requestBudget } from '../../doubles/request-budget.ts';
import { everyChange } from '../shared/texts/every-change.ts';
import { LIFE } from '../shared/texts/every-state.ts';

let clock: ManualClock;
let shown: TrayView[];
let presenter: TrayPresenter;
let format: TextFormat;
let latest: Promise<readonly Change[]>;
let asked: number;

beforeEach(() => {
  clock = new ManualClock();
  shown = [];
  format = { locale: 'en-GB', timeZone: 'UTC' };
  latest = Promise.resolve([]);
  asked = 0;
  presenter = new TrayPresenter({
    clock,
    format: () => format,
    latestChanges: () => {
      asked += 1;
      return latest;
    },
    logger: silentLogger,
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

function status(monitor: MonitorState, unreadChanges = 0): LibraryStatus {
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
    unreadChanges,
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

const CHANGES = everyChange({ item: 'Night Bus', artists: ['Mara Lind'], list: 'Late Night' });

function namedChanges(): readonly string[] {
  return (shown.at(-1)?.menu ?? []).flatMap((item) => (item.kind === 'page' ? [item.label] : []));
}

function ofAccount(key: string): SessionSnapshot {
  return {
    ...snapshot({ kind: 'active', life: LIFE }),
    account: { key, displayName: key },
  };
}

test('asks for the last changes when there are others, not with every step of a pass', async () => {
  presenter.sessionChanged(ofAccount('ada'));
  for (let step = 1; step <= 50; step += 1) {
    presenter.statusChanged(status(watching(clock.nowMs() + step * 3_600_000)));
    presenter.sessionChanged(ofAccount('ada'));
  }
  expect(asked).toBe(1);
  latest = Promise.resolve(CHANGES.slice(0, 1));
  presenter.changesArrived();
  expect(asked).toBe(2);
  await clock.advance(250);
  expect(namedChanges()).toEqual(['Added “Night Bus” by Mara Lind in Late Night']);

  presenter.statusChanged(status(watching(9e12), 1));
  presenter.statusChanged(status(watching(9e12), 0));
  expect(asked).toBe(4);
});

test('never shows one account what belongs to another, not even while it asks', async () => {
  latest = Promise.resolve(CHANGES.slice(0, 1));
  presenter.sessionChanged(ofAccount('ada'));
  presenter.statusChanged(status(watching(9e12)));
  await clock.advance(250);
  expect(namedChanges()).toHaveLength(1);

  let answer: (changes: readonly Change[]) => void = () => undefined;
  latest = new Promise((resolve) => {
    answer = resolve;
  });
  presenter.sessionChanged(ofAccount('ben'));
  await clock.advance(250);
  expect(namedChanges()).toEqual([]);

  latest = Promise.resolve(CHANGES.slice(1, 2));
  presenter.sessionChanged(ofAccount('cleo'));
  // Too late: it was asked for Ben.
  answer(CHANGES.slice(0, 1));
  await clock.advance(250);
  expect(namedChanges()).toEqual(['Removed “Night Bus” by Mara Lind from Late Night']);
});

test('keeps what it knew when the changes cannot be read', async () => {
  latest = Promise.resolve(CHANGES.slice(0, 1));
  presenter.sessionChanged(ofAccount('ada'));
  presenter.statusChanged(status(watching(9e12)));
  await clock.advance(250);
  latest = Promise.reject(new Error('disk I/O error'));
  presenter.changesArrived();
  await clock.advance(250);
  expect(namedChanges()).toHaveLength(1);
});

test('says at midnight that what was tomorrow is today, with no timer faster than 30 seconds', async () => {
  const evening = new Date(2026, 10, 21, 23, 50).getTime();
  clock.jump(evening - clock.nowMs());
  format = { locale: 'en-GB' };
  const eight = new Date(2026, 10, 22, 8).getTime();
  presenter.sessionChanged(snapshot({ kind: 'active', life: LIFE }));
  presenter.statusChanged(status(watching(eight)));
  await clock.advance(250);
  const next = () => shown.at(-1)?.menu[1];
  expect(next()).toEqual({ kind: 'text', label: 'Next check tomorrow at 08:00' });
  expect(clock.nextDueInMs).toBeGreaterThanOrEqual(30_000);
  await clock.advance(10 * 60_000);
  expect(next()).toEqual({ kind: 'text', label: 'Next check at 08:00' });
  expect(clock.nextDueInMs).toBeGreaterThanOrEqual(30_000);
});

test('follows a machine that woke up in another zone at once', async () => {
  presenter.sessionChanged(snapshot({ kind: 'active', life: LIFE }));
  presenter.statusChanged(status(watching(Date.UTC(2026, 10, 1, 19, 53))));
  await clock.advance(250);
  expect(shown.at(-1)?.menu[1]).toEqual({ kind: 'text', label: 'Next check at 19:53' });
  format = { locale: 'en-GB', timeZone: 'Europe/Athens' };
  presenter.lookAgain();
  await clock.advance(250);
  expect(shown.at(-1)?.menu[1]).toEqual({ kind: 'text', label: 'Next check at 21:53' });
});
