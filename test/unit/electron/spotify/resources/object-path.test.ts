import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { objectPath } from '../../../../../electron/spotify/resources/object-path.ts';

describe('the path of an object', () => {
  it.each([
    ['37i9dQZF1EIgrtU6YDkEQE', '/playlists/37i9dQZF1EIgrtU6YDkEQE'],
    ['a/b', '/playlists/a%2Fb'],
    ['a?b#c', '/playlists/a%3Fb%23c'],
    ['50%', '/playlists/50%25'],
    ['..a', '/playlists/..a'],
    ['é', '/playlists/%C3%A9'],
  ])('with the id %s is %s', (id, expected) => {
    expect(objectPath('playlists', id)).toBe(expected);
  });

  it.each(['', '.', '..', 'half \ud800'])('is none with the id %o', (id) => {
    expect(objectPath('playlists', id)).toBeNull();
  });

  it('never leads anywhere else, whatever the id is', () => {
    const ids = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'./%2eE\\') }),
    );
    fc.assert(
      fc.property(ids, (id) => {
        const path = objectPath('playlists', id);
        if (path !== null) {
          const url = new URL(`http://127.0.0.1/v1${path}/items`);
          expect(url.pathname.split('/')).toHaveLength(5);
          expect(url.pathname).toMatch(/^\/v1\/playlists\/[^/]+\/items$/);
          expect(url.search + url.hash).toBe('');
          expect(decodeURIComponent(url.pathname.split('/')[3] ?? '')).toBe(id);
        }
      }),
    );
  });
});
