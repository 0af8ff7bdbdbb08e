import { join } from 'node:path';

/**
 * Where locks stand that every process of one user must find, whatever its profile: sessions of the
 * same client id share one keychain entry. The runtime folder is made for this and emptied by the
 * system (XDG Base Directory Specification); where there is none, beside the profiles.
 */
export function lockFolder(
  env: Readonly<Record<string, string | undefined>>,
  appDataFolder: string,
): string {
  const runtime = env.XDG_RUNTIME_DIR ?? '';
  return runtime.startsWith('/')
    ? join(runtime, 'cratewatch')
    : join(appDataFolder, 'cratewatch-locks');
}
