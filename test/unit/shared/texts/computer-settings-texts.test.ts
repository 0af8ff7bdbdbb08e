import { expect, test } from 'vitest';
import { batteryMeaning } from '../../../../shared/texts/computer-settings-texts.ts';

test.each([
  [15, 'Every 45 minutes on battery.'],
  [60, 'Every 3 hours on battery.'],
  [720, 'Once a day on battery.'],
  [1_440, 'Once a day, as without it.'],
])('with a check each %i minutes it is said: %s', (minutes, text) => {
  expect(batteryMeaning(minutes)).toBe(text);
});
