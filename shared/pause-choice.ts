/** For how long the user pauses the watch; `until-resumed` has no end of its own. */
export type PauseChoice = (typeof PAUSE_CHOICES)[number];
export const PAUSE_CHOICES = ['hour', 'tomorrow', 'until-resumed'] as const;

const HOUR_MS = 3_600_000;
const MORNING_HOUR = 8;
/** Before this hour a day still belongs to the evening before it: "tomorrow" is the coming morning. */
const NIGHT_ENDS_AT_HOUR = 4;

/**
 * When such a pause ends, in ms since the Unix epoch; null where only the user ends it. "Tomorrow" is
 * eight in the morning where the machine stands.
 */
export function pauseEndMs(choice: PauseChoice, nowMs: number): number | null {
  switch (choice) {
    case 'hour':
      return nowMs + HOUR_MS;
    case 'tomorrow': {
      const morning = new Date(nowMs);
      const days = morning.getHours() < NIGHT_ENDS_AT_HOUR ? 0 : 1;
      morning.setDate(morning.getDate() + days);
      return morning.setHours(MORNING_HOUR, 0, 0, 0);
    }
    case 'until-resumed':
      return null;
  }
}
