import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type SampleMode, startSampleMode } from '../../../electron/sample-mode.ts';
import { openStorage } from '../../../electron/storage-opening.ts';
import { WatchHost } from '../../../electron/watch-host.ts';
import type { Clock, Timer } from '../../../shared/clock.ts';
import { deferred } from '../../unit/electron/session/harness/deferred.ts';
import { BY_BROWSER, checked, JUNIPER, until, WatchBench } from './harness/watch-bench.ts';

let bench: WatchBench;
let host: WatchHost;
let samples: SampleMode[];
let beforeSample: () => Promise<void>;
let told: string[];
let ownWatches: number;

beforeEach(async () => {
  bench = await WatchBench.start();
  samples = [];
  beforeSample = () => Promise.resolve();
  ownWatches = 0;
  host = new WatchHost({
    createSpotifyWatch: () => {
      ownWatches += 1;
      return bench.watch();
    },
    startSampleMode: async () => {
      await beforeSample();
      const sample = await startSample();
      samples.push(sample);
      return sample;
    },
    logger: bench.logger,
  });
  told = [];
  host.sessionChanged.subscribe(() => {
    const { mode, state } = host.watch.snapshot();
    told.push(`${mode} ${state.kind}`);
  });
});
afterEach(async () => {
  await host.close();
  await bench.close();
});

function startSample(
  options: { readonly clock?: Clock; readonly lives?: boolean } = {},
): Promise<SampleMode> {
  const { logger, settings } = bench;
  const clock = options.clock ?? bench.clock;
  return startSampleMode({
    clock,
    random: () => 0.5,
    logger,
    settings,
    openStorage: (path) => openStorage(path, clock, logger),
    createLibrary: (api, storage, own) => bench.library(api, storage, own),
    lives: options.lives ?? false,
  });
}

const sampleFolders = () =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('cratewatch-sample-'));

async function signIn(): Promise<void> {
  await host.watch.signIn(bench.service.clientId, BY_BROWSER);
  await until(host.watch, () => host.watch.session.account !== null);
  await checked(host.watch);
}

