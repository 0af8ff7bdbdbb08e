import type { CustomScheme } from 'electron';
import type { Logger } from '../../shared/logger.ts';
import { CONTENT_SECURITY_POLICY } from './content-security-policy.ts';
import { readPageFile } from './page-files.ts';

const APP_SCHEME = 'app';
const APP_HOST = 'cratewatch';

/** The one origin that Cratewatch's window has. */
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
export const APP_PAGE_URL = `${APP_ORIGIN}/index.html`;

/**
 * To be registered before Electron is ready. `standard` gives the page an origin of its own,
 * `secure` makes that a secure context; it gets none of the other privileges.
 */
export const APP_SCHEME_PRIVILEGES: CustomScheme = {
  scheme: APP_SCHEME,
  privileges: { standard: true, secure: true, codeCache: true },
};

const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

interface AppProtocolOptions {
  /** Folder of the built page. */
  readonly pageRoot: string;
  /** Answers `/artwork?url=…`. */
  readonly artwork: (url: URL) => Promise<Response>;
  readonly logger: Logger;
}

/** The handler for `protocol.handle('app', …)`. Everything it does not know is a plain 404. */
export function createAppProtocolHandler({
  pageRoot,
  artwork,
  logger,
}: AppProtocolOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    if (url.protocol !== `${APP_SCHEME}:` || url.host !== APP_HOST) {
      return plain(404, 'Not found');
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return plain(405, 'Method not allowed', { Allow: 'GET, HEAD' });
    }
    if (url.pathname === '/artwork') {
      return withSecurityHeaders(await artwork(url));
    }
    try {
      const file = await readPageFile(pageRoot, url.pathname);
      if (file === null) {
        return plain(404, 'Not found');
      }
      const headers = { ...SECURITY_HEADERS, 'Content-Type': file.contentType };
      return new Response(request.method === 'HEAD' ? null : file.body, { headers });
    } catch (error) {
      logger.error('A file of the page could not be read', { reason: String(error) });
      return plain(500, 'The file could not be read');
    }
  };
}

function plain(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, {
    status,
    headers: { ...SECURITY_HEADERS, 'Content-Type': 'text/plain; charset=utf-8', ...headers },
  });
}

function withSecurityHeaders(response: Response): Response {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    response.headers.set(name, value);
  }
  return response;
}
