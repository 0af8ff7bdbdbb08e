import { expect, test } from 'vitest';
import { keychainTroubleOf } from '../../../../electron/session/keychain-trouble.ts';

test.each([
  ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'missing'],
  ['Could not connect: No such file or directory', 'missing'],
  ['Could not connect: Connection refused', 'missing'],
  ['The name org.freedesktop.secrets was not provided by any .service files', 'missing'],
  ['Object does not exist at path “/org/freedesktop/secrets/collection/login”', 'missing'],
  ['Cannot create an item in a locked collection', 'locked'],
  ['User interaction is not allowed.', 'locked'],
  ['Prompt was dismissed', 'locked'],
  ['Something nobody has seen yet', 'locked'],
])('%s: %s', (message, trouble) => {
  expect(keychainTroubleOf(message, false)).toBe(trouble);
});
