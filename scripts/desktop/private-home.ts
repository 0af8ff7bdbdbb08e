import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Folders of its own for a run, so that the user's keyring, settings and data stay untouched. */
export async function makePrivateHome(folder: string): Promise<Record<string, string>> {
  const home = join(folder, 'home');
  const env = {
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_DATA_HOME: join(home, '.local', 'share'),
    XDG_STATE_HOME: join(home, '.local', 'state'),
    XDG_RUNTIME_DIR: join(folder, 'runtime'),
  };
  for (const path of Object.values(env)) await mkdir(path, { recursive: true, mode: 0o700 });
  return env;
}
