import { afterEach, describe, expect, it } from 'vitest';
import { hash32, intBelow, seededRandom } from '../../../../../electron/sample-service/catalogue/seeded-random.ts';
import { auditReplay } from './audit-replay.ts';
import {
  hasPlaylistHistories,
  playlistHistoryNames,
  readVersions,
  type Version,
} from './playlist-history.ts';
import { Replay } from './replay.ts';

const HOUR_MS = 3_600_000;

const replays: Replay[] = [];
afterEach(async () => {
  for (const replay of replays.splice(0)) {
    await replay.end();
  }
});
const versions = playlistHistoryNames().flatMap(readVersions).sort((a, b) => a.atMs - b.atMs);

describe.skipIf(!hasPlaylistHistories)('the history of real playlists', () => {
  it('undisturbed', { timeout: 600_000 }, async () => {
    const from = Date.UTC(2021, 0, 15);
    const times = [...new Set(versions.map((v) => v.atMs))].filter((t) => t > from).slice(0, 30);
    const random = seededRandom(1);
    const replay = await Replay.begin({ random, startMs: from });
    replays.push(replay);
    await replay.check();
    const t0 = performance.now();
    for (const t of times) {
      await replay.sleepUntil(t);
      for (const v of versions.filter((x) => x.atMs === t)) replay.put(v);
      await replay.sleepUntil(t);
      expect(await replay.check()).toBe(true);
      replay.expectSeen();
    }
    const t1 = performance.now();
    const audit = await auditReplay(replay);
    console.log(t1 - t0, performance.now() - t1, audit.states, audit.changes);
    expect(audit.complaints.slice(0, 20)).toEqual([]);
  });
});
