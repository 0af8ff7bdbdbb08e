import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';

/** The window over its double, served on a free port of this machine. */
export interface BuiltWindow {
  /** Ends with a slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Builds the window once and serves it: opened file by file, each state would take seconds. */
export async function serveBuiltWindow(): Promise<BuiltWindow> {
  const folder = await mkdtemp(join(tmpdir(), 'cratewatch-window-'));
  const shared = {
    configFile: join(import.meta.dirname, 'vite.config.ts'),
    logLevel: 'error',
  } as const;
  const input = ['index.html', 'picture.html'].map((page) => join(import.meta.dirname, page));
  await build({
    ...shared,
    build: { outDir: folder, emptyOutDir: true, minify: false, rollupOptions: { input } },
  });
  const server = await preview({
    ...shared,
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0, strictPort: true },
  });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('The window could not be served.');
  return {
    url,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
