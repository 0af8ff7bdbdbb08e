import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ProxyAddressFault,
  type ProxyAddressReading,
  readProxyAddress,
} from '../../../shared/proxy-address.ts';

const ok = (address: string, schemeAdded = false): ProxyAddressReading => ({
  kind: 'ok',
  address,
  schemeAdded,
});

describe('the address of a proxy', () => {
  it.each([
    ['http://proxy.example:3128', ok('http://proxy.example:3128')],
    [' HTTPS://Proxy.Example:8443/ ', ok('https://proxy.example:8443')],
    ['proxy.example:3128', ok('http://proxy.example:3128', true)],
    ['http://10.0.0.7:80', ok('http://10.0.0.7:80')],
    ['http://127.1:3128', ok('http://127.0.0.1:3128')],
    ['[fd00::1]:3128', ok('http://[fd00::1]:3128', true)],
    ['http://proxy:65535', ok('http://proxy:65535')],
    ['http://proxy:00080', ok('http://proxy:80')],
  ])('is read from %j', (text, reading) => {
    expect(readProxyAddress(text)).toEqual(reading);
  });

  it.each<[string, ProxyAddressFault]>([
    ['', 'empty'],
    ['  ', 'empty'],
    [`http://${'x'.repeat(300)}:1`, 'too-long'],
    ['http://my proxy:3128', 'not-an-address'],
    ['http://pro[xy:3128', 'not-an-address'],
    ['http://[fd00:1]:3128', 'not-an-address'],
    ['http://999.1.1.1:3128', 'not-an-address'],
    ['http://a%2fb:3128', 'not-an-address'],
    ['ftp://proxy:3128', 'unknown-scheme'],
    ['socks5://proxy:1080', 'socks'],
    ['SOCKS://proxy:1080', 'socks'],
    ['http://ann:secret@proxy:3128', 'credentials'],
    ['ann@proxy:3128', 'credentials'],
    ['http://:3128', 'no-host'],
    ['http://', 'no-host'],
    ['http://proxy', 'no-port'],
    ['http://proxy:', 'no-port'],
    ['http://proxy/', 'no-port'],
    ['http://proxy:0', 'port-out-of-range'],
    ['http://proxy:65536', 'port-out-of-range'],
    ['http://proxy:999999999999', 'port-out-of-range'],
    ['http://proxy:-1', 'port-out-of-range'],
    ['http://proxy:31a', 'port-out-of-range'],
    ['http://proxy:3128/proxy.pac', 'path'],
    ['http://proxy:3128?x', 'path'],
    ['http://proxy:3128#x', 'path'],
  ])('%j is none: %s', (text, fault) => {
    expect(readProxyAddress(text)).toEqual({ kind: 'wrong', fault });
  });

  it('that was read reads the same again, and never holds a name, a password or a path', () => {
    const piece = fc.constantFrom(
      ...['http://', 'https://', 'socks5://', 'a', 'B.c', '[::1]', '127.0.0.1', '@', ':', '/'],
      ...['80', '65536', '?', '#', '%', ' ', 'é', '\\'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const reading = readProxyAddress(pieces.join(''));
        if (reading.kind === 'ok') {
          const { address } = reading;
          expect(readProxyAddress(address)).toEqual(ok(address));
          const { username, password, pathname, search, hash, port } = new URL(address);
          expect([username, password, pathname, search, hash]).toEqual(['', '', '/', '', '']);
          expect(address).toMatch(/:\d+$/);
          expect(['', ...address.split(':').slice(-1)]).toContain(port);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
