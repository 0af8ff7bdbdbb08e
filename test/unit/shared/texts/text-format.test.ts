import { describe, expect, it } from 'vitest';
import { countOf, groupedNumber } from '../../../../shared/texts/quantities.ts';
import { dateFormatter, resolveFormat } from '../../../../shared/texts/text-format.ts';

describe('how dates and numbers are written', () => {
  it.each([
    ['en-GB', 'en-GB', 'h23'],
    ['en-US', 'en-US', 'h12'],
    ['de-DE', 'en-GB', 'h23'],
    ['ja-JP', 'en-GB', 'h23'],
    ['ar-EG', 'en-GB', 'h12'],
    ['en-US-u-hc-h23', 'en-US-u-hc-h23', 'h23'],
    ['de-DE-u-hc-h12', 'en-GB', 'h12'],
    ['en-DE', 'en-DE', 'h23'],
    // The runtime knows no English of Thailand or Iran and would take America's.
    ['en-TH', 'en-GB', 'h23'],
    ['en-IR-u-hc-h12', 'en-GB', 'h12'],
    ['en', 'en', 'h12'],
  ])('takes from %s the words of %s and its hours (%s)', (locale, words, hourCycle) => {
    expect(resolveFormat({ locale, timeZone: 'UTC' })).toEqual({
      locale: words,
      hourCycle,
      timeZone: 'UTC',
    });
  });

  it('does not stumble over a malformed locale or an unknown time zone', () => {
    for (const format of [{ locale: 'no such locale!' }, { timeZone: 'Moon/Tranquility' }]) {
      const { locale, timeZone } = resolveFormat(format);
      expect(locale).toMatch(/^en/);
      expect(timeZone).toBe(new Intl.DateTimeFormat().resolvedOptions().timeZone);
    }
  });

  it('follow the machine to another time zone', () => {
    const home = process.env.TZ;
    try {
      for (const zone of ['America/Lima', 'Asia/Kathmandu', 'Europe/Berlin']) {
        process.env.TZ = zone;
        expect(resolveFormat({ locale: 'en-GB' }).timeZone).toMatch(
          zone === 'Asia/Kathmandu' ? /^Asia\/Ka[t]h?mandu$/ : zone,
        );
      }
    } finally {
      if (home === undefined) delete process.env.TZ;
      else process.env.TZ = home;
    }
  });

  it('makes a formatter once for each way of writing', () => {
    const options = { hour: 'numeric', timeZone: 'UTC' } as const;
    expect(dateFormatter('en-GB', options)).toBe(dateFormatter('en-GB', { ...options }));
    expect(dateFormatter('en-GB', options)).not.toBe(dateFormatter('en-US', options));
  });
});

describe('quantities', () => {
  it.each([
    [0, '0 changes'],
    [1, '1 change'],
    [2, '2 changes'],
    [1_204, '1,204 changes'],
  ])('%i reads “%s”', (count, expected) => {
    expect(countOf(count, 'change', 'changes', { locale: 'en-GB' })).toBe(expected);
  });

  it('group their digits as English does on a system that groups in another way', () => {
    expect(groupedNumber(12_345_678, { locale: 'de-DE' })).toBe('12,345,678');
    expect(groupedNumber(12_345_678, { locale: 'en-IN' })).toBe('1,23,45,678');
  });
});
