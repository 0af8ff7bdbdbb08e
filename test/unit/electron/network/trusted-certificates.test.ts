import { rootCertificates } from 'node:tls';
import { expect, test } from 'vitest';
import { createTrust, type ReadStore } from '../../../../electron/network/trusted-certificates.ts';

const [one = '', two = ''] = rootCertificates;

const store =
  (added: readonly string[]): ReadStore =>
  (name) =>
    name === 'default' ? [one] : added;

test('the system is not read before somebody unknown vouches, and then once', () => {
  const read: string[] = [];
  const trust = createTrust((name) => {
    read.push(name);
    return store([one, two])(name);
  });
  expect(trust.context).toBeUndefined();
  expect(read).toEqual([]);
  trust.widen();
  const { context } = trust;
  expect(context).toBeDefined();
  trust.widen();
  expect(trust.context).toBe(context);
  expect(read).toEqual(['default', 'system']);
});

test.each<[string, ReadStore | null]>([
  ['vouches for nobody', store([])],
  ['vouches for nobody else', store([one])],
  ['cannot be asked by this Node', null],
  [
    'has a store that cannot be read',
    () => {
      throw new Error('no');
    },
  ],
])('a system that %s leaves the choice to Node', (_, read) => {
  const trust = createTrust(read);
  trust.widen();
  expect(trust.context).toBeUndefined();
});
