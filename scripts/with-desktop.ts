import { startPrivateDesktop } from './desktop/desktop.ts';
import { findElectron } from './electron-runtime/find-electron.ts';
import { runForeground } from './foreground-child.ts';
import { PlainFailure, runScript } from './plain-failure.ts';
import { projectRoot } from './project-root.ts';
import { toolEnvironment } from './tool-environment.ts';

// Runs a command with an Electron, a display, a session bus and a home of its own:
//   node scripts/with-desktop.ts playwright test
await runScript(async () => {
  const [command, ...args] = process.argv.slice(2);
  if (command === undefined) {
    throw new PlainFailure('Usage: node scripts/with-desktop.ts <command> [argument…]');
  }
  const announce = (line: string) => console.error(line);
  const electron = await findElectron(announce);
  announce(electron.line);
  const desktop = await startPrivateDesktop();
  try {
    return await runForeground(command, args, {
      cwd: projectRoot,
      env: toolEnvironment({
        ...desktop.env,
        ELECTRON_OVERRIDE_DIST_PATH: electron.distPath,
      }),
    });
  } finally {
    await desktop.end();
  }
});
