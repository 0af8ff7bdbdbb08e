import { describe, expect, it } from 'vitest';
import { pause } from '../../../../electron/session/pause.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';

describe('pause', () => {
  it('ends after its time', async () => {
    const clock = new ManualClock();
    const waiting = pause(clock, 500, new AbortController().signal);
    expect(clock.nextDueInMs).toBe(500);
    await clock.advance(500);
    await waiting;
  });

  it('ends at once when aborted, and leaves no timer', async () => {
    const clock = new ManualClock();
    const stop = new AbortController();
    const waiting = pause(clock, 500, stop.signal);
    stop.abort();
    await waiting;
    expect(clock.pendingCount).toBe(0);
  });

  it('does not begin when already aborted', async () => {
    const clock = new ManualClock();
    await pause(clock, 500, AbortSignal.abort());
    expect(clock.pendingCount).toBe(0);
  });
});
