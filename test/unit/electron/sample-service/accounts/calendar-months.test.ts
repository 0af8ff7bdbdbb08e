import { expect, it } from 'vitest';
import { addCalendarMonths } from '../../../../../electron/sample-service/accounts/calendar-months.ts';

it.each([
  ['2026-11-01T12:00:00Z', 6, '2027-05-01T12:00:00Z'],
  ['2026-07-20T00:00:00Z', 6, '2027-01-20T00:00:00Z'],
  ['2026-08-31T23:59:59Z', 6, '2027-02-28T23:59:59Z'],
  ['2027-08-31T08:00:00Z', 6, '2028-02-29T08:00:00Z'],
  ['2026-03-31T00:00:00Z', 6, '2026-09-30T00:00:00Z'],
])('%s and %i calendar months are %s', (start, months, end) => {
  expect(addCalendarMonths(Date.parse(start), months)).toBe(Date.parse(end));
});
