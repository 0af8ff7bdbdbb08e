import { rootCertificates } from 'node:tls';
import { expect, test } from 'vitest';
import { createTrust, type ReadStore } from '../../../../electron/network/trusted-certificates.ts';

const [one = '', two = ''] = rootCertificates;

const store =
  (added: readonly string[]): ReadStore =>
  (name) =>
    name === 'default' ? [one] : added;

test('a system that vouches for nobody else leaves the choice to Node', () => {
  expect(createTrust(store([]))()).toBeUndefined();
  expect(createTrust(store([one]))()).toBeUndefined();
});

test('one that vouches for somebody else is followed, and read once', () => {
  let reads = 0;
  const trusted = createTrust((name) => {
    reads += 1;
    return store([one, two])(name);
  });
  expect(reads).toBe(0);
  expect(trusted()).toBeDefined();
  expect(trusted()).toBe(trusted());
  expect(reads).toBe(2);
});

test('a Node that cannot read it leaves the choice to Node', () => {
  expect(createTrust(null)()).toBeUndefined();
});

test('a store that cannot be read keeps nobody offline', () => {
  const trusted = createTrust(() => {
    throw new Error('no');
  });
  expect(trusted()).toBeUndefined();
});
