import { format, inspect } from 'node:util';
import { expect, test } from 'vitest';
import { Secret } from '../../../../electron/session/secret.ts';

test('a secret shows its value only to those who ask for it by name', () => {
  const secret = new Secret('hush');
  const shown = [
    String(secret),
    `${secret}`,
    JSON.stringify({ secret }),
    inspect({ secret }, { showHidden: true, depth: 9 }),
    format('%s %o %j', secret, secret, secret),
    JSON.stringify(Object.entries(secret)),
  ];
  expect(shown.join()).not.toContain('hush');
  expect(secret.reveal()).toBe('hush');
});
