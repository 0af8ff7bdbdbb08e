import { afterEach, beforeEach, expect, test } from 'vitest';
import { ArtworkFetcher } from '../../../../electron/desktop/artwork-fetcher.ts';
import { NetworkBench } from './harness/bench.ts';
import { routesBy } from './harness/routes-by.ts';

const bench = new NetworkBench();
let before: readonly string[];

/** Sockets of this process; a server of the test ends its own a little later. */
async function sockets(): Promise<readonly string[]> {
  await new Promise((resolve) => setImmediate(resolve));
  return process
    .getActiveResourcesInfo()
    .filter((name) => /TCPSocket|TLS|ConnectWrap/.test(name))
    .sort();
}

beforeEach(async () => {
  await expect.poll(sockets).toEqual([]);
  before = await sockets();
});
afterEach(() => bench.close());

test('after requests through a proxy no socket is left', async () => {
  const server = await bench.tls({ name: 'api.test' });
  const proxy = await bench.proxy();
  const { get, close } = bench.transport([proxy.route()], server.ca);
  const url = `https://api.test:${server.port}/`;
  await Promise.all([get(url), get(url), get(url)]);
  expect((await sockets()).length).toBeGreaterThan(before.length);
  await close();
  await expect.poll(sockets).toEqual(before);
});

test.each([
  ['while the proxy does not answer the wish for a tunnel', 'proxy'],
  ['while the server behind it does not answer', 'server'],
] as const)('%s it ends at once, and no socket is left', async (_, silent) => {
  const asked = new Promise<void>((resolve) => {
    silence = resolve;
  });
  const held = await bench.bare((socket) => socket.once('data', () => silence()));
  const proxy = await bench.proxy();
  const address = `http://127.0.0.1:${silent === 'proxy' ? held.port : proxy.port}`;
  const { get, close } = bench.transport([{ kind: 'proxy', address, login: null }]);
  const outcome = get(`http://api.test:${held.port}/`);
  await asked;
  await close();
  expect((await outcome).kind).toBe('no-answer');
  await expect.poll(() => held.sockets.size).toBe(0);
  await expect.poll(sockets).toEqual(before);
});
let silence: () => void = () => undefined;

test('an aborted request does not wait for the proxy', async () => {
  const asked = new Promise<void>((resolve) => {
    silence = resolve;
  });
  const held = await bench.bare((socket) => socket.once('data', () => silence()));
  const address = `http://127.0.0.1:${held.port}`;
  const { get, close } = bench.transport([{ kind: 'proxy', address, login: null }]);
  const abort = new AbortController();
  const outcome = get('https://api.test/', abort.signal);
  await asked;
  abort.abort();
  expect(await outcome).toMatchObject({ kind: 'no-answer', code: 'aborted' });
  await close();
  await expect.poll(sockets).toEqual(before);
});

test('an aborted request does not wait for a way either, nor a closed transport open one', async () => {
  const routes = { ...routesBy([]), to: () => new Promise<never>(() => undefined) };
  const { get, close } = bench.transportBy(routes);
  const abort = new AbortController();
  const outcome = get('https://api.test/', abort.signal);
  abort.abort();
  expect(await outcome).toMatchObject({ kind: 'no-answer', code: 'aborted' });
  await close();
  const { get: getClosed, close: closeIt } = bench.transport([{ kind: 'direct' }]);
  await closeIt();
  expect(await getClosed('http://127.0.0.1:1/')).toEqual({
    kind: 'no-answer',
    code: 'aborted',
    reached: false,
  });
});

test('a token request leaves nothing, whatever became of it', async () => {
  const server = await bench.plain((_, response) => response.end('{}'));
  const proxy = await bench.proxy();
  await bench.token(`http://accounts.test:${server.port}`, [proxy.route()]);
  await bench.token(`http://accounts.test:${await bench.deadPort()}`, [proxy.route()]);
  await expect.poll(sockets).toEqual(before);
});

test('artwork comes the same way, and its sockets end with the window', async () => {
  const server = await bench.plain((_, response) => response.end('picture'));
  const proxy = await bench.proxy();
  const fetcher = new ArtworkFetcher(routesBy([proxy.route()]));
  const url = new URL(`http://pictures.test:${server.port}/1`);
  const { status, body } = await fetcher.fetch(url, new AbortController().signal);
  const pieces: Uint8Array[] = [];
  for await (const piece of body) {
    pieces.push(piece);
  }
  expect([status, Buffer.concat(pieces).toString()]).toEqual([200, 'picture']);
  expect(proxy.asked).toEqual(['led to pictures.test']);
  await fetcher.close();
  await expect.poll(sockets).toEqual(before);
});
