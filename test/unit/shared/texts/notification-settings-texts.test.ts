import { expect, it } from 'vitest';
import { quietMeaning } from '../../../../shared/texts/notification-settings-texts.ts';

it.each([
  [600, 'It is quiet for 10 hours.'],
  [61, 'It is quiet for 1 hour and 1 minute.'],
  [45, 'It is quiet for 45 minutes.'],
  [1_439, 'It is quiet for 23 hours and 59 minutes.'],
  [1_440, 'Both are the same: it is quiet all day, until you change it.'],
])('says how long %i minutes of quiet are', (minutes, text) => {
  expect(quietMeaning(minutes, { locale: 'en-GB' })).toBe(text);
});
