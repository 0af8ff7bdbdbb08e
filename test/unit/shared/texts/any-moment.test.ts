import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeLeftPhrase } from '../../../../shared/texts/access-life-texts.ts';
import { longMoment, shortDate, shortMoment } from '../../../../shared/texts/moment-words.ts';
import { countOf, groupedNumber } from '../../../../shared/texts/quantities.ts';
import { recordTime } from '../../../../shared/texts/refresh-record-texts.ts';
import type { TextFormat } from '../../../../shared/texts/text-format.ts';
import * as phrases from '../../../../shared/texts/time-phrases.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const LOCALES = [
  'en-GB',
  'en-US',
  'en-TH',
  'de-DE',
  'fr-FR',
  'ar-EG',
  'fa-IR',
  'ja-JP',
  'hi-IN',
  'th-TH',
  'th-TH-u-ca-buddhist-nu-thai',
];
const ZONES = ['UTC', 'America/Los_Angeles', 'Asia/Kathmandu', 'Pacific/Kiritimati'];

const formats = fc.record({
  locale: fc.constantFrom(...LOCALES),
  timeZone: fc.constantFrom(...ZONES),
});
const likely = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) });
const possible = fc.double({ min: -8.64e15, max: 8.64e15, noNaN: true });
/** What a damaged row may hold. */
const anything = fc.oneof(
  likely,
  possible,
  fc.double(),
  fc.constantFrom(
    Number.NaN,
    Infinity,
    -Infinity,
    -62_135_596_800_000,
    8.64e15,
    -8.64e15,
    8.64e15 + 1,
  ),
);

/** Everything that is ever said of two moments, the second of them mostly now. */
const SAID: Readonly<Record<string, (atMs: number, nowMs: number, format: TextFormat) => string>> =
  {
    clockTime: (atMs, _, format) => phrases.clockTime(atMs, format),
    dayHeading: phrases.dayHeading,
    shortDay: phrases.shortDay,
    nearDay: phrases.nearDay,
    momentPhrase: phrases.momentPhrase,
    untilPhrase: phrases.untilPhrase,
    preciseUntilPhrase: phrases.preciseUntilPhrase,
    comingPhrase: phrases.comingPhrase,
    agoPhrase: phrases.agoPhrase,
    longMoment: (atMs, _, format) => longMoment(atMs, format),
    shortMoment,
    shortDate,
    windowPhrase: (atMs, nowMs, format) => phrases.windowPhrase(atMs, nowMs, nowMs, format),
    windowPhraseBack: (atMs, nowMs, format) => phrases.windowPhrase(nowMs, atMs, nowMs, format),
    shortWindow: (atMs, nowMs, format) => phrases.shortWindow(atMs, nowMs, format),
    shortWindowBack: (atMs, nowMs, format) => phrases.shortWindow(nowMs, atMs, format),
    countdown: (atMs, nowMs) => phrases.countdown(atMs, nowMs),
    recordTime,
    timeLeftPhrase,
  };

