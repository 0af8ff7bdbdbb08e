import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLinkableUri } from '../../../../renderer/components/linkable-uri.ts';
import { linkTargetSchema } from '../../../../shared/ipc-contract.ts';

describe('a link back to Spotify', () => {
  it('is offered exactly for what the main process opens', () => {
    const almost = fc
      .tuple(
        fc.constantFrom('spotify', 'Spotify', 'https'),
        fc.constantFrom('track', 'playlist', 'local', 'user', 'episode', ''),
        fc.oneof(fc.stringMatching(/^[A-Za-z0-9]{1,22}$/), fc.string()),
      )
      .map((parts) => parts.join(':'));
    fc.assert(
      fc.property(fc.oneof(almost, fc.string()), (uri) => {
        const isOpened = linkTargetSchema.safeParse({ kind: 'spotify-item', uri }).success;
        expect(isLinkableUri(uri)).toBe(isOpened);
      }),
    );
  });
});
