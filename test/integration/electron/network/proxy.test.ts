import { afterEach, describe, expect, it } from 'vitest';
import { ProxyLogin } from '../../../../electron/network/proxy-login.ts';
import { DIRECT, type Route } from '../../../../electron/network/route.ts';
import { readBounded } from '../../../../electron/spotify/response-body.ts';
import { NetworkBench } from './harness/bench.ts';

const LOGIN = { user: 'ann', password: 'p@ss:wörd' };
const TOKENS = '{"access_token":"a","token_type":"Bearer","expires_in":3600}';

const bench = new NetworkBench();
afterEach(() => bench.close());

const unsent = (code: string) => ({ kind: 'no-answer', code, reached: false });
const at = (port: number): Route => ({
  kind: 'proxy',
  address: `http://127.0.0.1:${port}`,
  login: null,
});

describe('through a real proxy', () => {
  it('an answer comes over TLS, in a tunnel that the next request uses too', async () => {
    const server = await bench.tls({ name: 'api.test' });
    const proxy = await bench.proxy();
    const { get } = bench.transport([proxy.route()], server.ca);
    const url = `https://api.test:${server.port}/v1/me`;
    for (let request = 0; request < 4; request += 1) {
      expect(await get(url)).toMatchObject({
        kind: 'answer',
        status: 200,
        body: '{"hello":"there"}',
      });
    }
    // undici may open the second of its two sockets while the first is just being freed.
    expect(server.connections()).toBeLessThanOrEqual(2);
    expect(new Set(proxy.asked)).toEqual(new Set(['led to api.test']));
    expect(proxy.asked).toHaveLength(server.connections());
  });

  it('no more than two connections are open at a time', async () => {
    const server = await bench.tls({ name: 'api.test' });
    const proxy = await bench.proxy();
    const { get } = bench.transport([proxy.route()], server.ca);
    const url = `https://api.test:${server.port}/v1/me`;
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => get(url)));
    expect(outcomes.every(({ kind }) => kind === 'answer')).toBe(true);
    expect(server.connections()).toBe(2);
  });

  it('an answer comes over plain HTTP too, and the proxy reads nothing of it', async () => {
    const server = await bench.plain((_, response) => response.end('{}'));
    const proxy = await bench.proxy();
    const { get } = bench.transport([proxy.route()]);
    expect(await get(`http://api.test:${server.port}/`)).toMatchObject({ body: '{}' });
    expect(proxy.asked).toEqual(['led to api.test']);
  });

  it('a name and password open it', async () => {
    const server = await bench.tls({ name: 'api.test' });
    const proxy = await bench.proxy({ login: LOGIN });
    const { get } = bench.transport([proxy.route(LOGIN)], server.ca);
    expect(await get(`https://api.test:${server.port}/`)).toMatchObject({ status: 200 });
  });

  it.each([
    ['without a name', undefined],
    ['with a wrong password', { ...LOGIN, password: 'wrong' }],
  ])('one that wants a password is named: %s', async (_, login) => {
    const proxy = await bench.proxy({ login: LOGIN });
    const { get, routes } = bench.transport([proxy.route(login), DIRECT]);
    expect(await get('https://api.test/')).toEqual(unsent('PROXY_LOGIN'));
    // Asked once, and not passed by: the next way is for proxies that are not there.
    expect(proxy.asked).toEqual([`sent away ${login?.user ?? ''}`]);
    expect(routes.failures).toEqual(['PROXY_LOGIN']);
  });

  it('a token request goes the same way, and its trouble has the same names', async () => {
    const seen: (string | undefined)[] = [];
    const server = await bench.plain((request, response) => {
      seen.push(request.headers['proxy-authorization'], request.url);
      response.end(TOKENS);
    });
    const proxy = await bench.proxy({ login: LOGIN });
    const accountsUrl = `http://accounts.test:${server.port}`;
    expect((await bench.token(accountsUrl, [proxy.route(LOGIN)])).kind).toBe('tokens');
    // The password is the proxy's: the server behind it does not see it.
    expect(seen).toEqual([undefined, '/api/token']);
    expect(await bench.token(accountsUrl, [proxy.route()])).toEqual({
      kind: 'network',
      code: 'PROXY_LOGIN',
    });
    expect(await bench.token(accountsUrl, [at(await bench.deadPort())])).toEqual({
      kind: 'network',
      code: 'PROXY_UNREACHABLE',
    });
    expect(seen).toHaveLength(2);
  });
});

