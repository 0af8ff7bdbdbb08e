import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseHttpDate, parseRetryAfter } from '../../../../electron/spotify/retry-after.ts';

const NOW = Date.UTC(2026, 10, 1, 12);
const HOUR = 3_600_000;
const TWO_DATES = 'Sun, 01 Nov 2026 13:00:00 GMT, Sun, 01 Nov 2026 14:00:00 GMT';

beforeEach(() => void vi.stubEnv('TZ', 'Asia/Tokyo'));
afterEach(() => void vi.unstubAllEnvs());

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
    ['an exponent as nothing', '1e12', null],
    ['a name for no end as nothing', 'Infinity', null],
    ['the longest of several', '5, 120', 120_000],
    ['the longest of several dates', TWO_DATES, 2 * HOUR],
    ['the one of several that says something', 'Sun, 01 Nov 2026 13:00:00 GMT, soon', HOUR],
    ['one that is empty and one that is not', ', 9', 9_000],
    ['a decimal comma as two values', '1,5', 5_000],
    ['nothing but commas as nothing', ', ,', null],
    ['an HTTP date of the oldest kind, which is in UTC too', 'Sun Nov  1 13:00:00 2026', HOUR],
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
