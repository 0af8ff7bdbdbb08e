import { defineConfig } from '@playwright/test';

/** These hold the ports to which every Cratewatch on this machine lets Spotify send the browser. */
const FIXED_PORTS = '**/sign-in.spec.ts';
/** These look at the program as it is shipped, which has to be made first. */
const PACKAGED = '**/packaged/*.spec.ts';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  // Playwright empties its output folder at every start, so nothing else may live there.
  outputDir: 'test-results/e2e',
  // Each test has an Electron, a bus, a keyring and a service of its own, and mostly waits.
  workers: 3,
  projects: [
    { name: 'side by side', testIgnore: [FIXED_PORTS, PACKAGED] },
    { name: 'fixed ports', testMatch: FIXED_PORTS, dependencies: ['side by side'] },
    { name: 'make packages', testMatch: '**/packaged/*.setup.ts' },
    { name: 'packaged', testMatch: PACKAGED, dependencies: ['make packages'] },
  ],
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  // What is waited for may lie behind retries with random pauses, of up to 7 s in all.
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/reports/e2e.json' }]],
  use: {
    screenshot: 'only-on-failure',
    // Without its film: drawn in software, that takes a good part of the machine.
    trace: { mode: 'retain-on-failure', screenshots: false },
  },
});
