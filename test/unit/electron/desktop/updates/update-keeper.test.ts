import { beforeEach, describe, expect, it } from 'vitest';
import {
  UpdateKeeper,
  type UpdateKeeperParts,
} from '../../../../../electron/desktop/updates/update-keeper.ts';
import { MemorySettingsStore } from '../../../../../electron/storage/memory-settings-store.ts';
import { DEFAULT_SETTINGS, type SettingsStore } from '../../../../../electron/storage/settings.ts';
import type { UpdateLook, UpdatePhase } from '../../../../../shared/update-state.ts';
import { ManualClock } from '../../../../doubles/manual-clock.ts';
import { RecordingLogger } from '../../session/harness/recording-logger.ts';
import { EngineByHand, settled } from './engine-by-hand.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const OFFER = { version: '1.2.0', sizeBytes: 98_000_000 };
const NEWER = { kind: 'newer', offer: OFFER } as const;

let clock: ManualClock;
let settings: SettingsStore;
let engine: EngineByHand;
let loaded: number;
let isOnline: boolean;
let lastActs: (() => Promise<void>)[];
let told: UpdatePhase['kind'][];
let keeper: UpdateKeeper;

beforeEach(() => {
  clock = new ManualClock();
  settings = new MemorySettingsStore({ ...DEFAULT_SETTINGS, lookForUpdates: true });
  isOnline = true;
});

function start(parts: Partial<UpdateKeeperParts> = {}): void {
  engine = new EngineByHand();
  loaded = 0;
  lastActs = [];
  told = [];
  keeper = new UpdateKeeper({
    way: 'installs',
    version: '1.1.0',
    settings,
    loadEngine: async () => {
      loaded += 1;
      return engine;
    },
    isOnline: () => isOnline,
    looksByItself: true,
    clock,
    random: () => 0,
    leave: (last) => lastActs.push(last),
    logger: new RecordingLogger(),
    ...parts,
  });
  keeper.changed.subscribe(({ phase }) => told.push(phase.kind));
}

async function offered(): Promise<void> {
  start();
  keeper.look();
  await settled();
  await engine.found(NEWER);
}

async function ready(): Promise<void> {
  await offered();
  keeper.download();
  await settled();
  await engine.found(NEWER);
  await engine.downloaded({ kind: 'done' });
}

function turn(isOn: boolean): void {
  settings.update({ lookForUpdates: isOn });
  keeper.reconsider();
}

describe('while it is off', () => {
  it('nothing is loaded, no timer runs and every order is refused', async () => {
    settings.update({ lookForUpdates: false });
    start();
    expect([keeper.look(), keeper.download(), keeper.install()]).toEqual(Array(3).fill('not-now'));
    keeper.cancel();
    await clock.advance(30 * DAY);
    expect(loaded).toBe(0);
    expect(clock.pendingCount).toBe(0);
    expect(keeper.state.phase).toEqual({ kind: 'off' });
  });

  it('what ran is abandoned, and what was downloaded deleted', async () => {
    await ready();
    turn(false);
    await settled();
    expect(engine.calls.at(-1)).toBe('discard');
    expect(keeper.state.phase).toEqual({ kind: 'off' });
    expect(clock.pendingCount).toBe(0);
  });

  it('what a look brings that was under way concerns nobody', async () => {
    start();
    keeper.look();
    await settled();
    turn(false);
    await engine.found(NEWER);
    expect(keeper.state.phase).toEqual({ kind: 'off' });
    expect(settings.read().updateLook).toBeNull();
  });
});

