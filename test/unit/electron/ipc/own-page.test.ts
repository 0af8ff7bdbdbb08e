import { describe, expect, test } from 'vitest';
import { isOwnPage } from '../../../../electron/ipc/own-page.ts';

const own = ['app://cratewatch'];

describe('isOwnPage', () => {
  test.each([
    ['the start page', 'app://cratewatch/index.html'],
    ['a page with a fragment', 'app://cratewatch/index.html#/changes'],
  ])('accepts %s', (_name, url) => {
    expect(isOwnPage({ url, parent: null }, own)).toBe(true);
  });

  test.each([
    ['another host of the same scheme', 'app://elsewhere/index.html'],
    ['a host that only starts alike', 'app://cratewatch.evil/index.html'],
    ['the own origin as user name', 'https://app:cratewatch@evil.example/'],
    ['a user name before the own host', 'app://someone@cratewatch/index.html'],
    ['a web page', 'https://open.spotify.com/'],
    ['a file', 'file:///cratewatch/index.html'],
    ['an empty document', 'about:blank'],
    ['no address at all', ''],
  ])('refuses %s', (_name, url) => {
    expect(isOwnPage({ url, parent: null }, own)).toBe(false);
  });

  test('refuses a subframe even when it shows the own page', () => {
    expect(isOwnPage({ url: 'app://cratewatch/index.html', parent: {} }, own)).toBe(false);
  });

  test('refuses a frame that is gone', () => {
    expect(isOwnPage(null, own)).toBe(false);
  });
});
