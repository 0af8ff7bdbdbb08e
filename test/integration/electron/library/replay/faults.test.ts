import { describe, expect, it } from 'vitest';
import { hasPlaylistHistories } from './playlist-history.ts';
import { describeRun, REPLAYS_ALL, replayed } from './replayed.ts';

const FEW = ['3JBL', '37i9dQZF1DX2U', '37i9dQZF1DX6x'];

describe.skipIf(!hasPlaylistHistories)(
  'where the service refuses, fails and answers nonsense',
  () => {
    it('every version of a recorded playlist is known in the end, and nothing else', async () => {
      const run = { seed: 4, way: 'faults', ...(REPLAYS_ALL ? {} : { names: FEW }) } as const;
      const outcome = await replayed(run);
      process.stdout.write(`${describeRun(run, outcome)}\n`);
      expect(outcome.complaints, describeRun(run, outcome)).toEqual([]);
      expect(outcome.faults).toBeGreaterThan(100);
    }, 3_600_000);
  },
);
