import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import type { Notice } from '../../shared/notice.ts';

/** What a run leaves behind for the next one. No more than this: it is read before the tray shows. */
export interface RunRecord {
  /** When the machine was started, by the clock of then; null where that is not known. */
  readonly bootedAtMs: number | null;
  /** `none` until the run ends; what still says so afterwards was ended from outside. */
  readonly end: 'none' | 'clean' | 'restart';
  /** When a fault last led to a restart, of this run or of one before. */
  readonly restartedAtMs: number | null;
  /** How often Chromium's process for drawing crashed. */
  readonly gpuCrashes: number;
}

/** How the run before this one ended. */
export type FormerEnd =
  /** There was none, or nothing is known of it. */
  | 'unknown'
  | 'clean'
  /** After a fault, to start again. */
  | 'restart'
  /** With the machine: power cut, reset, or a shutdown that did not wait. */
  | 'with-machine'
  /** Killed, or crashed: from outside the two look alike. */
  | 'broken-off';

/** Clocks are set a little now and then; a machine is not started twice within this. */
const SAME_BOOT_MS = 60_000;
const GPU_CRASHES_TO_DO_WITHOUT = 3;

export function formerEnd(former: RunRecord | null, bootedAtMs: number | null): FormerEnd {
  if (former === null) return 'unknown';
  if (former.end !== 'none') return former.end;
  const isSameBoot =
    former.bootedAtMs === null ||
    bootedAtMs === null ||
    Math.abs(former.bootedAtMs - bootedAtMs) < SAME_BOOT_MS;
  return isSameBoot ? 'broken-off' : 'with-machine';
}

/**
 * Whether this run draws without the graphics card. Chromium helps itself when its process for
 * drawing crashes, and ends the whole program where nothing helps: only then it is worth a try.
 */
export function shouldDrawInSoftware(former: RunRecord | null, end: FormerEnd): boolean {
  return end === 'broken-off' && (former?.gpuCrashes ?? 0) >= GPU_CRASHES_TO_DO_WITHOUT;
}

/** Notes in `run.json` how a run goes and ends. Where nothing can be noted, nothing is known later. */
export class RunKeeper {
  readonly former: RunRecord | null;
  readonly formerEnd: FormerEnd;
  readonly #path: string;
  readonly #logger: Logger;
  #record: RunRecord;

  /** @param folder Electron's user data folder; only its one process may do this */
  constructor(folder: string, clock: Clock, logger: Logger) {
    this.#path = join(folder, 'run.json');
    this.#logger = logger;
    const uptimeMs = clock.uptimeMs?.() ?? null;
    const bootedAtMs = uptimeMs === null ? null : Math.round(clock.nowMs() - uptimeMs);
    this.former = this.#read();
    this.formerEnd = formerEnd(this.former, bootedAtMs);
    if (this.formerEnd === 'broken-off' || this.formerEnd === 'with-machine') {
      const gpuCrashes = this.former?.gpuCrashes ?? 0;
      logger.warn('The last run did not end by itself', { how: this.formerEnd, gpuCrashes });
    }
    this.#record = {
      bootedAtMs,
      end: 'none',
      restartedAtMs: this.former?.restartedAtMs ?? null,
      gpuCrashes: 0,
    };
    this.#write();
  }

  /** What the user is to be told of the run before: that it ended for a restart. */
  get notice(): Notice | null {
    const atMs = this.former?.restartedAtMs ?? null;
    return this.formerEnd === 'restart' && atMs !== null
      ? { kind: 'restarted-after-fault', id: 'fault', atMs }
      : null;
  }

  get restartedAtMs(): number | null {
    return this.#record.restartedAtMs;
  }

  gpuCrashed(): void {
    this.#update({ gpuCrashes: this.#record.gpuCrashes + 1 });
  }

  /**
   * A fault is to lead to a restart; `end` then says that it was one.
   *
   * @returns whether the next run will know of it: where not, nothing would keep it from the same
   */
  restarts(nowMs: number): boolean {
    return this.#update({ end: 'restart', restartedAtMs: nowMs });
  }

  end(): void {
    if (this.#record.end === 'none') this.#update({ end: 'clean' });
  }

  #update(change: Partial<RunRecord>): boolean {
    this.#record = { ...this.#record, ...change };
    return this.#write();
  }

  #read(): RunRecord | null {
    try {
      return readRecord(JSON.parse(readFileSync(this.#path, 'utf8')));
    } catch (error) {
      this.#logger.debug('Nothing is known of the run before', { reason: String(error) });
      return null;
    }
  }

  #write(): boolean {
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      const unfinished = `${this.#path}.tmp`;
      writeFileSync(unfinished, JSON.stringify(this.#record), { mode: 0o600 });
      renameSync(unfinished, this.#path);
      return true;
    } catch (error) {
      this.#logger.debug('The run could not be noted', { reason: String(error) });
      return false;
    }
  }
}

/** By hand: a library for checking shapes would be loaded before the tray shows. */
function readRecord(value: unknown): RunRecord | null {
  if (typeof value !== 'object' || value === null) return null;
  const fields = new Map<string, unknown>(Object.entries(value));
  const end = fields.get('end');
  if (end !== 'none' && end !== 'clean' && end !== 'restart') return null;
  return {
    bootedAtMs: time(fields.get('bootedAtMs')),
    end,
    restartedAtMs: time(fields.get('restartedAtMs')),
    gpuCrashes: time(fields.get('gpuCrashes')) ?? 0,
  };
}

function time(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
