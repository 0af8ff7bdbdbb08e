import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  SPOTIFY_ADDRESSES,
  serviceAddresses,
} from '../../../../electron/desktop/service-addresses.ts';

const DEVELOPMENT = { packaged: false };
const PACKAGED = { packaged: true };

describe('the service addresses', () => {
  it('are those of Spotify when nothing is set', () => {
    for (const build of [DEVELOPMENT, PACKAGED]) {
      expect(serviceAddresses({ CRATEWATCH_API_URL: '  ' }, build)).toEqual({
        kind: 'ok',
        addresses: SPOTIFY_ADDRESSES,
        ignored: [],
      });
    }
  });

  it.each([
    ['http://127.0.0.1:4000', 'http://127.0.0.1:4000/v1'],
    ['http://127.0.0.1:4000/', 'http://127.0.0.1:4000/v1'],
    ['http://127.0.0.1:4000/v1/', 'http://127.0.0.1:4000/v1'],
    ['http://[::1]:4000/other', 'http://[::1]:4000/other'],
    ['https://127.0.0.1', 'https://127.0.0.1/v1'],
  ])('read the API address %s as %s', (given, apiUrl) => {
    expect(serviceAddresses({ CRATEWATCH_API_URL: given }, DEVELOPMENT)).toMatchObject({
      addresses: { accountsUrl: 'https://accounts.spotify.com', apiUrl },
    });
  });

  it('take the accounts address as it stands', () => {
    const env = { CRATEWATCH_ACCOUNTS_URL: 'http://127.0.0.1:4000/' };
    expect(serviceAddresses(env, DEVELOPMENT)).toMatchObject({
      addresses: { accountsUrl: 'http://127.0.0.1:4000', apiUrl: 'https://api.spotify.com/v1' },
    });
  });

  it.each([
    'http://localhost:4000',
    'http://example.com',
    'https://api.spotify.com/v1',
    'http://127.0.0.1.example.com',
    'http://127.0.0.2',
    'http://[::2]',
    'http://0.0.0.0',
    'http://user:password@127.0.0.1',
    'http://127.0.0.1@example.com',
    'http://127.0.0.1/?q=1',
    'ftp://127.0.0.1',
    'file:///etc/passwd',
    '127.0.0.1:4000',
    'nonsense',
  ])('refuse %s with a sentence that names the variable', (address) => {
    for (const name of ['CRATEWATCH_ACCOUNTS_URL', 'CRATEWATCH_API_URL', 'CRATEWATCH_UPDATE_URL']) {
      const result = serviceAddresses({ [name]: address }, DEVELOPMENT);
      expect(result).toMatchObject({
        kind: 'refused',
        message: expect.stringContaining(`${name} must be an address on this machine`),
      });
    }
  });

  it('ignore the environment in a packaged build, and say so', () => {
    const env = {
      CRATEWATCH_ACCOUNTS_URL: 'http://127.0.0.1:4000',
      CRATEWATCH_API_URL: 'https://evil.example',
      CRATEWATCH_UPDATE_URL: 'http://127.0.0.1:4100',
    };
    expect(serviceAddresses(env, PACKAGED)).toEqual({
      kind: 'ok',
      addresses: SPOTIFY_ADDRESSES,
      ignored: ['CRATEWATCH_ACCOUNTS_URL', 'CRATEWATCH_API_URL', 'CRATEWATCH_UPDATE_URL'],
    });
  });

  it('never lead anywhere but to Spotify or this machine', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withFragments: true }), fc.string()), (address) => {
        const result = serviceAddresses({ CRATEWATCH_API_URL: address }, DEVELOPMENT);
        const host = result.kind === 'ok' ? new URL(result.addresses.apiUrl).hostname : 'refused';
        expect(['api.spotify.com', '127.0.0.1', '[::1]', 'refused']).toContain(host);
      }),
    );
  });
});
