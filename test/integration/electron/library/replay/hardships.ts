import {
  intBelow,
  pick,
  type Random,
} from '../../../../../electron/sample-service/catalogue/seeded-random.ts';
import type {
  FaultAction,
  FaultHandle,
  FaultMatch,
} from '../../../../../electron/sample-service/faults/fault.ts';
import type { KillMoment } from '../harness/kill-switch.ts';
import type { Hardship } from './run-replay.ts';

const API = /^\/v1\//;
/** A reading of a list of 100 rows writes about as often. */
const WRITES = 150;
const REQUESTS = 8;
/** Enough turns of the event loop for an answer to arrive and to be taken in. */
const TURNS = 40;
const MOST_FAULTS_AT_ONCE = 3;

/** Kills the app in so many of the checks; half of those that go on afterwards are killed again. */
export function kills(share: number, random: Random): Hardship {
  return {
    prepare: (replay) => {
      replay.app.killAt(random() < share ? killMoment(random) : null);
      replay.onStart = (app) => app.killAt(random() < 0.5 ? killMoment(random) : null);
    },
    // Whatever was interrupted is gone on with in the same check.
    withdraw: (replay) => {
      replay.app.killAt(null);
      return false;
    },
  };
}

function killMoment(random: Random): KillMoment {
  return random() < 0.5
    ? { kind: 'write', nth: 1 + intBelow(WRITES, random) }
    : { kind: 'request', nth: 1 + intBelow(REQUESTS, random), turnsLater: intBelow(TURNS, random) };
}

/** Lets up to three things go wrong in so many of the checks. */
export function faults(share: number, random: Random): Hardship & { readonly hits: number } {
  let running: FaultHandle[] = [];
  let hits = 0;
  return {
    get hits() {
      return hits;
    },
    prepare: ({ service }) => {
      const count = random() < share ? 1 + intBelow(MOST_FAULTS_AT_ONCE, random) : 0;
      running = Array.from({ length: count }, () => {
        const nth = 1 + intBelow(REQUESTS, random);
        const times = 1 + intBelow(4, random);
        const { path = API, action } = pick(TROUBLES, random);
        return service.faults.add({ match: { path, nth, times }, action });
      });
    },
    withdraw: () => {
      const met = running.reduce((sum, handle) => sum + handle.hits, 0);
      hits += met;
      for (const handle of running) {
        handle.remove();
      }
      running = [];
      return met > 0;
    },
  };
}

const TROUBLES: readonly { readonly path?: FaultMatch['path']; readonly action: FaultAction }[] = [
  { action: { kind: 'reset' } },
  { action: { kind: 'reset', afterHandling: true } },
  { action: { kind: 'html', status: 502 } },
  { action: { kind: 'html', status: 503 } },
  {
    action: {
      kind: 'answer',
      status: 500,
      body: '{"error":{"status":500,"message":"Server error."}}',
    },
  },
  { action: { kind: 'answer', status: 504, body: 'upstream request timeout' } },
  { action: { kind: 'empty' } },
  { action: { kind: 'garbage' } },
  { action: { kind: 'cut-body' } },
  { action: { kind: 'short-page', missing: 1 } },
  { action: { kind: 'short-page', missing: 7 } },
  { action: { kind: 'wrong-total', by: 1 } },
  { action: { kind: 'wrong-total', by: -1 } },
  { action: { kind: 'rate-limit', retryAfterSeconds: 30 } },
  { action: { kind: 'rate-limit', retryAfterSeconds: null } },
  { action: { kind: 'quota', retryAfterSeconds: 7_200 } },
  { action: { kind: 'guest-network', how: 'page' } },
  // Once is not gone (facts §4); the playlists list itself is never answered so.
  { path: /^\/v1\/playlists\//, action: { kind: 'refusal', reason: 'not-found' } },
];
