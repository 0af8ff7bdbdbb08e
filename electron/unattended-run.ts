import { assertNever } from '../shared/assert-never.ts';
import type { Clock } from '../shared/clock.ts';
import type { LibraryStatus } from '../shared/library-status.ts';
import { commandLineTexts } from '../shared/texts/command-line-texts.ts';
import { statusSentence } from '../shared/texts/status-sentence.ts';
import type { TextFormat } from '../shared/texts/text-format.ts';
import { EXIT_CODES, type ExitCode } from './desktop/exit-codes.ts';
import type { CheckOutcome } from './library/library.ts';
import {
  endForFailure,
  endForPause,
  endForService,
  endForSession,
  type UnattendedEnd,
} from './unattended-end.ts';
import type { Watch } from './watch.ts';

/** How a run ended: for whoever called it, and in words. */
export interface UnattendedResult {
  readonly exitCode: ExitCode;
  readonly line: string;
}

/**
 * One check without a user (`--exit-after-sync`): waits until there is an account to watch, checks
 * once, and says how it ended. Waiting for anything that needs a person or time ends the run.
 *
 * @param afterFirstCheck for the sample library: lets it live a little and asks for a second check.
 */
export async function runUnattended(
  watch: Watch,
  clock: Clock,
  format: TextFormat,
  afterFirstCheck: (() => void) | null,
): Promise<UnattendedResult> {
  const startedMs = clock.monotonicMs();
  const hindrance = await accountOrHindrance(watch, clock);
  if (hindrance !== null) {
    return await resultFor(hindrance, watch, clock, format);
  }
  let requests = 0;
  let changes = 0;
  for (const again of afterFirstCheck === null ? [null] : [afterFirstCheck, null]) {
    const outcome = await check(watch);
    if (outcome.kind === 'paused') {
      return await resultFor(endForStatus(outcome.status, watch), watch, clock, format);
    }
    requests += outcome.requests;
    changes += outcome.changes;
    again?.();
  }
  const seconds = ((clock.monotonicMs() - startedMs) / 1_000).toFixed(1);
  const { totals } = await watch.library.status();
  const items = totals.savedTracks + totals.playlistItems;
  return {
    exitCode: EXIT_CODES.done,
    line: commandLineTexts.synced(items, requests, changes, seconds),
  };
}

/** Resolves with null once an account is known, or with what stands in the way. */
async function accountOrHindrance(watch: Watch, clock: Clock): Promise<UnattendedEnd | null> {
  return await new Promise((resolve) => {
    const look = (): boolean => {
      const { state, account } = watch.session;
      const { accountTrouble } = watch;
      const end =
        endForSession(state) ??
        endForService(watch.api.serviceState) ??
        (accountTrouble === null ? null : endForFailure(accountTrouble, state, clock.nowMs()));
      if (end === null && (account === null || state.kind === 'refreshing')) {
        return false;
      }
      unsubscribe();
      resolve(end);
      return true;
    };
    const unsubscribe = watch.changed.subscribe(look);
    look();
  });
}

async function check(watch: Watch): Promise<CheckOutcome> {
  const start = await watch.library.checkNow();
  return start.kind === 'not-now'
    ? { kind: 'paused', status: await watch.library.status() }
    : await start.outcome;
}

function endForStatus({ monitor }: LibraryStatus, watch: Watch): UnattendedEnd {
  switch (monitor.kind) {
    case 'paused':
      return endForPause(monitor.pause, watch.session.state);
    case 'idle':
      // There is an account, and yet the library could not be made to watch it.
      return 'failed';
    case 'watching':
    case 'checking':
      return 'waiting';
    default:
      return assertNever(monitor);
  }
}

async function resultFor(
  end: UnattendedEnd,
  watch: Watch,
  clock: Clock,
  format: TextFormat,
): Promise<UnattendedResult> {
  const { monitor, unreadChanges } = await watch.library.status();
  const { mode, state: session, service } = watch.snapshot();
  const { headline, detail } = statusSentence(
    { mode, session, service, monitor, unreadChanges },
    clock.nowMs(),
    format.locale,
    format.timeZone,
  );
  return {
    exitCode: exitCodeOf(end),
    line: detail === null ? `${headline}.` : `${headline}. ${detail}`,
  };
}

function exitCodeOf(end: UnattendedEnd): ExitCode {
  switch (end) {
    case 'done':
      return EXIT_CODES.done;
    case 'sign-in-needed':
      return EXIT_CODES.signInNeeded;
    case 'waiting':
      return EXIT_CODES.waiting;
    case 'offline':
      return EXIT_CODES.offline;
    case 'failed':
      return EXIT_CODES.unexpected;
    default:
      return assertNever(end);
  }
}
