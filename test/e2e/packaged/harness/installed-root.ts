import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FinishedChild, runCaptured } from '../../../../scripts/child-process.ts';

const LIMIT_MS = 60_000;

/** Nobody: a user who owns nothing on any system. */
export const NOBODY = 65_534;

/**
 * Lays an empty folder over the system's own files, in a mount namespace of its own: what is
 * installed there is seen nowhere else, and the namespace goes with its last process.
 */
const MOUNT = `
  mount -t overlay overlay -o "lowerdir=/,upperdir=$1/upper,workdir=$1/work" "$1/root" || exit
  for each in proc dev sys run tmp; do mount --rbind "/$each" "$1/root/$each" || exit; done
  echo ready
  exec cat`;

/** This system as it would be with our package installed. Nothing on the real one changes. */
export class InstalledRoot {
  readonly #folder: string;
  readonly #namespace: ChildProcess;

  private constructor(folder: string, namespace: ChildProcess) {
    this.#folder = folder;
    this.#namespace = namespace;
  }

  /** Why none can be made here; null where one can. */
  static unavailable(): string | null {
    if (process.platform !== 'linux') return 'deb and rpm packages are for Linux.';
    return process.getuid?.() === 0 ? null : 'Only root can install into a root of its own.';
  }

  static async create(): Promise<InstalledRoot> {
    const folder = await mkdtemp(join(tmpdir(), 'cratewatch-root-'));
    for (const name of ['upper', 'work', 'root']) await mkdir(join(folder, name));
    const namespace = spawn(
      'unshare',
      ['--mount', '--propagation', 'private', '--', 'sh', '-c', MOUNT, 'sh', folder],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    const root = new InstalledRoot(folder, namespace);
    await Promise.race([once(namespace.stdout, 'data'), once(namespace, 'exit')]);
    if (namespace.exitCode !== null) {
      await root.close();
      throw new Error(`No root could be laid over this system (${namespace.exitCode}).`);
    }
    return root;
  }

  /** What a process that is started outside needs before its own command to run inside. */
  enter(userId = 0): readonly [string, ...string[]] {
    return [
      'nsenter',
      `--target=${this.#namespace.pid}`,
      '--mount',
      // Not on the PATH of an ordinary user.
      '/usr/sbin/chroot',
      `--userspec=${userId}:${userId}`,
      // As anybody, root included, is without the groups of who runs the test.
      '--groups=',
      join(this.#folder, 'root'),
    ];
  }

  /** Runs a command inside, as root, to its end. */
  async run(...command: readonly string[]): Promise<FinishedChild> {
    const [tool, ...args] = this.enter();
    return await runCaptured(tool, [...args, ...command], { timeLimitMs: LIMIT_MS });
  }

  /** As `run`; rejects with what the command said when it fails. */
  async require(...command: readonly string[]): Promise<string> {
    const { exitCode, stdout, stderr } = await this.run(...command);
    if (exitCode !== 0) throw new Error(`${command.join(' ')} ended with ${exitCode}: ${stderr}`);
    return stdout;
  }

  async close(): Promise<void> {
    const { exitCode, signalCode } = this.#namespace;
    if (exitCode === null && signalCode === null) {
      this.#namespace.stdin?.end();
      await once(this.#namespace, 'exit');
    }
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
