import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foreignLink } from '../../../../electron/spotify/foreign-link.ts';

const API = 'https://api.spotify.com/v1';
const SAMPLE = 'http://127.0.0.1:4711/v1';

describe('foreignLink', () => {
  it.each<[string, unknown, string, string | null]>([
    ['Spotify’s own', 'https://api.spotify.com/v1/me/tracks?offset=50', API, null],
    ['another of Spotify’s hosts', 'https://api-partner.spotify.com/v1?offset=50', API, null],
    ['where it was asked', 'http://127.0.0.1:4711/v1/me?offset=50', SAMPLE, null],
    ['Spotify’s while a sample is asked', 'https://api.spotify.com/v1/me', SAMPLE, null],
    ['a part of an address', '?offset=50', API, null],
    ['nothing', null, API, null],
    ['an empty text', '', API, null],
    ['what is no text', 50, API, null],
    ['what is no address', 'http://', API, null],
    ['another host', 'https://spotify.example/v1', API, 'spotify.example'],
    [
      'a host that only begins so',
      'https://api.spotify.com.example/',
      API,
      'api.spotify.com.example',
    ],
    ['a host that only ends so', 'https://notspotify.com/', API, 'notspotify.com'],
    ['Spotify’s without encryption', 'http://api.spotify.com/v1', API, 'api.spotify.com'],
    ['another port', 'http://127.0.0.1:4712/v1', SAMPLE, '127.0.0.1:4712'],
    ['another host, no protocol named', '//elsewhere.example/v1', API, 'elsewhere.example'],
  ])('of a page that leads to %s', (_, next, apiUrl, host) => {
    expect(foreignLink({ items: [], next }, apiUrl)).toBe(host);
    for (const place of ['artists', 'items', 'tracks']) {
      expect(foreignLink({ [place]: { items: [], next } }, apiUrl)).toBe(host);
    }
  });

  it('of anything at all never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        expect(() => foreignLink(body, API)).not.toThrow();
        expect(() => foreignLink({ next: body, items: body }, API)).not.toThrow();
      }),
    );
  });
});
