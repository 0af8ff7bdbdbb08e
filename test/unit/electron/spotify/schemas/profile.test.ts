import { expect, it } from 'vitest';
import { parseProfile } from '../../../../../electron/spotify/schemas/profile.ts';

it.each<[string, unknown, ReturnType<typeof parseProfile>]>([
  [
    'both ids',
    { account_id: 'acc', id: 'user', display_name: 'Name', country: 'NL' },
    { accountKey: 'acc', userId: 'user', displayName: 'Name', country: 'NL' },
  ],
  [
    'the id only',
    { id: 'user' },
    { accountKey: 'user', userId: 'user', displayName: 'user', country: null },
  ],
  [
    'the account id only',
    { account_id: 'acc', display_name: ' ' },
    { accountKey: 'acc', userId: 'acc', displayName: 'acc', country: null },
  ],
  [
    'a country that is none',
    { id: 'user', display_name: null, country: 'Netherlands' },
    { accountKey: 'user', userId: 'user', displayName: 'user', country: null },
  ],
  ['no id', { display_name: 'Name' }, null],
  ['an id that is a number', { id: 7 }, null],
  ['no object', 'user', null],
])('a profile with %s', (_what, body, expected) => {
  expect(parseProfile(body)).toEqual(expected);
});
