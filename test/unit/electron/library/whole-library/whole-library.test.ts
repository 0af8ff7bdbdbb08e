import fc from 'fast-check';
import { describe, it } from 'vitest';
import { anyBeginning, anySchedule, throwIfAny } from './commands.ts';
import { World } from './world.ts';

// A machine that is busy with other tests does fewer of them.
const MOST_MS = 25_000;

describe('a whole library that lives at random under random checks, faults, kills and blocks', () => {
  it('is told exactly: nothing is lost, nothing invented', async () => {
    await fc.assert(
      fc.asyncProperty(anyBeginning, anySchedule, async (beginning, schedule) => {
        const world = await World.begin(beginning);
        await fc.asyncModelRun(() => ({ model: {}, real: world }), schedule);
        throwIfAny(await world.end());
      }),
      { numRuns: 80, interruptAfterTimeLimit: MOST_MS },
    );
  }, 180_000);
});
