/** The line that closes a run with `--exit-after-sync`. */
const summary = /^Synced \d+ items in \d+ requests, \d+ changes, [\d.]+ s$/;

export interface LastWord {
  /** Takes one line of the app's output. */
  line(text: string): void;
  /** The app has ended: prints what was held back. */
  end(): void;
}

/**
 * Passes lines on, but holds the summary back until the app has ended, so that it is the last line
 * of all, even if the runtime still complains about something while it shuts down.
 */
export function lastWord(print: (line: string) => void): LastWord {
  let held: string | null = null;
  return {
    line(text) {
      if (summary.test(text)) held = text;
      else print(text);
    },
    end() {
      if (held !== null) print(held);
      held = null;
    },
  };
}
