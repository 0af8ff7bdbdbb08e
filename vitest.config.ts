import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** The window over a double of the main process, in a real browser. */
const WINDOW_TESTS = 'test/integration/renderer/**/*.test.ts';

export default defineConfig({
  plugins: [react()],
  test: {
    // Tests wait for processes, browsers and fsync more than they compute: no core stays free.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          // A third of the time went into loading the same modules anew for each file.
          isolate: false,
          // For property tests on a machine that does other things too; none measures time.
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          exclude: [WINDOW_TESTS],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'window',
          include: [WINDOW_TESTS],
          globalSetup: 'test/integration/renderer/harness/serve-windows.ts',
          // What is waited for is drawn by another process, on a machine that does other things too.
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 60_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
