import type { AuthInfo } from 'electron';
import { type AppUpdater, CancellationToken } from 'electron-updater';
import type { Clock } from '../../../shared/clock.ts';
import type { Logger } from '../../../shared/logger.ts';
import type { UpdateFault } from '../../../shared/update-state.ts';
import { withinLimit } from '../../session/time-limit.ts';
import { DownloadWatch } from './download-watch.ts';
import type { DownloadedPackage, InstallWay } from './install-ways.ts';
import { ProxyAnswer, type ProxyUser } from './proxy-answer.ts';
import { ReleaseGuard } from './release-guard.ts';
import type { DownloadResult, LookResult, UpdateEngine } from './update-engine.ts';
import { updateFault } from './update-fault.ts';
import type { Machine } from './update-offer.ts';

/** electron-updater itself would wait for ever. */
const LOOK_LIMIT_MS = 60_000;

/** The part of electron-updater that is used for looking and downloading. */
export type UsedUpdater = Pick<
  AppUpdater,
  | 'allowDowngrade'
  | 'allowPrerelease'
  | 'autoDownload'
  | 'autoInstallOnAppQuit'
  | 'checkForUpdates'
  | 'disableDifferentialDownload'
  | 'disableWebInstaller'
  | 'downloadUpdate'
  | 'isUpdateSupported'
  | 'isUserWithinRollout'
  | 'logger'
  | 'signals'
>;

export interface EngineParts {
  readonly updater: UsedUpdater;
  /** A new one where that one is stuck. */
  readonly replaceUpdater: () => UsedUpdater;
  /** Of the present updater; null where a newer version is only told. */
  readonly installWay: (() => InstallWay) | null;
  readonly machine: Machine;
  /** Of the running version. */
  readonly version: string;
  /** Opens the way to the server, through the proxy that holds at this moment. */
  readonly prepareNetwork: () => Promise<void>;
  readonly proxyUser: () => Promise<ProxyUser | null>;
  /** Deletes what the updater writes into the profile about this copy. */
  readonly forgetTraces: () => Promise<void>;
  readonly removeFile: (path: string) => Promise<void>;
  readonly clock: Clock;
  readonly logger: Logger;
}

interface OpenUpdater {
  readonly updater: UsedUpdater;
  readonly guard: ReleaseGuard;
}

interface RunningDownload {
  readonly run: CancellationToken;
  readonly end: Promise<DownloadResult>;
}

/**
 * electron-updater, kept to what the user asked for: it downloads and installs nothing by itself, it
 * takes no release that is not exactly as ours are, and it never waits for ever.
 */
export class ElectronUpdaterEngine implements UpdateEngine {
  readonly #parts: EngineParts;
  readonly #proxyAnswer: ProxyAnswer;
  #open: OpenUpdater;
  #running: RunningDownload | null = null;
  #downloaded: DownloadedPackage | null = null;
  #watch: DownloadWatch | null = null;
  #way: InstallWay | null = null;

  constructor(parts: EngineParts) {
    this.#parts = parts;
    this.#proxyAnswer = new ProxyAnswer(parts.proxyUser);
    this.#open = this.#tame(parts.updater);
  }

