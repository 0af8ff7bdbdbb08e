import { expect, it } from 'vitest';
import { KINDS_OF_NEWS, type NewsKind } from '../../../../shared/change-news.ts';
import {
  notificationSettingsTexts,
  quietMeaning,
} from '../../../../shared/texts/notification-settings-texts.ts';

const WORDS: Readonly<Record<NewsKind, string>> = {
  'playlist-gone': 'disappeared',
  'item-removed': 'disappeared',
  'item-unavailable': 'can no longer be played',
  'artist-unfollowed': 'disappeared',
  'item-added': 'added by others',
  'item-available': 'came back',
  'playlist-returned': 'came back',
  'playlist-visibility': 'who may see or change a playlist',
  'playlist-collaborative': 'who may see or change a playlist',
};

it('names every kind of change that is told', () => {
  for (const kind of KINDS_OF_NEWS) {
    expect(notificationSettingsTexts.changes.purpose).toContain(WORDS[kind]);
  }
});

it.each([
  [600, 'It is quiet for 10 hours.'],
  [61, 'It is quiet for 1 hour and 1 minute.'],
  [45, 'It is quiet for 45 minutes.'],
  [1_439, 'It is quiet for 23 hours and 59 minutes.'],
  [1_440, 'Both are the same: it is quiet all day, until you change it.'],
])('says how long %i minutes of quiet are', (minutes, text) => {
  expect(quietMeaning(minutes, { locale: 'en-GB' })).toBe(text);
});