describe('a proxy that leads nowhere', () => {
  it('is named where nobody listens, and Spotify has counted nothing', async () => {
    const { get } = bench.transport([at(await bench.deadPort())]);
    expect(await get('https://api.test/')).toEqual(unsent('PROXY_UNREACHABLE'));
  });

  it('is named where its name is nobody’s', async () => {
    const address = 'http://proxy.invalid:3128';
    const { get } = bench.transport([{ kind: 'proxy', address, login: null }]);
    const outcome = await get('https://api.test/');
    // Without any network the name server cannot be asked either, and that is another trouble.
    expect([unsent('PROXY_UNREACHABLE'), unsent('EAI_AGAIN')]).toContainEqual(outcome);
  });

  it.each<[string, string | null, string]>([
    ['closes without a word', null, 'PROXY_UNREACHABLE'],
    ['talks something else', 'SSH-2.0-OpenSSH_9.2\r\n', 'PROXY_UNUSABLE'],
    ['is a web server', 'HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n', 'PROXY_UNUSABLE'],
    ['forbids it', 'HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n', 'PROXY_REFUSED'],
  ])('is named where it %s', async (_, words, code) => {
    const server = await bench.bare((socket) =>
      socket.once('data', () => (words === null ? socket.destroy() : socket.end(words))),
    );
    const { get } = bench.transport([at(server.port)]);
    expect(await get('https://api.test/')).toEqual(unsent(code));
  });

  it('is named where it wants TLS itself with a certificate that nobody knows', async () => {
    const server = await bench.tls({ name: 'proxy.test' });
    const address = `https://localhost:${server.port}`;
    const { get } = bench.transport([{ kind: 'proxy', address, login: null }]);
    expect(await get('https://api.test/')).toEqual(unsent('PROXY_UNUSABLE'));
  });

  it.each([
    [502, 'PROXY_GATEWAY'],
    [403, 'PROXY_REFUSED'],
  ])('is named by its answer %d', async (refusesWith, code) => {
    const proxy = await bench.proxy({ refusesWith });
    const { get } = bench.transport([proxy.route()]);
    expect(await get('https://api.test/')).toEqual(unsent(code));
    expect(proxy.asked).toEqual(['refused api.test']);
  });

  it('is not asked over and over where the server behind it is gone', async () => {
    const proxy = await bench.proxy();
    const { get } = bench.transport([proxy.route()]);
    const outcome = await get(`https://api.test:${await bench.deadPort()}/`);
    expect(outcome).toEqual(unsent('PROXY_UNREACHABLE'));
    expect(proxy.asked).toEqual(['led to api.test']);
  });

  it('is passed by where the system names another way', async () => {
    const server = await bench.tls({ name: 'api.test' });
    const proxy = await bench.proxy();
    const { get, routes } = bench.transport([at(await bench.deadPort()), proxy.route()], server.ca);
    expect(await get(`https://api.test:${server.port}/`)).toMatchObject({ status: 200 });
    expect(routes.failures).toEqual(['PROXY_UNREACHABLE']);
  });

  it('costs no connection where its kind cannot be used', async () => {
    const { get } = bench.transport({ kind: 'none', code: 'PROXY_UNUSABLE' });
    expect(await get('https://api.test/')).toEqual(unsent('PROXY_UNUSABLE'));
  });
});

describe('a proxy that ends in the middle', () => {
  it('before the answer is a broken connection, and then it is not there', async () => {
    const proxy = await bench.proxy();
    const held = await bench.bare((socket) => socket.once('data', () => proxy.kill()));
    const { get } = bench.transport([proxy.route()]);
    const url = `http://api.test:${held.port}/`;
    // Spotify may have counted it: the request was on its way.
    expect(await get(url)).toMatchObject({ kind: 'no-answer', reached: true });
    expect(await get(url)).toEqual(unsent('PROXY_UNREACHABLE'));
  });

  it('within the body is a body that was cut', async () => {
    const proxy = await bench.proxy();
    const server = await bench.plain((_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"half":');
    });
    const connections = bench.connections([proxy.route()]);
    const { statusCode, body } = await connections.request(`http://api.test:${server.port}/`, {
      method: 'GET',
      headers: {},
      signal: new AbortController().signal,
    });
    await proxy.kill();
    expect(statusCode).toBe(200);
    expect(await readBounded(body, 2_000)).toEqual({ kind: 'failed', failure: 'cut' });
  });
});

describe('a password', () => {
  it('stands in no outcome and no error', async () => {
    const hush = new ProxyLogin('hush-user', 'hush-password');
    const outcomes = await Promise.all(
      [407, 403, 502].map(async (refusesWith) => {
        const proxy = await bench.proxy({ refusesWith });
        const { get } = bench.transport([{ ...proxy.route(), login: hush }]);
        return await get('https://api.test/');
      }),
    );
    expect(JSON.stringify(outcomes)).not.toMatch(/hush|aHVzaC/);
    expect(outcomes.map((one) => ('code' in one ? one.code : ''))).toEqual([
      'PROXY_LOGIN',
      'PROXY_REFUSED',
      'PROXY_GATEWAY',
    ]);
  });
});