describe('whatever moment is told', () => {
  it.each(Object.entries(SAID))('says something of it that can be read: %s', (_, say) => {
    fc.assert(
      fc.property(anything, likely, formats, (atMs, nowMs, format) => {
        const text = say(atMs, nowMs, format);
        expect(text.trim()).not.toBe('');
        expect(text).not.toMatch(/NaN|Invalid|Infinity|undefined/);
      }),
    );
  });

  it.each(Object.entries(SAID))('writes it in English and with its digits: %s', (_, say) => {
    fc.assert(
      fc.property(likely, likely, formats, (atMs, nowMs, format) => {
        expect(say(atMs, nowMs, format)).toMatch(/^[\p{Script=Latin}\p{Script=Common}]+$/u);
        expect(say(atMs, nowMs, format)).not.toMatch(/\b(25[67]\d|14[01]\d)\b/);
      }),
    );
  });

  it('says that it does not know what a damaged file does not tell', () => {
    const format = { locale: 'en-GB', timeZone: 'UTC' };
    const nowMs = Date.UTC(2026, 10, 21, 12);
    expect(phrases.momentPhrase(Number.NaN, nowMs, format)).toBe('at an unknown time');
    expect(phrases.untilPhrase(Number.NaN, nowMs, format)).toBe('until an unknown time');
    expect(phrases.agoPhrase(Infinity, nowMs, format)).toBe('at an unknown time');
    expect(phrases.dayHeading(Number.NaN, nowMs, format)).toBe('Unknown day');
    expect(phrases.windowPhrase(Number.NaN, nowMs, nowMs, format)).toBe('before Sat 21 Nov, 12:00');
    expect(phrases.countdown(Number.NaN, nowMs)).toBe('–');
    expect(countOf(Number.NaN, 'item', 'items', format)).toBe('– items');
  });

  it('keeps the years apart that have few digits or many', () => {
    const format = { locale: 'en-GB', timeZone: 'UTC' };
    const year1 = new Date(0).setUTCFullYear(1, 0, 1);
    expect(phrases.localDayKey(year1, format)).toBe('0001-01-01');
    expect(phrases.daysBetween(year1, Date.UTC(1970, 0), format)).toBe(719_162);
    expect(phrases.daysBetween(-8.64e15, 8.64e15, format)).toBe(200_000_000);
  });
});

describe('what is said of the past', () => {
  /** How long ago a phrase sounds, in its own measure; what is later in the list sounds older. */
  function age(phrase: string): readonly [measure: number, amount: number] {
    const amount = Number.parseInt(phrase, 10);
    if (phrase === 'just now') return [0, 0];
    if (/minutes? ago$/.test(phrase)) return [1, amount];
    if (/hours? ago$/.test(phrase)) return [2, amount];
    if (phrase.startsWith('yesterday')) return [3, 0];
    expect(phrase).toMatch(/^on /);
    return [4, 0];
  }

  it('never sounds newer the older it is', () => {
    const back = fc.integer({ min: 0, max: 3 * DAY });
    fc.assert(
      fc.property(likely, back, back, formats, (nowMs, one, other, format) => {
        const [newer, older] = [Math.min(one, other), Math.max(one, other)].map((agoMs) =>
          age(phrases.agoPhrase(nowMs - agoMs, nowMs, format)),
        );
        const [measure = 0, amount = 0] = newer ?? [];
        const [olderMeasure = 0, olderAmount = 0] = older ?? [];
        expect(olderMeasure).toBeGreaterThanOrEqual(measure);
        if (olderMeasure === measure) expect(olderAmount).toBeGreaterThanOrEqual(amount);
      }),
      { numRuns: 1_000 },
    );
  });

  it('never names a time to come, nor does what is to come name one that is over', () => {
    fc.assert(
      fc.property(likely, fc.integer({ min: 0, max: 400 * DAY }), formats, (nowMs, ms, format) => {
        const past = [phrases.agoPhrase, phrases.momentPhrase, phrases.nearDay, phrases.dayHeading];
        for (const say of past) {
          expect(say(nowMs - ms, nowMs, format)).not.toMatch(/tomorrow|^in |in a moment/i);
        }
        for (const say of [phrases.comingPhrase, phrases.momentPhrase, phrases.untilPhrase]) {
          expect(say(nowMs + ms, nowMs, format)).not.toMatch(/yesterday|ago|just now/i);
        }
      }),
    );
  });

  it('tells a window from its earlier end, also where the clock was set back between', () => {
    fc.assert(
      fc.property(likely, likely, formats, (one, other, format) => {
        const nowMs = Math.max(one, other);
        expect(phrases.windowPhrase(one, other, nowMs, format)).toBe(
          phrases.windowPhrase(other, one, nowMs, format),
        );
      }),
    );
  });
});

describe('numbers', () => {
  it('have their digits grouped from a thousand on, in every locale', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 1e12 }), formats, (value, format) => {
        const text = groupedNumber(value, format);
        expect(text).toMatch(/^\d{1,3}(,\d{2,3})+$/);
        expect(Number(text.replaceAll(',', ''))).toBe(value);
      }),
    );
  });
});
