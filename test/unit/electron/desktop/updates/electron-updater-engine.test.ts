import { EventEmitter } from 'node:events';
import { type CancellationToken, type UpdateInfo, UpdaterSignal } from 'electron-updater';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  ElectronUpdaterEngine,
  type EngineParts,
  type UsedUpdater,
} from '../../../../../electron/desktop/updates/electron-updater-engine.ts';
import { ManualClock } from '../../../../doubles/manual-clock.ts';
import { RecordingLogger } from '../../session/harness/recording-logger.ts';
import { settled } from './engine-by-hand.ts';

const MINUTE = 60_000;
const SIZE = 98_000_000;
const RELEASE: UpdateInfo = {
  version: '1.2.0',
  files: [{ url: 'Cratewatch-1.2.0.AppImage', sha512: `${'A'.repeat(86)}==`, size: SIZE }],
  path: 'Cratewatch-1.2.0.AppImage',
  sha512: '',
  releaseDate: '',
};
/** The same version under another name of its file. */
function releaseOf(url: string, version = '1.2.0'): UpdateInfo {
  return { ...RELEASE, version, files: RELEASE.files.map((file) => ({ ...file, url })) };
}

const OFFER = { version: '1.2.0', sizeBytes: SIZE };

/** electron-updater's order of things, with a server that the test plays. */
class UpdaterByHand implements UsedUpdater {
  readonly #events = new EventEmitter();
  readonly signals = new UpdaterSignal(this.#events);
  logger: UsedUpdater['logger'] = console;
  autoDownload = true;
  autoInstallOnAppQuit = true;
  allowPrerelease = true;
  allowDowngrade = true;
  disableWebInstaller = false;
  disableDifferentialDownload = false;
  isUserWithinRollout: UsedUpdater['isUserWithinRollout'] = () => false;
  isUpdateSupported: UsedUpdater['isUpdateSupported'] = () => true;
  /** What the server answers; null never comes. */
  answer: (() => UpdateInfo) | null = () => RELEASE;
  token: CancellationToken | null = null;
  end: (path: string) => void = () => undefined;
  fail: (error: Error) => void = () => undefined;

  async checkForUpdates() {
    if (this.answer === null) return await new Promise<never>(() => undefined);
    const updateInfo = this.answer();
    const isUpdateAvailable = await this.isUpdateSupported(updateInfo);
    return { isUpdateAvailable, updateInfo, versionInfo: updateInfo };
  }

  downloadUpdate(token: CancellationToken): Promise<string[]> {
    this.token = token;
    return token.createPromise((resolve, reject) => {
      this.end = (path) => resolve([path]);
      this.fail = reject;
    });
  }

  progress(transferred: number): void {
    this.#events.emit('download-progress', { transferred });
  }

  login(info: { isProxy: boolean }): Promise<readonly unknown[]> {
    return new Promise((resolve) => {
      this.#events.emit('login', info, (...given: unknown[]) => resolve(given));
    });
  }
}

let clock: ManualClock;
let logger: RecordingLogger;
let updater: UpdaterByHand;
let replaced: UpdaterByHand[];
let removed: string[];
let engine: ElectronUpdaterEngine;

beforeEach(() => start());

function start(parts: Partial<EngineParts> = {}): void {
  clock = new ManualClock();
  logger = new RecordingLogger();
  updater = new UpdaterByHand();
  replaced = [];
  removed = [];
  engine = new ElectronUpdaterEngine({
    updater,
    replaceUpdater: () => {
      const next = new UpdaterByHand();
      replaced.push(next);
      return next;
    },
    installWay: null,
    machine: { platform: 'linux', arch: 'x64', installs: true },
    version: '1.1.0',
    prepareNetwork: async () => undefined,
    proxyUser: async () => ({ user: 'ann', password: 'hush' }),
    forgetTraces: async () => undefined,
    removeFile: async (path) => void removed.push(path),
    clock,
    logger,
    ...parts,
  });
}

describe('electron-updater', () => {
  it('is left nothing to do by itself', () => {
    expect(updater).toMatchObject({
      autoDownload: false,
      autoInstallOnAppQuit: false,
      allowPrerelease: false,
      allowDowngrade: false,
      disableWebInstaller: true,
      disableDifferentialDownload: true,
      logger: null,
    });
    expect(updater.isUserWithinRollout(RELEASE)).toBe(true);
  });

  it('that is stuck in a look is given up, and the next look is another one’s', async () => {
    updater.answer = null;
    const look = engine.look();
    await clock.advance(MINUTE);
    expect(await look).toEqual({ kind: 'failed', fault: 'unreachable' });
    expect(replaced).toHaveLength(1);
    expect(replaced[0]).toMatchObject({ autoDownload: false, autoInstallOnAppQuit: false });
    expect(await engine.look()).toEqual({ kind: 'newer', offer: OFFER });
  });

  it.each<[string, UpdateInfo, object]>([
    ['a newer version', RELEASE, { kind: 'newer', offer: OFFER }],
    ['an older one', { ...RELEASE, version: '1.0.0' }, { kind: 'newest' }],
    ['an older one of another kind', releaseOf('a.deb', '1.0.0'), { kind: 'newest' }],
    ['a newer one of another kind', releaseOf('a.deb'), { kind: 'failed', fault: 'no-package' }],
    ['a path', releaseOf('../a.AppImage'), { kind: 'failed', fault: 'unreadable' }],
  ])('that finds %s says so', async (_name, release, result) => {
    updater.answer = () => release;
    // An older one is not called available by electron-updater either.
    if (release.version === '1.0.0') {
      const supported = updater.isUpdateSupported;
      updater.isUpdateSupported = async (info) => (await supported(info)) && false;
    }
    expect(await engine.look()).toEqual(result);
  });

  it('that finds one for a newer system says so', async () => {
    const own = new UpdaterByHand();
    own.isUpdateSupported = () => false;
    start({ updater: own });
    expect(await engine.look()).toEqual({ kind: 'failed', fault: 'system-too-old' });
  });

  it('fails without a word of what a server wrote', async () => {
    updater.answer = () => {
      throw Object.assign(new Error('rawData: <html>Token abc</html>\nat x'), {
        code: 'ERR_UPDATER_INVALID_UPDATE_INFO',
      });
    };
    expect(await engine.look()).toEqual({ kind: 'failed', fault: 'unreadable' });
    expect(logger.text).toContain('ERR_UPDATER_INVALID_UPDATE_INFO');
    expect(logger.text).not.toContain('html');
  });

  it('tells a proxy who is there, once, and a server never', async () => {
    await engine.look();
    expect(await updater.login({ isProxy: false })).toEqual([]);
    expect(await updater.login({ isProxy: true })).toEqual(['ann', 'hush']);
    expect(await updater.login({ isProxy: true })).toEqual([]);
  });

  it('is not stopped by a keychain that fails', async () => {
    start({ proxyUser: async () => Promise.reject(new Error('locked')) });
    expect(await updater.login({ isProxy: true })).toEqual([]);
  });
});

describe('a download', () => {
  it('without anything found is none', async () => {
    expect(await engine.download(() => undefined)).toEqual({
      kind: 'failed',
      fault: 'unreadable',
    });
    expect(updater.token).toBeNull();
  });

  it('goes on as long as anything arrives', async () => {
    await engine.look();
    const received: number[] = [];
    const end = engine.download((bytes) => received.push(bytes));
    await settled();
    for (const bytes of [1, 2, 3, SIZE]) {
      await clock.advance(MINUTE - 1);
      updater.progress(bytes);
    }
    updater.end('/cache/new');
    expect(await end).toEqual({ kind: 'done' });
    expect(received).toEqual([1, 2, 3, SIZE]);
    expect(clock.pendingCount).toBe(0);
  });

  it('that stands still for a minute is broken off', async () => {
    await engine.look();
    const end = engine.download(() => undefined);
    await settled();
    updater.progress(5);
    await clock.advance(MINUTE);
    expect(await end).toEqual({ kind: 'failed', fault: 'unreachable' });
  });

  it('that becomes more than was announced is broken off', async () => {
    await engine.look();
    const end = engine.download(() => undefined);
    await settled();
    updater.progress(SIZE + 1);
    expect(await end).toEqual({ kind: 'failed', fault: 'damaged' });
    expect(updater.token?.cancelled).toBe(true);
  });

  it('for which there is no room says so', async () => {
    await engine.look();
    const end = engine.download(() => undefined);
    await settled();
    updater.fail(Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' }));
    expect(await end).toEqual({ kind: 'failed', fault: 'no-room' });
  });

  it('that is cancelled is no failure, and leaves no timer', async () => {
    await engine.look();
    const end = engine.download(() => undefined);
    await settled();
    await engine.cancel();
    expect(await end).toEqual({ kind: 'cancelled' });
    expect(clock.pendingCount).toBe(0);
  });

  it('waits until a former one has come to its end', async () => {
    await engine.look();
    const first = engine.download(() => undefined);
    await settled();
    const second = engine.download(() => undefined);
    expect(await first).toEqual({ kind: 'cancelled' });
    await settled();
    updater.end('/cache/new');
    expect(await second).toEqual({ kind: 'done' });
  });

  it('is deleted when nobody wants it any more', async () => {
    await engine.look();
    const end = engine.download(() => undefined);
    await settled();
    updater.end('/cache/new');
    await end;
    await engine.discard();
    await engine.discard();
    expect(removed).toEqual(['/cache/new']);
  });
});

describe('an installation', () => {
  async function downloaded(parts: Partial<EngineParts>): Promise<void> {
    start(parts);
    await engine.look();
    const end = engine.download(() => undefined);
    await settled();
    updater.end('/cache/new');
    await end;
  }

  it.each<[string, () => Promise<boolean>, string | null]>([
    ['all is ready', async () => true, null],
    ['the file changed', async () => false, 'damaged'],
    [
      'the folder takes nothing',
      () => Promise.reject(Object.assign(new Error('x'), { code: 'EACCES' })),
      'not-writable',
    ],
    [
      'the disk is full',
      () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOSPC' })),
      'no-room',
    ],
    [
      'the file is gone',
      () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOENT' })),
      'damaged',
    ],
  ])('is prepared while all can still be told: %s', async (_name, prepare, fault) => {
    const finished: string[] = [];
    const finish = async () => void finished.push('finish');
    await downloaded({ installWay: () => ({ prepare, finish, discard: async () => undefined }) });
    expect(await engine.prepareInstall()).toBe(fault);
    expect(finished).toEqual([]);
    await engine.finishInstall();
    expect(finished).toEqual(['finish']);
  });

  it('is put away with the package, and what cannot be deleted stops nothing', async () => {
    const put: string[] = [];
    const discard = async () => void put.push('way');
    const removeFile = async (path: string) => {
      put.push(path);
      throw new Error('busy');
    };
    await downloaded({
      removeFile,
      installWay: () => ({ prepare: async () => true, finish: async () => undefined, discard }),
    });
    await engine.prepareInstall();
    await engine.discard();
    expect(put).toEqual([expect.any(String), 'way']);
    await expect(engine.finishInstall()).rejects.toThrow('Nothing was prepared');
  });

  it('is none where nothing was downloaded or prepared', async () => {
    expect(await engine.prepareInstall()).toBe('damaged');
    await expect(engine.finishInstall()).rejects.toThrow('Nothing was prepared');
  });
});