describe('by itself', () => {
  it('it looks some time after the start, then once a day, and never twice', async () => {
    start();
    await clock.advance(19 * MINUTE);
    expect(loaded).toBe(0);
    await clock.advance(MINUTE);
    expect(engine.calls).toEqual(['look']);
    await engine.found({ kind: 'newest' });
    expect(keeper.state.phase).toEqual({ kind: 'resting', lookedAtMs: clock.nowMs() });
    await clock.advance(DAY - 1);
    expect(engine.calls).toEqual(['look']);
    await clock.advance(HOUR);
    expect(engine.calls).toEqual(['look', 'look']);
  });

  it('a look that failed counts as one', async () => {
    start();
    await clock.advance(20 * MINUTE);
    await engine.found({ kind: 'failed', fault: 'unreachable' });
    expect(keeper.state.phase).toEqual({
      kind: 'not-looked',
      atMs: clock.nowMs(),
      trouble: { step: 'look', fault: 'unreachable' },
    });
    await clock.advance(23 * HOUR);
    expect(engine.calls).toEqual(['look']);
  });

  it('being offline is no error and no look', async () => {
    isOnline = false;
    start();
    await clock.advance(2 * DAY);
    expect(loaded).toBe(0);
    expect(keeper.state.phase).toEqual({ kind: 'resting', lookedAtMs: null });
    isOnline = true;
    await clock.advance(HOUR);
    expect(engine.calls).toEqual(['look']);
  });

  it('a restart does not look again, and knows what was found', async () => {
    await offered();
    keeper.close();
    start();
    expect(keeper.state.phase).toMatchObject({ kind: 'offered', offer: OFFER });
    await clock.advance(23 * HOUR);
    expect(loaded).toBe(0);
  });

  it('it neither downloads nor installs, however long it runs', async () => {
    await offered();
    for (let day = 0; day < 10; day += 1) {
      await clock.advance(DAY + HOUR);
      await engine.found(NEWER);
    }
    expect(new Set(engine.calls)).toEqual(new Set(['look']));
    expect(keeper.state.phase.kind).toBe('offered');
    expect(lastActs).toEqual([]);
  });

  it('a run that ends by itself never looks', async () => {
    start({ looksByItself: false });
    expect(clock.pendingCount).toBe(0);
  });

  it('a copy that knows no server never looks', async () => {
    start({ way: 'not-released' });
    expect(clock.pendingCount).toBe(0);
    expect(keeper.look()).toBe('not-now');
  });

  it('turned on long after the start, it waits as after a start', async () => {
    settings.update({ lookForUpdates: false });
    start();
    await clock.advance(5 * DAY);
    turn(true);
    await clock.advance(19 * MINUTE);
    expect(loaded).toBe(0);
    await clock.advance(MINUTE);
    expect(engine.calls).toEqual(['look']);
  });
});

describe('a look', () => {
  it('is one, however often it is asked for', async () => {
    start();
    expect(keeper.look()).toBe('started');
    expect(keeper.look()).toBe('not-now');
    await settled();
    expect(engine.calls).toEqual(['look']);
  });

  it('that fails keeps the version that is known', async () => {
    await offered();
    const lookedAtMs = clock.nowMs();
    await clock.advance(HOUR);
    keeper.look();
    await settled();
    await engine.found({ kind: 'failed', fault: 'server-trouble' });
    expect(keeper.state.phase).toEqual({
      kind: 'offered',
      offer: OFFER,
      lookedAtMs: lookedAtMs + HOUR,
      trouble: { step: 'look', fault: 'server-trouble' },
    });
  });

  it('cannot be made where its code cannot be loaded, and can the next time', async () => {
    let isBroken = true;
    start({
      loadEngine: async () => {
        if (isBroken) throw new Error('no such file');
        return engine;
      },
    });
    keeper.look();
    await settled();
    expect(keeper.state.phase.kind).toBe('not-looked');
    isBroken = false;
    keeper.look();
    await settled();
    expect(engine.calls).toEqual(['look']);
  });
});

