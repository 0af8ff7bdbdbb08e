import { describe, expect, it } from 'vitest';
import { FRAME_MS, percentile, scrolledFrames } from '../../../bench/scroll-frame/frames.ts';

const frame = (
  sequence: number,
  state = 'STATE_PRESENTED_ALL',
  scroll = 'SCROLL_COMPOSITOR_THREAD',
  hasGap = false,
) => ({
  name: 'PipelineReporter',
  ph: 'b',
  args: {
    chrome_frame_reporter: {
      frame_sequence: sequence,
      scroll_state: scroll,
      state,
      has_missing_content: hasGap,
    },
  },
});

const beats = (trace: unknown) =>
  scrolledFrames(trace).intervalsMs.map((ms) => Math.round(ms / (1_000 / 60)));

describe('frames of a recorded trace', () => {
  it('are one beat apart while none is left out', () => {
    expect(beats({ traceEvents: [frame(7), frame(8), frame(9)] })).toEqual([1, 1]);
  });

  it('are farther apart where one was dropped', () => {
    const traceEvents = [frame(7), frame(8, 'STATE_DROPPED'), frame(9), frame(10)];
    expect(beats({ traceEvents })).toEqual([1, 2]);
  });

  it('count once, in whatever order and however often they are told', () => {
    const again = frame(8, 'STATE_PRESENTED_PARTIAL', 'SCROLL_COMPOSITOR_THREAD', true);
    const traceEvents = [frame(9), frame(8), again, frame(7)];
    expect(scrolledFrames({ traceEvents })).toEqual({
      intervalsMs: [FRAME_MS, FRAME_MS],
      withGaps: 1,
    });
  });

  it('do not count while nothing is scrolled', () => {
    const still = frame(20, 'STATE_PRESENTED_ALL', 'SCROLL_NONE');
    expect(beats({ traceEvents: [frame(7), frame(8), still, { name: 'RunTask' }] })).toEqual([1]);
  });

  it('are missed where there are none', () => {
    expect(() => scrolledFrames({ traceEvents: [] })).toThrow('no scrolled frame');
  });
});

describe('a percentile', () => {
  it.each([
    [0.95, 19],
    [0.5, 10],
    [1, 20],
    [0, 1],
  ])('of %d of 20 values is the %dth', (share, value) => {
    const values = Array.from({ length: 20 }, (_, index) => index + 1);
    expect(percentile(values, share)).toBe(value);
  });
});
