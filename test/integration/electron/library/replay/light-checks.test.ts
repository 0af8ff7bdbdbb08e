import { describe, expect, it } from 'vitest';
import { hasPlaylistHistories } from './playlist-history.ts';
import { describeRun, REPLAYS_ALL, replayed } from './replayed.ts';

const NEVER_CHANGED = '37i9dQZF1DXc7FZ2VBjaeT';
const FEW = ['3JBL', '6Fzx', NEVER_CHANGED, '37i9dQZF1DX2U', '37i9dQZF1DX6x'];

describe.skipIf(!hasPlaylistHistories)('by light checks alone', () => {
  it('every version of a recorded playlist is noticed, and nothing is read that stayed', async () => {
    const run = { seed: 2, way: 'light-checks', ...(REPLAYS_ALL ? {} : { names: FEW }) } as const;
    const outcome = await replayed(run);
    process.stdout.write(`${describeRun(run, outcome)}\n`);
    expect(outcome.complaints, describeRun(run, outcome)).toEqual([]);
    expect(outcome.asked.get(NEVER_CHANGED)).toBe(1);
  }, 3_600_000);
});