describe('a download', () => {
  it('looks once more, tells how far it is and ends ready', async () => {
    await offered();
    told = [];
    expect(keeper.download()).toBe('started');
    expect(keeper.download()).toBe('not-now');
    expect(keeper.look()).toBe('not-now');
    await settled();
    const latest = { version: '1.3.0', sizeBytes: 99_000_000 };
    await engine.found({ kind: 'newer', offer: latest });
    engine.received(31_000_000);
    expect(keeper.state.phase).toEqual({
      kind: 'downloading',
      offer: latest,
      receivedBytes: 31_000_000,
    });
    await engine.downloaded({ kind: 'done' });
    expect(keeper.state.phase).toEqual({ kind: 'ready', offer: latest, trouble: null });
    expect(engine.calls).toEqual(['look', 'look', 'download']);
    // The buttons beside it must not come and go on the way.
    expect(new Set(told)).toEqual(new Set(['downloading', 'ready']));
  });

  it('that fails can be begun anew', async () => {
    await offered();
    keeper.download();
    await settled();
    await engine.found(NEWER);
    await engine.downloaded({ kind: 'failed', fault: 'damaged' });
    expect(keeper.state.phase).toMatchObject({
      kind: 'offered',
      trouble: { step: 'download', fault: 'damaged' },
    });
    expect(keeper.download()).toBe('started');
  });

  it('of a version that is gone meanwhile is none', async () => {
    await offered();
    keeper.download();
    await settled();
    await engine.found({ kind: 'newest' });
    expect(keeper.state.phase.kind).toBe('resting');
    expect(engine.calls).not.toContain('download');
  });

  it('says why, where the look before it fails', async () => {
    await offered();
    keeper.download();
    await settled();
    await engine.found({ kind: 'failed', fault: 'offline' });
    expect(keeper.state.phase).toMatchObject({
      kind: 'offered',
      offer: OFFER,
      trouble: { step: 'download', fault: 'offline' },
    });
  });

  it.each(['before anything arrived', 'in the middle'])('is cancelled %s', async (when) => {
    await offered();
    keeper.download();
    await settled();
    if (when === 'in the middle') {
      await engine.found(NEWER);
      engine.received(5);
    }
    keeper.cancel();
    await settled();
    expect(engine.calls).toContain('cancel');
    expect(keeper.state.phase).toMatchObject({ kind: 'offered', offer: OFFER, trouble: null });
    // What still comes of it changes nothing.
    await engine.found(NEWER);
    engine.received(9);
    await engine.downloaded({ kind: 'done' });
    expect(keeper.state.phase.kind).toBe('offered');
    expect(engine.calls.filter((call) => call === 'download').length).toBe(
      when === 'in the middle' ? 1 : 0,
    );
  });

  it.each(['package-manager', 'by-hand', 'not-released'] as const)(
    'is refused to a copy that is replaced in another way: %s',
    async (way) => {
      const look: UpdateLook = { atMs: clock.nowMs(), offer: OFFER, fault: null };
      settings.update({ updateLook: look });
      start({ way });
      expect(keeper.state.phase.kind).toBe('offered');
      expect(keeper.download()).toBe('not-now');
    },
  );

  it('ends with Cratewatch', async () => {
    await offered();
    keeper.download();
    await settled();
    await engine.found(NEWER);
    await keeper.close();
    expect(engine.calls.at(-1)).toBe('cancel');
    expect(clock.pendingCount).toBe(0);
    expect(keeper.look()).toBe('not-now');
  });
});

describe('an installation', () => {
  it('is prepared while Cratewatch runs, and done when it has closed', async () => {
    await ready();
    expect(keeper.install()).toBe('started');
    expect(keeper.install()).toBe('not-now');
    await settled();
    expect(engine.calls.at(-1)).toBe('prepare');
    expect(lastActs).toHaveLength(1);
    await keeper.close();
    await lastActs[0]?.();
    expect(engine.calls.slice(-3)).toEqual(['prepare', 'cancel', 'finish']);
  });

  it('that cannot be prepared leaves everything as it is, and can be tried again', async () => {
    await ready();
    engine.installFault = 'not-writable';
    keeper.install();
    await settled();
    expect(keeper.state.phase).toMatchObject({
      kind: 'ready',
      trouble: { step: 'install', fault: 'not-writable' },
    });
    expect(lastActs).toEqual([]);
    engine.installFault = null;
    keeper.install();
    await settled();
    expect(lastActs).toHaveLength(1);
  });

  it('of a file that was changed since is refused, and the file deleted', async () => {
    await ready();
    engine.installFault = 'damaged';
    keeper.install();
    await settled();
    expect(engine.calls.at(-1)).toBe('discard');
    expect(keeper.state.phase).toMatchObject({
      kind: 'offered',
      trouble: { step: 'install', fault: 'damaged' },
    });
    expect(lastActs).toEqual([]);
  });

  it('is refused where nothing is downloaded', async () => {
    await offered();
    expect(keeper.install()).toBe('not-now');
    expect(engine.calls).not.toContain('prepare');
  });
});

describe('what was written down of a look', () => {
  const atMs = Date.UTC(2026, 10, 20);
  it.each<[string, UpdateLook, UpdatePhase]>([
    ['this is it', { atMs, offer: null, fault: null }, { kind: 'resting', lookedAtMs: atMs }],
    [
      'it was this one',
      { atMs, offer: { ...OFFER, version: '1.1.0' }, fault: null },
      { kind: 'resting', lookedAtMs: atMs },
    ],
    [
      'it was an older one than this',
      { atMs, offer: { ...OFFER, version: '1.0.9' }, fault: null },
      { kind: 'resting', lookedAtMs: null },
    ],
    [
      'a newer one',
      { atMs, offer: OFFER, fault: null },
      { kind: 'offered', offer: OFFER, lookedAtMs: atMs, trouble: null },
    ],
    [
      'nothing, for a reason',
      { atMs, offer: null, fault: 'proxy' },
      { kind: 'not-looked', atMs, trouble: { step: 'look', fault: 'proxy' } },
    ],
  ])('is read at the next start: %s', (_name, updateLook, phase) => {
    settings.update({ updateLook });
    start();
    expect(keeper.state.phase).toEqual(phase);
  });
});
