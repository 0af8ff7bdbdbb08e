import { describe, expect, it } from 'vitest';
import { Artwork, type FetchedArtwork } from '../../../../electron/desktop/artwork.ts';
import { allowedArtworkUrl } from '../../../../electron/desktop/artwork-address.ts';
import { silentLogger } from '../../../../shared/logger.ts';
import { ManualClock } from '../../../doubles/manual-clock.ts';

const MEGABYTE = 1024 * 1024;

async function* bodyOf(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

function image(bytes = 4, contentType = 'image/jpeg'): FetchedArtwork {
  return { status: 200, contentType, body: bodyOf(new Uint8Array(bytes).fill(7)) };
}

function setUp(answer: (url: URL, signal: AbortSignal) => Promise<FetchedArtwork>) {
  const clock = new ManualClock();
  const asked: string[] = [];
  const artwork = new Artwork({
    fetchArtwork: (url, signal) => {
      asked.push(url.href);
      return answer(url, signal);
    },
    localApiUrl: () => null,
    clock,
    logger: silentLogger,
  });
  const respond = (address: string) =>
    artwork.respond(new URL(`app://cratewatch/artwork?url=${encodeURIComponent(address)}`));
  return { artwork, asked, clock, respond };
}

describe('an artwork address', () => {
  it.each([
    'https://i.scdn.co/image/ab67616d0000b273',
    'https://mosaic.scdn.co/640/ab',
    'https://image-cdn-ak.spotifycdn.com/image/ab',
    'https://blend-playlist-covers.spotifycdn.com/x',
  ])('may be %s', (address) => {
    expect(allowedArtworkUrl(address, null)?.href).toBe(address);
  });

  it.each([
    null,
    '',
    'nonsense',
    'http://i.scdn.co/image/ab',
    'https://i.scdn.co:8443/image/ab',
    'https://user@i.scdn.co/image/ab',
    'https://scdn.co.example/image',
    'https://evilscdn.co/image',
    'https://i.scdn.co.evil.example/',
    'https://example.com/?i.scdn.co',
    'data:image/png;base64,AAAA',
    'file:///etc/passwd',
    'http://127.0.0.1:4000/image/1',
  ])('may not be %s', (address) => {
    expect(allowedArtworkUrl(address, null)).toBeNull();
  });

  it('may be on this machine only at the origin of an API on this machine', () => {
    const api = 'http://127.0.0.1:4000/v1';
    expect(allowedArtworkUrl('http://127.0.0.1:4000/image/1', api)?.pathname).toBe('/image/1');
    expect(allowedArtworkUrl('http://127.0.0.1:4001/image/1', api)).toBeNull();
    expect(allowedArtworkUrl('http://localhost:4000/image/1', api)).toBeNull();
    expect(allowedArtworkUrl('http://example.com/', 'http://example.com/v1')).toBeNull();
  });
});

describe('artwork', () => {
  it('gives the image, not to be stored', async () => {
    const { respond } = setUp(async () => image(4, 'image/JPEG; charset=binary'));
    const response = await respond('https://i.scdn.co/a');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/jpeg');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([7, 7, 7, 7]));
  });

  it('asks nobody for an address that is not allowed', async () => {
    const { asked, respond } = setUp(async () => image());
    expect((await respond('https://example.com/a')).status).toBe(404);
    expect(asked).toEqual([]);
  });

  it.each([
    ['a page', { ...image(), contentType: 'text/html' }],
    ['an SVG', { ...image(), contentType: 'image/svg+xml' }],
    ['no type', { ...image(), contentType: null }],
    ['a redirect', { ...image(), status: 302 }],
    ['an error', { ...image(), status: 500 }],
  ])('gives nothing for %s', async (_name, answer) => {
    const { respond } = setUp(async () => answer);
    expect((await respond('https://i.scdn.co/a')).status).toBe(404);
  });

  it('stops reading an image that is too large', async () => {
    let parts = 0;
    async function* endless() {
      for (;;) {
        parts += 1;
        yield new Uint8Array(MEGABYTE);
      }
    }
    const { respond } = setUp(async () => ({ ...image(), body: endless() }));
    expect((await respond('https://i.scdn.co/a')).status).toBe(404);
    expect(parts).toBe(6);
  });

  it('gives up after ten seconds', async () => {
    const { clock, respond } = setUp(
      (_url, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('aborted')));
        }),
    );
    const response = respond('https://i.scdn.co/a');
    await clock.advance(9_999);
    expect(clock.pendingCount).toBe(1);
    await clock.advance(1);
    expect((await response).status).toBe(404);
  });

  it('asks once for the same image, at the same time and later', async () => {
    const { asked, respond } = setUp(async () => image());
    await Promise.all([respond('https://i.scdn.co/a'), respond('https://i.scdn.co/a')]);
    await respond('https://i.scdn.co/a');
    expect(asked).toEqual(['https://i.scdn.co/a']);
  });

  it('asks again for an image that failed', async () => {
    const { asked, respond } = setUp(async () => ({ ...image(), status: 503 }));
    await respond('https://i.scdn.co/a');
    await respond('https://i.scdn.co/a');
    expect(asked).toHaveLength(2);
  });

  it('loads at most six at once and all of them in the end', async () => {
    const waiting: (() => void)[] = [];
    const { asked, clock, respond } = setUp(async () => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return image();
    });
    const all = Array.from({ length: 20 }, (_, index) => respond(`https://i.scdn.co/${index}`));
    await clock.advance(0);
    expect(asked).toHaveLength(6);
    while (waiting.length > 0) {
      waiting.shift()?.();
      await clock.advance(0);
      expect(waiting.length).toBeLessThanOrEqual(6);
    }
    expect((await Promise.all(all)).every((response) => response.status === 200)).toBe(true);
  });

  it('keeps 24 MB at most and forgets the least recently used first', async () => {
    const { asked, respond } = setUp(async () => image(5 * MEGABYTE));
    for (const name of ['a', 'b', 'c', 'd', 'a', 'e']) {
      await respond(`https://i.scdn.co/${name}`);
    }
    asked.length = 0;
    await respond('https://i.scdn.co/a');
    expect(asked).toEqual([]);
    await respond('https://i.scdn.co/b');
    expect(asked).toEqual(['https://i.scdn.co/b']);
  });

  it('forgets everything when told', async () => {
    const { artwork, asked, respond } = setUp(async () => image());
    await respond('https://i.scdn.co/a');
    artwork.clear();
    await respond('https://i.scdn.co/a');
    expect(asked).toHaveLength(2);
  });
});
