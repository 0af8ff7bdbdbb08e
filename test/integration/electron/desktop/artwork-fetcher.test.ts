import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { Artwork } from '../../../../electron/desktop/artwork.ts';
import { ArtworkFetcher } from '../../../../electron/desktop/artwork-fetcher.ts';
import { directRoutes } from '../../../../electron/network/routes.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';

const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) {
    await close();
  }
});

async function setUp(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fetcher = new ArtworkFetcher(directRoutes);
  const clock = new ManualClock();
  const artwork = new Artwork({
    fetchArtwork: (url, signal) => fetcher.fetch(url, signal),
    localApiUrl: () => `${origin}/v1`,
    clock,
    logger: silentLogger,
  });
  closing.push(
    () => fetcher.close(),
    () => closed(server),
  );
  const get = (path: string) =>
    artwork.respond(new URL(`app://cratewatch/artwork?url=${encodeURIComponent(origin + path)}`));
  return { clock, get };
}

function closed(server: Server): Promise<unknown> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
}

describe('fetching artwork', () => {
  it('brings the image', async () => {
    const { get } = await setUp((_request, response) => {
      response.setHeader('Content-Type', 'image/png');
      response.end(Buffer.from([1, 2, 3]));
    });
    const response = await get('/image/1');
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([1, 2, 3]);
  });

  it('does not follow a redirect', async () => {
    const asked: (string | undefined)[] = [];
    const { get } = await setUp((request, response) => {
      asked.push(request.url);
      response.writeHead(302, { Location: '/other', 'Content-Type': 'image/png' }).end();
    });
    expect((await get('/image/1')).status).toBe(404);
    expect(asked).toEqual(['/image/1']);
  });

  it('sends neither cookies nor where the request comes from', async () => {
    const names: string[] = [];
    const { get } = await setUp((request, response) => {
      names.push(...Object.keys(request.headers));
      response.writeHead(200, { 'Content-Type': 'image/png', 'Set-Cookie': 'a=b' }).end('x');
    });
    await get('/1');
    await get('/2');
    expect(new Set(names)).toEqual(new Set(['host', 'connection']));
  });

  it.each([
    ['a page', 200, 'text/html'],
    ['an error', 500, 'image/png'],
  ])('drops %s without waiting for its end', async (_name, status, contentType) => {
    const { get } = await setUp((_request, response) => {
      response.writeHead(status, { 'Content-Type': contentType });
      response.write('half');
    });
    expect((await get('/image/1')).status).toBe(404);
  });

  it('gives up on a body that never ends', async () => {
    const { clock, get } = await setUp((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'image/png' });
      response.write('half');
      started();
    });
    let started: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      started = resolve;
    });
    const answer = get('/image/1');
    await begun;
    await clock.advance(10_000);
    expect((await answer).status).toBe(404);
  });

  it('gives nothing when nobody answers', async () => {
    const { get } = await setUp((request) => request.socket.destroy());
    expect((await get('/image/1')).status).toBe(404);
  });
});
