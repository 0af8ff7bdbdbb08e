import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renewalNoticeTexts } from '../../../../shared/texts/renewal-notice-texts.ts';
import { complaintsAboutHeadline, complaintsAboutSentences } from './plain-words.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BRITISH = { locale: 'en-GB', timeZone: 'Europe/London' };
const END = Date.UTC(2026, 10, 28, 14, 2);

const titleAt = (leftMs: number, format = BRITISH, end = END) =>
  renewalNoticeTexts(end, end - leftMs, format).title;

describe('the notice of a coming end', () => {
  it('names the days left, the day and what to do', () => {
    expect(renewalNoticeTexts(END, END - 7 * DAY, BRITISH)).toEqual({
      title: 'Your Spotify sign-in ends in 7 days',
      body: 'It lasts until Sat 28 Nov at 14:02. One click renews it, and your history is kept.',
    });
  });

  it.each([
    [30 * 24, 'in 30 days'],
    // An hour later, but on the same day: on a calendar it is as far away as before.
    [7 * 24 - 1, 'in 7 days'],
    [2 * 24, 'in 2 days'],
    [39, 'in 2 days'],
    [38, 'tomorrow'],
    [24, 'tomorrow'],
    [15, 'tomorrow'],
    // From midnight on it is today, and nothing else would be true.
    [14, 'today'],
    [0.01, 'today'],
  ])('%d hours before the end says “%s”', (hoursLeft, when) => {
    expect(titleAt(hoursLeft * HOUR)).toBe(`Your Spotify sign-in ends ${when}`);
  });

  it('counts the days where the user is', () => {
    // 23:30 in London is the next day in Tokyo.
    const end = Date.UTC(2026, 10, 28, 14, 30);
    expect(titleAt(20 * HOUR, BRITISH, end)).toContain('tomorrow');
    expect(titleAt(20 * HOUR, { locale: 'en-GB', timeZone: 'Asia/Tokyo' }, end)).toContain('today');
    expect(titleAt(25 * HOUR, { locale: 'en-GB', timeZone: 'Asia/Tokyo' }, end)).toContain(
      'tomorrow',
    );
  });

  it('writes the end as the user does', () => {
    const american = { locale: 'en-US', timeZone: 'America/New_York' };
    expect(renewalNoticeTexts(END, END - 7 * DAY, american).body).toBe(
      'It lasts until Sat, Nov 28 at 9:02 AM. One click renews it, and your history is kept.',
    );
  });

  it('is plain and calm at every moment', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 * DAY }), (leftMs) => {
        const { title, body } = renewalNoticeTexts(END, END - leftMs, BRITISH);
        expect(complaintsAboutHeadline(title)).toEqual([]);
        expect(complaintsAboutSentences(body)).toEqual([]);
      }),
    );
  });
});
