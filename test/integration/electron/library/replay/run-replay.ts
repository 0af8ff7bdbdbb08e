import {
  intBelow,
  type Random,
} from '../../../../../electron/sample-service/catalogue/seeded-random.ts';
import type { Version } from './playlist-history.ts';
import type { Replay } from './replay.ts';

const HOUR_MS = 3_600_000;
/** A list that is longer comes in several answers. */
const ITEMS_IN_FIRST_ANSWER = 100;
const ITEMS_A_PAGE = 50;
/** The share of checks in the middle of which several versions of one list follow each other. */
const SHARE_OF_SURPRISES = 0.08;
const MOST_VERSIONS_AT_ONCE = 3;
/** Requests of a check in which hardly anything changed. */
const REQUESTS_A_CHECK = 8;

/** What makes the checks of a replay harder. */
export interface Hardship {
  /** Is to come with the next check. */
  readonly prepare: (replay: Replay) => void;
  /**
   * The check is done and nothing is to come any more.
   *
   * @returns whether a list may have been left for the check after it
   */
  readonly withdraw: (replay: Replay) => boolean;
}

export interface RunOptions {
  /** Of each playlist its versions, oldest first. */
  readonly histories: readonly (readonly Version[])[];
  readonly random: Random;
  readonly hardship: Hardship;
  /** A check comes after so many of the times at which something changed. */
  readonly timesACheck: number;
}

/**
 * Puts every version there at its time and lets a check follow. Now and then several versions of a
 * list come in the middle of a check: between two of its pages where it has some.
 */
export async function runReplay(replay: Replay, options: RunOptions): Promise<void> {
  const { histories, random, hardship, timesACheck } = options;
  const waiting = histories.map((versions) => ({ versions, next: 0 }));
  const times = [...new Set(histories.flat().map(({ atMs }) => atMs))];
  times.sort((one, other) => one - other);
  for (const [index, atMs] of times.entries()) {
    const due = waiting.filter(({ versions, next }) => (versions[next]?.atMs ?? atMs + 1) <= atMs);
    if (due.length === 0) {
      continue;
    }
    replay.sleepUntil(atMs);
    for (const history of due) {
      for (; (history.versions[history.next]?.atMs ?? atMs + 1) <= atMs; history.next += 1) {
        putNext(replay, history);
      }
    }
    if ((index + 1) % timesACheck !== 0 && index < times.length - 1) {
      continue;
    }
    const isSurprised = random() < SHARE_OF_SURPRISES;
    const surprised = isSurprised ? due[intBelow(due.length, random)] : undefined;
    const surprise = surprised && planSurprise(replay, surprised, random);
    hardship.prepare(replay);
    await replay.check();
    const mayBeLeft = hardship.withdraw(replay);
    surprise?.();
    if (mayBeLeft || surprise !== undefined) {
      replay.sleepUntil(replay.clock.nowMs() + HOUR_MS);
      await replay.check();
    }
    replay.expectSeen();
  }
}

interface WaitingHistory {
  readonly versions: readonly Version[];
  next: number;
}

function putNext(replay: Replay, history: WaitingHistory): void {
  const version = history.versions[history.next];
  if (version !== undefined) {
    replay.put(version);
  }
}

/** Answers what makes it come true at once where the check had not as many requests. */
function planSurprise(replay: Replay, history: WaitingHistory, random: Random): () => void {
  const { versions, next } = history;
  const count = 1 + intBelow(MOST_VERSIONS_AT_ONCE, random);
  const versionsAtOnce = versions.slice(next, next + count);
  history.next += versionsAtOnce.length;
  const known = versions[next - 1]?.playlist;
  const length = known?.tracks.length ?? 0;
  const pages = 1 + Math.ceil(Math.max(0, length - ITEMS_IN_FIRST_ANSWER) / ITEMS_A_PAGE);
  let isDone = false;
  const come = (): void => {
    if (!isDone) {
      isDone = true;
      for (const version of versionsAtOnce) {
        replay.put(version);
      }
    }
  };
  const match =
    pages > 1
      ? { path: new RegExp(`^/v1/playlists/${known?.id}`), nth: 2 + intBelow(pages, random) }
      : { path: /^\/v1\//, nth: 1 + intBelow(REQUESTS_A_CHECK, random) };
  const handle = replay.service.faults.add({ match, action: { kind: 'call', run: come } });
  return () => {
    handle.remove();
    come();
  };
}
