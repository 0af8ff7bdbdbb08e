import { z } from 'zod';

const report = z.object({
  frame_sequence: z.number(),
  scroll_state: z.string(),
  state: z.string(),
  has_missing_content: z.boolean().optional(),
});
const traceSchema = z.object({ traceEvents: z.array(z.unknown()) });
const reported = z.object({
  name: z.literal('PipelineReporter'),
  ph: z.literal('b'),
  args: z.object({ chrome_frame_reporter: report }),
});

/** Chromium's compositor makes 60 frames a second where no display says otherwise. */
export const FRAME_MS = 1_000 / 60;

export interface ScrolledFrames {
  /** Time from a frame to the next one that showed something new, in ms; ascending. */
  readonly intervalsMs: readonly number[];
  /** How many showed a part of the list that was not drawn yet. */
  readonly withGaps: number;
}

/**
 * What a recorded trace of Chromium says of the frames that were scrolled. Each begins at a beat of
 * the display; one that was not ready in time leaves out a beat.
 *
 * @param trace as `contentTracing` writes it, with the category `cc,benchmark`
 * @throws Error where the trace holds no scrolled frame
 */
export function scrolledFrames(trace: unknown): ScrolledFrames {
  const shown = new Map<number, boolean>();
  for (const event of traceSchema.parse(trace).traceEvents) {
    const parsed = reported.safeParse(event);
    if (!parsed.success) continue;
    const frame = parsed.data.args.chrome_frame_reporter;
    if (frame.scroll_state === 'SCROLL_NONE' || !frame.state.startsWith('STATE_PRESENTED'))
      continue;
    const hadGap = shown.get(frame.frame_sequence) ?? false;
    shown.set(frame.frame_sequence, hadGap || frame.has_missing_content === true);
  }
  const beats = [...shown.keys()].sort((one, other) => one - other);
  if (beats.length < 2) throw new Error('The trace holds no scrolled frame.');
  const intervalsMs = beats
    .slice(1)
    .map((beat, index) => (beat - (beats[index] ?? beat)) * FRAME_MS)
    .sort((one, other) => one - other);
  const withGaps = [...shown.values()].filter(Boolean).length;
  return { intervalsMs, withGaps };
}

/** The value below which so large a part of ascending values lies. @param share from 0 to 1 */
export function percentile(ascending: readonly number[], share: number): number {
  const index = Math.min(ascending.length - 1, Math.ceil(share * ascending.length) - 1);
  return ascending[Math.max(0, index)] ?? 0;
}
