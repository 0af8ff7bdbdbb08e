import { describe, expect, it } from 'vitest';
import { hasPlaylistHistories } from './playlist-history.ts';
import { describeRun, REPLAYS_ALL, replayed } from './replayed.ts';

/** The recorded versions of the 24 playlists. */
const VERSIONS = 5_314;
/** A playlist of which one version was recorded, within the time of the others. */
const NEVER_CHANGED = '37i9dQZF1DXc7FZ2VBjaeT';

describe.skipIf(!hasPlaylistHistories)('of every recorded playlist', () => {
  it('each state that was seen is known for ever, and so is what led to it', async () => {
    const run = { seed: 1, timesACheck: REPLAYS_ALL ? 1 : 10 };
    const outcome = await replayed(run);
    process.stdout.write(`${describeRun(run, outcome)}\n`);
    expect(outcome.complaints, describeRun(run, outcome)).toEqual([]);
    expect(outcome.versions).toBe(VERSIONS);
    // What never changes is looked at all the same, by and by.
    expect(outcome.asked.get(NEVER_CHANGED)).toBeGreaterThan(5);
  }, 3_600_000);
});
