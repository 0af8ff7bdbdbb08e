import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { projectRoot } from '../../../scripts/project-root.ts';
import { type LongListOrder, type LongListReport, reportSchema } from './messages.ts';

const PROGRAM = fileURLToPath(new URL('./long-list-process.ts', import.meta.url));
/** Below the project, because SQLite's binary is found from there. */
const BUNDLE_FOLDER = join(projectRoot, 'out', 'bench');
const run = promisify(execFile);
let bundle: Promise<string> | null = null;

/** @throws Error when the process ends in trouble */
export async function runUnderElectron(
  executablePath: string,
  order: LongListOrder,
): Promise<LongListReport> {
  bundle ??= bundleProgram();
  const { stdout } = await run(executablePath, [await bundle, JSON.stringify(order)], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  return reportSchema.parse(JSON.parse(stdout));
}

/** As the app is bundled: Electron's Node does not run TypeScript. */
async function bundleProgram(): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: projectRoot,
    ssr: { noExternal: true, external: ['@photostructure/sqlite'] },
    build: {
      ssr: PROGRAM,
      outDir: BUNDLE_FOLDER,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'long-list-process.mjs' } },
    },
  });
  return join(BUNDLE_FOLDER, 'long-list-process.mjs');
}
