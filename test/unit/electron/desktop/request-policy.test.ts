import { describe, expect, it } from 'vitest';
import {
  isNavigationAllowed,
  isRequestAllowed,
  ownOrigins,
  pageUrl,
} from '../../../../electron/desktop/request-policy.ts';

const PACKAGED = { packaged: true, devServerUrl: null };
const DEVELOPMENT = { packaged: false, devServerUrl: null };
const WITH_SERVER = { packaged: false, devServerUrl: 'http://localhost:5173/' };

describe('a request of the page', () => {
  it.each(['app://cratewatch/index.html', 'app://cratewatch/artwork?url=x'])(
    'may go to %s',
    (address) => {
      expect(isRequestAllowed(address, PACKAGED)).toBe(true);
    },
  );

  it.each([
    'https://api.spotify.com/v1/me',
    'https://i.scdn.co/image/ab',
    'http://127.0.0.1:5173/',
    'ws://127.0.0.1:9222/',
    'file:///etc/passwd',
    'app://other/',
    'app://cratewatch.evil.example/',
    'chrome-extension://abc/x.js',
    'data:text/html,x',
    'devtools://devtools/bundled/x.js',
    'nonsense',
  ])('may not go to %s', (address) => {
    expect(isRequestAllowed(address, PACKAGED)).toBe(false);
  });

  it('may go to the developer tools and to the dev server only while developing', () => {
    expect(isRequestAllowed('devtools://devtools/bundled/x.js', DEVELOPMENT)).toBe(true);
    expect(isRequestAllowed('http://localhost:5173/main.tsx', DEVELOPMENT)).toBe(false);
    expect(isRequestAllowed('http://localhost:5173/main.tsx', WITH_SERVER)).toBe(true);
    expect(isRequestAllowed('ws://localhost:5173/', WITH_SERVER)).toBe(true);
    expect(isRequestAllowed('http://localhost:5174/', WITH_SERVER)).toBe(false);
    expect(isRequestAllowed('http://localhost:5173/', { ...WITH_SERVER, packaged: true })).toBe(
      false,
    );
  });
});

describe('a navigation of the page', () => {
  it('goes nowhere, not even to the page itself', () => {
    for (const address of ['https://open.spotify.com/', 'app://cratewatch/index.html']) {
      expect(isNavigationAllowed(address, PACKAGED)).toBe(false);
      expect(isNavigationAllowed(address, DEVELOPMENT)).toBe(false);
    }
  });

  it('may reload from the dev server', () => {
    expect(isNavigationAllowed('http://localhost:5173/', WITH_SERVER)).toBe(true);
    expect(isNavigationAllowed('http://localhost:5173/', { ...WITH_SERVER, packaged: true })).toBe(
      false,
    );
  });
});

describe('the dev server', () => {
  it('is the page while developing', () => {
    expect(pageUrl('app://cratewatch/index.html', WITH_SERVER)).toBe('http://localhost:5173/');
    expect(ownOrigins(WITH_SERVER)).toEqual(['app://cratewatch', 'http://localhost:5173']);
  });

  it.each(['https://evil.example/', 'http://localhost.evil.example/', 'file:///x', 'nonsense'])(
    'is not taken from %s',
    (devServerUrl) => {
      const surface = { packaged: false, devServerUrl };
      expect(pageUrl('app://cratewatch/index.html', surface)).toBe('app://cratewatch/index.html');
      expect(ownOrigins(surface)).toEqual(['app://cratewatch']);
    },
  );

  it('is ignored in a packaged build', () => {
    expect(ownOrigins({ ...WITH_SERVER, packaged: true })).toEqual(['app://cratewatch']);
  });
});
