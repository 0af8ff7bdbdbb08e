import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptedValue } from '../../../../shared/texts/advice.ts';
import { adviseOnTimeOfDay, timeOfDay } from '../../../../shared/texts/time-of-day-advice.ts';
import { complaintsAboutAdvice, sentenceOf } from './advice-sentences.ts';

const GERMAN = { locale: 'de-DE', timeZone: 'Europe/Berlin' };
const AMERICAN = { locale: 'en-US', timeZone: 'America/New_York' };

describe('advice on a time of the day', () => {
  it.each([
    ['22:30', 22 * 60 + 30],
    [' 7:05 ', 7 * 60 + 5],
    ['07:05', 7 * 60 + 5],
    ['7', 7 * 60],
    ['22.30', 22 * 60 + 30],
    ['22h30', 22 * 60 + 30],
    ['2230', 22 * 60 + 30],
    ['730', 7 * 60 + 30],
    ['0:00', 0],
    ['24:00', 0],
    ['12 am', 0],
    ['12 pm', 12 * 60],
    ['10:30 PM', 22 * 60 + 30],
    ['10:30\u202Fpm', 22 * 60 + 30],
    ['10.30 p.m.', 22 * 60 + 30],
  ])('“%s” is minute %i', (text, minute) => {
    expect(adviseOnTimeOfDay(text)).toEqual({ kind: 'valid', value: minute, note: null });
  });

  it.each([
    ['', 'empty'],
    ['22:', 'incomplete'],
    ['22:3', 'incomplete'],
    ['10 p', 'incomplete'],
    ['25', 'wrong'],
    ['24:01', 'wrong'],
    ['22:60', 'wrong'],
    ['13 pm', 'wrong'],
    ['0 am', 'wrong'],
    ['evening', 'wrong'],
    ['-7', 'wrong'],
    ['22:30:15', 'wrong'],
  ])('“%s” is %s', (text, kind) => {
    const advice = adviseOnTimeOfDay(text, GERMAN);
    expect(advice.kind).toBe(kind);
    expect(complaintsAboutAdvice(advice)).toEqual([]);
  });

  it('names an example as it is written where the user is', () => {
    expect(sentenceOf(adviseOnTimeOfDay('x', GERMAN))).toContain('such as 22:30.');
    expect(sentenceOf(adviseOnTimeOfDay('x', AMERICAN))).toMatch(/such as 10:30\sPM\./u);
  });

  it('reads every time as it writes it, in any region', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 24 * 60 - 1 }),
        fc.constantFrom('de-DE', 'en-US', 'en-AU', 'en-IN', 'ja-JP', 'th-TH', 'ar-EG', 'fr-CA'),
        (minute, locale) => {
          const format = { locale, timeZone: 'Asia/Kathmandu' };
          expect(acceptedValue(adviseOnTimeOfDay(timeOfDay(minute, format), format))).toBe(minute);
        },
      ),
    );
  });
});
