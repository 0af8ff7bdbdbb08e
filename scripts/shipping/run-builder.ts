import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { FoundElectron } from '../electron-runtime/find-electron.ts';
import { runForeground } from '../foreground-child.ts';
import { projectRoot } from '../project-root.ts';
import { toolEnvironment } from '../tool-environment.ts';
import { builderConfig, forTesting } from './builder-config.ts';

const standIn = (name: string) => join(projectRoot, 'scripts', 'shipping', 'stand-ins', name);

/** Where electron-builder cannot download its tools, ours make what Debian's own tools can make. */
const STAND_INS = {
  CUSTOM_FPM_PATH: standIn('fpm.ts'),
  ELECTRON_BUILDER_7ZIP_PATH: standIn('7za.ts'),
};

export interface BuilderRun {
  readonly electron: FoundElectron;
  /** Targets and options, as electron-builder takes them. */
  readonly args: readonly string[];
  /** Makes packages that are never released, and downloads nothing for it. */
  readonly forTesting: boolean;
  /** Sends what electron-builder says to stderr. */
  readonly quiet?: true;
}

/** Runs electron-builder over what was built; nothing is ever uploaded. Returns its exit code. */
export async function runBuilder(run: BuilderRun): Promise<number> {
  const { electron, args, quiet } = run;
  const folder = await mkdtemp(join(tmpdir(), 'cratewatch-package-'));
  try {
    const source = await readFile(join(projectRoot, 'electron-builder.yml'), 'utf8');
    const config = builderConfig(parse(source), electron);
    const configPath = join(folder, 'electron-builder.json');
    await writeFile(configPath, JSON.stringify(run.forTesting ? forTesting(config) : config));
    return await runForeground(
      'electron-builder',
      [...args, '--config', configPath, '--publish', 'never'],
      {
        cwd: projectRoot,
        env: toolEnvironment(run.forTesting ? STAND_INS : {}),
        ...(quiet ? { stdio: ['ignore', process.stderr, 'inherit'] as const } : {}),
      },
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