describe('to the sample and back', () => {
  test('the user’s own library stays as it is, and its session goes on without a sign-in', async () => {
    await signIn();
    const consents = bench.requests('/authorize');
    const markerBefore = bench.settings.read();
    const folders = sampleFolders();

    expect(await host.exploreSample()).toBe('started');
    expect(host.watch.snapshot()).toMatchObject({ mode: 'sample', state: { kind: 'active' } });
    expect(told.at(-1)).toBe('sample active');
    expect(bench.settings.read()).toEqual(markerBefore);
    expect(sampleFolders().length).toBe(folders.length + 1);

    const statuses: number[] = [];
    host.statusChanged.subscribe(({ totals }) => statuses.push(totals.savedTracks));
    expect(await host.disconnect()).toBe('done');
    await until(host.watch, () => host.watch.session.state.kind === 'active');

    expect(host.sample).toBeNull();
    expect(host.watch.snapshot()).toMatchObject({ mode: 'spotify', account: { key: JUNIPER } });
    expect(told).toContain('spotify active');
    await checked(host.watch);
    expect(statuses.at(-1)).toBe(130);
    expect(bench.requests('/authorize')).toBe(consents);
    expect(sampleFolders()).toEqual(folders);
    expect(bench.settings.read().clientId).toBe(bench.service.clientId);
  });

  test('asking twice at once starts one sample', async () => {
    expect(await Promise.all([host.exploreSample(), host.exploreSample()])).toEqual([
      'started',
      'started',
    ]);
    expect(samples).toHaveLength(1);
  });

  test('leaving twice at once does not disconnect the user’s own library', async () => {
    await signIn();
    await host.exploreSample();

    expect(await Promise.all([host.disconnect(), host.disconnect()])).toEqual(['done', 'done']);

    await until(host.watch, () => host.watch.session.state.kind === 'active');
    expect(host.watch.session.account?.key).toBe(JUNIPER);
    expect(bench.cache(bench.service.clientId).tokens).not.toBeNull();
    // The second one finds that it is done, and begins no other.
    expect(ownWatches).toBe(2);
  });

  test('only the watch that there is has a say', async () => {
    const left = host.watch;
    await host.exploreSample();
    told.length = 0;
    left.changed.emit();
    expect(told).toEqual([]);
    host.watch.changed.emit();
    expect(told).toEqual(['sample active']);
  });

  test('a sample that does not start leaves the user’s own watch running', async () => {
    await signIn();
    beforeSample = () => Promise.reject(new Error('No port is free'));

    expect(await host.exploreSample()).toBe('failed');

    expect(host.watch.snapshot()).toMatchObject({ mode: 'spotify', state: { kind: 'active' } });
    await checked(host.watch);
    expect(bench.logger.text).toContain('No port is free');
  });

  test('a sign-in under way ends when the sample is explored', async () => {
    const opened = deferred();
    bench.openBrowser = async () => {
      opened.resolve();
      return true;
    };
    const left = host.watch;
    left.startSignIn(bench.service.clientId, BY_BROWSER);
    await opened.promise;

    await host.exploreSample();

    expect(left.session.isSigningIn).toBe(false);
    expect(told.at(-1)).toBe('sample active');
  });

  test('closing ends the sample with everything that it brought', async () => {
    const folders = sampleFolders();
    await host.exploreSample();
    const apiUrl = host.sample?.service.apiUrl ?? '';

    await host.close();

    expect(sampleFolders()).toEqual(folders);
    await expect(fetch(apiUrl)).rejects.toThrow();
  });

  test('closing while the sample starts waits for it and ends it', async () => {
    const folders = sampleFolders();
    const slow = deferred();
    const begun = deferred();
    beforeSample = () => {
      begun.resolve();
      return slow.promise;
    };
    const explored = host.exploreSample();
    await begun.promise;

    const closed = host.close();
    slow.resolve();
    await explored;
    await closed;

    expect(samples).toHaveLength(1);
    expect(sampleFolders()).toEqual(folders);
    expect(await host.exploreSample()).toBe('started');
    expect(samples).toHaveLength(1);
  });

  test('no sample starts once the app is closing', async () => {
    const closed = host.close();
    expect(await host.exploreSample()).toBe('failed');
    await closed;
    expect(samples).toEqual([]);
  });
});

describe('the sample library', () => {
  test('needs none of the registered ports and shows the user’s own set-up', async () => {
    bench.settings.update({ redirectPorts: [45_999] });
    await host.exploreSample();
    expect(host.watch.snapshot().setup.redirectUris).toEqual(['http://127.0.0.1:45999/callback']);
    const [asked] = host.sample?.service.requests.filter(({ path }) => path === '/authorize') ?? [];
    expect(asked?.query).not.toContain('45999');
  });

  test('leaves nothing behind when its sign-in does not work', async () => {
    const folders = sampleFolders();
    const { logger, settings, clock } = bench;
    await expect(
      startSampleMode({
        clock,
        random: () => 0.5,
        logger,
        settings,
        openStorage: () => {
          throw new Error('No room');
        },
        createLibrary: () => {
          throw new Error('Never asked');
        },
        lives: false,
      }),
    ).rejects.toThrow('No room');
    expect(sampleFolders()).toEqual(folders);
  });

  test.each([
    { lives: true, changes: true },
    { lives: false, changes: false },
  ])('changes by itself where it lives: $lives', async ({ lives, changes }) => {
    const timers: { readonly delayMs: number; readonly run: () => void }[] = [];
    const clock: Clock = {
      nowMs: () => bench.clock.nowMs(),
      monotonicMs: () => bench.clock.monotonicMs(),
      setTimer: (delayMs, run): Timer => {
        timers.push({ delayMs, run });
        return bench.clock.setTimer(delayMs, run);
      },
    };
    const sample = await startSample({ clock, lives });
    const before = JSON.stringify(sample.service.library.snapshot());
    for (const { delayMs, run } of [...timers]) {
      if (delayMs === 45_000) {
        run();
      }
    }
    const after = JSON.stringify(sample.service.library.snapshot());
    await sample.close();
    expect(before !== after).toBe(changes);
  });
});
