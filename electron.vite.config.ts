import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { writeBundledPackages } from './scripts/shipping/bundled-packages.ts';

const root = import.meta.dirname;

// One bundle must run on the shipped Electron and on the older one used where only the npm registry
// can be reached, so the targets are the older one's. Only native packages stay outside the bundle:
// a bundled main process starts faster than one that resolves hundreds of files.
export default defineConfig({
  main: {
    plugins: [writeBundledPackages(root)],
    build: {
      outDir: 'out/main',
      target: 'node20',
      externalizeDeps: {
        include: ['keytar', '@photostructure/sqlite'],
        exclude: [
          'electron-store',
          'electron-log',
          'electron-updater',
          'oauth4webapi',
          'undici',
          'zod',
          'fractional-indexing',
        ],
      },
      rollupOptions: {
        // Says at each build how long plugins took; nobody asked.
        checks: { pluginTimings: false },
        input: { main: resolve(root, 'electron/main.ts') },
        output: { format: 'es', chunkFileNames: '[name].js' },
      },
    },
  },
  preload: {
    plugins: [writeBundledPackages(root)],
    build: {
      outDir: 'out/preload',
      target: 'node20',
      rollupOptions: {
        input: { preload: resolve(root, 'electron/preload.ts') },
        // A sandboxed preload script can only be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    build: {
      outDir: resolve(root, 'out/renderer'),
      target: 'chrome130',
      // electron-vite leaves it off; the window opens the faster for it.
      minify: true,
      // Read from the disk, not over a network: one piece opens sooner than many.
      chunkSizeWarningLimit: 1_000,
      // The content security policy allows no data: addresses.
      assetsInlineLimit: 0,
      rollupOptions: { input: resolve(root, 'renderer/index.html') },
    },
    plugins: [react(), writeBundledPackages(root)],
  },
});
