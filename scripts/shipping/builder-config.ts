import type { FoundElectron } from '../electron-runtime/find-electron.ts';

/** Since this major version Node's SQLite is inside Electron. */
const FIRST_WITH_SQLITE = 35;

/** Never to be mixed up with what is for users. */
export const TESTING_FOLDER = 'dist/only-for-testing';

/** The parts of electron-builder.yml that depend on the Electron at hand. */
export interface BuilderConfig {
  readonly files: readonly string[];
  readonly directories: Readonly<Record<string, string>>;
  readonly deb: Readonly<Record<string, unknown>>;
  readonly rpm: Readonly<Record<string, unknown>>;
  readonly [key: string]: unknown;
}

/**
 * The configuration of electron-builder for the Electron at hand. The official one is fetched by
 * electron-builder itself, for the platform that is asked for; any other is taken from its folder.
 */
export function builderConfig(
  config: BuilderConfig,
  electron: Pick<FoundElectron, 'source' | 'distPath' | 'version'>,
): BuilderConfig {
  const { source, distPath, version } = electron;
  const hasSqlite = Number.parseInt(version, 10) >= FIRST_WITH_SQLITE;
  return {
    ...config,
    files: hasSqlite
      ? [...config.files, '!node_modules/{@photostructure,node-gyp-build}/**']
      : config.files,
    ...(source === 'official' ? {} : { electronDist: distPath, electronVersion: version }),
  };
}

/** Packed in seconds instead of minutes and half as large again, into a folder of its own. */
export function forTesting(config: BuilderConfig): BuilderConfig {
  return {
    ...config,
    directories: { ...config.directories, output: TESTING_FOLDER },
    deb: { ...config.deb, compression: 'zst' },
    rpm: { ...config.rpm, compression: 'gzip' },
  };
}
