import { describe, expect, it } from 'vitest';
import { parseHttpDate, parseRetryAfter } from '../../../../electron/spotify/retry-after.ts';

const NOW = Date.UTC(2026, 10, 1, 12);
const HOUR = 3_600_000;

describe('parseRetryAfter', () => {
  it.each<[string, string | null, number | null]>([
    ['seconds', '7', 7_000],
    ['hours in seconds', '48925', 48_925_000],
    ['a fraction of a second, rounded up', '1.2345', 1_235],
    ['0 as the shortest wait', '0', 1_000],
    ['a negative number as the shortest wait', '-30', 1_000],
    ['an HTTP date', 'Sun, 01 Nov 2026 13:00:00 GMT', HOUR],
    ['an HTTP date of the old kind', 'Sunday, 01-Nov-26 13:00:00 GMT', HOUR],
    ['a date in the past as the shortest wait', 'Sun, 01 Nov 2026 11:00:00 GMT', 1_000],
    ['an absurd number as the longest wait', '99999999999999999999', 48 * HOUR],
    ['an absurd date as the longest wait', 'Thu, 01 Nov 2096 12:00:00 GMT', 48 * HOUR],
    ['a missing header as nothing', null, null],
    ['an empty header as nothing', '  ', null],
    ['words as nothing', 'soon', null],
    ['a number with a unit as nothing', '30s', null],
    ['hexadecimal as nothing', '0x10', null],
    ['an impossible date as nothing', 'Sun, 99 Foo 2026 13:00:00 GMT', null],
  ])('reads %s', (_what, header, expected) => {
    expect(parseRetryAfter(header, NOW)).toBe(expected);
  });
});

describe('parseHttpDate', () => {
  it('reads the form that servers send', () => {
    expect(parseHttpDate('Sun, 01 Nov 2026 12:00:00 GMT')).toBe(NOW);
  });

  it.each([null, '', '2026', '12', 'yesterday'])('takes %s for no date', (text) => {
    expect(parseHttpDate(text)).toBeNull();
  });
});
