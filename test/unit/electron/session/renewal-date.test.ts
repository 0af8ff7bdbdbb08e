import { expect, test } from 'vitest';
import { renewBeforeMs } from '../../../../electron/session/renewal-date.ts';

test.each([
  ['2026-11-21T03:17:05.250Z', '2027-05-21T03:17:05.250Z'],
  ['2026-08-31T12:00:00.000Z', '2027-02-28T12:00:00.000Z'],
  ['2027-08-30T12:00:00.000Z', '2028-02-29T12:00:00.000Z'],
  ['2026-08-29T23:59:59.999Z', '2027-02-28T23:59:59.999Z'],
  ['2026-03-31T00:00:00.000Z', '2026-09-30T00:00:00.000Z'],
  ['2026-12-31T00:00:00.000Z', '2027-06-30T00:00:00.000Z'],
  ['2026-01-01T00:00:00.000Z', '2026-07-01T00:00:00.000Z'],
])('authorized at %s, renew before %s', (authorizedAt, renewBefore) => {
  expect(new Date(renewBeforeMs(Date.parse(authorizedAt))).toISOString()).toBe(renewBefore);
});
