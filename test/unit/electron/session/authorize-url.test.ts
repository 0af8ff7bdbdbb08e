import { expect, test } from 'vitest';
import { authorizeUrl } from '../../../../electron/session/authorize-url.ts';
import { Secret } from '../../../../electron/session/secret.ts';
import { READING_SCOPES } from '../../../../shared/scopes.ts';

test('the address carries exactly the parameters of the facts', () => {
  const url = authorizeUrl({
    accountsUrl: 'https://accounts.spotify.com',
    clientId: '0123456789abcdef0123456789abcdef',
    redirectUri: 'http://127.0.0.1:43821/callback',
    scopes: READING_SCOPES,
    state: new Secret('a state'),
    challenge: 'challenge',
    showDialog: false,
  });
  expect(url.origin + url.pathname).toBe('https://accounts.spotify.com/authorize');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: '0123456789abcdef0123456789abcdef',
    response_type: 'code',
    redirect_uri: 'http://127.0.0.1:43821/callback',
    scope:
      'user-library-read user-read-playback-position user-follow-read playlist-read-private playlist-read-collaborative user-read-private',
    state: 'a state',
    code_challenge_method: 'S256',
    code_challenge: 'challenge',
    show_dialog: 'false',
  });
});
