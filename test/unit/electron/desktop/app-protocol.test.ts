import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAppProtocolHandler } from '../../../../electron/desktop/app-protocol.ts';
import { CONTENT_SECURITY_POLICY } from '../../../../electron/desktop/content-security-policy.ts';
import { pathSegments } from '../../../../electron/desktop/page-files.ts';
import { silentLogger } from '../../../../shared/logger.ts';

let folder: string;
let handle: (request: Request) => Promise<Response>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cratewatch-page-'));
  const pageRoot = join(folder, 'renderer');
  await mkdir(join(pageRoot, 'assets'), { recursive: true });
  await mkdir(join(folder, 'renderer-other'));
  await writeFile(join(pageRoot, 'index.html'), '<!doctype html>');
  await writeFile(join(pageRoot, 'assets', 'main-B3x_9.js'), 'start()');
  await writeFile(join(pageRoot, 'assets', 'main-B3x_9.js.map'), '{}');
  await writeFile(join(pageRoot, 'assets', 'style.css'), 'body{}');
  await writeFile(join(folder, 'secret.html'), 'secret');
  await writeFile(join(folder, 'renderer-other', 'secret.html'), 'secret');
  await symlink(join(folder, 'secret.html'), join(pageRoot, 'link.html'));
  await symlink(folder, join(pageRoot, 'linked'));
  handle = createAppProtocolHandler({
    pageRoot,
    artwork: async (url) => new Response(url.searchParams.get('url')),
    logger: silentLogger,
  });
});

afterAll(() => rm(folder, { recursive: true }));

const get = (url: string, method = 'GET') => handle(new Request(url, { method }));

describe('the app protocol', () => {
  it.each([
    ['app://cratewatch/', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://cratewatch/index.html', 'text/html; charset=utf-8', '<!doctype html>'],
    ['app://cratewatch/assets/main-B3x_9.js', 'text/javascript; charset=utf-8', 'start()'],
    ['app://cratewatch/assets/style.css?v=1#top', 'text/css; charset=utf-8', 'body{}'],
  ])('serves %s', async (url, contentType, body) => {
    const response = await get(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(contentType);
    expect(await response.text()).toBe(body);
  });

  it.each([
    'app://cratewatch/missing.html',
    'app://cratewatch/assets',
    'app://cratewatch/assets/',
    'app://cratewatch/assets/main-B3x_9.js.map',
    'app://cratewatch/link.html',
    'app://cratewatch/linked/secret.html',
    'app://cratewatch/../secret.html',
    'app://cratewatch/%2e%2e/secret.html',
    'app://cratewatch/..%2fsecret.html',
    'app://cratewatch/%252e%252e/secret.html',
    'app://cratewatch/..%5csecret.html',
    'app://cratewatch/assets/..%2f..%2fsecret.html',
    'app://cratewatch/../renderer-other/secret.html',
    'app://cratewatch//etc/passwd.html',
    'app://cratewatch/index.html%00.js',
    'app://cratewatch/%ff.html',
    'app://cratewatch/C:/secret.html',
    'app://other/index.html',
    'app://cratewatch.example/index.html',
    'app://cratewatch:80/index.html',
    'file:///etc/passwd',
  ])('answers %s with 404', async (url) => {
    const response = await get(url);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('secret');
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    const response = await get('app://cratewatch/index.html', method);
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });

  it('answers HEAD without a body', async () => {
    const response = await get('app://cratewatch/index.html', 'HEAD');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  it.each(['index.html', 'missing.html', 'artwork?url=x'])(
    'sends the security headers with %s',
    async (path) => {
      const { headers } = await get(`app://cratewatch/${path}`);
      expect(headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    },
  );

  it('hands artwork its address', async () => {
    const response = await get('app://cratewatch/artwork?url=https%3A%2F%2Fi.scdn.co%2Fimage%2Fab');
    expect(await response.text()).toBe('https://i.scdn.co/image/ab');
  });
});

describe('a path of the page', () => {
  it.each(['/..', '/a/../b', '/.hidden', '/a//b', '/a\\b', '/%2e%2e', '/a%2fb', '/a b', '/~a'])(
    'is refused when it is %s',
    (path) => expect(pathSegments(path)).toBeNull(),
  );
});
