import { runForeground } from './foreground-child.ts';
import { needsNoSandbox } from './launch/electron-arguments.ts';
import { prepareLaunch } from './launch/prepare-launch.ts';
import { runScript } from './plain-failure.ts';
import { projectRoot } from './project-root.ts';

// The app with a development server for the window: a change to the renderer shows at once, one to
// the main process restarts it. Options go to the app: npm run dev -- --sample
await runScript(async () => {
  const launch = await prepareLaunch((line) => console.error(line), { build: false });
  try {
    return await runForeground(
      'electron-vite',
      ['dev', '--watch', '--', ...process.argv.slice(2)],
      {
        cwd: projectRoot,
        env: {
          ...launch.env,
          ELECTRON_EXEC_PATH: launch.executablePath,
          ...(needsNoSandbox(process.platform, process.getuid?.() === 0)
            ? { NO_SANDBOX: '1' }
            : {}),
        },
      },
    );
  } finally {
    await launch.end();
  }
});
