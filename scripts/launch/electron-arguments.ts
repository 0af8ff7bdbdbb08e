export interface ElectronLaunch {
  readonly appFolder: string;
  /** Options for the app or for Electron, as given by the user. */
  readonly options: readonly string[];
  readonly platform: NodeJS.Platform;
  readonly isRoot: boolean;
}

/** Chromium refuses to run its sandbox as root on Linux; nobody else goes without it. */
export function needsNoSandbox(platform: NodeJS.Platform, isRoot: boolean): boolean {
  return platform === 'linux' && isRoot;
}

/** The arguments of `electron`: its switches, the app's folder, the app's options. */
export function electronArguments(launch: ElectronLaunch): string[] {
  const { appFolder, options, platform, isRoot } = launch;
  const noSandbox = needsNoSandbox(platform, isRoot) && !options.includes('--no-sandbox');
  return [...(noSandbox ? ['--no-sandbox'] : []), appFolder, ...options];
}
