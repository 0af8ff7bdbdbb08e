import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ElectronApplication } from '@playwright/test';

export interface CountingServer {
  readonly origin: string;
  /** Paths that were asked for; whoever got here was not stopped. */
  readonly hits: readonly string[];
  close(): Promise<void>;
}

/** A server on this machine that answers everything with a page and remembers who came. */
export async function startCountingServer(): Promise<CountingServer> {
  const hits: string[] = [];
  const server = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>Elsewhere</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hits,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * Loads an address in a hidden window that has none of our preferences: what holds here holds for
 * every window. Answers "loaded" or Electron's error.
 */
export async function loadElsewhere(
  electron: ElectronApplication,
  url: string,
  partition = '',
): Promise<string> {
  return await electron.evaluate(
    async ({ BrowserWindow }, given) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { partition: given.partition },
      });
      try {
        await window.loadURL(given.url);
        return 'loaded';
      } catch (error) {
        return String(error);
      } finally {
        window.destroy();
      }
    },
    { url, partition },
  );
}

/** How a page tries to get away: each is run in the page and leads to the address. */
export const WAYS_OUT = {
  location: (url: string) => `location.href = ${JSON.stringify(url)}`,
  link: (url: string) =>
    `{ const a = document.createElement('a'); a.href = ${JSON.stringify(url)}; a.click(); }`,
  form: (url: string) => `{
    const form = document.createElement('form');
    form.action = ${JSON.stringify(url)};
    document.body.append(form);
    form.submit();
  }`,
  frame: (url: string) => `{
    const frame = document.createElement('iframe');
    frame.src = ${JSON.stringify(url)};
    document.body.append(frame);
  }`,
} as const;

/**
 * Has a hidden, empty window without any content policy try to leave; answers whether Cratewatch
 * held it. Main asks, so that nothing can happen before the listener is there.
 */
export async function tryToLeave(
  electron: ElectronApplication,
  way: keyof typeof WAYS_OUT,
  url: string,
): Promise<'held' | 'left'> {
  return await electron.evaluate(
    async ({ BrowserWindow }, script) => {
      const window = new BrowserWindow({ show: false });
      await window.loadURL('about:blank');
      const outcome = new Promise<'held' | 'left'>((resolve) => {
        window.webContents.on('will-frame-navigate', (event) => {
          resolve(event.defaultPrevented ? 'held' : 'left');
        });
      });
      await window.webContents.executeJavaScript(script);
      const result = await outcome;
      window.destroy();
      return result;
    },
    `${WAYS_OUT[way](url)}; null`,
  );
}
