import { describe, expect, it } from 'vitest';
import { prefilledClientId } from '../../../../electron/session/prefilled-client-id.ts';

const ID = '0123456789abcdef0123456789abcdef';

describe('prefilledClientId', () => {
  it.each([
    ['Spotify’s SDK', { SPOTIFY_SDK_CLIENT_ID: ID }, ID],
    ['Spotipy', { SPOTIPY_CLIENT_ID: ID }, ID],
    ['both, the SDK first', { SPOTIPY_CLIENT_ID: 'f'.repeat(32), SPOTIFY_SDK_CLIENT_ID: ID }, ID],
    ['capitals and spaces', { SPOTIPY_CLIENT_ID: ` ${ID.toUpperCase()}\n` }, ID],
    [
      'one that cannot be and one that can',
      { SPOTIFY_SDK_CLIENT_ID: 'x', SPOTIPY_CLIENT_ID: ID },
      ID,
    ],
    ['one that cannot be', { SPOTIPY_CLIENT_ID: 'your-client-id' }, null],
    ['nothing', {}, null],
  ])('with %s in the environment', (_name, env, expected) => {
    expect(prefilledClientId(env)).toBe(expected);
  });
});
