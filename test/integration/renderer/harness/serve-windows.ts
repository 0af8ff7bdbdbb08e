import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';

const VISUAL = join(import.meta.dirname, '../../../visual');
const CONFIG_FILE = join(VISUAL, 'vite.config.ts');

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the window over its double is served; ends with a slash. */
    readonly windowsUrl: string;
  }
}

/** Builds the window once for all test files, as that takes longer than most of them. */
export default async function serveWindows(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'cratewatch-window-'));
  const shared = { configFile: CONFIG_FILE, logLevel: 'error' } as const;
  const input = [join(VISUAL, 'index.html'), join(VISUAL, 'picture.html')];
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
  project.provide('windowsUrl', url);
  return async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
}
