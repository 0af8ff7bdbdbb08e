import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const PASSWORD = 'only-for-this-test';
const DBUS_SEND = 'dbus-send';
const NEEDED = ['dbus-daemon', DBUS_SEND, 'gnome-keyring-daemon'] as const;

/** A call that every secret service answers. */
const QUESTION = [
  '--session',
  '--print-reply',
  '--dest=org.freedesktop.secrets',
  '/org/freedesktop/secrets',
  'org.freedesktop.Secret.Service.SearchItems',
  'dict:string:string:',
];

/** A real gnome-keyring on a D-Bus session of its own, in a home of its own. */
export interface PrivateKeyring {
  /** Variables for a child process that shall use this keyring; replaces HOME. */
  readonly env: Record<string, string>;
  /** Restarts the service with the keyring locked, as after a login without its password. */
  lock(): Promise<void>;
  /** Restarts the service with the keyring unlocked. */
  unlock(): Promise<void>;
  /** Ends both daemons and deletes the home. */
  close(): Promise<void>;
}

export interface PrivateKeyringOptions {
  /** The keyring exists and is locked. Nobody is there to answer a prompt. */
  readonly locked?: boolean;
  /** The bus is there, but no secret service on it. */
  readonly absent?: boolean;
}

/** What this system lacks to run a keyring, as a sentence; null when nothing is missing. */
export function keyringUnavailable(): string | null {
  if (process.platform !== 'linux') {
    return 'A private keyring is only possible on Linux.';
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  const missing = NEEDED.filter(
    (name) => !folders.some((folder) => existsSync(join(folder, name))),
  );
  return missing.length === 0
    ? null
    : `Missing: ${missing.join(', ')}. Install the packages dbus, dbus-x11 and gnome-keyring.`;
}

/** Starts bus and keyring; rejects with what they said when one of them does not come up. */
export async function startPrivateKeyring(
  options: PrivateKeyringOptions = {},
): Promise<PrivateKeyring> {
  const home = await mkdtemp(join(tmpdir(), 'cratewatch-keyring-'));
  const env = environment(home);
  await mkdir(env.XDG_RUNTIME_DIR, { mode: 0o700 });
  const configFile = join(home, 'bus.conf');
  await writeFile(configFile, busConfig(join(home, 'bus')));
  const bus = new Daemon(
    'dbus-daemon',
    ['--nofork', '--print-address', `--config-file=${configFile}`],
    env,
  );
  let secrets: Daemon | null = null;
  const restart = async (input: string | null) => {
    await secrets?.end();
    secrets = new Daemon('gnome-keyring-daemon', secretsFlags(input), env, input);
    await serviceIsUp(env, secrets);
  };
  const keyring: PrivateKeyring = {
    env,
    lock: () => restart(null),
    unlock: () => restart(PASSWORD),
    close: async () => {
      await secrets?.end();
      await bus.end();
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  try {
    await bus.firstOutput();
    if (options.absent !== true) {
      await keyring.unlock();
    }
    if (options.locked === true) {
      await keyring.lock();
    }
    return keyring;
  } catch (error) {
    await keyring.close();
    throw error;
  }
}

/** Without a password the daemon comes up with every keyring locked. */
function secretsFlags(password: string | null): string[] {
  return ['--foreground', password === null ? '--start' : '--unlock', '--components=secrets'];
}

/** A program that runs until it is ended; what it says is kept for the error message. */
class Daemon {
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown>;
  #said = '';

  constructor(
    name: string,
    args: readonly string[],
    env: Record<string, string>,
    input: string | null = null,
  ) {
    this.#child = spawn(name, args, {
      env: { ...process.env, ...env },
      stdio: [input === null ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    this.#exited = once(this.#child, 'exit');
    this.#child.stdout?.on('data', (chunk: Buffer) => this.#keep(chunk));
    this.#child.stderr?.on('data', (chunk: Buffer) => this.#keep(chunk));
    this.#child.stdin?.end(input ?? '');
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  get said(): string {
    return this.#said;
  }

  async firstOutput(): Promise<void> {
    const { stdout } = this.#child;
    if (stdout !== null) {
      await Promise.race([once(stdout, 'data'), this.#exited]);
    }
    if (this.hasEnded) {
      throw new Error(`The D-Bus daemon ended: ${this.#said}`);
    }
  }

  async end(): Promise<void> {
    if (!this.hasEnded) {
      this.#child.kill();
      await this.#exited;
    }
  }

  #keep(chunk: Buffer): void {
    this.#said += chunk.toString('utf8');
  }
}

function environment(home: string) {
  return {
    HOME: home,
    XDG_RUNTIME_DIR: join(home, 'run'),
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local', 'share'),
    XDG_CACHE_HOME: join(home, '.cache'),
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(home, 'bus')}`,
  };
}

/** No service folders: nothing is started on demand, so an absent service stays absent. */
function busConfig(socketPath: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socketPath}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
}

/** Asks the bus until the keyring answers; each question is a process of its own, so none is busy. */
async function serviceIsUp(env: Record<string, string>, daemon: Daemon): Promise<void> {
  for (let attempt = 0; attempt < 2_000; attempt += 1) {
    if (daemon.hasEnded) {
      break;
    }
    if (await secretServiceAnswers(env)) {
      return;
    }
  }
  throw new Error(`The keyring did not come up: ${daemon.said}`);
}

async function secretServiceAnswers(env: Record<string, string>): Promise<boolean> {
  const child = spawn(DBUS_SEND, QUESTION, { env: { ...process.env, ...env }, stdio: 'ignore' });
  await once(child, 'exit');
  return child.exitCode === 0;
}
