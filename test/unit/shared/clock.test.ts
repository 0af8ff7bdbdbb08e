import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../../shared/clock.ts';

describe('the clock of the machine', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('tells the wall-clock time in milliseconds, also when it was set back', () => {
    expect(systemClock.nowMs()).toBe(1_000);
    vi.setSystemTime(400);
    expect(systemClock.nowMs()).toBe(400);
  });

  it('tells a monotonic time that a changed wall clock leaves alone', () => {
    const before = systemClock.monotonicMs();
    vi.setSystemTime(-9_000_000);
    expect(systemClock.monotonicMs()).toBe(before);
    vi.advanceTimersByTime(250);
    expect(systemClock.monotonicMs()).toBe(before + 250);
  });

  it('runs a timer once, after its delay and not before', () => {
    const run = vi.fn();
    systemClock.setTimer(500, run);
    vi.advanceTimersByTime(499);
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(5_000);
    expect(run).toHaveBeenCalledOnce();
  });

  it('never runs a timer that was cancelled, and cancelling again does nothing', () => {
    const run = vi.fn();
    const timer = systemClock.setTimer(500, run);
    timer.cancel();
    timer.cancel();
    vi.advanceTimersByTime(5_000);
    expect(run).not.toHaveBeenCalled();
  });

  it('does not keep the process alive for a timer', () => {
    vi.useRealTimers();
    const unref = vi.spyOn(Object.getPrototypeOf(setTimeout(() => undefined, 0)), 'unref');
    const timer = systemClock.setTimer(60_000, () => undefined);
    expect(unref).toHaveBeenCalledOnce();
    timer.cancel();
    unref.mockRestore();
  });
});
