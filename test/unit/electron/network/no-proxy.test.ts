import fc from 'fast-check';
import { EnvHttpProxyAgent, Pool } from 'undici';
import { describe, expect, it } from 'vitest';
import { isTakenOut } from '../../../../electron/network/no-proxy.ts';

const API = 'https://api.spotify.com/v1';

describe('NO_PROXY', () => {
  it.each<[string, string, boolean]>([
    ['', API, false],
    [' , ', API, false],
    ['*', API, true],
    ['localhost,*', API, true],
    ['api.spotify.com', API, true],
    ['API.Spotify.COM', API, true],
    ['api.spotify.com.', API, true],
    ['spotify.com', API, true],
    ['.spotify.com', API, true],
    ['*.spotify.com', API, true],
    ['localhost spotify.com', API, true],
    ['localhost,\n\tspotify.com', API, true],
    ['tify.com', API, false],
    ['.', API, false],
    ['*.', API, false],
    ['accounts.spotify.com', API, false],
    ['spotify.com.evil.example', API, false],
    ['spotify.com:443', API, true],
    ['spotify.com:8443', API, false],
    ['spotify.com:8443', 'https://api.spotify.com:8443/', true],
    ['spotify.com:80', 'http://api.spotify.com/', true],
    ['spotify.com:443', 'http://api.spotify.com/', false],
    ['10.1.2.3', 'http://10.1.2.3/', true],
    ['10.1.2.3:80', 'http://10.1.2.3/', true],
    ['2.3', 'http://10.1.2.3/', false],
    ['10.0.0.0/8', 'http://10.1.2.3/', true],
    ['10.0.0.0/8', 'http://11.1.2.3/', false],
    ['10.0.0.0/8', 'http://ten.example/', false],
    ['10.0.0.0/99', 'http://10.0.0.0/', false],
    ['fd00::7', 'http://[fd00::7]/', true],
    ['[fd00::7]', 'http://[fd00::7]/', true],
    ['[fd00::7]:8080', 'http://[fd00::7]:8080/', true],
    ['[fd00::7]:8080', 'http://[fd00::7]/', false],
    ['fd00::/8', 'http://[fd12::9]/', true],
    ['fd00::/8', 'http://10.1.2.3/', false],
  ])('%j takes out %s: %s', (noProxy, url, expected) => {
    expect(isTakenOut(new URL(url), noProxy)).toBe(expected);
  });

  it('is read as undici reads names, ports and the asterisk', async () => {
    const label = fc.constantFrom('a', 'b', 'aa', 'b.a', 'a.b', 'c.b.a');
    const entry = fc
      .tuple(fc.constantFrom('', '.', '*.'), label, fc.constantFrom('', ':80', ':443', ':8080'))
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(entry, { maxLength: 3 }).map((entries) => entries.join(',')),
        label,
        fc.constantFrom('http://', 'https://'),
        fc.constantFrom('', ':8080'),
        async (noProxy, host, scheme, port) => {
          const url = `${scheme}${host}.test${port}/`;
          const list = noProxy.replace(/(?<=[ab])(?=[,:]|$)/g, '.test');
          expect(isTakenOut(new URL(url), list)).toBe(await undiciGoesDirect(url, list));
        },
      ),
      { numRuns: 200 },
    );
  });
});

type Connect = (options: unknown, done: (error: Error, socket: null) => void) => void;

/** Asks undici's own agent where it would go: what it takes out reaches the connector of its own. */
async function undiciGoesDirect(url: string, noProxy: string): Promise<boolean> {
  const asked: string[] = [];
  const note =
    (way: string): Connect =>
    (_options, done) => {
      asked.push(way);
      done(new Error('no further'), null);
    };
  const agent = new EnvHttpProxyAgent({
    httpProxy: 'http://proxy.test:1',
    httpsProxy: 'http://proxy.test:1',
    noProxy,
    connect: note('direct'),
    clientFactory: (proxy) => new Pool(proxy, { connect: note('proxy') }),
  });
  await agent.request({ origin: new URL(url).origin, path: '/', method: 'GET' }).catch(() => null);
  await agent.destroy();
  expect(asked).toHaveLength(1);
  return asked[0] === 'direct';
}
