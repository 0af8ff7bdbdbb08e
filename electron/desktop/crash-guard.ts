import type { Clock } from '../../shared/clock.ts';
import type { Logger } from '../../shared/logger.ts';
import {
  FAULT_WINDOW_MS,
  type Fault,
  faultVerdict,
  type GraveVerdict,
  isPassingFault,
} from './fault-verdict.ts';

/** The part of Node's `process` that is used. */
export interface FaultSource {
  on(event: 'uncaughtException', listener: (error: Error) => void): unknown;
  on(event: 'unhandledRejection', listener: (reason: unknown) => void): unknown;
}

/** The part of Electron's `app` that is used. */
export interface HelperSource {
  on(
    event: 'child-process-gone',
    listener: (
      event: unknown,
      details: {
        readonly type: string;
        readonly reason: string;
        readonly exitCode: number;
        readonly name?: string;
      },
    ) => void,
  ): unknown;
}

export interface FaultGuardParts {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly isUnattended: boolean;
  /** When a fault last led to a restart; wall clock. */
  readonly restartedAtMs: () => number | null;
  readonly act: (verdict: GraveVerdict, thrown: unknown) => void;
}

/** The same fault every second must not push everything else out of the log. */
const LINES_PER_WINDOW = 50;

/**
 * Logs what nobody caught and decides what becomes of Cratewatch. What the database holds is safe at
 * every moment (transactions), so neither going on nor a restart can spoil it.
 */
export function guardAgainstFaults(source: FaultSource, parts: FaultGuardParts): void {
  const { clock, logger } = parts;
  let rejectionsMs: readonly number[] = [];
  let linesMs: readonly number[] = [];

  const within = (timesMs: readonly number[], nowMs: number): number[] =>
    timesMs.filter((atMs) => nowMs - atMs < FAULT_WINDOW_MS);

  const take = (fault: Fault, thrown: unknown): void => {
    const monotonicMs = clock.monotonicMs();
    rejectionsMs = within(rejectionsMs, monotonicMs);
    if (fault.kind === 'rejection' && !fault.isPassing) {
      rejectionsMs = [...rejectionsMs, monotonicMs];
    }
    const verdict = faultVerdict(fault, {
      rejections: rejectionsMs.length,
      restartedAtMs: parts.restartedAtMs(),
      nowMs: clock.nowMs(),
      isUnattended: parts.isUnattended,
    });
    linesMs = within(linesMs, monotonicMs);
    if (linesMs.length < LINES_PER_WINDOW) {
      linesMs = [...linesMs, monotonicMs];
      const fields = { stack: stackOf(thrown), verdict };
      if (fault.kind === 'error') {
        logger.error('An error was caught nowhere', fields);
      } else {
        logger.error('A promise failed unheard', fields);
      }
    }
    if (verdict !== 'go-on') parts.act(verdict, thrown);
  };

  source.on('uncaughtException', (error) => {
    take({ kind: 'error', isPassing: isPassingFault(error) }, error);
  });
  source.on('unhandledRejection', (reason) => {
    take({ kind: 'rejection', isPassing: isPassingFault(reason) }, reason);
  });
}

/** Logs the end of Chromium's helper processes; it restarts the ones it needs by itself. */
export function watchHelperProcesses(
  app: HelperSource,
  logger: Logger,
  onGpuCrash: () => void,
): void {
  app.on('child-process-gone', (_event, { type, reason, exitCode, name }) => {
    if (reason === 'clean-exit') return;
    logger.error('A helper process ended', { type, reason, exitCode, name: name ?? null });
    if (type === 'GPU') onGpuCrash();
  });
}

function stackOf(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? String(thrown)) : String(thrown);
}
