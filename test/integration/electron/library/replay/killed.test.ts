import { describe, expect, it } from 'vitest';
import { hasPlaylistHistories } from './playlist-history.ts';
import { describeRun, REPLAYS_ALL, replayed } from './replayed.ts';

const FEW = ['3JBL', '37i9dQZF1DX2U', '37i9dQZF1DX6x'];

describe.skipIf(!hasPlaylistHistories)('killed again and again while it reads and writes', () => {
  it('the app knows every version of a recorded playlist as if nothing had happened', async () => {
    const run = { seed: 3, way: 'kills', ...(REPLAYS_ALL ? {} : { names: FEW }) } as const;
    const outcome = await replayed(run);
    process.stdout.write(`${describeRun(run, outcome)}\n`);
    expect(outcome.complaints, describeRun(run, outcome)).toEqual([]);
    expect(outcome.kills).toBeGreaterThan(50);
  }, 3_600_000);
});
