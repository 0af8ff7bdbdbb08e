import { expect, test } from 'vitest';
import { keychainTroubleOf } from '../../../../electron/session/keychain-trouble.ts';

test.each([
  ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'missing'],
  ['Could not connect: No such file or directory', 'missing'],
  ['Could not connect: Connection refused', 'missing'],
  ['The name org.freedesktop.secrets was not provided by any .service files', 'missing'],
  ['The name a:1.5 was not provided by any .service files', 'missing'],
  ["Could not activate remote peer 'org.freedesktop.secrets': unit failed", 'missing'],
  ['Object does not exist at path “/org/freedesktop/secrets/collection/login”', 'missing'],
  ['The name :1.5 was not provided by any .service files', 'restarted'],
  ['The name :1.12345 was not provided by any .service files', 'restarted'],
  ['The session wrapping the secret does not exist', 'restarted'],
  ['Cannot create an item in a locked collection', 'locked'],
  ['User interaction is not allowed.', 'locked'],
  ['Prompt was dismissed', 'locked'],
  ['Something nobody has seen yet', 'locked'],
])('%s: %s', (message, trouble) => {
  expect(keychainTroubleOf(message, false)).toBe(trouble);
  expect(keychainTroubleOf(message, true)).toBe(trouble);
});

test.each([
  [false, 'missing'],
  [true, 'restarted'],
])('a name that is not told was lost if it was there before: %s, %s', (answered, trouble) => {
  expect(keychainTroubleOf('The name is not activatable', answered)).toBe(trouble);
});
