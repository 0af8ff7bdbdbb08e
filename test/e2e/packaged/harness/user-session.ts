import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBackground } from '../../../../scripts/desktop/background-child.ts';
import { NOBODY } from './installed-root.ts';
import { type SeenDisplay, startSeenDisplay } from './seen-display.ts';

/** The desktop of an ordinary user: a home, a session bus and a display, empty to begin with. */
export interface UserSession {
  readonly home: string;
  readonly busAddress: string;
  readonly display: SeenDisplay;
  readonly env: Readonly<Record<string, string>>;
  end(): Promise<void>;
}

/** Open to two users: the test, as root, and the program, as nobody. The folder keeps others out. */
const BUS = (folder: string) => `<!DOCTYPE busconfig PUBLIC
  "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${folder}/bus</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

export async function startUserSession(): Promise<UserSession> {
  const folder = await mkdtemp(join(tmpdir(), 'cratewatch-user-'));
  await chown(folder, NOBODY, NOBODY);
  const home = join(folder, 'home');
  const runtime = join(folder, 'run');
  for (const path of [home, runtime]) {
    await mkdir(path, { mode: 0o700 });
    await chown(path, NOBODY, NOBODY);
  }
  const configPath = join(folder, 'bus.conf');
  await writeFile(configPath, BUS(folder));
  const bus = await startBackground(
    'dbus-daemon',
    ['--nofork', '--nopidfile', '--print-address=1', `--config-file=${configPath}`],
    { readyOn: 1 },
  );
  const display = await startSeenDisplay(folder);
  await chmod(join(folder, 'bus'), 0o777);
  return {
    home,
    busAddress: bus.readyLine.trim(),
    display,
    // Nothing else: a menu entry is not started with the variables of a test either.
    env: {
      ...display.env,
      HOME: home,
      USER: 'nobody',
      PATH: '/usr/local/bin:/usr/bin:/bin',
      LANG: 'C.UTF-8',
      XDG_RUNTIME_DIR: runtime,
      DBUS_SESSION_BUS_ADDRESS: bus.readyLine.trim(),
    },
    end: async () => {
      await display.end();
      await bus.end();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
