import { expect, it } from 'vitest';
import { isSecureRedirectUri } from '../../../../../electron/sample-service/accounts/registered-client.ts';

it.each([
  ['https://app.example/callback', true],
  ['http://127.0.0.1:43871/callback', true],
  ['http://[::1]:43871/callback', true],
  ['http://localhost:43871/callback', false],
  ['https://localhost/callback', false],
  ['http://app.localhost/callback', false],
  ['http://app.example/callback', false],
  ['cratewatch://callback', false],
  ['no address', false],
])('whether %s may be a redirect URI: %s', (uri, allowed) => {
  expect(isSecureRedirectUri(uri)).toBe(allowed);
});
