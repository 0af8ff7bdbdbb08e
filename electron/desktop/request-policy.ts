import { APP_ORIGIN } from './app-protocol.ts';

/** What differs between the shipped program and one under development. */
export interface DevelopmentSurface {
  readonly packaged: boolean;
  /** Vite's server while developing, for example `http://localhost:5173`; else null. */
  readonly devServerUrl: string | null;
}

/** Whether a page of ours may request this address: its own files, and no network at all. */
export function isRequestAllowed(address: string, surface: DevelopmentSurface): boolean {
  const url = parse(address);
  if (url === null) {
    return false;
  }
  if (`${url.protocol}//${url.host}` === APP_ORIGIN) {
    return true;
  }
  if (surface.packaged) {
    return false;
  }
  return url.protocol === 'devtools:' || isDevServer(url, surface);
}

/** Whether a page may lead its window here. Only Vite's own reload while developing. */
export function isNavigationAllowed(address: string, surface: DevelopmentSurface): boolean {
  const url = parse(address);
  return url !== null && !surface.packaged && isDevServer(url, surface);
}

/** Origins whose main frame may call the main process. */
export function ownOrigins(surface: DevelopmentSurface): readonly string[] {
  const server = devServer(surface);
  return server === null ? [APP_ORIGIN] : [APP_ORIGIN, server.origin];
}

/** The page that the window shows. */
export function pageUrl(appPageUrl: string, surface: DevelopmentSurface): string {
  return devServer(surface)?.href ?? appPageUrl;
}

/** The server's own origin over http, and the same host and port over its reload socket. */
function isDevServer(url: URL, surface: DevelopmentSurface): boolean {
  const server = devServer(surface);
  return (
    server !== null &&
    url.host === server.host &&
    (url.protocol === server.protocol || url.protocol === 'ws:')
  );
}

function devServer({ packaged, devServerUrl }: DevelopmentSurface): URL | null {
  const url = packaged || devServerUrl === null ? null : parse(devServerUrl);
  const isLocal =
    url !== null &&
    url.protocol === 'http:' &&
    ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return isLocal ? url : null;
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
