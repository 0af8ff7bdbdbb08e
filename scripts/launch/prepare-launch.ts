import { existsSync } from 'node:fs';
import { ensureBuild } from '../build/build.ts';
import { type Desktop, hasDisplay, startDisplayOnly } from '../desktop/desktop.ts';
import { sessionBusAddress } from '../desktop/session-bus-address.ts';
import { findElectron } from '../electron-runtime/find-electron.ts';
import { projectRoot } from '../project-root.ts';
import type { PackageSet } from '../system-packages/package-sets.ts';
import { ensureSystemPackages } from '../system-packages/system-packages.ts';
import { toolEnvironment } from '../tool-environment.ts';
import { electronArguments } from './electron-arguments.ts';

export interface PreparedLaunch {
  readonly executablePath: string;
  /** The arguments for the executable when the app gets these options. */
  argumentsFor(options: readonly string[]): string[];
  readonly env: NodeJS.ProcessEnv;
  readonly hasOwnDisplay: boolean;
  /** Ends what was started for the launch. */
  end(): Promise<void>;
}

interface PrepareOptions {
  readonly build: boolean;
}

/**
 * Everything before the app itself can start: system packages, Electron, the build, and a display
 * where there is none (a server, a cron job).
 */
export async function prepareLaunch(
  announce: (line: string) => void,
  { build }: PrepareOptions,
): Promise<PreparedLaunch> {
  const needsDisplay = !hasDisplay(process.env, process.platform);
  const sets: PackageSet[] = ['run', 'unpack', ...(needsDisplay ? (['display'] as const) : [])];
  const packages = await ensureSystemPackages(sets, announce);
  // Not fatal: a package may be there under a name that we do not know.
  if (packages.kind === 'missing') announce(packages.advice);
  const electron = await findElectron(announce);
  announce(electron.line);
  if (build) await ensureBuild(announce);
  const display: Desktop | null = needsDisplay ? await startDisplayOnly() : null;
  const busAddress = sessionBusAddress(process.env, process.getuid?.(), existsSync);
  return {
    executablePath: electron.executablePath,
    argumentsFor: (options) =>
      electronArguments({
        appFolder: projectRoot,
        options,
        platform: process.platform,
        isRoot: process.getuid?.() === 0,
      }),
    env: toolEnvironment({
      ELECTRON_OVERRIDE_DIST_PATH: electron.distPath,
      ...(busAddress === undefined ? {} : { DBUS_SESSION_BUS_ADDRESS: busAddress }),
      ...display?.env,
    }),
    hasOwnDisplay: display !== null,
    end: async () => display?.end(),
  };
}
