import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf, indexOfId } from '../../../../../electron/sample-service/catalogue/base62-id.ts';

describe('ids of the sample catalogue', () => {
  it('look like Spotify’s and lead back to their index', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(0xffffffff), (seed, index) => {
        const id = idOf(seed, 'track', index);
        expect(id).toMatch(/^[0-9A-Za-z]{22}$/);
        expect(indexOfId(seed, 'track', id)).toBe(index);
      }),
    );
  });

  it('are unknown to another seed and as another kind', () => {
    const id = idOf(1, 'track', 5);
    expect(indexOfId(2, 'track', id)).toBeNull();
    expect(indexOfId(1, 'episode', id)).toBeNull();
  });

  it.each(['', 'short', '!'.repeat(22), '0'.repeat(22), 'a'.repeat(23)])(
    'are not mistaken for %j',
    (text) => {
      expect(indexOfId(1, 'track', text)).toBeNull();
    },
  );

  it('differ for a hundred thousand indexes', () => {
    const ids = new Set(Array.from({ length: 100_000 }, (_, index) => idOf(9, 'album', index)));
    expect(ids.size).toBe(100_000);
  });
});
