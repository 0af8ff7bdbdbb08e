import { seededRandom } from '../../../../../electron/sample-service/catalogue/seeded-random.ts';
import { type Audit, auditReplay } from './audit-replay.ts';
import { distantPairs, successivePairs } from './compared-pairs.ts';
import { faults, kills } from './hardships.ts';
import { playlistHistoryNames, readVersions } from './playlist-history.ts';
import { Replay } from './replay.ts';
import { type Hardship, runReplay } from './run-replay.ts';

/** Every version of every file is looked at in every way; that takes many minutes. */
export const REPLAYS_ALL = process.env.CRATEWATCH_REPLAY === 'all';

const HOUR_MS = 3_600_000;
/** Of all pairs of successive states, each so manieth is also compared by `difference`. */
const EVERY_PAIR = 16;
const DISTANT_PAIRS = 3;

export interface Replayed {
  /** Begins with the beginnings of the ids of the playlists; every one where nothing is given. */
  readonly names?: readonly string[];
  readonly seed: number;
  readonly way?: 'undisturbed' | 'light-checks' | 'kills' | 'faults';
  /** A check comes after so many of the times at which something changed. Default 1. */
  readonly timesACheck?: number;
}

export interface ReplayOutcome extends Audit {
  /** Versions that were put into the service. */
  readonly versions: number;
  /** Times at which a version must have been seen whole. */
  readonly sightings: number;
  readonly kills: number;
  /** Requests that met a fault. */
  readonly faults: number;
  /** How often contents were asked for, by the playlist's id. */
  readonly asked: ReadonlyMap<string, number>;
}

/** Replays recorded playlists and holds what the app knows then against the files. */
export async function replayed(options: Replayed): Promise<ReplayOutcome> {
  const { names = [''], seed, way = 'undisturbed', timesACheck = 1 } = options;
  const random = seededRandom(seed);
  const histories = playlistHistoryNames()
    .filter((name) => names.some((beginning) => name.startsWith(beginning)))
    .map(readVersions);
  const startMs = Math.min(...histories.flat().map(({ atMs }) => atMs)) - HOUR_MS;
  const onlyLightChecks = way === 'light-checks';
  const replay = await Replay.begin({ random, startMs, onlyLightChecks });
  try {
    const faultPlan = faults(way === 'faults' ? 0.5 : 0, random);
    const hardship: Hardship = way === 'kills' ? kills(0.5, random) : faultPlan;
    await runReplay(replay, { histories, random, hardship, timesACheck });
    const audit = await auditReplay(replay, {
      pairs: (states) => [
        ...successivePairs(states).filter(
          (_, index) => REPLAYS_ALL || index % EVERY_PAIR === EVERY_PAIR - 1,
        ),
        ...distantPairs(states, DISTANT_PAIRS, random),
      ],
    });
    return {
      ...audit,
      versions: [...replay.puts.values()].flat().length,
      sightings: [...replay.sightings.values()].flat().length,
      kills: replay.kills,
      faults: faultPlan.hits,
      asked: askedPlaylists(replay),
    };
  } finally {
    await replay.end();
  }
}

function askedPlaylists({ service }: Replay): Map<string, number> {
  const asked = new Map<string, number>();
  for (const { path } of service.requests) {
    const id = /^\/v1\/playlists\/(\w+)/.exec(path)?.[1];
    if (id !== undefined) {
      asked.set(id, (asked.get(id) ?? 0) + 1);
    }
  }
  return asked;
}

/** What a run was like, for whoever has to find out why it went wrong. */
export function describeRun(
  { seed, way = 'undisturbed' }: Replayed,
  outcome: ReplayOutcome,
): string {
  const { versions, states, sightings, changes, compared } = outcome;
  return `${way}, seed ${seed}: ${versions} versions, ${states} states known, ${sightings} seen for certain, ${changes} changes, ${compared} pairs compared, ${outcome.kills} kills, ${outcome.faults} faults met`;
}