  async look(): Promise<LookResult> {
    const end = await withinLimit(this.#look(this.#open), this.#parts.clock, LOOK_LIMIT_MS);
    if (end.kind === 'in-time') {
      return end.value;
    }
    // It would answer every later call with the one that hangs.
    this.#open = this.#tame(this.#parts.replaceUpdater());
    return { kind: 'failed', fault: 'unreachable' };
  }

  async download(onProgress: (receivedBytes: number) => void): Promise<DownloadResult> {
    await this.cancel();
    const run = new CancellationToken();
    const end = this.#fetch(run, onProgress);
    this.#running = { run, end };
    const result = await end;
    this.#running = null;
    return result;
  }

  async cancel(): Promise<void> {
    this.#running?.run.cancel();
    await this.#running?.end;
  }

  async prepareInstall(): Promise<UpdateFault | null> {
    const { installWay } = this.#parts;
    if (this.#downloaded === null || installWay === null) {
      return 'damaged';
    }
    try {
      const way = installWay();
      this.#way = way;
      return (await way.prepare(this.#downloaded)) ? null : 'damaged';
    } catch (error) {
      const fault = updateFault(error, 'install');
      this.#parts.logger.warn('The newer version cannot be installed', {
        fault,
        reason: reasonOf(error),
      });
      return fault;
    }
  }

  async finishInstall(): Promise<void> {
    if (this.#way === null) {
      throw new Error('Nothing was prepared');
    }
    await this.#way.finish();
  }

  async discard(): Promise<void> {
    await this.cancel();
    const path = this.#downloaded?.path;
    const way = this.#way;
    this.#downloaded = null;
    this.#way = null;
    await this.#putAway(async () => {
      if (path !== undefined) await this.#parts.removeFile(path);
    });
    await this.#putAway(async () => way?.discard());
  }

  /** What cannot be deleted, for instance while a virus scanner reads it, is in nobody's way. */
  async #putAway(remove: () => Promise<void>): Promise<void> {
    try {
      await remove();
    } catch (error) {
      this.#parts.logger.warn('A file of the updater could not be deleted', {
        reason: reasonOf(error),
      });
    }
  }

  /** Takes from it whatever it would do by itself. */
  #tame(updater: UsedUpdater): OpenUpdater {
    const { machine, version } = this.#parts;
    // Its own lines hold what servers sent, headers and bodies: ours are in the log instead.
    updater.logger = null;
    updater.autoDownload = false;
    updater.autoInstallOnAppQuit = false;
    updater.allowPrerelease = false;
    updater.allowDowngrade = false;
    updater.disableWebInstaller = true;
    // The size that is shown is the size that is fetched, and one check covers the whole file.
    updater.disableDifferentialDownload = true;
    updater.isUserWithinRollout = () => true;
    updater.signals.progress((progress) => this.#watch?.received(progress));
    updater.signals.login((info: AuthInfo, give) => {
      const giveUp = (): unknown => Reflect.apply(give, undefined, []);
      this.#proxyAnswer
        .answer(info)
        .then((login) => (login === null ? giveUp() : give(login.user, login.password)), giveUp);
    });
    return { updater, guard: new ReleaseGuard(updater, machine, version) };
  }

  async #look({ updater, guard }: OpenUpdater): Promise<LookResult> {
    guard.reset();
    this.#proxyAnswer.reset();
    try {
      await this.#parts.prepareNetwork();
      const answer = await updater.checkForUpdates();
      if (guard.isSystemTooOld) {
        return { kind: 'failed', fault: 'system-too-old' };
      }
      if (guard.found !== null) {
        return { kind: 'newer', offer: guard.found.offer };
      }
      return answer?.isUpdateAvailable === false
        ? { kind: 'newest' }
        : { kind: 'failed', fault: 'unreadable' };
    } catch (error) {
      const fault = updateFault(error, 'look');
      this.#parts.logger.warn('Newer versions could not be looked for', {
        fault,
        reason: reasonOf(error),
      });
      return { kind: 'failed', fault };
    } finally {
      await this.#putAway(() => this.#parts.forgetTraces());
    }
  }

  async #fetch(
    run: CancellationToken,
    onProgress: (receivedBytes: number) => void,
  ): Promise<DownloadResult> {
    const { updater, guard } = this.#open;
    const { found } = guard;
    if (found === null) {
      return { kind: 'failed', fault: 'unreadable' };
    }
    const { clock, prepareNetwork } = this.#parts;
    const watch = new DownloadWatch({
      clock,
      expectedBytes: found.offer.sizeBytes,
      onProgress,
      breakOff: () => run.cancel(),
    });
    this.#proxyAnswer.reset();
    this.#watch = watch;
    try {
      await prepareNetwork();
      const [path = ''] = await updater.downloadUpdate(run);
      this.#downloaded = { path, sha512: found.sha512 };
      return { kind: 'done' };
    } catch (error) {
      if (run.cancelled && watch.fault === null) {
        return { kind: 'cancelled' };
      }
      const fault = watch.fault ?? updateFault(error, 'download');
      this.#parts.logger.warn('A newer version could not be downloaded', {
        fault,
        reason: reasonOf(error),
      });
      return { kind: 'failed', fault };
    } finally {
      watch.close();
      this.#watch = null;
    }
  }
}

/** The mark of an error, or the start of its first line: the rest may be what a server sent. */
function reasonOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error) {
    return String(error.code).slice(0, 80);
  }
  return String(error).split('\n')[0]?.slice(0, 120) ?? '';
}
