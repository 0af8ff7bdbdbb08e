import { closeSync, mkdirSync, openSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from '../../shared/logger.ts';
import { errorCode } from '../session/error-code.ts';

export interface StartTurnParts {
  /** Electron's folder of user data; made where it is not there yet. */
  readonly folder: string;
  /** Wall-clock time in milliseconds since the Unix epoch, as the file system tells it. */
  readonly nowMs: () => number;
  /** Stands still, for a moment; nothing else goes on before the tray is there anyway. */
  readonly pause: (ms: number) => void;
  readonly logger: Pick<Logger, 'warn'>;
}

const PAUSE_MS = 10;
/** A start takes its turn in a few milliseconds, and one that only tells the first in some hundred. */
const PATIENCE_MS = 2_000;
/** What is left by a start that was killed in its turn. */
const STALE_MS = 5_000;

/**
 * Does `act` while no other start does. Chromium's lock on the folder is not taken in one step: of
 * starts within the same millisecond, one pair in 60 got it both. Two that keep one session take each
 * other's refresh tokens (facts §1), so they queue for it here, where a file is made in one step.
 *
 * One that waits too long goes on without its turn: the queue must not keep anybody out.
 */
export function inStartTurn<T>(parts: StartTurnParts, act: () => T): T {
  const path = join(parts.folder, 'starting.lock');
  const hasTurn = waitForTurn(path, parts);
  try {
    return act();
  } finally {
    if (hasTurn) endTurn(path, parts);
  }
}

function waitForTurn(path: string, { folder, nowMs, pause, logger }: StartTurnParts): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += PAUSE_MS) {
      if (takeTurn(path)) return true;
      if (isStale(path, nowMs())) unlinkSync(path);
      else pause(PAUSE_MS);
    }
    logger.warn('Another start of Cratewatch takes long');
  } catch (error) {
    logger.warn('Starts at the same moment cannot queue', { reason: String(error) });
  }
  return false;
}

/** @throws for every reason but that another start has its turn */
function takeTurn(path: string): boolean {
  try {
    closeSync(openSync(path, 'wx'));
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** A clock that was set back makes a file of the future: that is none of this moment either. */
function isStale(path: string, nowMs: number): boolean {
  const madeMs = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return madeMs !== undefined && Math.abs(nowMs - madeMs) > STALE_MS;
}

function endTurn(path: string, { logger }: StartTurnParts): void {
  try {
    unlinkSync(path);
  } catch (error) {
    // Taken away as stale by one that waits; or it stays, and is stale in a moment.
    logger.warn('A start could not end its turn', { reason: String(error) });
  }
}

/** Stands still without work. */
export function standStill(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
