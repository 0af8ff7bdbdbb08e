import { expect, test } from 'vitest';
import { prefilledClient } from '../../../../electron/session/prefilled-client.ts';

const ID = '0123456789abcdef0123456789abcdef';
const OTHER = 'f'.repeat(32);
const SECRET = 'fedcba9876543210fedcba9876543210';
const URI = 'http://127.0.0.1:9090/callback';

/** What is offered, with the secret in the open. */
function offered(env: Record<string, string | undefined>) {
  const client = prefilledClient(env);
  return client === null ? null : { ...client, secret: client.secret?.reveal() ?? null };
}

const alone = { clientId: ID, secret: null, redirectUri: null };

test.each([
  ['Spotify’s SDK', { SPOTIFY_SDK_CLIENT_ID: ID }, alone],
  ['Spotipy', { SPOTIPY_CLIENT_ID: ID }, alone],
  ['both, the SDK first', { SPOTIPY_CLIENT_ID: OTHER, SPOTIFY_SDK_CLIENT_ID: ID }, alone],
  ['capitals and spaces', { SPOTIPY_CLIENT_ID: ` ${ID.toUpperCase()}\n` }, alone],
  [
    'one that cannot be and one that can',
    { SPOTIFY_SDK_CLIENT_ID: 'x', SPOTIPY_CLIENT_ID: ID },
    alone,
  ],
  ['one that cannot be', { SPOTIPY_CLIENT_ID: 'your-client-id' }, null],
  ['an empty one', { SPOTIPY_CLIENT_ID: '' }, null],
  ['only a secret', { SPOTIPY_CLIENT_SECRET: SECRET, SPOTIPY_REDIRECT_URI: URI }, null],
  ['nothing', {}, null],
])('with %s in the environment', (_name, env, expected) => {
  expect(offered(env)).toEqual(expected);
});

test.each(['SPOTIFY_SDK', 'SPOTIPY'])(
  'secret and redirect URI come with the client id of %s',
  (of) => {
    const env = {
      [`${of}_CLIENT_ID`]: ID,
      [`${of}_CLIENT_SECRET`]: ` ${SECRET.toUpperCase()} `,
      [`${of}_REDIRECT_URI`]: `${URI}\n`,
    };
    expect(offered(env)).toEqual({ clientId: ID, secret: SECRET, redirectUri: URI });
  },
);

test('a secret or a redirect URI that cannot be one is left out', () => {
  const env = {
    SPOTIPY_CLIENT_ID: ID,
    SPOTIPY_CLIENT_SECRET: 'your-client-secret',
    SPOTIPY_REDIRECT_URI: 'localhost',
  };
  expect(offered(env)).toEqual(alone);
});

test('nothing is put together from two programs: their apps may differ', () => {
  const env = {
    SPOTIFY_SDK_CLIENT_ID: ID,
    SPOTIPY_CLIENT_ID: OTHER,
    SPOTIPY_CLIENT_SECRET: SECRET,
    SPOTIPY_REDIRECT_URI: URI,
  };
  expect(offered(env)).toEqual(alone);
});

test('the secret is not shown when it is printed', () => {
  const client = prefilledClient({ SPOTIPY_CLIENT_ID: ID, SPOTIPY_CLIENT_SECRET: SECRET });
  expect(JSON.stringify(client)).not.toContain(SECRET);
});
