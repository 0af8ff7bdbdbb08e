import { test as base } from '@playwright/test';
import { madePackages } from '../../../scripts/shipping/ensure-packages.ts';
import { StatusNotifierHost } from '../harness/status-notifier-host.ts';
import { InstalledProgram } from './harness/installed-program.ts';
import { InstalledRoot } from './harness/installed-root.ts';
import { startUserSession, type UserSession } from './harness/user-session.ts';

interface WorkerFixtures {
  /** The deb, installed by dpkg with its scripts and dependencies. */
  readonly root: InstalledRoot;
}

interface Fixtures {
  readonly session: UserSession;
  readonly panel: StatusNotifierHost;
  /** Starts the installed program in the user's session. */
  readonly start: (
    args?: readonly string[],
    env?: Readonly<Record<string, string>>,
  ) => InstalledProgram;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  root: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from here
    async ({}, use) => {
      const root = await InstalledRoot.create();
      await root.require('dpkg', '-i', (await madePackages()).debPath);
      await use(root);
      await root.close();
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from here
  session: async ({}, use) => {
    const session = await startUserSession();
    await use(session);
    await session.end();
  },
  panel: async ({ session }, use) => {
    const panel = await StatusNotifierHost.start(session.busAddress);
    await use(panel);
    await panel.close();
  },
  start: async ({ root, session }, use) => {
    const running: InstalledProgram[] = [];
    await use((args = [], env = {}) => {
      const program = InstalledProgram.start(root, { ...session.env, ...env }, args);
      running.push(program);
      return program;
    });
    for (const program of running) await program.kill();
  },
});

export { expect } from '@playwright/test';
